import type { Command } from "./command.ts";

/** Everything people can type, in the order help shows it. */
export const commands: readonly Command[] = [];
