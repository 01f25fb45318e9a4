import { defineTemplate } from "./template.ts";

/** S2, goal 10. */
export const social = defineTemplate({
  id: "social",
  title: {
    en: "Be there on social media",
    ko: "소셜 미디어를 창의적으로 활용",
    ru: "Быть рядом в соцсетях",
    "zh-TW": "善用社群媒體",
  },
  why: {
    en: "Customers who speak of us in public are heard.",
    ko: "공개적으로 우리를 언급한 고객에게 귀를 기울입니다.",
    ru: "Клиенты, которые пишут о нас публично, услышаны.",
    "zh-TW": "讓公開談論我們的客戶被聽見。",
  },
  kpi: "social_response_time",
  only: "stat:share within:30m",
  target: "+10pp",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "A mention that nobody answers counts as not in time.",
    ko: "답하지 않은 멘션은 시간 안에 답한 것으로 세지 않습니다.",
    ru: "Упоминание без ответа считается неотвеченным вовремя.",
    "zh-TW": "未回應的提及視為未及時回應。",
  },
});
