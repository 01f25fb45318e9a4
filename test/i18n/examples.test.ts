import { describe, expect, test } from "vitest";
import { parseKpiWords } from "../../commands/words.ts";
import { locales } from "../../src/i18n/locale.ts";
import { texts } from "../../src/i18n/texts.ts";

const quotes = /[“«「]([^”»」]+)[”»」]/gu;
const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(quotes)].map(([, quoted]) => quoted!.replace(/^\/kpi ?/u, ""));

/** `Periods: today, last-week, since 2026-10-01. None means last-week.` */
const listedIn = (text: string): readonly string[] =>
  text
    .replace(/^[^:：]+[:：]\s*/u, "")
    .replace(/[.。](?:\s.*|[^.\d].*)?$/u, "")
    .split(/[,、，]\s*/u);

const misread = (examples: readonly string[]): readonly string[] =>
  examples.filter((example) => parseKpiWords(example).kind === "problem");

describe.each(locales)("what the texts in %s tell people to type is understood", (locale) => {
  const { words } = texts[locale];

  test("whole questions", () => {
    const examples = [words.tooLong, words.noKpi, words.guide.ask, words.helpHint].flatMap(
      quotedIn,
    );
    expect(examples).toHaveLength(4);
    expect(misread(examples)).toEqual([]);
  });

  test("periods", () => {
    const examples = [words.faultHint, words.guide.periods].flatMap(listedIn);
    expect(examples.length).toBeGreaterThan(15);
    expect(misread(examples.map((period) => `fcr ${period}`))).toEqual([]);
  });

  test("splits, filters and comparisons", () => {
    const { by_what, since_when, compare_with_what } = words.incomplete;
    const examples = [words.guide.filter, by_what, since_when, compare_with_what].flatMap(quotedIn);
    expect(examples.length).toBeGreaterThan(8);
    expect(misread(examples.map((each) => `fcr ${each}`))).toEqual([]);
  });

  test("what to ask about a figure", () => {
    const examples = quotedIn(words.guide.about);
    expect(examples.map((each) => parseKpiWords(each).kind)).toEqual([
      "why",
      "top",
      "receipt",
      "note",
    ]);
  });

  test("pages", () => {
    const [list = "", guide = "?"] = quotedIn(words.listHint);
    expect([list, guide].map((each) => parseKpiWords(each).kind)).toEqual(["list", "guide"]);
  });
});
