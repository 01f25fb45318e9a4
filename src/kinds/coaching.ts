import { defineKind } from "./kind.ts";

/** A talk between an agent and whoever helps them grow: one row is one 1:1. */
export const coaching = defineKind({
  id: "coaching",
  title: { en: "Coaching", ko: "코칭", ru: "Встречи один на один", "zh-TW": "一對一輔導" },
  splits: ["team"],
  at: "at",
  columns: { at: { type: "instant", required: true } },
  derived: {},
  contradictions: {},
});
