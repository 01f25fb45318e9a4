import { expect, test } from "vitest";
import type { Question } from "../../src/reports/question.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { problemPage } from "../../commands/words/problem-page.ts";
import { questionToWords } from "../../commands/words/question-to-words.ts";
import { locales } from "../../src/i18n/locale.ts";

/** The question the words ask, in the words of the grammar; a problem by its code. */
function understood(text: string): string {
  const asked = parseKpiWords(text);
  switch (asked.kind) {
    case "question":
      return questionToWords(asked.question);
    case "receipt":
    case "why":
    case "top":
      return `${asked.kind} ${questionToWords(asked.question)}`;
    case "define":
      return `define ${asked.kpi}`;
    case "problem":
      return `? ${asked.problem.code}`;
    case "note":
    case "export":
    case "guide":
    case "list":
      return asked.kind;
  }
}

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
  // Korean
  ["지난주 최초 통화 해결률 채널별", "fcr last-week by channel"],
  ["최초통화해결률 지난주", "fcr last-week"],
  ["FCR(첫 번째 통화 해결) 지난달", "fcr last-month"],
  ["지난주의 FCR을 채널별로 보여줘", "fcr last-week by channel"],
  ["첫 번째 응답 시간 이번 주", "first_response_time this-week"],
  ["평균 첫 번째 응답 시간 어제", "first_response_time yesterday"],
  ["고객 만족도 오늘", "csat today"],
  ["고객만족도 이번달 팀별", "csat this-month by team"],
  ["순추천지수(NPS) 올해", "nps this-year"],
  ["이관율 작년 kind:calls", "transfer_rate last-year kind:calls"],
  ["서비스 수준 지난 영업일", "service_level last-workday"],
  ["통화 포기율 최근 7일", "abandonment_rate last-7-days"],
  ["통화 포기율 지난 3개월 추이", "abandonment_rate last-3-months trend"],
  ["aht 지난 분기 상담원별 팀별", "aht last-quarter by agent team"],
  ["aht 10월", "aht october"],
  ["aht 2026년 10월", "aht 2026-10"],
  ["aht 2026년 3분기", "aht 2026-q3"],
  ["aht 3분기", "aht q3"],
  ["aht 2025년", "aht 2025"],
  ["aht 2026년 46주차", "aht 2026-W46"],
  ["aht 2026-10-01부터", "aht since 2026-10-01"],
  ["aht 2026-10-01 이후", "aht since 2026-10-01"],
  ["어제부터 AHT", "aht since yesterday"],
  ["지난 영업일부터 채널별 AHT", "aht since last-workday by channel"],
  ["aht 2026-10-01부터 2026-10-15까지", "aht 2026-10-01..2026-10-15"],
  ["이번 주 FCR 지난주 대비", "fcr this-week vs last-week"],
  ["지난달 대비 이번 달 FCR", "fcr this-month vs last-month"],
  ["FCR 목표 대비", "fcr last-week vs target"],
  ["FCR 지난달 목표 대비", "fcr last-month vs target"],
  ["지난달 FCR 전년 동기 대비", "fcr last-month vs same-period-last-year"],
  ["FCR 지난주 작년 같은 기간과 비교", "fcr last-week vs same-period-last-year"],
  ["지난달 FCR 작년 대비", "fcr last-month vs same-period-last-year"],
  ["FCR 지난달과 비교 이번달", "fcr this-month vs last-month"],
  ["FCR 채널:email 제외", "fcr last-week not channel:email"],
  ["FCR 팀:결제팀,환불팀", "fcr last-week team:결제팀,환불팀"],
  ["목록", "list"],
  ["정의 FCR", "define fcr"],
  ["도움말", "guide"],
  ["이탈률 지난주", "? which_kpi"],
  ["응답률", "? which_kpi"],
  // Russian
  ["время первого ответа за прошлый месяц по каналам", "first_response_time last-month by channel"],
  ["Решение при первом обращении прошлая неделя", "fcr last-week"],
  ["решение с первого звонка за прошлую неделю", "fcr last-week"],
  ["удовлетворенность клиентов вчера", "csat yesterday"],
  ["Удовлетворённость клиентов за вчера", "csat yesterday"],
  ["nps сегодня", "nps today"],
  ["nps за последние 7 дней", "nps last-7-days"],
  ["nps за 30 дней по командам", "nps last-30-days by team"],
  ["nps за последние 2 недели", "nps last-2-weeks"],
  ["nps за последний рабочий день", "nps last-workday"],
  ["nps в этом квартале по каналам и командам", "nps this-quarter by channel team"],
  ["nps октябрь", "nps october"],
  ["nps в октябре 2025 года", "nps 2025-10"],
  ["nps за 3 квартал", "nps q3"],
  ["nps 3-й квартал 2026", "nps 2026-q3"],
  ["nps за 2025 год", "nps 2025"],
  ["nps с начала месяца", "nps mtd"],
  ["nps с 2026-10-01", "nps since 2026-10-01"],
  ["nps со вчерашнего дня", "nps since yesterday"],
  ["nps начиная с последнего рабочего дня", "nps since last-workday"],
  ["nps с 2026-10-01 по 2026-10-15", "nps 2026-10-01..2026-10-15"],
  ["nps этот месяц по сравнению с прошлым месяцем", "nps this-month vs last-month"],
  ["nps по сравнению с целью", "nps last-week vs target"],
  [
    "nps за прошлый месяц по сравнению с тем же периодом прошлого года",
    "nps last-month vs same-period-last-year",
  ],
  ["nps за вчера год к году", "nps yesterday vs same-period-last-year"],
  ["nps за эту неделю по сравнению с прошлым годом", "nps this-week vs same-period-last-year"],
  ["динамика nps по сотрудникам", "nps last-week by agent trend"],
  ["покажи мне nps по темам кроме канал:chat", "nps last-week by topic not channel:chat"],
  ["сравни nps", "? unknown_word"],
  ["список", "list"],
  ["что такое fcr", "define fcr"],
  ["активные обращения", "? which_kpi"],
  // Traditional Chinese
  ["上週 首次回應時間 按渠道", "first_response_time last-week by channel"],
  ["上週首次回應時間按渠道和團隊", "first_response_time last-week by channel team"],
  ["首次回應時間（上週）", "first_response_time last-week"],
  ["請給我看昨天的放棄率", "abandonment_rate yesterday"],
  ["今天 工單量 kind:tickets", "ticket_volume today kind:tickets"],
  ["最近7天 客戶滿意度 依團隊", "csat last-7-days by team"],
  ["過去三個月淨推薦值趨勢", "nps last-3-months trend"],
  ["最近兩週 AHT", "aht last-2-weeks"],
  ["上個月 AHT 按客服", "aht last-month by agent"],
  ["本季 AHT", "aht this-quarter"],
  ["10月 AHT", "aht october"],
  ["2026年10月 AHT", "aht 2026-10"],
  ["第三季 AHT", "aht q3"],
  ["2026年第3季 AHT", "aht 2026-q3"],
  ["2026年第46週 AHT", "aht 2026-W46"],
  ["去年 AHT", "aht last-year"],
  ["從2026-10-01起 AHT", "aht since 2026-10-01"],
  ["從昨天起 AHT", "aht since yesterday"],
  ["昨天以來的 AHT", "aht since yesterday"],
  ["自上個工作日 AHT", "aht since last-workday"],
  ["AHT 從 2026-10-01 到 2026-10-15", "aht 2026-10-01..2026-10-15"],
  ["本月 AHT 與上個月相比", "aht this-month vs last-month"],
  ["AHT 與上個月相比 本月", "aht this-month vs last-month"],
  ["本月相比上個月 AHT", "aht this-month vs last-month"],
  ["AHT 與目標相比", "aht last-week vs target"],
  ["上週 AHT 與去年同期相比", "aht last-week vs same-period-last-year"],
  ["AHT 上個月 對比去年同期", "aht last-month vs same-period-last-year"],
  ["AHT 與目標相比 上個月", "aht last-month vs target"],
  ["本月 AHT 與去年相比", "aht this-month vs same-period-last-year"],
  ["AHT 不含 渠道:email", "aht last-week not channel:email"],
  ["清單", "list"],
  ["定義 FCR", "define fcr"],
  ["流失率", "? which_kpi"],
  // Mixed
  ["FCR 지난주 по каналам 按團隊", "fcr last-week by channel team"],
  ["прошлая неделя CSAT by 팀", "csat last-week by team"],
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

test("a minus before a filter leaves out, as it does in search boxes", () => {
  expect(understood("fcr -channel:email,chat")).toBe("fcr last-week not channel:email,chat");
  expect(understood("fcr not -channel:email")).toBe("fcr last-week not channel:email");
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

test.each([
  ["首次聯繫解決率 上週 各團隊", "fcr last-week by team"],
  ["上個月各管道的客戶滿意度", "csat last-month by channel"],
  ["各客服 上個月 首次聯繫解決率", "fcr last-month by agent"],
])("%s is split by each", (text, words) => {
  expect(understood(text)).toBe(words);
});
