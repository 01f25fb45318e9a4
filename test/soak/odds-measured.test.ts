import { expect, test } from "vitest";
import { oddsOf } from "../../goals/odds.ts";
import { addDays } from "../../src/periods/local-day.ts";
import { reportsOver, ticketsOn } from "../reports/ask.ts";
import { dice } from "../goals/dice.ts";

/** Fridays of whole weeks that all lie before the desk's now. */
const weeks = 28;
const seen = 20;
const friday = (week: number) => addDays("2026-11-13", 7 * (week - weeks + 1));

/**
 * A topic's tickets, week by week: as many as chance brings, each solved at once with a chance that
 * swings around a level which itself drifts a little.
 */
function ticketsOf(topic: string, { next, normal }: ReturnType<typeof dice>) {
  const level = 0.5 + 0.3 * next();
  const spread = 0.02 + 0.08 * next();
  const memory = 0.9 * next();
  const drift = 0.05 * spread * (2 * next() - 1);
  let swing = normal();
  return Array.from({ length: weeks }, (_, week) => {
    const chance = level + drift * (week - seen) + spread * swing;
    swing = memory * swing + Math.sqrt(1 - memory * memory) * normal();
    const count = 6 + Math.floor(7 * next());
    const solved = Array.from({ length: count }, next).filter((each) => each < chance).length;
    return ticketsOn(friday(week), count, solved, { topic });
  }).flat();
}

test("the odds come true of figures that were measured from records", async () => {
  const random = dice(20_261_118);
  const topics = Array.from({ length: 80 }, (_, index) => `t${index}`);
  const rows = topics.flatMap((topic) => ticketsOf(topic, random));
  const reports = await reportsOver({ tickets: rows });
  const told = Array.from({ length: 5 }, () => ({ goals: 0, reached: 0, odds: 0 }));
  for (const topic of topics) {
    const where = { topic: { in: [topic] } };
    const points = await reports.series("fcr", { count: weeks + 1, unit: "week", where });
    const values = points.slice(0, weeks).map(({ value }) => value);
    const past = values.slice(0, seen);
    for (const ahead of [1, 3, 8]) {
      const end = values[seen + ahead - 1] ?? Number.NaN;
      const target = 35 + 50 * random.next();
      const towards = random.next() < 0.5 ? "up" : "down";
      const odds = oddsOf(past, { target, towards, direction: "reach" }, ahead)!;
      const fifth = told[Math.min(4, Math.floor(odds * 5))]!;
      fifth.goals += 1;
      fifth.odds += odds;
      fifth.reached += Number(towards === "up" ? end >= target : end <= target);
    }
  }
  for (const { goals, reached, odds } of told) {
    expect(goals).toBeGreaterThan(25);
    expect(Math.abs(reached - odds) / goals).toBeLessThan(0.15);
  }
});
