import type { Command } from "./command.ts";
import { digest } from "./digest.ts";
import { goal } from "./goal.ts";
import { kpi } from "./kpi.ts";

/** Everything people can type, in the order help shows it. */
export const commands: readonly Command[] = [kpi, goal, digest];
