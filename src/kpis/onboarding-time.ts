import { duration } from "./duration.ts";
import type { Input } from "./inputs.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";

/** S2, goal 6. The median leads: one customer who takes a year says nothing about the others. */
export const onboardingTime = defineKpi({
  id: "onboarding_time",
  version: 1,
  title: {
    en: "Onboarding time",
    ko: "온보딩 시간",
    ru: "Время подключения клиента",
    "zh-TW": "客戶導入時間",
  },
  aliases: [
    "time to value",
    "신규 클라이언트 온보딩 시간",
    "время онбординга",
    "onboarding",
    "新客戶導入時間",
  ],
  meaning: {
    en: "How long it takes from the signature until a new customer has the first value of it, for those who reached it in the period.",
    ko: "계약부터 신규 고객이 첫 성과를 얻기까지 걸린 시간입니다. 기간 안에 도달한 고객을 셉니다.",
    ru: "Сколько проходит от подписания до первой пользы для нового клиента; считаются получившие её за период.",
    "zh-TW": "從簽約到新客戶首次見效所花的時間，計算期間內達成者。",
  },
  formula: {
    en: "median time from signature to first value",
    ko: "계약부터 첫 성과까지 걸린 시간의 중앙값",
    ru: "медиана времени от подписания до первой пользы",
    "zh-TW": "簽約至首次見效時間的中位數",
  },
  unit: "seconds",
  better: "lower",
  kinds: ["onboardings"],
  options: {
    stat: { type: "choice", values: ["median", "mean", "p90"] },
    cohort: { type: "choice", values: ["reached", "signed"] },
  },
  measure: (options) => {
    const column = "onboarding_seconds";
    const isSigned = options["cohort"] === "signed";
    const at = isSigned ? "signed_at" : "first_value_at";
    const shared = { kind: "onboardings", at, hingesOn: ["first_value_at"] } as const;
    const name = isSigned ? "onboardings_by_signature" : "onboardings";
    const count: Input = {
      ...shared,
      id: `${name}_done`,
      take: "count",
      where: { known: column },
    };
    const seconds: Input = { ...shared, id: `${name}_seconds`, take: { sum: column } };
    const waiting: Input = {
      kind: "onboardings",
      at: "signed_at",
      id: "onboardings_unfinished",
      take: "count",
      where: { unknown: "first_value_at" },
    };
    return {
      ...duration(options, { count, seconds, column }),
      notes: isSigned ? { still_onboarding: sumOf(waiting) } : {},
    };
  },
  guardrails: ["customer_churn_rate", "csat"],
  target: null,
});
