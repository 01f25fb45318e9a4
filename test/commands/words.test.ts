import { expect, test } from "vitest";
import type { Question } from "../../src/reports/question.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { understood } from "./understood.ts";

const plain: Omit<Question, "kpi"> = {
  period: { kind: "last", unit: "week" },
  by: [],
  every: null,
  where: {},
  versus: null,
  trend: false,
  options: {},
};

test.each<[string, Question]>([
  ["fcr", { ...plain, kpi: "fcr" }],
  ["fcr last-week by channel", { ...plain, kpi: "fcr", by: ["channel"] }],
  [
    "csat 2026-10-01..2026-10-15 by channel team channel:email,chat not team:Billing vs target trend",
    {
      kpi: "csat",
      period: { kind: "range", from: "2026-10-01", to: "2026-10-15" },
      by: ["channel", "team"],
      every: null,
      where: { channel: { in: ["email", "chat"] }, team: { not_in: ["Billing"] } },
      versus: "target",
      trend: true,
      options: {},
    },
  ],
  [
    "service_level within:30s short_abandons:1m variant:credit-short vs last-month",
    {
      ...plain,
      kpi: "service_level",
      versus: { kind: "last", unit: "month" },
      options: { within: 30, short_abandons: 60, variant: "credit_short" },
    },
  ],
  [
    "fcr window:14d kind:calls denominator:resolved",
    { ...plain, kpi: "fcr", options: { window: 14, kind: "calls", denominator: "resolved" } },
  ],
  ["nps since 2026-10-01", { ...plain, kpi: "nps", period: { kind: "since", day: "2026-10-01" } }],
  [
    'aht agent:"Becky (nights), Berlin"',
    { ...plain, kpi: "aht", where: { agent: { in: ["Becky (nights), Berlin"] } } },
  ],
])("%s is this question", (text, question) => {
  expect(parseKpiWords(text)).toEqual({ kind: "question", question });
});

test.each([
  // English
  ["FCR last week", "fcr last-week"],
  ["last week fcr", "fcr last-week"],
  ["first contact resolution last week by channel", "fcr last-week by channel"],
  ["first-contact-resolution last-week", "fcr last-week"],
  ["by team, csat last month", "csat last-month by team"],
  ["What was our CSAT last month?", "csat last-month"],
  [
    "show me the first response time for this quarter by channel and team",
    "first_response_time this-quarter by channel team",
  ],
  ["aht today", "aht today"],
  ["aht yesterday", "aht yesterday"],
  ["asa last workday", "asa last-workday"],
  ["asa last business day", "asa last-workday"],
  ["nps this year", "nps this-year"],
  ["nps last-year", "nps last-year"],
  ["backlog last 7 days", "backlog last-7-days"],
  ["backlog last-7-days", "backlog last-7-days"],
  ["backlog last seven days", "backlog last-7-days"],
  ["backlog past 3 weeks", "backlog last-3-weeks"],
  ["backlog last-12-months", "backlog last-12-months"],
  ["csat 2026-W46", "csat 2026-W46"],
  ["csat 2026w6", "csat 2026-W06"],
  ["csat week 46 2026", "csat 2026-W46"],
  ["csat 2026-10", "csat 2026-10"],
  ["csat 2026/10", "csat 2026-10"],
  ["csat 2026-q3", "csat 2026-q3"],
  ["csat q3 2026", "csat 2026-q3"],
  ["csat Q3", "csat q3"],
  ["csat 2026", "csat 2026"],
  ["csat october", "csat october"],
  ["csat Oct 2025", "csat 2025-10"],
  ["csat in may", "csat may"],
  ["csat 2026-11-18", "csat 2026-11-18"],
  ["csat 2026.11.8", "csat 2026-11-08"],
  ["csat 2026-10-01...2026-10-15", "csat 2026-10-01..2026-10-15"],
  ["csat 2026-10-01 to 2026-10-15", "csat 2026-10-01..2026-10-15"],
  ["csat from 2026-10-01 until 2026-10-15", "csat 2026-10-01..2026-10-15"],
  ["csat 2026-10-01 – 2026-10-15", "csat 2026-10-01..2026-10-15"],
  ["csat 2026-07..2026-09", "csat 2026-07-01..2026-09-30"],
  ["csat since 2026-10-01", "csat since 2026-10-01"],
  ["csat since yesterday", "csat since yesterday"],
  ["csat since the last business day", "csat since last-workday"],
  ["csat from yesterday", "csat yesterday"],
  ["csat wtd", "csat wtd"],
  ["csat month to date", "csat mtd"],
  ["csat qtd vs last-quarter", "csat qtd vs last-quarter"],
  ["csat year-to-date compared to last year", "csat ytd vs last-year"],
  ["csat this month versus 2025-11", "csat this-month vs 2025-11"],
  ["csat vs last-month this-month", "csat this-month vs last-month"],
  ["csat vs target", "csat last-week vs target"],
  ["csat vs last year", "csat last-week vs same-period-last-year"],
  ["csat 2026-10 compared to last-year", "csat 2026-10 vs same-period-last-year"],
  ["csat this year vs last year", "csat this-year vs last-year"],
  ["csat 2026 vs last year", "csat 2026 vs last-year"],
  ["csat yesterday vs 2025", "csat yesterday vs 2025"],
  ["csat this month vs the same period last year", "csat this-month vs same-period-last-year"],
  ["csat wtd same week last year", "csat wtd vs same-period-last-year"],
  ["csat last month yoy", "csat last-month vs same-period-last-year"],
  ["csat last month against target trend", "csat last-month vs target trend"],
  ["csat per channel", "csat last-week by channel"],
  ["csat by customer segment", "csat last-week by customer_segment"],
  ["csat by customer_segment", "csat last-week by customer_segment"],
  ["csat by language by topic", "csat last-week by language topic"],
  ["csat channel: email", "csat last-week channel:email"],
  ["csat channel=email", "csat last-week channel:email"],
  ["csat channel: chat last month", "csat last-month channel:chat"],
  ['csat channel: "last-month"', "csat last-week channel:last-month"],
  ["csat topic: last-mile", "csat last-week topic:last-mile"],
  ["fcr window: 7d", "fcr last-week window:7d"],
  ["csat channel:email channel:chat", "csat last-week channel:email,chat"],
  ["csat without channel:email", "csat last-week not channel:email"],
  ["csat excluding team:Billing", "csat last-week not team:Billing"],
  ['csat team:"Night shift",Billing', 'csat last-week team:"Night shift",Billing'],
  ["csat team:“Night shift”", 'csat last-week team:"Night shift"'],
  ["“fcr” last-week", "fcr last-week"],
  ["*fcr* `last-week`", "fcr last-week"],
  ["fcr :chart_with_upwards_trend: 📈 last week!!!", "fcr last-week"],
  ['fcr team:"R&D <x>"', 'fcr last-week team:"R&D <x>"'],
  ['fcr team:"A&amp;B <@U1> &lt;b&gt;"', 'fcr last-week team:"A&amp;B <@U1> &lt;b&gt;"'],
  ["/kpi fcr last week", "fcr last-week"],
  ["(fcr) [last week]", "fcr last-week"],
  ["f\u200Bcr last\u00A0week", "fcr last-week"],
  ["\u202Efcr\u202C last-week", "fcr last-week"],
  ["ＦＣＲ　ｌａｓｔ－ｗｅｅｋ", "fcr last-week"],
  ["one-touch", "fcr last-week"],
  ["80/20 yesterday", "service_level yesterday"],
  ["SLA by priority", "sla_attainment last-week by priority"],
  ["fcr csat", "? contradiction"],
])("%j asks %s", (text, expected) => {
  expect(understood(text)).toBe(expected);
});

test.each([
  // Cut into days, weeks, months
  ["asa 2021-q1 by month", "asa 2021-q1 by month"],
  ["by week asa 2021-q1", "asa 2021-q1 by week"],
  ["asa per day in 2021-02", "asa 2021-02 by day"],
  ["asa by day", "asa last-week by day"],
  ["monthly asa 2021", "asa 2021 by month"],
  ["asa each month of 2021", "asa 2021 by month"],
  ["asa 2021-q1 split by month", "asa 2021-q1 by month"],
  ["asa by agent month 2021-q1", "asa 2021-q1 by agent month"],
  ["asa 2021-q1 by month agent", "asa 2021-q1 by agent month"],
  ["asa 2021-q1 by month and by agent, topic", "asa 2021-q1 by agent topic month"],
  [
    "asa 2021-q1 by channel and week not channel:email",
    "asa 2021-q1 by channel week not channel:email",
  ],
  ["asa last 7 days by day trend", "asa last-7-days by day trend"],
  ["asa week 46 2026 by day", "asa 2026-W46 by day"],
  ["asa this month by month by month", "asa this-month by month"],
  ["asa 2021년 1분기 월별", "asa 2021-q1 by month"],
  ["2021년 1분기 asa를 상담원별 주별로 보여줘", "asa 2021-q1 by agent week"],
  ["asa 지난달 일별", "asa last-month by day"],
  ["asa 지난달 날짜별 추이", "asa last-month by day trend"],
  ["asa 올해 매월", "asa this-year by month"],
  ["asa 1 квартал 2021 по месяцам", "asa 2021-q1 by month"],
  ["asa за 1 квартал 2021 по неделям и операторам", "asa 2021-q1 by agent week"],
  ["asa за прошлый месяц по дням", "asa last-month by day"],
  ["asa 2021-q1 в разрезе месяцев", "asa 2021-q1 by month"],
  ["asa за 3 месяца по неделям", "asa last-3-months by week"],
  ["asa помесячно за 2021 год", "asa 2021 by month"],
  ["2021年第1季 asa 按月", "asa 2021-q1 by month"],
  ["2021年第1季asa按客服按週", "asa 2021-q1 by agent week"],
  ["2021年第1季 asa 依客服和月份", "asa 2021-q1 by agent month"],
  ["上個月 asa 按日", "asa last-month by day"],
  ["上個月每天的 asa", "asa last-month by day"],
  // Nothing, or too much
  ["", "guide"],
  ["   \n\t ", "guide"],
  ["help", "guide"],
  ["x ".repeat(65), "? too_long"],
  ["x".repeat(1_001), "? too_long"],
  ["\uFDFA".repeat(900), "? too_long"],
])("%j asks %s", (text, expected) => {
  expect(understood(text)).toBe(expected);
});

test("a minus before a filter leaves out, as it does in search boxes", () => {
  expect(understood("fcr -channel:email,chat")).toBe("fcr last-week not channel:email,chat");
  expect(understood("fcr not -channel:email")).toBe("fcr last-week not channel:email");
});

test("the id of a KPI is one word, though its beginning is the name of another", () => {
  expect(parseKpiWords("top agent_productivity last-month kind:calls")).toMatchObject({
    kind: "top",
    question: { kpi: "agent_productivity" },
  });
});

test.each([
  ["fcr 2021-01-01..", "fcr since 2021-01-01"],
  ["fcr 2021-02.. by channel", "fcr since 2021-02-01 by channel"],
  ["fcr by channel 2021.02.15 ..", "fcr since 2021-02-15 by channel"],
  ["2021-01-01~ fcr", "fcr since 2021-01-01"],
  ["fcr last-month vs 2021-02..", "fcr last-month vs since 2021-02-01"],
  ["fcr 2021-01..2021-02", "fcr 2021-01-01..2021-02-28"],
  ["fcr 2021-01-05", "fcr 2021-01-05"],
])("%s goes on until now, unless it has an end", (words, means) => {
  expect(understood(words)).toBe(means);
});

test.each([
  ["pareto last-month", "top ticket_volume last-month"],
  ["pareto last-month by channel kind:calls", "top ticket_volume last-month by channel kind:calls"],
  ["pareto resolved-issues last-month", "top resolved_issues last-month"],
  ["파레토 지난달", "top ticket_volume last-month"],
  ["парето за прошлый месяц", "top ticket_volume last-month"],
  ["帕累托 上個月", "top ticket_volume last-month"],
])("%s asks what makes up a count", (words, means) => {
  expect(understood(words)).toBe(means);
});

test.each([
  ["grr", "revenue_churn_rate last-week variant:grr"],
  ["nrr last-quarter", "revenue_churn_rate last-quarter variant:nrr"],
  [
    "net revenue retention last-month by customer_segment",
    "revenue_churn_rate last-month by customer_segment variant:nrr",
  ],
  ["지난달 총 매출 유지율", "revenue_churn_rate last-month variant:grr"],
  ["чистое удержание выручки за прошлый квартал", "revenue_churn_rate last-quarter variant:nrr"],
  ["上個月 淨營收留存率", "revenue_churn_rate last-month variant:nrr"],
  ["eNPS last-month by team", "esat last-month by team stat:enps"],
  ["직원 순추천지수 지난달", "esat last-month stat:enps"],
  ["員工淨推薦值 上個月", "esat last-month stat:enps"],
  ["why nrr last-month", "why revenue_churn_rate last-month variant:nrr"],
  ["grr variant:grr", "revenue_churn_rate last-week variant:grr"],
  ["grr variant:net", "? option_twice"],
  ["grr nrr", "? option_twice"],
  ["nps last-month", "nps last-month"],
])("%s is a figure by the option it stands for", (text, words) => {
  expect(understood(text)).toBe(words);
});
