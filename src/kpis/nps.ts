import { defineKpi } from "./kpi.ts";
import { promoterScore } from "./satisfaction.ts";

/**
 * S0–S4: loyalty to the company as a whole. Scales 0–10 and 1–10 have the same groups (kpis.md C6), so both
 * count; `scale:` keeps to one of them.
 */
export const nps = defineKpi({
  id: "nps",
  version: 1,
  title: {
    en: "Net promoter score",
    ko: "순추천지수(NPS)",
    ru: "Индекс потребительской лояльности",
    "zh-TW": "淨推薦值",
  },
  aliases: [
    "NPS",
    "net promoter",
    "순추천지수",
    "순 프로모터 점수",
    "순추천고객지수",
    "새 프로모터 점수",
    "고객친화산업",
    "показатель NPS",
    "пиндекс",
    "индекс лояльности",
  ],
  meaning: {
    en: "Would customers recommend us? The share of 9 and 10 less the share of 0 to 6, from −100 to 100. It says something about the relationship, not about one contact.",
    ko: "고객이 우리를 추천할지를 나타냅니다. 9–10점 비율에서 0–6점 비율을 뺀 값(−100~100)이며, 개별 응대가 아니라 전반적인 관계를 보여 줍니다.",
    ru: "Готовы ли клиенты рекомендовать нас: доля оценок 9 и 10 минус доля оценок от 0 до 6, от −100 до 100. Говорит об отношениях в целом, а не об одном обращении.",
    "zh-TW":
      "客戶是否願意推薦我們：9、10 分的比例減去 0 到 6 分的比例，介於 −100 到 100。反映整體關係，而非單次互動。",
  },
  formula: {
    en: "100 × (promoters − detractors) ÷ answers",
    ko: "100 × (추천 고객 − 비추천 고객) ÷ 응답 수",
    ru: "100 × (промоутеры − критики) ÷ ответы",
    "zh-TW": "100 ×（推薦者 − 批評者）÷ 回覆數",
  },
  unit: "points",
  better: "higher",
  kinds: ["surveys"],
  options: { scale: { type: "choice", values: ["any", "from_0", "from_1"] } },
  measure: ({ scale }) =>
    promoterScore("nps", scale === "from_0" ? 0 : scale === "from_1" ? 1 : null),
  guardrails: ["csat", "survey_response_rate"],
  target: null,
});
