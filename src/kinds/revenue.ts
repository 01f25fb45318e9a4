import { defineKind } from "./kind.ts";

/**
 * A change of the monthly recurring revenue. The sum of all changes before a day is what recurs on
 * it, so the first of them brings what there was before: as `new`.
 */
export const revenue = defineKind({
  id: "revenue",
  title: {
    en: "Recurring revenue",
    ko: "반복 매출",
    ru: "Регулярная выручка",
    "zh-TW": "經常性營收",
  },
  splits: ["customer_segment"],
  at: "at",
  columns: {
    at: { type: "instant", required: true },
    customer: { type: "text" },
    kind: {
      type: "text",
      required: true,
      values: ["new", "expansion", "contraction", "churn"],
    },
    /** By how much the monthly revenue changed; the kind says in which direction. */
    amount: { type: "number", required: true, least: 0 },
  },
  derived: {},
  contradictions: {},
});
