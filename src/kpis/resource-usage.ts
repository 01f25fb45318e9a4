import { callsScriptKnown, callsWithScript, handledWithoutScript } from "./inputs-calls.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S3: whether people use what was written to help them. */
export const resourceUsage = defineKpi({
  id: "resource_usage",
  version: 1,
  title: {
    en: "Script and resource usage",
    ko: "통화 리소스 또는 스크립트 사용",
    ru: "Использование скриптов",
    "zh-TW": "腳本使用率",
  },
  aliases: ["script usage", "resource usage", "스크립트 사용률"],
  meaning: {
    en: "The share of handled calls in which a script or article was used, of those that say so.",
    ko: "사용 여부가 기록된 처리 통화 가운데 스크립트나 문서를 사용한 비율입니다.",
    ru: "Доля обработанных звонков, в которых пользовались скриптом или статьёй, среди тех, где это отмечено.",
    "zh-TW": "在有記錄的已處理通話中，使用腳本或文章的比例。",
  },
  formula: {
    en: "handled calls with a script used ÷ handled calls that say",
    ko: "스크립트를 사용한 통화 ÷ 사용 여부가 기록된 처리 통화",
    ru: "звонки со скриптом ÷ обработанные звонки с отметкой",
    "zh-TW": "使用腳本的通話 ÷ 有記錄的已處理通話",
  },
  unit: "percent",
  better: "higher",
  kinds: ["calls"],
  options: {},
  measure: () => ({
    value: share(sumOf(callsWithScript), sumOf(callsScriptKnown)),
    sample: sumOf(callsScriptKnown),
    variants: {},
    interval: "wilson",
    notes: { incomplete_records: sumOf(handledWithoutScript) },
    missing: "incomplete_records",
  }),
  guardrails: ["aht"],
  target: null,
});
