import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DrawnMessage } from "../../src/blocks/block.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { toClassic } from "../../src/blocks/classic-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { kpis } from "../../src/kpis/index.ts";
import { checkBlocks as checkAsSlack } from "../../src/playground/block-kit/check-blocks.ts";
import { anAnswer } from "../fixtures/answer.ts";
import { draw, all, daysOf } from "./draw-answer.ts";

const types = (message: DrawnMessage) => message.blocks.map(({ type }) => type);

test("an answer says value, sample, comparison, target, guardrail and chance in words", () => {
  const message = draw(anAnswer());
  expect(message.text.replaceAll(/\s/gu, " ")).toBe(
    "First contact resolution · 9–15 Nov 2026, last week: 71.4 % · Compared with 2–8 Nov 2026: +1.2 pp, too small to tell from chance · Target 80 %: missed, −8.6 pp from target",
  );
  expect(types(message)).toEqual(["header", "section", "data_visualization", "context", "actions"]);
  const text = all(message);
  for (const said of [
    "*71.4 %*",
    "65 of 91",
    "80 %: missed",
    "4.2 %, worse",
    "61.4 % and 79.7 %",
  ]) {
    expect(text).toContain(said);
  }
});

test("when data was read is said in the reader's zone, and whose days are counted", () => {
  expect(all(draw(anAnswer()))).toContain(
    "Data of desk as of 16 Nov 2026, 14:00 (Asia/Seoul)\\nDays are counted in Europe/Berlin",
  );
});

test("that a period is not over is said once", () => {
  const { period } = anAnswer();
  const text = "The period is not over; it is compared with the same stretch of time.";
  const warnings = [{ code: "unfinished_period", text }];
  const message = draw(anAnswer({ period: { ...period, complete: false }, warnings }));
  expect(all(message).match(/not over/gu)).toEqual(["not over"]);
});

test("no data is never a number: the reason and a next step stand there", () => {
  const message = draw(
    anAnswer({
      value: null,
      sample: 0,
      series: [],
      comparison: null,
      reason: { code: "no_records", text: "No ticket was solved in these days." },
    }),
  );
  expect(message.text).toBe(
    "First contact resolution · 9–15 Nov 2026, last week: No data · No ticket was solved in these days.",
  );
  expect(all(message)).toContain("Try a longer period or fewer filters");
  expect(all(message)).not.toContain("0%");
});

test("a period without data is a gap in the line, and said", () => {
  const [first, second, third] = anAnswer().series;
  const message = draw(anAnswer({ series: [first!, { ...second!, value: null }, third!] }));
  const chart = message.blocks.find((block) => block.type === "data_visualization")!;
  expect(chart.chart.series[0]!.data.map((point) => point.label)).toEqual(["26 Oct", "9 Nov"]);
  expect(all(message)).toContain("No data in the chart for 2 Nov.");
});

test("periods before the first record are no gap", () => {
  const [first, second, third] = anAnswer().series;
  const message = draw(anAnswer({ series: [{ ...first!, value: null }, second!, third!] }));
  const chart = message.blocks.find((block) => block.type === "data_visualization")!;
  expect(chart.chart.axis_config.categories).toEqual(["2 Nov", "9 Nov"]);
  expect(all(message)).not.toContain("No data in the chart");
});

test("every chart names its line alike: the title says which KPI it is", () => {
  const lines = (["fcr", "csat", "asa"] as const).map((kpi) => {
    const chart = draw(anAnswer({ kpi })).blocks.find(({ type }) => type === "data_visualization");
    return chart?.type === "data_visualization" ? chart.chart.series[0]?.name : null;
  });
  expect(lines).toEqual(["Value", "Value", "Value"]);
});

test("what is being read for the first time is worth waiting for, not asking otherwise", () => {
  const message = draw(
    anAnswer({
      value: null,
      series: [],
      comparison: null,
      reason: { code: "being_read", text: "A source is being read for the first time." },
    }),
  );
  expect(all(message)).toContain("A source is being read for the first time.");
  expect(all(message)).not.toContain("Try a longer period or fewer filters");
});

test("a chart of long waits is in hours, not in thousands of seconds", () => {
  const series = anAnswer().series.map((point) => ({ ...point, value: 9_000 }));
  const message = draw(anAnswer({ kpi: "first_response_time", unit: "seconds", series }));
  const chart = message.blocks.find((block) => block.type === "data_visualization")!;
  expect(chart.chart.series[0]!.data[0]!.value).toBe(2.5);
  expect(chart.chart.axis_config.y_label).toBe("hours");
});

test.each(locales)("words of any length leave their room to the tables, in %s", (locale) => {
  const long = "ж*<&_".repeat(500);
  const figure = { value: 50, numerator: 1, denominator: 2, sample: 2, interval: null };
  const message = draw(
    anAnswer({
      variants: { [long]: 1 },
      where: { team: { in: [long] } },
      warnings: [{ code: "x", text: long }],
      freshness: [{ source: long, asOf: null, state: "stale" }],
      segments: daysOf(100).map((_, at) => ({
        ...figure,
        variants: {},
        key: { agent: `${at} ${"a".repeat(80)}` },
      })),
      series: daysOf(90),
    }),
    locale,
    "day",
    [long],
  );
  expect(checkBlocks("message", message)).toEqual([]);
  const classic = { ...message, blocks: toClassic(message.blocks) };
  expect(checkBlocks("message", classic)).toEqual([]);
});

test("a late or stale source says so in words", () => {
  const asOf = new Date("2026-11-16T05:00:00Z");
  const text = all(
    draw(
      anAnswer({
        freshness: [
          { source: "desk", asOf, state: "late" },
          { source: "phones", asOf, state: "stale" },
          { source: "surveys", asOf: null, state: "stale" },
        ],
      }),
    ),
  );
  expect(text).toContain("desk: the last update did not come through");
  expect(text).toContain("phones is not current");
  expect(text).toContain("surveys has not been read yet");
});

test("names from the data can neither mention nor link nor format", () => {
  const evil = "<!channel> *x* <http://evil.example|Login> <@U0LENA>";
  const message = draw(
    anAnswer({
      where: { team: { in: [evil] } },
      segments: [
        {
          key: { agent: evil },
          value: 1,
          numerator: 1,
          denominator: 1,
          sample: 1,
          variants: {},
          interval: null,
        },
      ],
      warnings: [{ code: "late", text: evil }],
      freshness: [{ source: evil, asOf: null, state: "stale" }],
    }),
  );
  for (const block of [...message.blocks, ...toClassic(message.blocks)]) {
    if (block.type === "data_table") continue;
    expect(JSON.stringify(block)).not.toMatch(/<[!@h]|\*x\*/u);
  }
  expect(message.text).not.toMatch(/<[!@h]/u);
});

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constant("ж*<&_".repeat(500)),
);

const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));

const sample = fc.nat();

const answers = fc.record({
  kpi: fc.constantFrom(...kpis.map((kpi) => kpi.id)),
  unit: fc.constantFrom("percent", "seconds", "count", "points", "score", "money", "ratio"),
  value,
  sample,
  reason: fc.option(fc.record({ code: fc.constant("x"), text })),
  variants: fc.dictionary(text, value, { maxKeys: 5 }),
  warnings: fc.array(fc.record({ code: text, text }), { maxLength: 12 }),
  where: fc.record({ team: fc.record({ in: fc.array(text) }) }),
  segments: fc.array(
    fc.record({
      key: fc.record({ agent: fc.option(text), topic: fc.option(text) }),
      value,
      numerator: value,
      denominator: value,
      sample,
      variants: fc.constant({}),
      interval: fc.constant(null),
    }),
    { maxLength: 130 },
  ),
  series: fc.array(
    fc.record({
      from: fc.date({ min: new Date(0), max: new Date("2030-01-01"), noInvalidDate: true }),
      to: fc.date({ min: new Date(0), max: new Date("2030-01-01"), noInvalidDate: true }),
      value,
      sample,
    }),
    { maxLength: 100 },
  ),
  freshness: fc.array(
    fc.record({ source: text, asOf: fc.constant(null), state: fc.constant("stale" as const) }),
    { maxLength: 10 },
  ),
});

describe.each(locales)("in %s", (locale) => {
  test("whatever the data holds, the message is one that Slack takes, and so is its old form", () => {
    const units = fc.constantFrom(null, "day", "week", "month");
    fc.assert(
      fc.property(answers, units, fc.array(text), (change, every, notes) => {
        const message = draw(anAnswer(change), locale, every, notes);
        expect(checkBlocks("message", message)).toEqual([]);
        expect(checkAsSlack([...message.blocks], "message")).toMatchObject({ ok: true });
        const classic = { ...message, blocks: toClassic(message.blocks) };
        expect(checkBlocks("message", classic)).toEqual([]);
      }),
      // What fails has thousands of characters: making it smaller would take minutes.
      { numRuns: 25, endOnFailure: true },
    );
  });
});

test("a definition changed by the configuration says so on its chart and in the small print", () => {
  const message = draw(anAnswer({ changed: [{ name: "window", value: 14, from: "configured" }] }));
  expect(message.blocks.find(({ type }) => type === "data_visualization")).toMatchObject({
    title: "fcr@1, window: 14d (configured)",
  });
  expect(all(message)).toContain("Definition fcr@1, window: 14d (configured)");
});
