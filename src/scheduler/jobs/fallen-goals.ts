import { isSnoozed, type Goal, type GoalState } from "../../../goals/goal.ts";
import { isRunning } from "../../../goals/is-running.ts";
import { standingsOf, type GoalStanding, type StandingPorts } from "../../digests/goal-standing.ts";
import { fallen, fellOn, type Fallen } from "../../digests/reminders/fell.ts";
import { spared } from "../../digests/spared.ts";
import { localDay } from "../../periods/local-day.ts";
import type { LocalDay } from "../../periods/period.ts";
import type { Locale } from "../../i18n/locale.ts";
import type { DueAlert, Finding } from "../alerts.ts";
import type { Ledger } from "../ledger.ts";
import type { Job } from "./job.ts";
import type { ReminderPorts } from "./reminders.ts";

export interface AlertPorts
  extends Pick<ReminderPorts, "goals" | "profileOf" | "zone">, StandingPorts {
  readonly alert: Ledger["alert"];
  /** In which language a channel is told. */
  readonly locale: Locale;
  readonly onFault: (what: string, error: unknown) => void;
}

/**
 * Looks for goals that have fallen behind, or broke a guardrail. One of high severity is told to its
 * channel, or its owner where it has none; another one to its owner; one of low severity waits for
 * the digest.
 */
export const fallenGoalsJob = (ports: AlertPorts): Job => ({
  name: "fallen goals",
  schedule: "15 */10 * * * *",
  zone: "UTC",
  isDueAtStart: async () => true,
  run: async () => {
    const today = localDay(ports.clock.now(), ports.zone);
    const goals = (await ports.goals.list()).filter((goal) => isWatched(goal, today));
    const onFault = ({ id }: Goal, error: unknown) => ports.onFault(id, error);
    const { done } = await spared(goals, (some) => standingsOf(some, ports), onFault);
    const findings = await Promise.all(done.map((each) => findingsOf(each, today, ports)));
    await ports.alert("goals", findings.flat());
  },
});

const isWatched = (goal: Goal, today: LocalDay): boolean =>
  isRunning(goal) && goal.severity !== "low" && goal.deadline >= today;

/** States in which a goal stands well again; what is at risk, or cannot be judged, changes nothing. */
const well: ReadonlySet<GoalState> = new Set(["on_track", "achieved"]);

async function findingsOf(
  { goal, state }: GoalStanding,
  today: LocalDay,
  ports: AlertPorts,
): Promise<readonly Finding[]> {
  // Whoever asked not to be called for a while hears of it after that, if it is still so.
  const isQuiet = isSnoozed(goal, today);
  return Promise.all(
    fallen.map(async (each): Promise<Finding> => {
      const isIn = state === each;
      const isOut = well.has(state) || fallen.some((other) => other !== each && other === state);
      return {
        id: `fell:${goal.id}:${each}`,
        isSo: isIn && !isQuiet ? true : isOut ? false : null,
        alerts: isIn && !isQuiet ? await alertsOf(goal, each, today, ports) : [],
      };
    }),
  );
}

async function alertsOf(
  { id, owner, channel, severity }: Goal,
  state: Fallen,
  today: LocalDay,
  { profileOf, locale }: AlertPorts,
): Promise<readonly DueAlert[]> {
  const alert = {
    id: `fell:${id}:${state}:${today}`,
    about: id,
    owner,
    occurrence: fellOn(state, today),
  };
  if (severity === "high" && channel !== null) return [{ ...alert, channel, locale }];
  const profile = await profileOf(owner);
  return profile.isGone ? [] : [{ ...alert, channel: owner, locale: profile.locale }];
}
