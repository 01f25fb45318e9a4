import { defineKind } from "./kind.ts";

/** A survey that was sent and, where `answered_at` is set, answered. */
export const surveys = defineKind({
  id: "surveys",
  title: { en: "Surveys", ko: "설문", ru: "Опросы", "zh-TW": "問卷" },
  splits: ["channel", "team"],
  at: "answered_at",
  columns: {
    kind: { type: "text", required: true, values: ["csat", "nps", "ces", "esat"] },
    customer: { type: "text" },
    /** The ticket or call that was rated, by the source's own name for it. Whoever rates it again changes their mind. */
    ticket: { type: "text" },
    sent_at: { type: "instant" },
    answered_at: { type: "instant" },
    score: { type: "number" },
    scale_low: { type: "number" },
    scale_high: { type: "number" },
    /**
     * Whether the high end of the scale is the good one. Unknown counts as yes, except for effort:
     * surveys ask "how easy" and "how hard" alike, so the mapping must say it.
     */
    high_is_good: { type: "flag" },
  },
  derived: {
    answered_day: { take: "day", of: "answered_at" },
    sent_day: { take: "day", of: "sent_at" },
  },
  contradictions: {
    answered_before_sent: { check: "before", end: "answered_at", start: "sent_at" },
    score_outside_scale: {
      check: "outside",
      column: "score",
      low: "scale_low",
      high: "scale_high",
    },
  },
});
