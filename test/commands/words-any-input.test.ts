import * as fc from "fast-check";
import { expect, test } from "vitest";
import { segments } from "../../src/kinds/kind.ts";
import { kpis, type KpiId } from "../../src/kpis/index.ts";
import type { OptionSpec } from "../../src/kpis/options.ts";
import type { Filter } from "../../src/kpis/where.ts";
import { isLocalDay } from "../../src/periods/local-day.ts";
import type { PeriodSpec } from "../../src/periods/period.ts";
import { pieceUnits } from "../../src/periods/pieces-of.ts";
import type { Question } from "../../src/reports/question.ts";
import { goalWords } from "../../commands/goal-words.ts";
import { namedValues } from "../../commands/named-values.ts";
import { kpiNamed, parseOnlyFor } from "../../commands/only-for.ts";
import { question } from "../reports/ask.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { questionToWords } from "../../commands/words/question-to-words.ts";

const day = fc
  .tuple(
    fc.integer({ min: 2000, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"))
  .filter(isLocalDay);
const year = fc.integer({ min: 1990, max: 2040 });
const unit = fc.constantFrom(
  "week" as const,
  "month" as const,
  "quarter" as const,
  "year" as const,
);

const period: fc.Arbitrary<PeriodSpec> = fc.oneof(
  fc.record({
    kind: fc.constant("day" as const),
    which: fc.constantFrom("today" as const, "yesterday" as const, "last-workday" as const),
  }),
  fc.record({ kind: fc.constantFrom("this" as const, "last" as const, "to-date" as const), unit }),
  fc.record({
    kind: fc.constant("last-n" as const),
    count: fc.integer({ min: 1, max: 999 }),
    unit: fc.constantFrom("day" as const, "week" as const, "month" as const),
  }),
  fc.record({ kind: fc.constant("week" as const), year, week: fc.integer({ min: 1, max: 53 }) }),
  fc.record({
    kind: fc.constant("month" as const),
    year: fc.option(year),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    kind: fc.constant("quarter" as const),
    year: fc.option(year),
    quarter: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant("year" as const), year }),
  fc.record({ kind: fc.constant("range" as const), from: day, to: day }),
  fc.record({
    kind: fc.constant("since" as const),
    day: fc.oneof(
      day,
      fc.constantFrom("today" as const, "yesterday" as const, "last-workday" as const),
    ),
  }),
);

/** Values as data may hold them, once written without invisible or compatibility characters. */
const value = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .map((text) =>
    text
      .normalize("NFKC")
      .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
      .replaceAll(/[“”„‟«»「」『』‘’‚‛]/gu, "")
      .trim(),
  )
  .filter((text) => text !== "" && text.normalize("NFKC") === text);
const values = fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ in: values }),
  fc.record({ not_in: values }),
);
const where = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...segments), filter), {
    maxLength: 2,
    selector: ([segment]) => segment,
  })
  .map((entries) => Object.fromEntries(entries));

function optionsOf(id: KpiId): fc.Arbitrary<Question["options"]> {
  const specs: [string, OptionSpec][] = Object.entries(kpis.find((kpi) => kpi.id === id)!.options);
  const chosen = specs.flatMap(([name, spec]) => {
    if (spec.type === "choice")
      return [fc.tuple(fc.constant(name), fc.constantFrom<string | number>(...spec.values))];
    if (spec.type === "duration")
      return [fc.tuple(fc.constant(name), fc.integer({ min: 0, max: 9_999 }))];
    if (spec.type === "days")
      return [fc.tuple(fc.constant(name), fc.integer({ min: 1, max: spec.most }))];
    return [];
  });
  return fc
    .tuple(...chosen.map((each) => fc.option(each)))
    .map((entries) => Object.fromEntries(entries.filter((each) => each !== null)));
}

const questions: fc.Arbitrary<Question> = fc
  .constantFrom(...kpis.map(({ id }) => id))
  .chain((kpi) =>
    fc.record({
      kpi: fc.constant(kpi),
      period,
      by: fc
        .uniqueArray(fc.constantFrom(...segments), { maxLength: 2 })
        .map((by) =>
          kpi === "top_agent" ? [...new Set(["agent" as const, ...by])].slice(0, 2) : by,
        ),
      every: fc.option(fc.constantFrom(...pieceUnits)),
      where,
      versus: fc.oneof(
        fc.constant(null),
        fc.constantFrom("target" as const, "year-before" as const),
        period,
      ),
      trend: fc.boolean(),
      options: optionsOf(kpi),
    }),
  )
  // Beside anything but a year, "last year" is the same period of it.
  .filter(({ versus }) => JSON.stringify(versus) !== '{"kind":"last","unit":"year"}');

test("a question said in words is the same question", () => {
  fc.assert(
    fc.property(questions, (question) => {
      expect(parseKpiWords(questionToWords(question))).toEqual({ kind: "question", question });
    }),
    { numRuns: 1_500 },
  );
});

/** What the goal's form is filled in with when a button says the words. */
const readGoalWords = (words: string) => {
  const { plain, named } = namedValues(words.replace(/^goal /u, ""));
  const kpi = kpiNamed(plain.join(" "))!;
  return { kpi, ...parseOnlyFor(kpi, named.get("where") ?? null) };
};

/** They have no figure of their own to aim at. */
const cards: readonly string[] = ["top_agent", "agent_productivity"];

test("the button for a goal carries a question's KPI, filters and options into the form", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { kpi, where, options } = question;
      const { agent: _agent, ...parts } = where;
      const words = goalWords(question);
      const aim = cards.includes(kpi) ? null : { kpi, where: parts, options };
      expect(words === null ? null : readGoalWords(words)).toEqual(aim);
      expect((words ?? "").length).toBeLessThanOrEqual(2_000);
    }),
    { numRuns: 500 },
  );
});

test("a question of more words than are read opens the form for its KPI alone", () => {
  const many = Array.from({ length: 60 }, (_, index) => `A topic with a long name, ${index}`);
  const asked = question({ where: { topic: { in: many } } });
  expect(goalWords(asked)).toBe("goal fcr");
});

test("how a table was cut is no part of a goal, and neither is a single agent", () => {
  const asked = question({
    where: { agent: { in: ["Becky"] }, channel: { not_in: ["chat"] } },
    options: { top: "5", window: 7 },
  });
  expect(goalWords(asked)).toBe('goal fcr where:"not channel:chat window:7d"');
});

const fragments = fc.constantFrom(
  ..."fcr|last-week|지난주|по|按|by|channel|:|=|,|\"|'|(|)|<@U1>|<#C1|general>|&lt;|vs|not|since|2026-|W99|..|99999999999999999999|q9|__proto__|constructor|toString|';drop table calls;--|$(rm -rf /)|`id`|../../etc/passwd|\u202E|\u200B|\u0000|\uD800|👨‍👩‍👧|ﷺ|İ|ß|İstanbul|last-0-days|2026-02-30|0000-00-00|대비|相比|제외|起|부터|define|list|trend|target".split(
    "|",
  ),
);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 1_000 }),
  fc
    .array(fc.oneof(fragments, fc.constant(" "), fc.string({ unit: "grapheme", maxLength: 6 })), {
      maxLength: 120,
    })
    .map((parts) => parts.join("")),
);

test("any text at all gets an answer, and no text blocks the next", () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(["question", "guide", "list", "define", "problem"]).toContain(
        parseKpiWords(text).kind,
      );
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ["one unbroken word", "a".repeat(1_000)],
  ["one unbroken Chinese word", "渠".repeat(1_000)],
  ["sixty-four slips", "lastt ".repeat(64).trim()],
  ["a long slip of every name", "firts contcat resoluton ".repeat(21).trim()],
  ["only commas in a filter", `fcr channel:${",".repeat(900)}`],
  ["figures", "9".repeat(1_000)],
  ["half a date", "2026-".repeat(200)],
])("%s is refused", (_name, text) => {
  expect(parseKpiWords(text).kind).toBe("problem");
});

test.each([
  ["only opening quotes", '"'.repeat(1_000)],
  ["only punctuation", "!?.".repeat(333)],
  ["only unclosed escapes", "<@".repeat(500)],
])("%s says nothing, and gets the guide", (_name, text) => {
  expect(parseKpiWords(text)).toEqual({ kind: "guide" });
});
