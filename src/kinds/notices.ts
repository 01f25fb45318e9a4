import { defineKind } from "./kind.ts";

/** An important message that wants an answer of the customer: a warning, a deadline, a change of terms. */
export const notices = defineKind({
  id: "notices",
  title: { en: "Notices", ko: "중요 안내", ru: "Уведомления", "zh-TW": "重要通知" },
  splits: ["channel"],
  at: "sent_at",
  columns: {
    sent_at: { type: "instant", required: true },
    customer: { type: "text" },
    /** Empty while the customer has not answered. */
    answered_at: { type: "instant" },
    url: { type: "text" },
  },
  derived: { answer_seconds: { take: "seconds", from: "sent_at", to: "answered_at" } },
  contradictions: {
    answered_before_sent: { check: "before", end: "answered_at", start: "sent_at" },
  },
});
