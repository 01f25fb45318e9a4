import { defineTemplate } from "./template.ts";

/** S2, goal 8. */
export const mobile = defineTemplate({
  id: "mobile",
  title: {
    en: "Support that works on a phone",
    ko: "모든 고객 지원을 모바일 친화적으로",
    ru: "Поддержка, удобная с телефона",
    "zh-TW": "讓客戶支援適合行動裝置",
  },
  why: {
    en: "Customers get help wherever they are.",
    ko: "고객이 어디서든 도움을 받을 수 있게 합니다.",
    ru: "Клиенты получают помощь, где бы они ни были.",
    "zh-TW": "讓客戶隨時隨地都能獲得協助。",
  },
  kpi: "milestone",
  only: "plan:mobile",
  target: "100 %",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "It counts milestones of the plan “mobile”. 55 % of traffic comes from phones.",
    ko: "“mobile” 계획의 마일스톤을 셉니다. 트래픽의 55%가 모바일에서 옵니다.",
    ru: "Считаются вехи плана «mobile». 55 % посещений приходит с телефонов.",
    "zh-TW": "計算「mobile」計畫的里程碑。55% 的流量來自行動裝置。",
  },
});
