import type { PeriodSpec } from "../../src/periods/period.ts";

/** Periods that have not begun: nothing can be measured of them, but what is meant is clear. */
export const comingWords: readonly {
  readonly canonical: string;
  readonly words: string;
  /** What has begun and comes nearest. */
  readonly instead: readonly PeriodSpec[];
}[] = [
  {
    canonical: "tomorrow",
    words: "내일 | завтра | 明天 | 明日",
    instead: [
      { kind: "day", which: "today" },
      { kind: "day", which: "yesterday" },
    ],
  },
  {
    canonical: "next-week",
    words:
      "coming week | 다음 주 | 다음주 | 차주 | следующая неделя | следующую неделю | следующей неделе | следующей недели | 下週 | 下周 | 下個星期 | 下星期 | 下禮拜",
    instead: thisAndLast("week"),
  },
  {
    canonical: "next-month",
    words:
      "coming month | 다음 달 | 다음달 | 내달 | следующий месяц | следующем месяце | следующего месяца | 下個月 | 下月",
    instead: thisAndLast("month"),
  },
  {
    canonical: "next-quarter",
    words:
      "coming quarter | 다음 분기 | следующий квартал | следующем квартале | следующего квартала | 下一季 | 下季 | 下季度 | 下個季度",
    instead: thisAndLast("quarter"),
  },
  {
    canonical: "next-year",
    words:
      "coming year | 내년 | 다음 해 | следующий год | следующем году | следующего года | 明年 | 下一年",
    instead: thisAndLast("year"),
  },
];

function thisAndLast(unit: "week" | "month" | "quarter" | "year"): readonly PeriodSpec[] {
  return [
    { kind: "this", unit },
    { kind: "last", unit },
  ];
}
