import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { locales } from "../../src/i18n/locale.ts";
import { suggestLine } from "../../src/playground/suggest-line.ts";

const lines = (typed: string, locale: (typeof locales)[number] = "en"): readonly string[] =>
  suggestLine(typed, locale).map(({ line }) => line);

test("a KPI is found by its id and by its name in any language", () => {
  expect(lines("kpi fc")).toContain("kpi fcr");
  expect(lines("kpi first resp")).toContain("kpi first_response_time");
  expect(suggestLine("kpi 고객", "ko")).toContainEqual({ line: "kpi 고객 만족도", about: "csat" });
  expect(lines("goal cs")).toContain("goal csat");
});

test("after a KPI come periods and splits, each once", () => {
  expect(lines("kpi fcr ")).toContain("kpi fcr last-week");
  expect(lines("kpi fcr by")).toEqual(expect.arrayContaining(["kpi fcr by channel"]));
  const further = lines("kpi fcr last-week ");
  expect(further).toContain("kpi fcr last-week by team");
  expect(further.filter((each) => /month|yesterday|week last/u.test(each))).toEqual([]);
});

describe.each(locales)("in %s", (locale) => {
  test("every word offered after a KPI is understood", () => {
    const seen = new Set<string>();
    const follow = (typed: string, depth: number): void => {
      for (const line of lines(`${typed} `, locale)) {
        if (!line.startsWith(typed) || seen.has(line) || depth === 0) continue;
        seen.add(line);
        expect(parseKpiWords(line.slice("kpi ".length)).kind).toBe("question");
        follow(line, depth - 1);
      }
    };
    follow("kpi fcr", 3);
    expect(seen.size).toBeGreaterThan(20);
  });

  test("a KPI alone is offered as many ways on as fit", () => {
    expect(lines("kpi fcr ", locale)).toHaveLength(8);
  });

  test("every command offers something to begin with", () => {
    for (const { name } of commands) expect(lines(`${name} `, locale)).not.toEqual([]);
  });
});

test("what is no command, or already whole, offers nothing", () => {
  expect(lines("sing la")).toEqual([]);
  expect(lines("kpi")).toEqual([]);
  expect(lines("kpi fcr last-week")).not.toContain("kpi fcr last-week");
});
