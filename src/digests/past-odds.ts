import type { Goal, GoalCard } from "../../goals/goal.ts";
import { isMet } from "../../goals/progress.ts";
import { toldKey, type SettledOdds, type ToldOdds } from "../../goals/told-odds.ts";
import type { GoalBook } from "../documents/goal-book.ts";
import type { OddsLog } from "../documents/odds-log.ts";
import { startOfUnit } from "../periods/calendar-unit.ts";
import { addDays, localDay } from "../periods/local-day.ts";
import type { LocalDay, PeriodSpec } from "../periods/period.ts";
import { isCurrent } from "../reports/freshness.ts";
import type { CardPorts } from "./goal-cards.ts";
import { measure, settleKind, type Measured } from "./measure.ts";

/** The odds that people were told, held against what came. */
export interface PastOdds {
  /** That these cards were shown; those without odds say nothing. */
  readonly tell: (cards: readonly Told[]) => Promise<void>;
  /** Of every deadline that is past and can be judged. */
  readonly settled: () => Promise<readonly SettledOdds[]>;
}

type Told = Pick<GoalCard, "id" | "odds" | "target" | "deadline">;

export interface PastOddsPorts extends CardPorts {
  readonly goals: Pick<GoalBook, "find">;
  readonly log: OddsLog;
  /** A look at the past (`--at`) neither tells nor writes anything. */
  readonly isLookingBack: boolean;
}

export const createPastOdds = (ports: PastOddsPorts): PastOdds => ({
  tell: async (cards) => {
    const { log, goals, clock, periods, isLookingBack } = ports;
    if (isLookingBack) return;
    const now = clock.now();
    const from = startOfUnit(localDay(now, periods.zone), "week", periods);
    const rows: ToldOdds[] = [];
    for (const { id, odds, target, deadline } of cards) {
      const goal = odds === null ? null : await goals.find(id);
      if (goal === null || odds === null) continue;
      const { direction, towards, upTo } = goal;
      const band = upTo === undefined ? {} : { upTo };
      const at = now.toISOString();
      rows.push({ at, goal: id, direction, towards, target, ...band, deadline, from, odds });
    }
    await log.tell(rows);
  },
  settled: async () => {
    const { log, clock, periods, isLookingBack } = ports;
    const now = clock.now();
    const today = localDay(now, periods.zone);
    const over = (await log.told()).filter(
      ({ at, deadline }) => new Date(at) <= now && deadline < today,
    );
    const fresh = new Map<string, boolean>();
    const settled: SettledOdds[] = [];
    const came = isLookingBack ? new Map<string, boolean>() : await log.came();
    for (const told of over) {
      const key = toldKey(told);
      const known = came.get(key) ?? null;
      const reached = known ?? (await outcomeOf(told, ports));
      if (reached === null) continue;
      if (known === null) fresh.set(key, reached);
      settled.push({ goal: told.goal, odds: told.odds, reached });
    }
    if (!isLookingBack) await log.settle(fresh);
    return settled;
  },
});

/** Null as long as it cannot be judged: no data, or data that end before the deadline does. */
async function outcomeOf(told: ToldOdds, ports: PastOddsPorts): Promise<boolean | null> {
  const goal = await ports.goals.find(told.goal);
  if (goal === null) return null;
  const measured = await settleKind(ports.reports, goal);
  const last = await isMetIn(lastDays(told.deadline), told, measured, ports);
  if (last !== true || told.direction === "reach") return last;
  for (let week = told.from; addDays(week, 6) < told.deadline; week = addDays(week, 7)) {
    const days: PeriodSpec = { kind: "range", from: week, to: addDays(week, 6) };
    if ((await isMetIn(days, told, measured, ports)) === false) return false;
  }
  return true;
}

const lastDays = (deadline: LocalDay): PeriodSpec => ({
  kind: "range",
  from: addDays(deadline, -6),
  to: deadline,
});

async function isMetIn(
  period: PeriodSpec,
  told: Pick<Goal, "target" | "towards" | "upTo">,
  measured: Measured,
  { reports }: PastOddsPorts,
): Promise<boolean | null> {
  const answer = await measure(reports, measured, period, "en");
  if (answer === null || answer.value === null) return null;
  return isCurrent(answer.freshness, answer.period) ? isMet(told, answer.value) : null;
}
