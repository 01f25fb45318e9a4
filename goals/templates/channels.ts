import { defineTemplate } from "./template.ts";

/** S2, goal 2. */
export const channels = defineTemplate({
  id: "channels",
  title: {
    en: "Support where customers are",
    ko: "다양한 연락처 형식 수용",
    ru: "Поддержка там, где клиенты",
    "zh-TW": "支援多元聯絡方式",
  },
  why: {
    en: "Customers reach us in the way that suits them.",
    ko: "고객이 편한 방식으로 연락할 수 있게 합니다.",
    ru: "Клиенты обращаются так, как им удобно.",
    "zh-TW": "讓客戶用自己方便的方式聯絡我們。",
  },
  kpi: "channel_coverage",
  only: "",
  target: "100 %",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "It counts milestones of the plan “channels”. Customers use nine channels on average.",
    ko: "“channels” 계획의 마일스톤을 셉니다. 고객은 평균 9개 채널을 사용합니다.",
    ru: "Считаются вехи плана «channels». Клиенты пользуются в среднем девятью каналами.",
    "zh-TW": "計算「channels」計畫的里程碑。客戶平均使用九種管道。",
  },
});
