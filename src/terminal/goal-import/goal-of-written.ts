import { createHash } from "node:crypto";
import { proposeCheckpoints } from "../../../goals/checkpoints.ts";
import type { Goal } from "../../../goals/goal.ts";
import { countsMilestones } from "../../../goals/of-count.ts";
import { towardsOf, type GoalIdea } from "../../../goals/smart.ts";
import type { Asker } from "../../../commands/command.ts";
import type { Desk } from "../../../commands/desk.ts";
import type { Aim } from "../../../commands/goal-series.ts";
import type { MeasuredAs, Written } from "./check-written.ts";

/** What a file says, or what a goal has of which it says nothing. */
const or = <T>(said: T | undefined, usual: T): T => said ?? usual;

/** The goal that a file writes and the rules let be; whatever else it says of it is kept too. */
export function goalOfWritten(
  idea: GoalIdea,
  {
    fields,
    startsOn,
    aim,
    ...measured
  }: MeasuredAs & Pick<Goal, "startsOn"> & { readonly aim: Aim; readonly fields: Written },
  { id: who }: Asker,
  desk: Desk,
): Omit<Goal, "id"> {
  const { target, deadline, owner, why, direction, guardrails, kpi } = idea;
  if (target === null || deadline === null || owner === null || why === null) {
    throw new Error("a goal without number or date passed the check");
  }
  const channel = or(fields.channel, null);
  const { isWorkday } = desk.workdaysIn(channel);
  const mark = createHash("sha256").update(JSON.stringify(fields)).digest("hex").slice(0, 24);
  return {
    ...fields,
    ...measured,
    kpi: kpi.id,
    target,
    startsOn,
    deadline,
    owner,
    channel,
    direction,
    guardrails,
    why: why.trim(),
    where: or(fields.where, {}),
    towards: or(fields.towards, towardsOf(idea)),
    ...(aim.upTo !== undefined && { upTo: aim.upTo }),
    ...(aim.outOf !== undefined && countsMilestones(kpi.id) && { outOf: aim.outOf }),
    steps: aim.steps,
    checkpoints: or(fields.checkpoints, proposeCheckpoints(startsOn, deadline, isWorkday)),
    checkpointOwners: or(fields.checkpointOwners, []),
    severity: or(fields.severity, "normal"),
    archived: or(fields.archived, false),
    draft: or(fields.draft, false),
    paused: or(fields.paused, false),
    snoozedUntil: or(fields.snoozedUntil, null),
    accepted: or(fields.accepted, null),
    checkIns: or(fields.checkIns, []),
    createdBy: or(fields.createdBy, who),
    createdAt: or(fields.createdAt, desk.clock.now().toISOString()),
    revision: 1,
    edits: [],
    // The same file read twice makes one goal of what has no id.
    submission: `import ${mark}`,
  };
}
