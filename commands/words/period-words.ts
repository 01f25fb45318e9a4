import type { PeriodSpec } from "../../src/periods/period.ts";

/** Periods that have a name; those with a number are in `period-phrases.ts`. */
export const periodWords: readonly {
  readonly canonical: string;
  readonly spec: PeriodSpec;
  readonly words: string;
}[] = [
  {
    canonical: "today",
    spec: { kind: "day", which: "today" },
    words: "오늘 | 금일 | сегодня | за сегодня | сегодняшнего дня | 今天 | 今日",
  },
  {
    canonical: "yesterday",
    spec: { kind: "day", which: "yesterday" },
    words: "어제 | 전일 | вчера | за вчера | вчерашнего дня | 昨天 | 昨日",
  },
  {
    canonical: "last-workday",
    spec: { kind: "day", which: "last-workday" },
    words:
      "last working day | last business day | previous workday | previous business day | 지난 영업일 | 직전 영업일 | 전 영업일 | 지난 근무일 | последний рабочий день | прошлый рабочий день | за последний рабочий день | последнего рабочего дня | прошлого рабочего дня | 上個工作日 | 上一個工作日 | 前一工作日 | 前一個工作日 | 上一工作日",
  },
  {
    canonical: "this-week",
    spec: { kind: "this", unit: "week" },
    words:
      "current week | 이번 주 | 금주 | 이번주 | эта неделя | эту неделю | этой неделе | этой неделей | этой недели | текущая неделя | текущую неделю | 本週 | 本周 | 這週 | 這周 | 這個星期 | 這星期 | 本星期",
  },
  {
    canonical: "last-week",
    spec: { kind: "last", unit: "week" },
    words:
      "previous week | prev week | 지난주 | 저번 주 | 전주 | прошлая неделя | прошлую неделю | прошлой неделе | прошлой неделей | прошлой недели | предыдущая неделя | предыдущую неделю | предыдущей неделей | 上週 | 上周 | 上個星期 | 上星期 | 上一週 | 上個禮拜 | 上禮拜",
  },
  {
    canonical: "this-month",
    spec: { kind: "this", unit: "month" },
    words:
      "current month | 이번 달 | 이달 | 금월 | 당월 | этот месяц | этом месяце | этим месяцем | этого месяца | текущий месяц | текущем месяце | 本月 | 這個月 | 這月",
  },
  {
    canonical: "last-month",
    spec: { kind: "last", unit: "month" },
    words:
      "previous month | prev month | 지난달 | 지난 달 | 저번 달 | 전월 | 전달 | прошлый месяц | прошлом месяце | прошлым месяцем | прошлого месяца | предыдущий месяц | предыдущим месяцем | предыдущем месяце | 上個月 | 上月 | 上一個月",
  },
  {
    canonical: "this-quarter",
    spec: { kind: "this", unit: "quarter" },
    words:
      "current quarter | 이번 분기 | 금분기 | этот квартал | этом квартале | этим кварталом | текущий квартал | 本季 | 本季度 | 這一季 | 這季",
  },
  {
    canonical: "last-quarter",
    spec: { kind: "last", unit: "quarter" },
    words:
      "previous quarter | prev quarter | 지난 분기 | 저번 분기 | 전분기 | прошлый квартал | прошлом квартале | прошлым кварталом | прошлого квартала | предыдущий квартал | предыдущим кварталом | 上一季 | 上季 | 上一季度 | 上個季度 | 上季度",
  },
  {
    canonical: "this-year",
    spec: { kind: "this", unit: "year" },
    words:
      "current year | 올해 | 금년 | 이번 해 | этот год | этом году | этим годом | текущий год | 今年 | 本年",
  },
  {
    canonical: "last-year",
    spec: { kind: "last", unit: "year" },
    words:
      "previous year | prev year | 작년 | 지난해 | 전년 | прошлый год | прошлом году | прошлым годом | прошлого года | предыдущий год | 去年 | 上一年",
  },
  {
    canonical: "wtd",
    spec: { kind: "to-date", unit: "week" },
    words: "week to date | 이번 주 누계 | 주간 누계 | с начала недели | 本週至今 | 本周至今",
  },
  {
    canonical: "mtd",
    spec: { kind: "to-date", unit: "month" },
    words: "month to date | 이번 달 누계 | 월 누계 | 당월 누계 | с начала месяца | 本月至今",
  },
  {
    canonical: "qtd",
    spec: { kind: "to-date", unit: "quarter" },
    words: "quarter to date | 이번 분기 누계 | 분기 누계 | с начала квартала | 本季至今",
  },
  {
    canonical: "ytd",
    spec: { kind: "to-date", unit: "year" },
    words: "year to date | 올해 누계 | 연간 누계 | с начала года | 今年至今 | 年初至今",
  },
];
