import * as fc from "fast-check";
import { expect, test } from "vitest";
import { paretoSection } from "../../src/blocks/pareto-section.ts";
import { topSheet } from "../../src/blocks/top-sheet.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { sheetBlocks } from "../../src/blocks/sheet-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import type { Question } from "../../src/reports/question.ts";
import type { Top } from "../../src/reports/top.ts";
import { secondsBetween } from "../kpis/by-hand.ts";
import { question, reportsOver } from "./ask.ts";

async function topOf(
  rows: Parameters<typeof reportsOver>[0],
  change: Partial<Question> = {},
): Promise<Top> {
  const reports = await reportsOver(rows);
  const top = await reports.top(question({ kpi: "ticket_volume", ...change }), "en");
  if (!("ranking" in top)) throw new Error(`nothing on top: ${JSON.stringify(top)}`);
  return top;
}

const at = new Date("2026-11-10T09:00:00Z");
const later = (hours: number | null) =>
  hours === null ? null : new Date(at.getTime() + hours * 3_600_000);
const topic = fc.constantFrom("Login", "Refund", "Delivery", "Invoice", "App", null);
const someTickets = fc
  .array(fc.record({ topic, hours: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 4 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => [{ topic: "Login", hours: 1 }, ...rows])
  .map((rows) =>
    rows.map((row, index) => ({
      id: `t${index}`,
      topic: row.topic,
      created_at: at,
      solved_at: later(row.hours),
    })),
  );

/** Counts and seconds of each topic, and the fewest topics that make 80 % of a weight. */
function byHand(tickets: readonly { topic: string | null; solved_at: Date | null }[]) {
  const counts = new Map<string | null, number>();
  const seconds = new Map<string | null, number>();
  for (const { topic: name, solved_at: solved } of tickets) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const took = solved === null ? 0 : secondsBetween(at, solved);
    seconds.set(name, (seconds.get(name) ?? 0) + took);
  }
  return { counts, seconds };
}

function fewestByHand(weights: ReadonlyMap<string | null, number>): number {
  let whole = 0;
  for (const weight of weights.values()) whole += weight;
  const named = [...weights].flatMap(([name, weight]) => (name === null ? [] : [weight]));
  let [sum, taken] = [0, 0];
  for (const weight of named.toSorted((a, b) => b - a)) {
    if (sum >= 0.8 * whole - 1e-9) break;
    sum += weight;
    taken += 1;
  }
  return whole > 0 && sum >= 0.8 * whole - 1e-9 ? taken : 0;
}

test("topics add up to the whole, by count and by time, the frequent ones first", async () => {
  await fc.assert(
    fc.asyncProperty(someTickets, async (tickets) => {
      const { pareto } = await topOf({ tickets });
      const { counts, seconds } = byHand(tickets);
      const rows = pareto?.rows ?? [];
      let [sum, spent] = [0, 0];
      for (const each of seconds.values()) spent += each;
      for (const { key, count, share, cumulative, ...time } of rows) {
        const name = key.topic ?? null;
        sum += count;
        expect(count).toBe(counts.get(name));
        expect(share).toBeCloseTo((100 * count) / tickets.length, 9);
        expect(cumulative).toBeCloseTo((100 * sum) / tickets.length, 9);
        expect(time.seconds).toBeCloseTo(seconds.get(name) ?? -1, 6);
        const ofTime = spent > 0 ? (100 * time.seconds!) / spent : Number.NaN;
        expect(time.timeShare ?? Number.NaN).toBeCloseTo(ofTime, 9);
      }
      expect(sum).toBe(tickets.length);
      const named = rows.filter(({ key }) => key.topic !== null).map(({ count }) => count);
      expect(named).toEqual(named.toSorted((a, b) => b - a));
      expect(pareto?.few.byCount.length).toBe(fewestByHand(counts));
      expect(pareto?.few.byTime.length).toBe(fewestByHand(seconds));
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

const many = (name: string, count: number, hours: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${name}${index}`,
    topic: name,
    created_at: at,
    solved_at: later(hours),
  }));

test("frequent ones are not the slow ones: each sentence names its own", async () => {
  const tickets = [...many("Login", 85, 1), ...many("Refund", 10, 90), ...many("App", 5, 2)];
  const top = await topOf({ tickets });
  const { lines, table } = topSheet(top, "en").sections[0]!;
  expect(lines).toEqual([
    "One of 3 makes up 80 % of the count: Login.",
    "One of 3 makes up 80 % of the time (time to solution): Refund.",
  ]);
  expect(table?.columns).toEqual([
    "Topic",
    "Count",
    "Share",
    "Added up",
    "Time to solution",
    "Share of time",
  ]);
  expect(table?.rows[1]).toEqual(["Refund", "10", "10.0 %", "95.0 %", "37 d 12 h", "90.5 %"]);
  for (const locale of locales) {
    const section = paretoSection(top.pareto!, locale);
    expect(section.lines.join()).toContain("Login");
    const drawn = sheetBlocks(topSheet(top, locale), { locale, buttons: [], whole: "" });
    expect(checkBlocks("message", drawn)).toEqual([]);
  }
});

test("of calls, the time agents spent on them; of a share, no such thing", async () => {
  const calls = Array.from({ length: 6 }, (_, index) => ({
    id: `k${index}`,
    queued_at: at,
    outcome: index === 0 ? "abandoned" : "handled",
    topic: index < 2 ? "Login" : "Refund",
    talk_seconds: index === 0 ? null : 100,
    wrap_seconds: index === 1 ? 50 : null,
  }));
  const { pareto } = await topOf({ calls });
  expect(pareto).toMatchObject({
    time: { of: "handling", seconds: 550 },
    rows: [
      { key: { topic: "Refund" }, count: 4, seconds: 400 },
      { key: { topic: "Login" }, count: 2, seconds: 150 },
    ],
  });
  expect((await topOf({ calls }, { kpi: "abandonment_rate" })).pareto).toBeNull();
});
