import {
  abandonedWithin,
  abandonsWithoutWait,
  callsAbandoned,
  callsOffered,
} from "./inputs-calls.ts";
import { minus, sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { numberIn } from "./options.ts";
import { share } from "./share.ts";

/** S3, S4: callers who hang up before they reach a person. Callbacks and voicemail are not abandons. */
export const abandonmentRate = defineKpi({
  id: "abandonment_rate",
  version: 1,
  title: {
    en: "Abandonment rate",
    ko: "통화 포기율",
    ru: "Доля потерянных вызовов",
    "zh-TW": "放棄率",
  },
  aliases: ["ABR", "abandon rate", "포기율", "процент прерванных звонков"],
  meaning: {
    en: "The share of callers who hung up before an agent answered. Callbacks and voicemail are not counted as abandoned.",
    ko: "상담원이 받기 전에 전화를 끊은 고객의 비율입니다. 콜백과 음성 메시지는 포기로 세지 않습니다.",
    ru: "Доля клиентов, которые положили трубку до ответа оператора. Заказ обратного звонка и голосовая почта потерями не считаются.",
    "zh-TW": "在客服接聽之前掛斷的來電比例。預約回電與語音留言不算放棄。",
  },
  formula: {
    en: "abandoned calls ÷ offered calls",
    ko: "포기된 통화 ÷ 인입된 통화",
    ru: "потерянные звонки ÷ поступившие звонки",
    "zh-TW": "放棄的通話 ÷ 進線通話",
  },
  unit: "percent",
  better: "lower",
  kinds: ["calls"],
  options: { short_abandons: { type: "duration", seconds: 0 } },
  measure: (options) => {
    const shortSeconds = numberIn(options, "short_abandons");
    const short = shortSeconds > 0 ? [abandonedWithin(shortSeconds)] : [];
    const offered = minus(sumOf(callsOffered), ...short);
    return {
      value: share(minus(sumOf(callsAbandoned), ...short), offered),
      sample: offered,
      variants: {},
      interval: "wilson",
      notes: shortSeconds > 0 ? { abandons_without_wait: sumOf(abandonsWithoutWait) } : {},
    };
  },
  guardrails: ["service_level", "answer_rate"],
  target: null,
});
