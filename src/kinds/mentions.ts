import { defineKind } from "./kind.ts";

/** A post in a social network that names us. */
export const mentions = defineKind({
  id: "mentions",
  title: {
    en: "Social mentions",
    ko: "소셜 멘션",
    ru: "Упоминания в соцсетях",
    "zh-TW": "社群提及",
  },
  splits: ["channel"],
  at: "created_at",
  columns: {
    created_at: { type: "instant", required: true },
    customer: { type: "text" },
    first_response_at: { type: "instant" },
    url: { type: "text" },
  },
  derived: {
    first_response_seconds: { take: "seconds", from: "created_at", to: "first_response_at" },
    first_response_working_seconds: {
      take: "working_seconds",
      from: "created_at",
      to: "first_response_at",
    },
  },
  contradictions: {
    responded_before_created: { check: "before", end: "first_response_at", start: "created_at" },
  },
});
