import {
  callsHandled,
  callsJudged,
  callsOffered,
  callsResolved,
  handledWithoutVerdict,
} from "./inputs-calls.ts";
import { minus, sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S3: the mark on the call itself; whether the customer came back is `fcr` (kpis.md C4). */
export const callResolutionRate = defineKpi({
  id: "call_resolution_rate",
  version: 1,
  title: {
    en: "Call resolution rate",
    ko: "통화 해결률",
    ru: "Доля решённых звонков",
    "zh-TW": "通話解決率",
  },
  aliases: ["resolved calls"],
  meaning: {
    en: "The share of answered calls that were marked as resolved.",
    ko: "응답된 통화 가운데 해결된 것으로 표시된 비율입니다.",
    ru: "Доля отвеченных звонков, отмеченных как решённые.",
    "zh-TW": "已接聽通話中標記為已解決的比例。",
  },
  formula: {
    en: "calls marked resolved ÷ handled calls",
    ko: "해결로 표시된 통화 ÷ 처리된 통화",
    ru: "звонки с отметкой «решено» ÷ обработанные звонки",
    "zh-TW": "標記為已解決的通話 ÷ 已處理通話",
  },
  unit: "percent",
  better: "higher",
  kinds: ["calls"],
  options: { denominator: { type: "choice", values: ["handled", "offered"] } },
  measure: (options) => {
    const all =
      options["denominator"] === "offered"
        ? // Offered calls without the handled ones that nobody judged.
          minus(sumOf(callsOffered, callsJudged), callsHandled)
        : sumOf(callsJudged);
    return {
      value: share(sumOf(callsResolved), all, {
        known: callsJudged,
        unknown: handledWithoutVerdict,
      }),
      sample: all,
      variants: {},
      interval: "wilson",
      notes: { incomplete_records: sumOf(handledWithoutVerdict) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["transfer_rate", "csat"],
  target: null,
});
