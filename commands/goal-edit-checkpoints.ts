import { proposeCheckpoints, readCheckpoints, type CheckpointFault } from "../goals/checkpoints.ts";
import type { Goal } from "../goals/goal.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";

const todayAt = ({ clock, periods }: Desk): LocalDay => localDay(clock.now(), periods.zone);

/** Those that lie ahead, as the form shows them and so as they come back where nobody touches them. */
export const checkpointsAhead = ({ checkpoints }: Goal, desk: Desk): string | null =>
  checkpoints.filter((day) => day > todayAt(desk)).join(", ") || null;

/**
 * Those that are past stay. Ahead lie the days that somebody typed; where nobody did, the way that is
 * left is divided anew if its end moved, and also where the field was emptied.
 */
export function editedCheckpoints(
  goal: Goal,
  { checkpoints: typed }: FormValues,
  deadline: LocalDay,
  desk: Desk,
): readonly LocalDay[] | CheckpointFault {
  const today = todayAt(desk);
  const isTyped = typed !== undefined && (typed ?? "") !== (checkpointsAhead(goal, desk) ?? "");
  if (!isTyped && deadline === goal.deadline) return goal.checkpoints;
  const named = isTyped ? readCheckpoints(typed ?? "", today, deadline) : [];
  if ("fault" in named) return named;
  const { isWorkday } = desk.workdaysIn(goal.channel);
  return [
    ...goal.checkpoints.filter((day) => day <= today),
    ...(named.length > 0 ? named : proposeCheckpoints(today, deadline, isWorkday)),
  ];
}
