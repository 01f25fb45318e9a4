import { callsHandled, callsOffered } from "./inputs-calls.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** The calls that reached a person; by common use, the sources name only its opposite. */
export const answerRate = defineKpi({
  id: "answer_rate",
  version: 1,
  title: { en: "Answer rate", ko: "응대율", ru: "Доля отвеченных звонков", "zh-TW": "接聽率" },
  aliases: ["answered rate", "доля отвеченных", "接通率"],
  meaning: {
    en: "The share of all offered calls that an agent answered.",
    ko: "인입된 전체 통화 가운데 상담원이 응답한 비율입니다.",
    ru: "Доля поступивших звонков, на которые ответил оператор.",
    "zh-TW": "所有進線通話中由客服接聽的比例。",
  },
  formula: {
    en: "answered calls ÷ offered calls",
    ko: "응답된 통화 ÷ 인입된 통화",
    ru: "отвеченные звонки ÷ поступившие звонки",
    "zh-TW": "已接聽通話 ÷ 進線通話",
  },
  unit: "percent",
  better: "higher",
  kinds: ["calls"],
  options: {},
  measure: () => ({
    value: share(sumOf(callsHandled), sumOf(callsOffered)),
    sample: sumOf(callsOffered),
    variants: {},
    interval: "wilson",
    notes: {},
  }),
  guardrails: ["aht", "csat"],
  target: null,
});
