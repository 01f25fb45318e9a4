import { describe, expect, test } from "vitest";
import type { SegmentFigure } from "../../src/reports/answer.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { ask, codes, question, reportsOver, ticketsOn } from "./ask.ts";

const period = { kind: "last", unit: "month" } as const;
const day = "2026-10-06";
const agent = (name: string, all: number, good: number, more: FixtureRow = {}) =>
  ticketsOn(day, all, good, { agent: name, ...more });

const named = (segments: readonly SegmentFigure[]) => segments.map(({ key }) => key.agent);
const ranks = (segments: readonly SegmentFigure[]) =>
  Object.fromEntries(segments.map(({ key, rank }) => [key.agent, rank ?? null]));

/** Wilson's interval by its textbook form, in percent. */
function wilson(good: number, n: number): readonly [number, number] {
  const [p, z] = [good / n, 1.96];
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = ((z / (1 + z ** 2 / n)) * Math.sqrt(4 * n * p * (1 - p) + z ** 2)) / (2 * n);
  return [100 * (middle - reach), 100 * (middle + reach)];
}

const answeredAt = (minutes: number) =>
  Array.from({ length: 40 }, (_, index) => ({
    id: `${minutes}-${index}`,
    agent: `${minutes} min`,
    created_at: new Date(`${day}T09:00:00Z`),
    first_response_at: new Date(Date.parse(`${day}T09:00:00Z`) + (minutes * 60 + index) * 1_000),
  }));

describe("a league of agents", () => {
  /** Ann and Ben overlap, Cem is clearly below them, Dot overlaps with him, Eva has too few contacts. */
  const made = {
    Ann: [100, 90],
    Ben: [60, 50],
    Cem: [100, 40],
    Dot: [50, 15],
    Eva: [29, 29],
  } as const;
  const tickets = Object.entries(made).flatMap(([name, [all, good]]) => agent(name, all, good));

  test("shares ranks where Wilson's intervals overlap", async () => {
    const { segments, warnings } = await ask(await reportsOver({ tickets }), {
      period,
      by: ["agent"],
    });
    for (const { key, interval } of segments) {
      const [all, good] = Object.entries(made).find(([name]) => name === key.agent)![1];
      expect(interval?.low).toBeCloseTo(wilson(good, all)[0], 9);
      expect(interval?.high).toBeCloseTo(wilson(good, all)[1], 9);
    }
    expect(ranks(segments)).toEqual({ Ann: 1, Ben: 1, Cem: 3, Dot: 3, Eva: null });
    expect(named(segments)).toEqual(["Ann", "Ben", "Cem", "Dot", "Eva"]);
    expect(codes(warnings)).toContain("shared_ranks");
  });

  test("joins by pairs that overlap: whom chance may have parted stand together", async () => {
    // 0.9 and 0.6 of a hundred are apart, but each overlaps with 0.75 of forty.
    const chain = [...agent("Top", 100, 90), ...agent("Mid", 40, 30), ...agent("Low", 100, 60)];
    expect(wilson(90, 100)[0]).toBeGreaterThan(wilson(60, 100)[1]);
    const { segments } = await ask(await reportsOver({ tickets: chain }), {
      period,
      by: ["agent"],
    });
    expect(ranks(segments)).toEqual({ Top: 1, Mid: 1, Low: 1 });
  });

  test("puts the shortest time first", async () => {
    const reports = await reportsOver({ tickets: [...answeredAt(60), ...answeredAt(10)] });
    const { segments } = await ask(reports, {
      kpi: "first_response_time",
      period,
      by: ["agent"],
    });
    expect(ranks(segments)).toEqual({ "10 min": 1, "60 min": 2 });
  });

  test("has no ranks where neither more nor less is better, and none among teams", async () => {
    const reports = await reportsOver({ tickets });
    const volume = await ask(reports, { kpi: "ticket_volume", period, by: ["agent"] });
    expect(volume.segments.every(({ rank }) => rank === undefined)).toBe(true);
    const teams = await ask(reports, { period, by: ["agent", "team"] });
    expect(teams.segments.every(({ rank }) => rank === undefined)).toBe(true);
  });
});

describe("agents who opted out", () => {
  const tickets = [...agent("Ann", 60, 50), ...agent("Ben", 40, 10), ...agent("Cem", 20, 5)];

  test("are part of other, never alone in it", async () => {
    const reports = await reportsOver({ tickets }, { optedOut: ["ben"] });
    const { segments, other } = await ask(reports, { period, by: ["agent"] });
    expect(named(segments)).toEqual(["Ann"]);
    expect(other).toMatchObject({ after: 1, groups: 2, numerator: 15, denominator: 60, value: 25 });
  });

  test("are named neither in pairs", async () => {
    const reports = await reportsOver({ tickets }, { optedOut: ["Ben", "Cem"] });
    const { segments, other } = await ask(reports, { period, by: ["agent", "channel"] });
    expect(named(segments)).toEqual(["Ann"]);
    expect(other).toMatchObject({ groups: 2, sample: 60, value: 25 });
  });

  test("may ask for themselves", async () => {
    const reports = await reportsOver({ tickets }, { optedOut: ["Ben"] });
    const own = { period, by: ["agent"], where: { agent: { in: ["Ben"] } } } as const;
    expect(named((await ask(reports, own)).segments)).toEqual(["Ben"]);
  });
});

describe("top 5 and other", () => {
  const topics = Array.from({ length: 14 }, (_, index) => ({
    topic: index === 13 ? null : `topic ${index}`,
    all: 30 - 2 * index,
    good: index % 3 === 0 ? 2 : 1,
  }));
  const tickets = topics.flatMap(({ topic, all, good }) => ticketsOn(day, all, good, { topic }));
  const rest = (from: number) => {
    let [all, good] = [0, 0];
    for (const each of topics.slice(from)) [all, good] = [all + each.all, good + each.good];
    return { sample: all, numerator: good, value: (100 * good) / all };
  };

  test("the usual ten are followed by the rest, measured as one", async () => {
    const { segments, other } = await ask(await reportsOver({ tickets }), {
      period,
      by: ["topic"],
    });
    expect(segments).toHaveLength(14);
    expect(other).toMatchObject({ after: 10, groups: 4, ...rest(10) });
  });

  test.each([
    ["5", rest(5)],
    ["3", rest(3)],
  ])("top:%s folds what is behind them", async (top, expected) => {
    const { other } = await ask(await reportsOver({ tickets }), {
      period,
      by: ["topic"],
      options: { top },
    });
    expect(other).toMatchObject({ after: Number(top), ...expected });
  });

  test("top:all folds nothing, and one segment is never folded alone", async () => {
    const reports = await reportsOver({ tickets });
    const by = ["topic"] as const;
    expect((await ask(reports, { period, by, options: { top: "all" } })).other).toBeNull();
    const where = { topic: { in: ["topic 0", "topic 1", "topic 2", "topic 3"] } };
    expect((await ask(reports, { period, by, where, options: { top: "3" } })).other).toBeNull();
    const five = { topic: { in: [...where.topic.in, "TOPIC 4"] } };
    const { other } = await ask(reports, { period, by, where: five, options: { top: "3" } });
    expect(other).toMatchObject({ groups: 2, sample: 24 + 22 });
    const without = { topic: { not_in: ["topic 0"] } };
    const { other: others } = await ask(reports, { period, by, where: without });
    expect(others).toMatchObject({ after: 10, ...rest(11) });
  });

  test("pairs are folded where a number is asked for, a median of the rest too", async () => {
    const desk = topics.flatMap(({ topic, all, good }, index) => {
      const created = Date.parse(`${day}T09:00:00Z`);
      const more = { topic, first_response_at: new Date(created + (index + 1) * 60_000) };
      return ["Day", null].flatMap((team, half) =>
        ticketsOn(day, all + half, good, { ...more, team }),
      );
    });
    const reports = await reportsOver({ tickets: desk });
    const by = ["topic", "team"] as const;
    expect((await ask(reports, { period, by })).other).toBeNull();
    const options = { top: "5" };
    const { segments, other } = await ask(reports, { period, by, options });
    const shown = segments.slice(0, 5).map(({ key }) => JSON.stringify(key));
    const behind = desk.filter(
      ({ topic, team }) => !shown.includes(JSON.stringify({ topic, team })),
    );
    const good = behind.filter((each) => each["agent_replies"] === 1).length;
    expect(other).toMatchObject({
      after: 5,
      groups: segments.length - 5,
      sample: behind.length,
      numerator: good,
      value: (100 * good) / behind.length,
    });
    const median = await ask(reports, {
      kpi: "first_response_time",
      period,
      by,
      options: { ...options, stat: "median" },
    });
    const seconds = behind
      .map((each) => (+(each["first_response_at"] as Date) - +(each["created_at"] as Date)) / 1_000)
      .toSorted((a, b) => a - b);
    const middle = [seconds[(seconds.length - 1) >> 1]!, seconds[seconds.length >> 1]!];
    expect(median.other?.value).toBe((middle[0]! + middle[1]!) / 2);
  });

  test("a median and a distinct count are asked anew over the rest", async () => {
    // Customer c is in every topic: added up it would be counted again and again.
    const rows = topics.map(({ topic, all }, index) => ({
      id: `t${index}`,
      topic,
      customer: "c",
      created_at: new Date(`${day}T09:00:00Z`),
      first_response_at: new Date(Date.parse(`${day}T09:00:00Z`) + all * 60_000),
    }));
    const reports = await reportsOver({ tickets: rows });
    const by = ["topic"] as const;
    const distinct = await ask(reports, { kpi: "tickets_per_customer", period, by });
    expect(distinct.other).toMatchObject({ groups: 4, value: 4 });
    const median = await ask(reports, {
      kpi: "first_response_time",
      period,
      by,
      options: { stat: "median" },
    });
    const shown = median.segments.slice(0, 10).map(({ key }) => key.topic);
    const hidden = topics.filter(({ topic }) => !shown.includes(topic)).map(({ all }) => all * 60);
    const [, low = 0, high = 0] = hidden.toSorted((a, b) => a - b);
    expect(median.other?.value).toBe((low + high) / 2);
  });
});

describe("adjusted for case mix", () => {
  /**
   * Ann has the hard topic, Ben the easy one; of each the desk solves 20 of 100 and 80 of 100. Both
   * do what anybody would do with their work, so both come to the desk's 50 %.
   */
  const mixed = [
    ...agent("Ann", 80, 16, { topic: "hard", channel: "email" }),
    ...agent("Ann", 20, 16, { topic: "easy", channel: "email" }),
    ...agent("Ben", 20, 4, { topic: "hard", channel: "email" }),
    ...agent("Ben", 80, 64, { topic: "easy", channel: "email" }),
  ];

  test("equal work gives equal figures", async () => {
    const { segments, warnings } = await ask(await reportsOver({ tickets: mixed }), {
      period,
      by: ["agent"],
      options: { adjust: "case_mix" },
    });
    expect(segments.map(({ key, value, variants }) => [key.agent, value, variants])).toEqual([
      ["Ann", expect.closeTo(50, 9), { crude: 32 }],
      ["Ben", expect.closeTo(50, 9), { crude: 68 }],
    ]);
    expect(codes(warnings)).toContain("case_mix");
  });

  test("is actual ÷ expected × the desk's own, by hand", async () => {
    const cells = [
      ["Ann", "hard", "email", 50, 20],
      ["Ann", "easy", "chat", 30, 27],
      ["Ben", "hard", "email", 30, 6],
      ["Ben", "hard", "chat", 40, 10],
      ["Ben", null, "chat", 10, 5],
      [null, "easy", "chat", 20, 10],
    ] as const;
    const tickets = cells.flatMap(([name, topic, channel, all, good]) =>
      ticketsOn(day, all, good, { agent: name, topic, channel }),
    );
    const adjusted = (who: string | null): number => {
      let [actual, expected, allGood, everything] = [0, 0, 0, 0];
      for (const [name, topic, channel, all, good] of cells) {
        allGood += good;
        everything += all;
        if (name !== who) continue;
        actual += good;
        const alike = cells.filter((each) => each[1] === topic && each[2] === channel);
        let [deskGood, deskAll] = [0, 0];
        for (const each of alike) [deskAll, deskGood] = [deskAll + each[3], deskGood + each[4]];
        expected += (all * deskGood) / deskAll;
      }
      return ((actual / expected) * 100 * allGood) / everything;
    };
    const reports = await reportsOver({ tickets });
    const options = { adjust: "case_mix" };
    const { segments } = await ask(reports, { period, by: ["agent"], options });
    for (const { key, value } of segments)
      expect(value).toBeCloseTo(adjusted(key.agent ?? null), 9);
    // Alone, Ann is still held against the whole desk.
    const where = { agent: { in: ["Ann"] } };
    const own = await ask(reports, { period, by: ["agent"], where, options });
    expect(own.segments[0]?.value).toBeCloseTo(adjusted("Ann"), 9);
  });

  test.each([
    [{ by: ["topic"] }],
    [{ by: [] }],
    [{ by: ["agent", "team"] }],
    [{ kpi: "tickets_per_customer", by: ["team"] }],
    [{ kpi: "ticket_volume", by: ["team"] }],
  ] as const)("%o is refused", async (asked) => {
    const reports = await reportsOver({ tickets: mixed });
    const options = { adjust: "case_mix" };
    expect(await reports.answer(question({ period, ...asked, options }), "en")).toEqual({
      fault: "cannot_adjust",
    });
  });
});
