import { expect, test } from "vitest";
import { parseKpiWords } from "../../commands/words.ts";
import { problemPage } from "../../commands/words/problem-page.ts";
import { locales } from "../../src/i18n/locale.ts";

/** The words offered as buttons, and the problem's own code. */
function offered(text: string): readonly [string, ...string[]] {
  const asked = parseKpiWords(text);
  if (asked.kind !== "problem") throw new Error(`${text} was understood`);
  const { problem } = asked;
  switch (problem.code) {
    case "unknown_word":
    case "unknown_option":
    case "bad_option":
      return [problem.code, ...problem.meant.map(({ words }) => words)];
    case "which_kpi":
      return [problem.code, ...problem.choices.map(({ words }) => words)];
    case "contradiction":
      return [problem.what, ...problem.words];
    case "incomplete":
      return [problem.what, problem.word];
    case "no_kpi":
      return [problem.code, problem.rest];
    case "too_long":
    case "option_twice":
      return [problem.code];
  }
}

test.each<[string, readonly string[]]>([
  ["frc last week", ["unknown_word", "fcr last-week", "first_response_time last-week"]],
  ["csta", ["unknown_word", "csat"]],
  ["frist contact resolution lst week by chanel", ["unknown_word", "fcr last-week by channel"]],
  ["최초 통화 해결율 지난주", ["unknown_word", "fcr last-week"]],
  ["время первого отвта за прошлую неделю", ["unknown_word", "first_response_time last-week"]],
  ["首次回應時聞 上週", ["unknown_word", "first_response_time last-week"]],
  ["fcr lastweak", ["unknown_word", "fcr last-week"]],
  // CRR, as near, would only be asked about in turn.
  ["fcrr", ["unknown_word", "fcr", "customer_retention_rate", "call_resolution_rate"]],
  ["satisfacton last week", ["unknown_word", "csat last-week", "esat last-week"]],
  ["среднее время ответа", ["which_kpi", "asa", "first_response_time"]],
  ["qwertyuiop", ["unknown_word"]],
  ["AR last-month", ["which_kpi", "abandonment_rate last-month", "answer_rate last-month"]],
  ["resolution rate by team", ["which_kpi", "fcr by team", "call_resolution_rate by team"]],
  [
    "이탈률 지난주",
    [
      "which_kpi",
      "abandonment_rate last-week",
      "customer_churn_rate last-week",
      "revenue_churn_rate last-week",
    ],
  ],
  ["last-week by channel", ["no_kpi", "last-week by channel"]],
  ["csat nps last-week", ["two_kpis", "csat last-week", "nps last-week"]],
  ["fcr last-week this-month", ["two_periods", "fcr last-week", "fcr this-month"]],
  [
    "fcr this-week 2026-10-01..2026-10-15",
    ["two_periods", "fcr this-week", "fcr 2026-10-01..2026-10-15"],
  ],
  [
    "fcr vs target vs last-month",
    ["two_comparisons", "fcr last-week vs target", "fcr last-week vs last-month"],
  ],
  [
    "fcr by channel team agent",
    ["too_many_segments", "fcr last-week by channel team", "fcr last-week by channel agent"],
  ],
  ["fcr channel", ["segment_alone", "fcr last-week by channel"]],
  ["fcr by month", ["every_of_what", "fcr last-12-months by month", "fcr this-year by month"]],
  ["주별 FCR", ["every_of_what", "fcr last-12-weeks by week", "fcr this-quarter by week"]],
  ["fcr 2026 by week by month", ["every_twice", "fcr 2026 by week", "fcr 2026 by month"]],
  ["fcr month", ["time_alone", "fcr last-12-months by month", "fcr last-month"]],
  ["fcr 2026-q3 week", ["time_alone", "fcr 2026-q3 by week"]],
  ["fcr 2026-q3 by mnth", ["unknown_word", "fcr 2026-q3 by month"]],
  ["fcr 2026-q3 by agent mnoth", ["unknown_word", "fcr 2026-q3 by agent month"]],
  ["fcr 2026-q3 wekly", ["unknown_word", "fcr 2026-q3 by week"]],
  ["fcr 2026-q3 по месяцм", ["unknown_word", "fcr 2026-q3 by month"]],
  ["answer rate Febuary", ["unknown_word", "answer_rate february"]],
  ["asa janary 2021 by topic", ["unknown_word", "asa january 2021 by topic"]],
  ["доля отвеченных за феврал", ["unknown_word", "answer_rate february"]],
  ["время первого ответа ноябрря 2021", ["unknown_word", "first_response_time november 2021"]],
  ["csat январь 20211", ["unknown_word"]],
  ["fcr by", ["by_what", ""]],
  ["fcr vs", ["compare_with_what", ""]],
  ["fcr since last-week", ["since_when", ""]],
  ["fcr not", ["not_what", "not"]],
  ["fcr channel:", ["no_value", "channel"]],
  ["csat channel: last-month", ["no_value", "channel"]],
  ["csat channel:  last month by team", ["no_value", "channel"]],
  ["csat team: 2026-10", ["no_value", "team"]],
  ["csat 채널: 지난달", ["no_value", "채널"]],
  ["csat канал: за прошлый месяц", ["no_value", "канал"]],
  ["csat 渠道： 上個月", ["no_value", "渠道"]],
  ["csat channel: by team", ["no_value", "channel"]],
  ["fcr channel:email not channel:chat", ["in_and_not", "channel"]],
  ["fcr windw:7d", ["unknown_option", "fcr window:7d"]],
  ["fcr chanel:email", ["unknown_option", "fcr channel:email"]],
  ["fcr __proto__:1", ["unknown_option"]],
  ["fcr constructor:1", ["unknown_option"]],
  ["fcr kind:ticket", ["bad_option", "fcr kind:tickets"]],
  ["fcr kind:surveys", ["bad_option"]],
  ["fcr window:40d", ["bad_option"]],
  ["service_level within:30", ["bad_option"]],
  ["service_level within:30s within:40s", ["option_twice"]],
  ["csat satisfied:5", ["bad_option"]],
])("%j offers %j", (text, expected) => {
  expect(offered(text)).toEqual(expected);
});

test("every button a problem offers is understood, or asks one thing less", () => {
  for (const text of ["frc lst week", "AR by team", "fcr by channel team agent", "fcr by week"]) {
    for (const words of offered(text).slice(1)) {
      expect(parseKpiWords(words).kind).toBe("question");
    }
  }
});

test("an unknown word is said as it was typed, with the spaces that were and no others", () => {
  for (const [typed, word] of [
    ["최초통화해결율 지난주", "최초통화해결율"],
    ["최초 통화 해결율 지난주", "최초 통화 해결율"],
    ["首次回應時聞 上週", "首次回應時聞"],
    ["frist contact resolution lst week", "frist contact resolution"],
  ] as const) {
    expect(parseKpiWords(typed)).toMatchObject({ problem: { code: "unknown_word", word } });
  }
});

test("words behind a filter and its comma are offered as more of its values", () => {
  const asked = parseKpiWords("fcr channel:email, chat, web last-month");
  expect(asked).toEqual({
    kind: "problem",
    problem: {
      code: "unknown_word",
      word: "chat",
      meant: [
        { instead: "channel:email,chat,web", words: "fcr last-month channel:email,chat,web" },
      ],
    },
  });
  expect(parseKpiWords("fcr channel:email last-wek")).toMatchObject({
    problem: { meant: [{ instead: "last-week" }] },
  });
});

test.each<[string, readonly string[]]>([
  [
    "fcr ..2021-01-01 by channel",
    [
      "no_beginning",
      "fcr 2020-12-01..2021-01-01 by channel",
      "fcr 2020-01-01..2021-01-01 by channel",
    ],
  ],
  ["fcr ~2021-01-01", ["no_beginning", "fcr 2020-12-01..2021-01-01", "fcr 2020-01-01..2021-01-01"]],
  ["fcr ..2021-03", ["no_beginning", "fcr 2021-03"]],
  ["csat next-month", ["not_begun", "csat this-month", "csat last-month"]],
  ["csat next week by team", ["not_begun", "csat this-week by team", "csat last-week by team"]],
  ["csat 다음 달", ["not_begun", "csat this-month", "csat last-month"]],
  ["csat на следующей неделе", ["not_begun", "csat this-week", "csat last-week"]],
  ["csat last-month vs next-month", ["not_begun", "csat last-month vs this-month"]],
  ["csat vs tomorrow", ["not_begun", "csat last-week vs today", "csat last-week vs yesterday"]],
  ["csat 다음 주 대비", ["not_begun", "csat last-week vs this-week"]],
  ["csat 明天", ["not_begun", "csat today", "csat yesterday"]],
  ["csat nxt quarter", ["unknown_word", "csat next-quarter"]],
  ["fcr 2021..", ["no_end", "fcr 2021", "fcr since 2021-01-01"]],
  ["fcr 2021-q3..", ["no_end", "fcr 2021-q3", "fcr since 2021-07-01"]],
  ["fcr 2021-W05..", ["no_end", "fcr 2021-W05"]],
])("%s lacks an end and is asked about", (text, expected) => {
  expect(offered(text)).toEqual(expected);
});

test.each(locales)(
  "a period without a beginning is refused in %s, with days to say instead",
  (locale) => {
    const asked = parseKpiWords("fcr ..2021-01-01");
    if (asked.kind !== "problem") throw new Error("it was understood");
    const { lines, choices } = problemPage(asked.problem, locale);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("2021-01-01");
    expect(choices.map(({ words }) => words)).toEqual([
      "kpi fcr 2020-12-01..2021-01-01",
      "kpi fcr 2020-01-01..2021-01-01",
    ]);
  },
);
