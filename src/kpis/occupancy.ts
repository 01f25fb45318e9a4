import { callsTimed, holdSeconds, talkSeconds, wrapSeconds } from "./inputs-calls.ts";
import { available, shiftsAvailableKnown } from "./inputs-shifts.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** The guardrail of service level: above 90 % people burn out, and 75 to 85 % is a usual band. */
export const occupancy = defineKpi({
  id: "occupancy",
  version: 1,
  title: { en: "Occupancy", ko: "점유율", ru: "Загрузка операторов", "zh-TW": "佔用率" },
  aliases: ["occ", "상담원 점유율"],
  meaning: {
    en: "How much of their time on the queue agents spend with customers. Too low is idle, and above about 90 % wears people out.",
    ko: "상담원이 대기열에 있는 시간 중 고객 응대에 쓴 비율입니다. 너무 낮으면 유휴 인력이 있는 것이고, 약 90%를 넘으면 소진됩니다.",
    ru: "Какую часть времени на линии операторы заняты с клиентами. Слишком мало — простой, больше примерно 90 % — выгорание.",
    "zh-TW": "客服值線時間中用於服務客戶的比例。過低代表閒置，超過約 90% 會使人過勞。",
  },
  formula: {
    en: "handle time ÷ (handle time + available idle time)",
    ko: "처리 시간 ÷ (처리 시간 + 대기 가능 시간)",
    ru: "время обработки ÷ (время обработки + готовность без работы)",
    "zh-TW": "處理時間 ÷（處理時間 + 待命閒置時間）",
  },
  unit: "percent",
  better: "neutral",
  kinds: ["calls"],
  beside: ["shifts"],
  options: {},
  measure: () => {
    const handling = [talkSeconds, holdSeconds, wrapSeconds];
    return {
      // Where no shift tells its idle time, agents were not busy all the time: nobody knows.
      value: share(sumOf(...handling), sumOf(...handling, available.seconds), {
        known: shiftsAvailableKnown,
        unknown: callsTimed,
      }),
      sample: sumOf(callsTimed),
      variants: {},
      interval: null,
      notes: { incomplete_records: sumOf(available.unknown) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["esat"],
  target: null,
});
