import { defineTemplate } from "./template.ts";

/** S2, goal 4. */
export const surveys = defineTemplate({
  id: "surveys",
  title: {
    en: "Listen to customers steadily",
    ko: "지속적으로 고객 설문조사",
    ru: "Постоянно спрашивать клиентов",
    "zh-TW": "持續進行客戶調查",
  },
  why: {
    en: "We only improve for customers what we hear from them.",
    ko: "고객의 목소리를 들어야 고객을 위해 개선할 수 있습니다.",
    ru: "Мы улучшаем для клиентов только то, о чём от них слышим.",
    "zh-TW": "聽見客戶的聲音，才能為客戶改善。",
  },
  kpi: "survey_response_rate",
  only: "survey:csat",
  target: "+5pp",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "Say below how often you ask. Keep surveys timely and short.",
    ko: "설문 주기는 아래에서 선택하세요. 설문은 제때, 짧게 하세요.",
    ru: "Укажите ниже, как часто вы спрашиваете. Опрос — вовремя и коротко.",
    "zh-TW": "請在下方選擇調查頻率。調查要即時且簡短。",
  },
});
