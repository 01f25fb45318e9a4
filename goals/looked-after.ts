import type { LocalDay } from "../src/periods/period.ts";
import type { Goal } from "./goal.ts";
import { isRunning } from "./is-running.ts";

type Charge = Pick<Goal, "owner" | "checkpointOwners">;

/** How many running goals the busiest of those named looks after, as owner or at checkpoints. */
export function lookedAfter(
  { owner, checkpointOwners }: Charge,
  goals: Iterable<Goal>,
  today: LocalDay,
): number {
  const running = [...goals].filter((goal) => isRunning(goal) && goal.deadline >= today);
  const countOf = (person: string): number => running.filter(looksAfter(person)).length;
  return Math.max(...[owner, ...checkpointOwners].map(countOf));
}

const looksAfter =
  (person: string) =>
  ({ owner, checkpointOwners }: Charge): boolean =>
    owner === person || checkpointOwners.includes(person);
