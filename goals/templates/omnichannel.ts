import { defineTemplate } from "./template.ts";

/** S2, goal 3. */
export const omnichannel = defineTemplate({
  id: "omnichannel",
  title: {
    en: "One conversation across channels",
    ko: "옴니채널 전략 구현",
    ru: "Единый разговор во всех каналах",
    "zh-TW": "落實全通路策略",
  },
  why: {
    en: "Nobody should tell their story twice.",
    ko: "고객이 같은 이야기를 두 번 하지 않도록 합니다.",
    ru: "Никто не должен рассказывать о своём вопросе дважды.",
    "zh-TW": "不讓客戶重複說明同一件事。",
  },
  kpi: "transfer_rate",
  only: "",
  target: "-2pp",
  direction: "reach",
  guardrails: ["fcr", "aht"],
  hint: {
    en: "86 % of customers expect to move between channels without starting again.",
    ko: "고객의 86%는 채널을 옮겨도 처음부터 다시 시작하지 않기를 기대합니다.",
    ru: "86 % клиентов ждут, что при смене канала не придётся начинать сначала.",
    "zh-TW": "86% 的客戶期望轉換管道時不必重新開始。",
  },
});
