import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "../../src/reports/question.ts";
import type { Why } from "../../src/reports/why.ts";
import { question, reportsOver, ticketsOn } from "./ask.ts";

async function whyOf(
  rows: Parameters<typeof reportsOver>[0],
  change: Partial<Question> = {},
): Promise<Why> {
  const why = await (await reportsOver(rows)).why(question(change), "en");
  if (!("parts" in why)) throw new Error(`no reason: ${JSON.stringify(why)}`);
  return why;
}

const before = "2026-11-04";
const now = "2026-11-11";
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Tickets of a segment in the week before and in the last one: so many, so many of them good. */
interface Cell {
  readonly channel: string | null;
  readonly was: readonly [all: number, good: number];
  readonly is: readonly [all: number, good: number];
}

const ticketsOf = (cells: readonly Cell[]) =>
  cells.flatMap(({ channel, was, is }) => [
    ...ticketsOn(before, was[0], was[1], { channel }),
    ...ticketsOn(now, is[0], is[1], { channel }),
  ]);

const anyWeek = fc
  .tuple(fc.nat({ max: 25 }), fc.nat({ max: 25 }))
  .map(([all, good]) => [all, Math.min(all, good)] as const);
const anyDesk = fc
  .tuple(anyWeek, anyWeek, anyWeek, anyWeek, anyWeek, anyWeek)
  .map(([a, b, c, d, e, f]): readonly Cell[] => [
    { channel: "email", was: a, is: b },
    { channel: "chat", was: c, is: d },
    { channel: null, was: e, is: f },
  ]);

test("the parts of a share add up to its change, each as two plain loops have it", async () => {
  await fc.assert(
    fc.asyncProperty(anyDesk, async (cells) => {
      let [all0, all1, good0, good1] = [0, 0, 0, 0];
      for (const { was, is } of cells) {
        all0 += was[0];
        good0 += was[1];
        all1 += is[0];
        good1 += is[1];
      }
      fc.pre(all0 > 0 && all1 > 0);
      const why = await whyOf({ tickets: ticketsOf(cells) }, { by: ["channel"] });
      const change = 100 * (good1 / all1 - good0 / all0);
      expect(why.comparison?.change).toBeCloseTo(change, 9);
      expect(sum(why.parts.map(({ total }) => total))).toBeCloseTo(change, 9);
      const middle = (good0 / all0 + good1 / all1) / 2;
      const seen = cells.filter(({ was, is }) => was[0] + is[0] > 0);
      expect(new Set(why.parts.map(({ key }) => key.channel))).toEqual(
        new Set(seen.map(({ channel }) => channel)),
      );
      for (const { channel, was, is } of seen) {
        const part = why.parts.find(({ key }) => key.channel === channel);
        const shift = is[0] / all1 - was[0] / all0;
        // A segment that is new or gone has the rate it had while it was there.
        const rate1 = is[0] > 0 ? is[1] / is[0] : was[1] / was[0];
        const rate0 = was[0] > 0 ? was[1] / was[0] : rate1;
        const byMix = 100 * shift * ((rate0 + rate1) / 2 - middle);
        const byRate = 100 * ((is[0] / all1 + was[0] / all0) / 2) * (rate1 - rate0);
        expect(part?.mix).toBeCloseTo(byMix, 9);
        expect(part?.rate).toBeCloseTo(byRate, 9);
      }
    }),
    { numRuns: 12 },
  );
});

test("the parts of a count are its differences", async () => {
  const cells: readonly Cell[] = [
    { channel: "email", was: [40, 0], is: [90, 0] },
    { channel: "chat", was: [20, 0], is: [18, 0] },
  ];
  const asked = { kpi: "ticket_volume", by: ["channel"] } as const;
  const why = await whyOf({ tickets: ticketsOf(cells) }, asked);
  expect(why.adds).toBe("sum");
  expect(why.parts.map(({ key, total, verdict }) => [key.channel, total, verdict])).toEqual([
    ["email", 50, "clear"],
    ["chat", -2, "chance"],
  ]);
  expect(sum(why.parts.map(({ total }) => total))).toBe(why.comparison?.change);
});

describe("what does not add up gets no parts", () => {
  test.each([
    ["first_response_time", { stat: "median" }],
    ["tickets_per_customer", {}],
  ] as const)("%s", async (kpi, options) => {
    const customers = ["a", "b", "c"].flatMap((customer) =>
      [before, now].flatMap((day) => ticketsOn(day, 3, 1, { customer, channel: `by ${customer}` })),
    );
    const why = await whyOf({ tickets: customers }, { kpi, options, by: ["channel"] });
    expect(why.adds).toBe("none");
    expect(why.parts).toHaveLength(3);
    for (const part of why.parts) {
      expect(part).toMatchObject({ mix: null, rate: null, total: null });
      expect(part.before.value).not.toBeNull();
    }
  });
});

/** Topics of the same size and the same rate, and one more. */
const steady = (topics: number, more: (day: string) => ReturnType<typeof ticketsOn>) =>
  [before, now].flatMap((day) => [
    ...Array.from({ length: topics }, (_, at) =>
      ticketsOn(day, 60, 42, { topic: `topic ${at}`, channel: at % 2 === 0 ? "email" : "chat" }),
    ).flat(),
    ...more(day),
  ]);

describe("who is named", () => {
  test("the segment that fell, found along the segment that shows it best", async () => {
    const tickets = steady(8, (day) =>
      ticketsOn(day, 100, day === now ? 20 : 70, { topic: "Refund", channel: "email" }),
    );
    const why = await whyOf({ tickets });
    expect(why.by).toEqual(["topic"]);
    expect(why.parts[0]).toMatchObject({
      key: { topic: "Refund" },
      because: "rate",
      verdict: "clear",
      before: { value: 70, sample: 100 },
      now: { value: 20, sample: 100 },
    });
    expect(why.parts.slice(1).every(({ verdict }) => verdict !== "clear")).toBe(true);
  });

  test("a pair of segments where only both together tell it", async () => {
    const team = (name: string, channel: string, good: number) => (day: string) =>
      ticketsOn(day, 150, day === now ? good : 105, { team: name, channel });
    const cells = [
      team("Billing", "email", 15),
      team("Billing", "chat", 105),
      team("Orders", "email", 105),
      team("Orders", "chat", 105),
    ];
    const tickets = [before, now].flatMap((day) => cells.flatMap((cell) => cell(day)));
    const why = await whyOf({ tickets });
    expect(new Set(why.by)).toEqual(new Set(["team", "channel"]));
    expect(why.parts[0]?.key).toEqual({ team: "Billing", channel: "email" });
  });

  test("a share of the records that moved, where no segment got worse itself", async () => {
    const cells: readonly Cell[] = [
      { channel: "email", was: [300, 240], is: [100, 80] },
      { channel: "phone", was: [100, 20], is: [300, 60] },
    ];
    const why = await whyOf({ tickets: ticketsOf(cells) });
    expect(why.by).toEqual(["channel"]);
    for (const part of why.parts) {
      expect(part).toMatchObject({ because: "mix", verdict: "clear" });
      expect(part.rate).toBeCloseTo(0, 9);
    }
    expect(sum(why.parts.map(({ mix }) => mix))).toBeCloseTo(-30, 9);
  });

  test("no small segment for what chance did", async () => {
    // Of twenty-five small topics one will always have had a bad week.
    const tickets = steady(3, (day) =>
      Array.from({ length: 25 }, (_, at) =>
        ticketsOn(day, 8, at === 3 && day === now ? 3 : 6, { topic: `small ${at}` }),
      ).flat(),
    );
    const why = await whyOf({ tickets });
    expect(why.parts.filter(({ verdict }) => verdict === "clear")).toEqual([]);
    expect(why.parts.length).toBeGreaterThan(1);
  });

  test("never a single person, not even where asked for", async () => {
    const tickets = [before, now].flatMap((day) => [
      ...ticketsOn(day, 100, day === now ? 10 : 80, { agent: "Becky" }),
      ...ticketsOn(day, 100, 80, { agent: "Ann" }),
    ]);
    expect((await whyOf({ tickets })).by).toEqual([]);
    const reports = await reportsOver({ tickets });
    expect(await reports.why(question({ by: ["agent", "channel"] }), "en")).toEqual({
      fault: "why_of_agents",
    });
  });
});

test("without a figure in both periods there is nothing to explain", async () => {
  const why = await whyOf({ tickets: ticketsOn(now, 9, 3, { channel: "email" }) });
  expect(why).toMatchObject({ by: [], parts: [], comparison: { change: null } });
});
