import { defineKind } from "./kind.ts";

/** Somebody who buys or subscribes, from the first day to the last. One who comes back has no end any more. */
export const customers = defineKind({
  id: "customers",
  title: { en: "Customers", ko: "고객", ru: "Клиенты", "zh-TW": "客戶" },
  splits: ["customer_segment"],
  at: "started_at",
  endsAt: "ended_at",
  columns: {
    started_at: { type: "instant", required: true },
    /** Empty while the customer stays. A notice already given may lie ahead. */
    ended_at: { type: "instant", mayLieAhead: true },
    /** Why the customer left; it is the topic too, so that churn splits by it. */
    reason: { type: "text" },
    /** What the customer pays a month, in the workspace's currency. */
    monthly_revenue: { type: "number", least: 0 },
    /** The last time somebody said thank you: a call, a card, a gift. */
    thanked_at: { type: "instant" },
  },
  derived: {
    started_day: { take: "day", of: "started_at" },
    ended_day: { take: "day", of: "ended_at" },
  },
  standsFor: { topic: "reason" },
  contradictions: {
    ended_before_started: { check: "before", end: "ended_at", start: "started_at" },
  },
});
