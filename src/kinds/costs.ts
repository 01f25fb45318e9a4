import { defineKind } from "./kind.ts";

/**
 * What the support costs: on a day, or for a whole month. A month's amount is spread evenly over its
 * days, so that a week gets its part. A credit note is a negative amount.
 */
export const costs = defineKind({
  id: "costs",
  title: { en: "Costs", ko: "비용", ru: "Затраты", "zh-TW": "成本" },
  splits: ["channel"],
  at: "first_day",
  oneOf: ["day", "month"],
  columns: {
    day: { type: "day" },
    /** Any day of the month. */
    month: { type: "day" },
    /** Salaries, software, rent. */
    kind: { type: "text" },
    amount: { type: "number", required: true },
  },
  derived: {
    first_day: { take: "first_day", day: "day", month: "month" },
    last_day: { take: "last_day", day: "day", month: "month" },
  },
  contradictions: {},
});
