import { expect, test } from "vitest";
import type { FormValues } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { goalValues } from "../fixtures/goal-values.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** It is 18 November 2026; last week 70 of 100 were solved at once. */
const tickets = ticketsOn("2026-11-10", 100, 70);

async function errorsOf(change: FormValues, locale: Locale = "en") {
  const { desk } = await deskOver({ tickets });
  const values = { ...goalValues, post_to: null, ...change };
  const sent = await goal.submit!("s1", values, anAsker({ locale }), desk);
  expect(await desk.goals.list()).toEqual([]);
  return sent.ok ? {} : sent.errors;
}

test.each<[string, FormValues, string, RegExp]>([
  ["NaN", { target: "NaN" }, "target", /number with its unit/u],
  ["Infinity", { target: "Infinity" }, "target", /number with its unit/u],
  ["1.000,50", { target: "1.000,50" }, "target", /1,000\.5 %.* 1000\.5\./u],
  ["1.000", { target: "1.000" }, "target", /Do you mean 1 % or 1,000 %.*: 1 or 1000\./u],
  ["1,5", { target: "1,5" }, "target", /1\.5 % is no improvement/u],
  ["0.9", { target: "0.9" }, "target", /90 % or 0\.9 %/u],
  ["0,9", { target: "0,9" }, "target", /90 % or 0\.9 %/u],
  ["a duration", { target: "2h30" }, "target", /number with its unit/u],
  ["less than nothing", { target: "-5" }, "target", /−5 % is not possible/u],
  ["a duration without its unit", { kpi: "frt", target: "80" }, "target", /A number of what.*4 h/u],
  ["a clock", { kpi: "frt", target: "1:30" }, "target", /90 s or 1 h 30 min/u],
  ["half a ticket", { kpi: "ticket_volume", target: "10.5" }, "target", /whole numbers/u],
  ["the reversed direction", { target: "60" }, "target", /no improvement.*70 %/u],
  ["Arabic digits of the baseline", { target: "٧٠ ٪" }, "target", /no improvement.*70 %/u],
  ["yesterday", { deadline: "2026-11-17" }, "deadline", /must lie ahead/u],
  ["today", { deadline: "2026-11-18" }, "deadline", /must lie ahead/u],
  ["the year 9999", { deadline: "9999-12-31" }, "deadline", /within three years/u],
  ["no day", { deadline: "2026-02-30" }, "deadline", /Choose a date/u],
])("%s is told on its field, and nothing is kept", async (_name, change, field, text) => {
  const errors = await errorsOf(change);
  expect(Object.keys(errors)).toEqual([field]);
  expect(errors[field]).toMatch(text);
});

test.each([["٨٠ ٪"], ["८०"], ["๘๐ %"], ["８０％"]])("%s is eighty percent", async (target) => {
  expect(await errorsOf({ target })).toEqual({});
});

test("a deadline in other digits is that day", async () => {
  expect(await errorsOf({ deadline: "٢٠٢٦-١٢-٣١" })).toEqual({});
});

/** No record is of such a team, so there is no baseline that speaks for one reading. */
const unmeasured: FormValues = { where: "team:Nobody" };

test.each(locales.filter((locale) => locale !== "ru"))(
  "a comma is asked about where it may part two targets: %s",
  async (locale) => {
    const { target = "", ...others } = await errorsOf({ ...unmeasured, target: "1,5" }, locale);
    expect(others).toEqual({});
    expect(target.replaceAll(/\s/gu, "")).toMatch(/1\.5%.*1%.*5%.*1\.5.*1,5/u);
    expect(target).toMatch(/1, 5.*[.。]$/u);
    expect(target).not.toContain("{");
    expect((await errorsOf({ target: "75,80" }, locale))["target"]).toContain("75.8");
  },
);

test.each<[string, FormValues, Locale]>([
  ["the language writes decimals with it", { ...unmeasured, target: "1,5" }, "ru"],
  ["it stands with its unit", { ...unmeasured, target: "1,5 %" }, "en"],
  ["five after seventy-five would be a step back", { target: "75,5" }, "en"],
  ["one is kept", { direction: "keep", target: "60,70" }, "en"],
  ["none can be so much", { ...unmeasured, target: "1,5000" }, "en"],
  ["both would be one", { ...unmeasured, target: "5,5" }, "en"],
])("a comma is no question where %s", async (_name, change, locale) => {
  expect(await errorsOf(change, locale)).toEqual({});
});

test.each(locales)("every refusal is whole, and ends: %s", async (locale) => {
  const targets = ["NaN", "1.000,50", "1.000", "0.9", "-5", "60", "101 %", "72, 71", "1, 2, 3, 4"];
  for (const target of targets) {
    const { target: text = "" } = await errorsOf({ target }, locale);
    expect(text).toMatch(/[^{}]+[.。]$/u);
    expect(text).not.toMatch(/[{}]|undefined|NaN/u);
  }
  for (const change of [
    { kpi: "frt", target: "80" },
    { kpi: "frt", target: "1:30" },
  ]) {
    expect((await errorsOf(change, locale))["target"]).toMatch(/[.。]$/u);
  }
});
