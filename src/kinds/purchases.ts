import { defineKind } from "./kind.ts";

/** One order or invoice. A refund is not a purchase. */
export const purchases = defineKind({
  id: "purchases",
  title: { en: "Purchases", ko: "구매", ru: "Покупки", "zh-TW": "購買紀錄" },
  splits: ["customer_segment"],
  at: "at",
  columns: {
    at: { type: "instant", required: true },
    customer: { type: "text" },
    amount: { type: "number", required: true, least: 0 },
  },
  derived: { day: { take: "day", of: "at" } },
  contradictions: {},
});
