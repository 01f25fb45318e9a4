import { defineKind } from "./kind.ts";

/** A new customer's way from the signature to the first use that was worth it. */
export const onboardings = defineKind({
  id: "onboardings",
  title: { en: "Onboardings", ko: "온보딩", ru: "Подключения клиентов", "zh-TW": "客戶導入" },
  splits: ["customer_segment"],
  at: "signed_at",
  columns: {
    customer: { type: "text" },
    signed_at: { type: "instant", required: true },
    first_value_at: { type: "instant" },
  },
  derived: {
    onboarding_seconds: { take: "seconds", from: "signed_at", to: "first_value_at" },
  },
  contradictions: {
    value_before_signed: { check: "before", end: "first_value_at", start: "signed_at" },
  },
});
