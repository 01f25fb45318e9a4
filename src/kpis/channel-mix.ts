import { contactsOf } from "./inputs-channels.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S2, goal 2: where customers turn to. The whole stays all channels, whichever are asked about. */
export const channelMix = defineKpi({
  id: "channel_mix",
  version: 1,
  title: { en: "Channel mix", ko: "채널 비중", ru: "Доля каналов", "zh-TW": "管道占比" },
  aliases: ["channel share", "채널 구성비", "распределение по каналам", "管道組合"],
  meaning: {
    en: "How much of all contacts came in through a channel. Ask for one channel, or by channel.",
    ko: "전체 문의 중 한 채널로 들어온 비율입니다. 채널 하나를 지정하거나 채널별로 물어보세요.",
    ru: "Какая часть всех обращений пришла по каналу. Спрашивайте об одном канале или по каналам.",
    "zh-TW": "所有聯繫中來自某管道的比例。請指定一個管道，或依管道查詢。",
  },
  formula: {
    en: "contacts of the channel ÷ contacts of all channels",
    ko: "해당 채널의 문의 ÷ 전체 채널의 문의",
    ru: "обращения канала ÷ обращения всех каналов",
    "zh-TW": "該管道的聯繫 ÷ 所有管道的聯繫",
  },
  unit: "percent",
  better: "neutral",
  kinds: ["tickets", "calls"],
  options: { kind: { type: "choice", values: ["tickets", "calls"] } },
  measure: (options) => {
    const { part, whole } = contactsOf(options["kind"] === "calls" ? "calls" : "tickets");
    return {
      value: share(sumOf(part), sumOf(whole)),
      sample: sumOf(whole),
      variants: {},
      interval: null,
      notes: {},
    };
  },
  guardrails: ["csat"],
  target: null,
});
