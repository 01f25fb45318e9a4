import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../src/reports/answer.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { ask, now, question, reportsOver } from "./ask.ts";

type Reports = Awaited<ReturnType<typeof reportsOver>>;

/** One call every five hours from 20 August to now: it falls on every hour, day and clock change. */
const calls: readonly FixtureRow[] = Array.from({ length: 440 }, (_, at) => ({
  id: `c${at}`,
  queued_at: new Date(Date.UTC(2026, 7, 20, at * 5, 17)),
  outcome: at % 4 === 0 ? "abandoned" : "handled",
  wait_seconds: at % 4 === 0 ? null : (at * 37) % 101,
  agent: ["Ann", "Bo", "Cy"][at % 3] ?? null,
})).filter(({ queued_at }) => queued_at < now);

/** The day in Berlin, told by the engine's own calendar. */
const dayOf = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

/** The same once more with a plain loop: calls, answered ones and their waits, by a name for the piece. */
function byHand(nameOf: (day: string) => string, from: string, to: string, agent?: string) {
  const pieces = new Map<string, { offered: number; answered: number; waited: number }>();
  for (const call of calls) {
    const { queued_at: at, wait_seconds: wait } = call;
    if (!(at instanceof Date) || (agent !== undefined && call["agent"] !== agent)) continue;
    const day = dayOf.format(at);
    if (day < from || day > to) continue;
    const piece = pieces.get(nameOf(day)) ?? { offered: 0, answered: 0, waited: 0 };
    piece.offered += 1;
    if (typeof wait === "number") {
      piece.answered += 1;
      piece.waited += wait;
    }
    pieces.set(nameOf(day), piece);
  }
  return [...pieces.values()];
}

const mondayOf = (day: string): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};
const names = {
  day: (day: string) => day,
  week: mondayOf,
  month: (day: string) => day.slice(0, 7),
} as const;

const ranges = [
  ["2026-09-03", "2026-10-29"],
  ["2026-10-01", "2026-10-31"],
  ["2026-11-02", "2026-11-18"],
] as const;

describe("pieces of a period", () => {
  let reports: Reports;
  beforeAll(async () => {
    reports = await reportsOver({ calls });
  });

  for (const [from, to] of ranges) {
    test.each(["day", "week", "month"] as const)(
      `from ${from} to ${to} by %s are what a plain loop counts`,
      async (every) => {
        const asked = { period: { kind: "range", from, to }, every } as const;
        const speed = await ask(reports, { ...asked, kpi: "asa" });
        const share = await ask(reports, { ...asked, kpi: "answer_rate" });
        const volume = await ask(reports, {
          ...asked,
          kpi: "ticket_volume",
          options: { kind: "calls" },
        });
        const expected = byHand(names[every], from, to);
        expect(figures(speed)).toEqual(
          expected.map(({ answered, waited }) => [waited / answered, answered]),
        );
        expect(figures(share)).toEqual(
          expected.map(({ answered, offered }) => [(100 * answered) / offered, offered]),
        );
        expect(figures(volume)).toEqual(expected.map(({ offered }) => [offered, offered]));
        expect(total(volume)).toBe(volume.value);
      },
    );
  }

  test("are pieces of what the filter leaves, beside the segments of the whole", async () => {
    const asked = {
      kpi: "asa",
      period: { kind: "range", from: "2026-09-03", to: "2026-10-29" },
      every: "month",
    } as const;
    const filtered = await ask(reports, { ...asked, where: { agent: { in: ["Bo"] } } });
    expect(figures(filtered)).toEqual(
      byHand(names.month, "2026-09-03", "2026-10-29", "Bo").map(({ answered, waited }) => [
        waited / answered,
        answered,
      ]),
    );
    const split = await ask(reports, { ...asked, by: ["agent"] });
    const whole = await ask(reports, { ...asked, every: null, by: ["agent"] });
    expect(split.segments).toEqual(whole.segments);
    expect(split.series).toEqual((await ask(reports, asked)).series);
    expect({ ...split, series: [] }).toEqual({ ...whole, series: [] });
  });

  test("without records have no value, and keep their place", async () => {
    const { series } = await ask(reports, {
      kpi: "asa",
      period: { kind: "quarter", year: 2026, quarter: 3 },
      every: "month",
    });
    expect(series.map(({ value }) => value === null)).toEqual([true, false, false]);
  });

  test("end now where the period is not over", async () => {
    const { series } = await ask(reports, {
      kpi: "asa",
      period: { kind: "this", unit: "week" },
      every: "day",
    });
    expect(series).toHaveLength(3);
    expect(series[2]?.to).toEqual(now);
  });

  test("of two years by day are too many", async () => {
    const period = { kind: "range", from: "2024-10-01", to: "2026-09-30" } as const;
    expect(await reports.answer(question({ kpi: "asa", period, every: "day" }), "en")).toEqual({
      fault: "too_many_pieces",
    });
  });
});

const figures = ({ series }: Answer) => series.map(({ value, sample }) => [value, sample]);

const total = ({ series }: Answer): number =>
  series.reduce((sum, { value }) => sum + (value ?? 0), 0);
