import { defineTemplate } from "./template.ts";

/** S2, goal 13. */
export const selfService = defineTemplate({
  id: "self-service",
  title: {
    en: "Help customers help themselves",
    ko: "셀프 서비스 도구를 통해 고객 역량 강화",
    ru: "Дать клиентам решать самим",
    "zh-TW": "以自助服務強化客戶能力",
  },
  why: {
    en: "Customers find the answer at once, without having to ask.",
    ko: "고객이 묻지 않고도 바로 답을 찾습니다.",
    ru: "Клиенты сразу находят ответ и не вынуждены спрашивать.",
    "zh-TW": "客戶無須詢問就能立即找到答案。",
  },
  kpi: "self_service_rate",
  only: "",
  target: "+5pp",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "No ticket may also mean that somebody gave up: watch CSAT beside it.",
    ko: "문의가 없다는 것은 포기했다는 뜻일 수도 있습니다. CSAT를 함께 보세요.",
    ru: "Отсутствие обращения может значить, что человек сдался: следите за CSAT.",
    "zh-TW": "沒有工單也可能代表客戶放棄了：請一併觀察 CSAT。",
  },
});
