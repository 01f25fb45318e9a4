import { defineKpi } from "./kpi.ts";
import { promoterScore, satisfaction, satisfiedFormula, satisfiedPlaces } from "./satisfaction.ts";

/** S3: built as CSAT is, but anonymous: fewer than five answers are withheld. */
export const esat = defineKpi({
  id: "esat",
  version: 1,
  title: {
    en: "Employee satisfaction",
    ko: "직원 만족도",
    ru: "Удовлетворённость сотрудников",
    "zh-TW": "員工滿意度",
  },
  aliases: ["ESAT", "agent satisfaction"],
  named: [
    {
      option: "stat",
      value: "enps",
      names: [
        "eNPS",
        "employee net promoter score",
        "직원 순추천지수",
        "индекс лояльности сотрудников",
        "員工淨推薦值",
      ],
    },
  ],
  meaning: {
    en: "The share of satisfied answers in the survey of your own people. Fewer than five answers are never shown, so that it stays anonymous.",
    ko: "직원 설문에서 만족 응답의 비율입니다. 익명을 지키기 위해 응답이 5건 미만이면 보여 주지 않습니다.",
    ru: "Доля положительных ответов в опросе сотрудников. Чтобы опрос оставался анонимным, менее пяти ответов не показываются.",
    "zh-TW": "員工問卷中表示滿意的比例。為保持匿名，少於五份回覆時不顯示。",
  },
  formula: satisfiedFormula,
  unit: "percent",
  better: "higher",
  kinds: ["surveys"],
  options: {
    stat: { type: "choice", values: ["share", "mean", "enps"] },
    satisfied: { type: "scores", scores: satisfiedPlaces },
  },
  measure: (options) =>
    options["stat"] === "enps" ? promoterScore("esat") : satisfaction("esat", options),
  guardrails: ["csat"],
  target: null,
  fewest: 5,
});
