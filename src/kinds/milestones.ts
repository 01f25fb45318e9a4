import { defineKind } from "./kind.ts";

/** One thing that was planned, and when it was done: a channel going live, a feature made ready for phones. */
export const milestones = defineKind({
  id: "milestones",
  title: { en: "Milestones", ko: "마일스톤", ru: "Вехи", "zh-TW": "里程碑" },
  splits: [],
  at: "planned_at",
  columns: {
    plan: {
      type: "text",
      required: true,
      values: ["channels", "mobile", "technology", "appreciation", "other"],
    },
    /** When it was put on the plan, not when it is due. */
    planned_at: { type: "instant", required: true },
    done_at: { type: "instant" },
  },
  derived: {},
  contradictions: {
    done_before_planned: { check: "before", end: "done_at", start: "planned_at" },
  },
});
