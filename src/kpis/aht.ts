import {
  callsTimed,
  dialSeconds,
  handledWithoutTalk,
  holdSeconds,
  talkSeconds,
  wrapSeconds,
} from "./inputs-calls.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { spreadOf } from "./spread.ts";

/**
 * S3, S4: what a call costs in working time. Lower is better only while quality holds (S3). Of calls
 * that agents make, Genesys adds the dialling: `variant:with_dialling`.
 */
export const aht = defineKpi({
  id: "aht",
  version: 1,
  title: {
    en: "Average handle time",
    ko: "평균 처리 시간",
    ru: "Среднее время обработки",
    "zh-TW": "平均處理時間",
  },
  aliases: ["AHT", "average handling time", "среднее время обработки вызова"],
  meaning: {
    en: "Working time per answered call: talking, holding and after-call work. Lower is only better while satisfaction and first contact resolution hold.",
    ko: "응답된 통화 한 건에 드는 업무 시간(통화, 보류, 후처리)입니다. 만족도와 최초 통화 해결률이 유지될 때에만 짧을수록 좋습니다.",
    ru: "Рабочее время на один отвеченный звонок: разговор, удержание и постобработка. Снижение полезно, только если не падают удовлетворённость и решение при первом обращении.",
    "zh-TW":
      "每通已接聽電話所需的工作時間：通話、保留與話後處理。唯有滿意度與首次聯繫解決率不下滑時，才是越短越好。",
  },
  formula: {
    en: "(talk + hold + after-call work) ÷ handled calls",
    ko: "(통화 + 보류 + 후처리 시간) ÷ 처리된 통화 수",
    ru: "(разговор + удержание + постобработка) ÷ обработанные звонки",
    "zh-TW": "（通話 + 保留 + 話後處理時間）÷ 已處理通話數",
  },
  unit: "seconds",
  better: "lower",
  kinds: ["calls"],
  options: { variant: { type: "choice", values: ["handle", "with_dialling"] } },
  measure: (options) => {
    const withDialling = options["variant"] === "with_dialling";
    const handling = sumOf(talkSeconds, holdSeconds, wrapSeconds);
    const column = withDialling ? "handle_and_dial_seconds" : "handle_seconds";
    return {
      value: {
        take: "ratio",
        numerator: withDialling ? [...handling, ...sumOf(dialSeconds)] : handling,
        denominator: sumOf(callsTimed),
        times: 1,
      },
      sample: sumOf(callsTimed),
      variants: {},
      interval: { spread: spreadOf(callsTimed, column) },
      notes: { incomplete_records: sumOf(handledWithoutTalk) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["csat", "fcr"],
  target: null,
});
