import { describe, expect, test } from "vitest";
import { goalNowText } from "../../src/blocks/goal-now-text.ts";
import { stoppedAt } from "../../src/clock.ts";
import { goalCard } from "../../src/digests/goal-cards.ts";
import { locales } from "../../src/i18n/locale.ts";
import { addDays } from "../../src/periods/local-day.ts";
import type { SourceState } from "../../src/records/store.ts";
import { aGoal } from "../fixtures/goal.ts";
import { now, periods, reportsOver, settings, ticketsOn } from "../reports/ask.ts";

/** Solved at once, of a hundred a week: the last on 10 November, in the last whole week. */
const good = [71, 69, 72, 70, 68, 71, 73, 70];
const tickets = good.flatMap((count, week) =>
  ticketsOn(addDays("2026-11-10", 7 * (week - good.length + 1)), 100, count),
);

const goal = aGoal({
  startsOn: "2026-10-19",
  deadline: "2026-12-06",
  target: 75,
  baseline: { value: 68, sample: 100, from: "2026-10-12", to: "2026-10-18" },
});

async function cardOf(
  change: Parameters<typeof aGoal>[0] = {},
  more: Parameters<typeof reportsOver>[1] = {},
  locale: (typeof locales)[number] = "en",
) {
  const reports = await reportsOver({ tickets }, more);
  return goalCard(
    { ...goal, ...change },
    { reports, clock: stoppedAt(now), periods },
    { locale, zone: periods.zone },
  );
}

test("a card carries the targets on the way as numbers", async () => {
  const steps = [{ until: "2026-10-31", target: 70 }] as const;
  expect(await cardOf({ steps })).toMatchObject({ target: 75, upTo: null, steps });
});

test.each([
  ["en", "no data"],
  ["ko", "데이터 없음"],
  ["ru", "нет данных"],
  ["zh-TW", "沒有資料"],
] as const)("a card without a value says so inside of its sentence: %s", async (locale, text) => {
  const card = await cardOf({ where: { channel: { in: ["fax"] } } }, {}, locale);
  expect(card).toMatchObject({ value: null, valueText: text });
});

describe("the outlook of a goal", () => {
  test("is its odds, and what is needed from now on, counted over", async () => {
    const card = await cardOf({ target: 78 });
    expect(card.state).toBe("behind");
    expect(card.odds).toBeGreaterThan(0);
    expect(card.odds).toBeLessThan(10);
    // Four weeks from 19 October to 15 November stand, three are left.
    const past = good.slice(-4);
    let solved = 0;
    for (const count of past) solved += count;
    const needed = (78 * 7 * 100 - solved * 100) / (3 * 100);
    expect(card.neededText).toContain(`${needed} % from now on makes 78 %`);
    expect(card.oddsText).toMatch(/the chance .* is \d %/u);
  });

  test("is better for an easier target, and says so where it is out of reach", async () => {
    const [hard, easy] = [await cardOf({ target: 75 }), await cardOf({ target: 71 })];
    expect(easy.odds).toBeGreaterThan(hard.odds ?? 100);
    expect((await cardOf({ target: 99 })).neededText).toContain("no longer possible");
  });

  test("is nothing where nothing is open: reached, paused, over", async () => {
    for (const change of [
      { target: 69 },
      { paused: true },
      { archived: true },
      { deadline: "2026-11-15" },
    ] as const) {
      expect(await cardOf(change)).toMatchObject({ odds: null, oddsText: "", neededText: "" });
    }
  });

  test("is told of one that has just begun, from the weeks before it, and of one without a baseline", async () => {
    const begun = { startsOn: "2026-11-16", deadline: "2026-12-06" } as const;
    const running = await cardOf({ target: 78 });
    for (const change of [begun, { baseline: null }, { ...begun, baseline: null }]) {
      const card = await cardOf({ target: 78, ...change });
      // The same weeks, target and deadline: the same chance.
      expect(card).toMatchObject({ state: "active", stateText: "running", odds: running.odds });
    }
    // Nothing of its own is counted yet that more could be needed from.
    expect((await cardOf({ target: 78, ...begun })).neededText).toBe("");
  });

  test("expects nothing of a goal that is set aside or over", async () => {
    for (const change of [
      { paused: true },
      { archived: true },
      { deadline: "2026-11-15" },
    ] as const) {
      expect(await cardOf(change)).toMatchObject({
        expected: null,
        progressText: expect.stringMatching(/^\d+ % of the way$/u),
      });
    }
  });

  test("of a goal to keep is the chance that every week holds, and less the longer it lasts", async () => {
    const keep = { direction: "keep", target: 69 } as const;
    const short = await cardOf({ ...keep, deadline: "2026-11-22" });
    const long = await cardOf({ ...keep, deadline: "2027-01-31" });
    expect(short.oddsText).toContain("in every week until the deadline");
    expect(long.odds).toBeLessThan((short.odds ?? 0) - 10);
    expect(short.neededText).toBe("");
  });

  test("of a count is needed by the week, in whole ones that make it", async () => {
    const volume = { kpi: "ticket_volume", towards: "down", target: 90, options: {} } as const;
    const baseline = { value: 105, sample: 105, from: "2026-10-12", to: "2026-10-18" } as const;
    const card = await cardOf({ ...volume, baseline });
    // Four weeks of a hundred are past: 7 × 90 less 400, over three.
    expect(card.neededText).toContain(
      `${Math.floor((7 * 90 - 400) / 3)} a week from now on makes 90`,
    );
  });

  test("of a median says nothing of what is needed: medians do not add up", async () => {
    const median = {
      kpi: "first_response_time",
      options: { stat: "median" },
      towards: "down",
      target: 3_400,
      baseline: { value: 3_700, sample: 100, from: "2026-10-12", to: "2026-10-18" },
    } as const;
    const mean = { ...median, options: { stat: "mean" } };
    expect((await cardOf(median)).neededText).toBe("");
    expect((await cardOf(mean)).neededText).not.toBe("");
  });

  test.each(locales)("is said in %s", async (locale) => {
    for (const change of [
      { direction: "keep", target: 65 },
      { kpi: "ticket_volume", towards: "down", target: 90 },
    ] as const) {
      const { oddsText, neededText } = await cardOf(change, {}, locale);
      expect(oddsText + neededText).toMatch(/\d/u);
      expect(oddsText + neededText).not.toContain("{");
    }
    for (const target of [78, 99]) {
      const { oddsText, neededText } = await cardOf({ target }, {}, locale);
      expect(oddsText).toMatch(/\d\s?%/u);
      expect(neededText).toMatch(/\d\s?%/u);
      expect(oddsText + neededText).not.toContain("{");
    }
  });
});

test.each([
  ["en", "until", "by"],
  ["ko", "유지", "목표"],
  ["ru", "удерживать", "срок"],
  ["zh-TW", "維持", "目標"],
] as const)(
  "in %s a goal to keep is not said to come by its deadline",
  async (locale, keep, reach) => {
    const kept = goalNowText(await cardOf({ direction: "keep", target: 69 }, {}, locale), locale);
    expect(kept).toContain(keep);
    expect(kept.split(/[^\p{L}]+/u)).not.toContain(reach);
    expect(goalNowText(await cardOf({ target: 69 }, {}, locale), locale)).toContain(reach);
  },
);

test("no figure is told in the middle of a sentence", async () => {
  const card = await cardOf({ where: { channel: { in: ["fax"] } } });
  expect(goalNowText(card, "en")).toBe("Now no data, target 75 % by 6 December 2026");
});

const source: SourceState = {
  source: "desk",
  succeededAt: now,
  failedAt: null,
  error: null,
  hint: null,
  asOf: now,
  newestAt: null,
  kinds: ["tickets"],
  rows: 0,
  changed: 0,
  badRows: 0,
  odd: null,
};

describe("a goal over data that end early", () => {
  const freshness = { staleAfterSeconds: () => 7_200, isOverdue: () => false };
  const endingAt = (asOf: Date | null) => ({ states: [{ ...source, asOf }], freshness });

  test.each([
    ["met", { target: 69 }],
    ["on its way", { target: 71 }],
    ["behind", { target: 90 }],
    ["over", { target: 69, deadline: "2026-11-15" }],
  ] as const)("is neither good nor bad: %s", async (_name, change) => {
    const ending = endingAt(new Date("2026-11-13T12:00:00Z"));
    const card = await cardOf(change, ending);
    expect(card).toMatchObject({ state: "active", odds: null });
    expect(card.stateText).toContain("not current");
    // The week was whole before the source fell silent.
    const whole = await cardOf(change, endingAt(new Date("2026-11-16T12:00:00Z")));
    expect(whole.state).not.toBe("active");
  });
});

test("a goal is counted in the unit it was set in; where that changed it is not compared", async () => {
  const queued_at = new Date("2026-11-10T09:00:00Z");
  const calls = [{ id: "c", queued_at, outcome: "handled", wait_seconds: 9 }];
  const asa = aGoal({ kpi: "asa", target: 20, towards: "down", baseline: null });
  const options = { stat: "share", within: 20 };
  const share = { ...asa, options, towards: "up", target: 90 } as const;
  const card = async (each: typeof asa, change: Parameters<typeof reportsOver>[1] = {}) => {
    const reports = await reportsOver({ calls }, change);
    return goalCard(
      each,
      { reports, clock: stoppedAt(now), periods },
      { locale: "en", zone: periods.zone },
    );
  };
  expect(await card(asa)).toMatchObject({ unit: "seconds", value: 9, state: "achieved" });
  expect(await card(share)).toMatchObject({
    unit: "percent",
    value: 100,
    targetText: "90 %",
    state: "achieved",
  });
  const configured = { settings: { ...settings, options: { asa: options } } };
  expect(await card(asa, configured)).toMatchObject({ value: null, state: "active" });
});
