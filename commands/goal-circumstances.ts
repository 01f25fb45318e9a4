import type { Goal } from "../goals/goal.ts";
import { lookedAfter } from "../goals/looked-after.ts";
import { rangeOf, towardsOf, type GoalIdea } from "../goals/smart.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { Desk } from "./desk.ts";
import { gainsBy, type Present } from "./goal-present.ts";

/** What stands in the way of measuring it at all: nobody brings what it is made of. */
const undelivered: readonly string[] = ["no_records", "lacking_input", "untold_events"];

/** What the rules must know of a goal beside what its form says. */
export async function circumstancesOf(
  idea: Pick<GoalIdea, "kpi" | "target" | "baseline" | "deadline" | "owner">,
  charged: Pick<Goal, "checkpointOwners">,
  present: Present,
  desk: Desk,
  /** It is itself no other goal. */
  self: string | null = null,
): Promise<Pick<GoalIdea, "range" | "undelivered" | "where" | "gains" | "ownedGoals">> {
  const { answer, measured } = present;
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const reason = answer?.reason ?? null;
  const charge = { owner: idea.owner ?? "", checkpointOwners: charged.checkpointOwners };
  const others = (await desk.goals.list()).filter(({ id }) => id !== self);
  return {
    range: rangeOf(idea.kpi.unit, answer?.ends),
    undelivered: reason !== null && undelivered.includes(reason.code) ? reason.text : null,
    where: measured.where,
    gains: gainsBy(present, towardsOf(idea), { today, deadline: idea.deadline }),
    ownedGoals: lookedAfter(charge, others, today),
  };
}
