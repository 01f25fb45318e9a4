import { defineTemplate } from "./template.ts";

/** S2, goal 1. */
export const firstResponse = defineTemplate({
  id: "first-response",
  title: {
    en: "A swift first response",
    ko: "놀라운 첫 번째 응답 시간(FRT)",
    ru: "Быстрый первый ответ",
    "zh-TW": "快速的首次回應",
  },
  why: {
    en: "Nobody should wait without knowing that somebody cares.",
    ko: "고객이 답을 모른 채 기다리지 않도록 합니다.",
    ru: "Никто не должен ждать, не зная, займутся ли его вопросом.",
    "zh-TW": "不讓客戶在毫無回音中等待。",
  },
  kpi: "first_response_time",
  only: "channel:email stat:share within:1h",
  target: "+5pp",
  direction: "reach",
  guardrails: ["csat", "reopen_rate"],
  hint: {
    en: "Start with one channel, then add others: an hour for e-mail, half an hour for social media.",
    ko: "채널 하나로 시작해 넓혀 가세요. 이메일은 1시간, 소셜 미디어는 30분이 기준입니다.",
    ru: "Начните с одного канала, потом добавьте другие: час для почты, полчаса для соцсетей.",
    "zh-TW": "先從一個管道開始，再逐步增加：電子郵件一小時，社群媒體半小時。",
  },
});
