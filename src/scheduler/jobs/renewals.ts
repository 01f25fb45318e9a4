import { proposeCheckpoints } from "../../../goals/checkpoints.ts";
import type { Baseline, Goal } from "../../../goals/goal.ts";
import { isRunning } from "../../../goals/is-running.ts";
import { nextTerm } from "../../../goals/renew.ts";
import { measure, settleKind } from "../../digests/measure.ts";
import type { GoalBook } from "../../documents/goal-book.ts";
import { addDays, daysBetween, localDay } from "../../periods/local-day.ts";
import { isCurrent } from "../../reports/freshness.ts";
import type { Reports } from "../../reports/reports.ts";
import type { DueReminder } from "../ledger.ts";
import type { Job } from "./job.ts";
import type { ReminderPorts } from "./reminders.ts";

export interface RenewalPorts extends ReminderPorts {
  readonly goals: Pick<GoalBook, "list" | "renew">;
  readonly reports: Reports;
}

/** So long the end of a goal waits for its data; then the next one begins without knowing them. */
const waitDays = 7;
/** What began longer ago was told then, or nobody was there to be told. */
const lookBackMs = 2 * 86_400_000;

/** Begins the next goal after one that goes on, and tells its owner. */
export const renewalsJob = (ports: RenewalPorts): Job => ({
  name: "renewals",
  schedule: "*/10 * * * *",
  zone: "UTC",
  isDueAtStart: async () => true,
  run: async () => {
    const { goals, clock, zone, workdaysIn, remind } = ports;
    const today = localDay(clock.now(), zone);
    for (const goal of await goals.list()) {
      if (goal.renews === undefined || !isRunning(goal) || goal.deadline >= today) continue;
      const last = await lastDaysOf(goal, ports);
      if (last === null && daysBetween(goal.deadline, today) <= waitDays) continue;
      const next = nextTerm(goal, last, today);
      if (next === null) continue;
      const { isWorkday } = workdaysIn(goal.channel);
      const checkpoints = proposeCheckpoints(next.startsOn, next.deadline, isWorkday);
      const by = { who: "scheduler", via: "scheduler" };
      await goals.renew(goal.id, { ...next, checkpoints }, by);
    }
    await remind(await begunLately(ports));
  },
});

/**
 * Found anew at each look, so that a process which dies between beginning a goal and telling of it
 * leaves nobody untold. One that was edited since is known to its owner.
 */
async function begunLately({
  goals,
  clock,
  profileOf,
}: RenewalPorts): Promise<readonly DueReminder[]> {
  const since = clock.now().getTime() - lookBackMs;
  const due: DueReminder[] = [];
  for (const { id, owner, createdAt, renewedFrom, edits } of await goals.list()) {
    const dueAt = new Date(createdAt);
    if (renewedFrom === undefined || edits.length > 0 || dueAt.getTime() < since) continue;
    const { locale } = await profileOf(owner);
    const key = `renewed:${id}:${owner}`;
    due.push({ id: key, about: id, person: owner, locale, occurrence: renewedFrom, dueAt });
  }
  return due;
}

/** Where the goal stood at its end; null where there is no data, or not all of it yet. */
async function lastDaysOf(
  goal: Goal,
  { reports }: Pick<RenewalPorts, "reports">,
): Promise<Baseline | null> {
  const from = addDays(goal.deadline, -6);
  const to = goal.deadline;
  const measured = await settleKind(reports, goal);
  const answer = await measure(reports, measured, { kind: "range", from, to }, "en");
  if (answer === null || answer.value === null) return null;
  if (!isCurrent(answer.freshness, answer.period)) return null;
  return { value: answer.value, sample: answer.sample, from, to };
}
