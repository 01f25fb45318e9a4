import { defineTemplate } from "./template.ts";

/** S2, goal 6. */
export const onboarding = defineTemplate({
  id: "onboarding",
  title: {
    en: "Faster onboarding",
    ko: "고객 온보딩 프로세스 개선",
    ru: "Быстрее ввести клиента в работу",
    "zh-TW": "改善客戶導入流程",
  },
  why: {
    en: "New customers get what they bought sooner.",
    ko: "신규 고객이 더 빨리 가치를 얻도록 합니다.",
    ru: "Новые клиенты раньше получают то, за что платят.",
    "zh-TW": "讓新客戶更快得到所購買的價值。",
  },
  kpi: "onboarding_time",
  only: "",
  target: "-20%",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "Counted as the median from signing to first value. Watch early churn beside it.",
    ko: "계약부터 첫 가치 실현까지의 중앙값입니다. 초기 이탈도 함께 보세요.",
    ru: "Считается медиана от договора до первой пользы. Следите и за ранним оттоком.",
    "zh-TW": "以簽約到首次獲得價值的中位數計算。請一併留意早期流失。",
  },
});
