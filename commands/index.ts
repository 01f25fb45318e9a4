import type { Command } from "./command.ts";
import { kpi } from "./kpi.ts";

/** Everything people can type, in the order help shows it. */
export const commands: readonly Command[] = [kpi];
