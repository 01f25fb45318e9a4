import { expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { ask, codes, reportsOver, settings, ticketsOn } from "./ask.ts";

const nps = (scores: readonly number[]) =>
  scores.map((score, index) => ({
    id: `s${index}`,
    kind: "nps",
    channel: "email",
    answered_at: new Date("2026-11-10T09:00:00Z"),
    score,
  }));
const surveys = nps(Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 10 : 3)));

const over = (kpi: string, value: number, rows: Parameters<typeof reportsOver>[0]) =>
  reportsOver(rows, {
    settings: { ...settings, benchmarks: { [kpi]: { value, source: "Apple", on: "2025-06" } } },
  });
const ofOthers = (warnings: readonly { readonly code: string }[]) =>
  codes(warnings).filter((code) => code.startsWith("benchmark"));

test.each([
  [75, "benchmark_behind"],
  [-75, "benchmark_ahead"],
  [2, "benchmark_level"],
])("an NPS of 0 beside %d of others: %s", async (value, code) => {
  const { warnings } = await ask(await over("nps", value, { surveys }), { kpi: "nps" });
  expect(ofOthers(warnings)).toEqual([code]);
});

test("it names whose figure it is and of when, in every language", async () => {
  const reports = await over("nps", 75, { surveys });
  for (const locale of locales) {
    const { warnings } = await ask(reports, { kpi: "nps" }, locale);
    const text = warnings.find(({ code }) => code === "benchmark_behind")?.text ?? "";
    for (const part of ["75", "Apple", "2025-06"]) expect(text).toContain(part);
  }
});

test.each([
  [7_200, "benchmark_ahead"],
  [1_800, "benchmark_behind"],
])("where less is better, one hour beside %d seconds: %s", async (value, code) => {
  const tickets = ticketsOn("2026-11-10", 40, 30);
  const { warnings } = await ask(await over("first_response_time", value, { tickets }), {
    kpi: "first_response_time",
  });
  expect(ofOthers(warnings)).toEqual([code]);
});

test("nothing is held against it that it does not speak of: a part of the desk, a mean, no data", async () => {
  const reports = await over("nps", 75, { surveys });
  const part = await ask(reports, { kpi: "nps", where: { channel: { in: ["email"] } } });
  const none = await ask(reports, { kpi: "nps", period: { kind: "year", year: 2020 } });
  const csat = await over("csat", 80, {
    surveys: surveys.map((each) => ({
      ...each,
      kind: "csat",
      score: 5,
      scale_low: 1,
      scale_high: 5,
    })),
  });
  const mean = await ask(csat, { kpi: "csat", options: { stat: "mean" } });
  expect([part, none, mean].map(({ warnings }) => ofOthers(warnings))).toEqual([[], [], []]);
});
