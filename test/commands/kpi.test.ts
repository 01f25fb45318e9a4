import { expect, test } from "vitest";
import type { Asker, Reply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { kpi } from "../../commands/kpi.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { stoppedAt } from "../../src/clock.ts";
import type { NoteBook } from "../../src/documents/note-book.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { kpis } from "../../src/kpis/index.ts";
import type { PeriodSettings } from "../../src/periods/period.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";
import type { Answer } from "../../src/reports/answer.ts";
import type { Reports } from "../../src/reports/reports.ts";

const now = new Date("2026-11-22T13:00:00Z");
const periods: PeriodSettings = {
  zone: "Europe/Berlin",
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: () => true,
};

const answer: Answer = {
  kpi: "fcr",
  definition: "fcr@1",
  period: { label: "last-week", from: now, to: now, zone: "Europe/Berlin", complete: true },
  where: {},
  value: 71.4,
  unit: "percent",
  currency: "EUR",
  numerator: 65,
  denominator: 91,
  sample: 91,
  variants: {},
  interval: null,
  reason: null,
  comparison: null,
  target: null,
  guardrails: [],
  segments: [],
  other: null,
  series: [],
  freshness: [],
  warnings: [],
};

const unused = (): never => {
  throw new Error("a question needs its answer alone");
};

const noNotes: NoteBook = {
  between: async () => [],
  list: unused,
  find: unused,
  write: unused,
  remove: unused,
};

/** A desk whose records are one answer; periods are laid as the real one lays them. */
function deskOf(found: Awaited<ReturnType<Reports["answer"]>>): Desk {
  const reports: Reports = {
    answer: async ({ period, versus }) => {
      for (const spec of [period, versus]) {
        if (spec === null || typeof spec === "string") continue;
        const laid = resolvePeriod(spec, now, periods);
        if ("fault" in laid) return laid;
      }
      return found;
    },
    briefly: unused,
    figure: unused,
    series: unused,
    optionsInForce: unused,
    kindsToChoose: unused,
    valuesOf: unused,
    receipt: unused,
    why: unused,
    top: unused,
    configured: () => [],
    promised: () => [],
  };
  return { clock: stoppedAt(now), periods, reports, notes: noNotes } as Desk;
}

const asker = (locale: Locale, role: Asker["role"] = "member"): Asker => ({
  id: "U1",
  name: "mina",
  role,
  locale,
  zone: "Asia/Seoul",
  channel: null,
});

async function said(words: string, locale: Locale = "en", desk = deskOf(answer)): Promise<Reply> {
  return kpi.run(words, asker(locale), desk);
}

async function page(words: string, locale: Locale = "en", desk = deskOf(answer)) {
  const reply = await said(words, locale, desk);
  if (reply.kind !== "page") throw new Error(`${words} gave ${reply.kind}`);
  return reply;
}

test("a question is answered, with the question beside it", async () => {
  expect(await said("fcr last week by channel")).toMatchObject({
    kind: "answer",
    answer: { value: 71.4 },
    question: { kpi: "fcr", by: ["channel"] },
  });
});

test("no words give the guide, whose buttons all work", async () => {
  const guide = await page("");
  expect(guide.refused).toBe(false);
  expect(guide.choices.length).toBeGreaterThan(2);
  for (const { words } of guide.choices) {
    expect(parseKpiWords(words.replace(/^kpi /u, "")).kind).not.toBe("problem");
  }
});

test("the guide's buttons speak the reader's language and say the same", async () => {
  const scripts = { en: "Latin", ko: "Hangul", ru: "Cyrillic", "zh-TW": "Han" } as const;
  const english = await page("");
  for (const locale of locales) {
    const { choices } = await page("", locale);
    expect(choices.map(({ words }) => words)).toEqual(english.choices.map(({ words }) => words));
    for (const { label, words } of choices) {
      expect(label).toMatch(new RegExp(String.raw`\p{Script=${scripts[locale]}}`, "u"));
      expect(label).not.toContain(words.replace(/^kpi /u, ""));
      expect(label.length).toBeLessThanOrEqual(75);
    }
  }
});

test("the list has every KPI in every language, with the words to type", async () => {
  for (const locale of locales) {
    const list = await page("list", locale);
    expect(list.table?.rows.map((row) => row[1])).toEqual(kpis.map(({ id }) => id));
    expect(list.table?.rows.map((row) => row[0])).toEqual(kpis.map(({ title }) => title[locale]));
    for (const row of list.table?.rows ?? []) expect(row.every((cell) => cell !== "")).toBe(true);
  }
});

test("a definition says the formula, the direction, what to watch, the options and the version", async () => {
  const defined = await page("define fcr");
  expect(defined.title).toBe("First contact resolution (fcr)");
  expect(defined.lines.join("\n")).toContain("Higher is better.");
  expect(defined.lines.join("\n")).toContain("Average handle time");
  expect(defined.table?.rows).toEqual([
    ["kind", "tickets", "tickets, calls"],
    ["denominator", "received", "received, resolved"],
    ["window", "7d", "1–30 days"],
  ]);
  expect(defined.hint).toContain("fcr@1");
});

test("every KPI has a definition in every language", async () => {
  for (const locale of locales) {
    for (const { id, title } of kpis) {
      const defined = await page(`define ${id}`, locale);
      expect(defined.title).toBe(
        locale === "zh-TW" ? `${title[locale]}（${id}）` : `${title[locale]} (${id})`,
      );
      expect(defined.lines.every((line) => !line.includes("{"))).toBe(true);
    }
  }
});

test("where tickets and calls could both answer, two buttons ask", async () => {
  const choose = await page(
    "fcr by team",
    "en",
    deskOf({ mustChoose: "kind", values: ["tickets", "calls"] }),
  );
  expect(choose.choices.map(({ words }) => words)).toEqual([
    "kpi fcr last-week by team kind:tickets",
    "kpi fcr last-week by team kind:calls",
  ]);
  expect(choose.choices.map(({ label }) => label)).toEqual(["Tickets", "Calls"]);
});

test.each([
  ["fcr 2027", "2027 has not begun yet."],
  ["fcr 2026-10-15..2026-10-01", "2026-10-15..2026-10-01 ends before it begins."],
  ["fcr 2026-02-30", "There is no such day: 2026-02-30."],
  ["fcr 2021-13", "There is no such month: 2021-13. A year has 12."],
  ["fcr 2021-q5", "There is no such quarter: 2021-q5. They are q1, q2, q3 and q4."],
  ["fcr 2025-W53", "There is no such week: 2025-W53."],
  ["fcr last-week vs 2027-01", "2027-01 has not begun yet."],
  ["fcr last-0-days", "last-0-days holds no time."],
  ["fcr 1990-01-01..2026-01-01", "longer than ten years"],
])("%s is refused: %s", async (words, sentence) => {
  const refused = await page(words);
  expect(refused.refused).toBe(true);
  expect(refused.lines.join(" ")).toContain(sentence);
  expect(refused.hint).toContain("2026-W46");
});

test("too many pieces are refused with those that are few enough", async () => {
  const desk = deskOf({ fault: "too_many_pieces" });
  for (const locale of locales) {
    const refused = await page("fcr 2024-01-01..2025-12-31 by team day", locale, desk);
    expect(refused.refused).toBe(true);
    expect(refused.lines.join(" ")).toContain("100");
    expect(refused.choices.map(({ words }) => words)).toEqual([
      "kpi fcr 2024-01-01..2025-12-31 by team month",
    ]);
  }
});

test("a problem is said in the reader's language, with the words to click", async () => {
  expect(await page("csta", "ru")).toMatchObject({
    refused: true,
    lines: ["Слово «csta» мне не знакомо.", "Возможно, вы имели в виду что-то из этого?"],
    choices: [{ words: "kpi csat" }],
  });
  expect(await page("AR", "ko")).toMatchObject({
    choices: [
      { label: "통화 포기율", words: "kpi abandonment_rate" },
      { label: "응대율", words: "kpi answer_rate" },
      { words: "kpi list" },
    ],
  });
});

test("every problem leaves no hole in its text, in any language", async () => {
  const problems =
    "csta|qwertyuiop|AR|流失率|last-week|csat nps|fcr last-week 2026|fcr vs target vs last-month|fcr by channel team agent|fcr by|fcr by week|fcr month|fcr 2026-q3 week|fcr 2026 by week by day|fcr next-month|fcr top:5|fcr vs|fcr not|fcr channel:|fcr since last-week|fcr channel|fcr channel:a not channel:b|fcr x:1|answer_rate x:1|fcr kind:x|fcr window:99d|service_level within:x|csat satisfied:x|fcr kind:calls kind:tickets".split(
      "|",
    );
  for (const locale of locales) {
    for (const words of [...problems, "x".repeat(1_001)]) {
      const { refused, lines, hint, choices } = await page(words, locale);
      expect(refused).toBe(true);
      expect([...lines, hint ?? "", ...choices.map(({ label }) => label)].join(" ")).not.toMatch(
        /[{}]|undefined/u,
      );
    }
  }
});

test("a name with one candidate is asked about without speaking of several", async () => {
  for (const [words, locale, text] of [
    ["CPC", "en", "“CPC” can mean other things too. Do you mean this KPI?"],
    ["회전율", "ko", "“회전율”은(는) 다른 뜻으로도 쓰입니다. 이 KPI를 말씀하시나요?"],
  ] as const) {
    expect((await page(words, locale)).lines).toEqual([text]);
  }
});

test("a period that has not begun is refused with those that have", async () => {
  const { lines, choices } = await page("csat next-month");
  expect(lines).toEqual(["next-month has not begun yet. Ask for one that has."]);
  expect(choices.map(({ words }) => words)).toEqual(["kpi csat this-month", "kpi csat last-month"]);
});

test("a stranger gets no figure", async () => {
  const reply = await kpi.run("fcr", asker("en", "stranger"), deskOf(answer));
  expect(reply).toMatchObject({ kind: "page", refused: true });
});
