import { describe, expect, test } from "vitest";
import type { FormValues } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { readAim, type AimScale } from "../../commands/goal-series.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

const scale: AimScale = {
  unit: "percent",
  baseline: 70,
  today: "2026-10-05",
  deadline: "2026-12-15",
  direction: "reach",
  towards: "up",
};
const steps = [
  { until: "2026-10-31", target: 75 },
  { until: "2026-11-30", target: 78 },
];

test.each<[string, Locale]>([
  ["75, 78, 80", "en"],
  ["75 %, 78 %, 80 %", "en"],
  ["75,78,80", "en"],
  ["75; 78; 80", "ko"],
  ["75、78、80", "zh-TW"],
  ["75 → 78 → 80", "en"],
  ["Oct 75, Nov 78, Dec 80", "en"],
  ["October 2026 75, November: 78 %, 2026-12 80", "en"],
  ["10월 75, 11월 78, 12월 80", "ko"],
  ["окт 75, ноя 78, дек 80", "ru"],
  ["октябрь 75, ноябрь 78, декабрь 80", "ru"],
  ["10月 75, 11月 78, 12月 80", "zh-TW"],
  ["+5pp, +8pp, +10pp", "en"],
])("%s is a target for each month, in %s", (text, locale) => {
  expect(readAim(text, scale, locale)).toEqual({ typed: 80, steps });
});

test("one fewer begins with the next month, and the last month named may come before the deadline", () => {
  expect(readAim("78, 80", scale, "en")).toEqual({ typed: 80, steps: steps.slice(1) });
  expect(readAim("Oct 75, Nov 78", scale, "en")).toEqual({ typed: 78, steps });
  const ended = { ...scale, deadline: "2026-11-30" } as const;
  expect(readAim("75, 78", ended, "en")).toEqual({ typed: 78, steps: steps.slice(0, 1) });
});

test.each<[string, Partial<AimScale>, string]>([
  ["74, 75, 78, 80", {}, "series_months"],
  ["Jan 75, Nov 78", {}, "series_months"],
  ["Nov 75, Oct 78", {}, "series_months"],
  ["Oct 75, 78, 80", {}, "series_months"],
  ["75, 74, 80", {}, "series_back"],
  ["69, 78, 80", {}, "series_back"],
  ["30, 20, 25", { towards: "down" }, "series_back"],
  ["75, many, 80", {}, "not_a_number"],
  ["75, 0.9, 80", {}, "fraction"],
  ["75, 78, 80", { direction: "keep" }, "series_keep"],
])("%s is refused: %o", (text, change, fault) => {
  expect(readAim(text, { ...scale, ...change }, "en").typed).toMatchObject({ fault });
});

test.each(["1,5", "67,5 %", "80", "7 of 10", "+5pp", "1,000", ""])("%s is one target", (text) => {
  expect(readAim(text, scale, "en").steps).toEqual([]);
});

test("where the deadline says nothing yet, only it is wrong", () => {
  for (const deadline of [null, "2026-10-01", "2999-12-31"] as const) {
    expect(readAim("75, 78, 80", { ...scale, deadline }, "en")).toEqual({ typed: 80, steps: [] });
  }
});

/** It is 18 November 2026, and 70 of 100 were solved at once last week. */
const tickets = ticketsOn("2026-11-10", 100, 70);
const good: FormValues = {
  kpi: "fcr",
  target: "72, 75, 80",
  direction: "reach",
  deadline: "2027-01-31",
  owner: "U0OWNER",
  why: "Customers should not have to write twice.",
};
const send = async (change: FormValues, locale: Locale = "en") => {
  const { desk } = await deskOver({ tickets });
  const asker = anAsker({ locale });
  return {
    desk,
    asker,
    result: await sendGoal({ state: "s1" }, { ...good, ...change }, desk, asker),
  };
};

describe("a goal by months", () => {
  test.each(locales)("says its targets on the way, and shows them: %s", async (locale) => {
    const { desk, asker, result } = await send({}, locale);
    expect(await desk.goals.list()).toMatchObject([
      {
        target: 80,
        steps: [
          { until: "2026-11-30", target: 72 },
          { until: "2026-12-31", target: 75 },
        ],
      },
    ]);
    const shown = await goal.run("show g1", asker, desk);
    for (const reply of [result, shown]) {
      expect(JSON.stringify(reply)).toMatch(/72\s?%.*75\s?%/u);
    }
  });

  test.each(locales)("that has a month too many is told which there are: %s", async (locale) => {
    const { result } = await send({ target: "71, 72, 75, 80" }, locale);
    const errors = result.ok ? {} : result.errors;
    expect(Object.keys(errors)).toEqual(["target"]);
    expect(errors["target"]).toMatch(/30.*31.*31/u);
    expect(errors["target"]).not.toContain("{");
  });

  test("loses the steps that an edit leaves behind, and all that are ahead where one target is typed", async () => {
    const { desk, asker } = await send({});
    const form = await goal.run("edit g1", asker, desk);
    if (form.kind !== "form") throw new Error("no form");
    const values = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
    const sooner = { deadline: "2026-12-15" };
    expect(await goal.submit!(form.state, { ...values, ...sooner }, asker, desk)).toMatchObject({
      ok: true,
    });
    expect(await desk.goals.list()).toMatchObject([
      { target: 80, steps: [{ until: "2026-11-30", target: 72 }] },
    ]);
    const next = await goal.run("edit g1", asker, desk);
    if (next.kind !== "form") throw new Error("no form");
    const shown = Object.fromEntries(next.fields.map(({ id, initial }) => [id, initial]));
    const change = { target: "74 %", reason: "Two people left" };
    expect(await goal.submit!(next.state, { ...shown, ...change }, asker, desk)).toMatchObject({
      ok: true,
    });
    expect(await desk.goals.list()).toMatchObject([{ target: 74, steps: [] }]);
  });
});

test.each([
  ["7 of 10", "en"],
  ["7 out of 10", "en"],
  ["7 из 10", "ru"],
  ["10개 중 7개", "ko"],
  ["10 중 7", "ko"],
  ["10 個中 7 個", "zh-TW"],
  ["10個中的7個", "zh-TW"],
] as const)("%s milestones are 70 %%, in %s", (text, locale) => {
  expect(readAim(text, scale, locale)).toEqual({ typed: 70, outOf: 10, steps: [] });
});

test.each(["12 of 10", "7 of 0", "x of 10", "of 10"])("%s is no count", (text) => {
  expect(readAim(text, scale, "en").typed).toMatchObject({ fault: expect.any(String) });
});
