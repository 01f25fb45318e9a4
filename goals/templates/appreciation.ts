import { defineTemplate } from "./template.ts";

/** S2, goal 7. */
export const appreciation = defineTemplate({
  id: "appreciation",
  title: {
    en: "Thank customers",
    ko: "고객 감사 전략 개발",
    ru: "Благодарить клиентов",
    "zh-TW": "制定客戶感謝策略",
  },
  why: {
    en: "Customers who feel valued stay.",
    ko: "존중받는다고 느끼는 고객은 떠나지 않습니다.",
    ru: "Клиенты, которых ценят, остаются.",
    "zh-TW": "感受到被重視的客戶會留下來。",
  },
  kpi: "milestone",
  only: "plan:appreciation",
  target: "100 %",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "It counts milestones of the plan “appreciation”. 44 % would switch after feeling unappreciated.",
    ko: "“appreciation” 계획의 마일스톤을 셉니다. 44%는 인정받지 못하면 떠나겠다고 합니다.",
    ru: "Считаются вехи плана «appreciation». 44 % готовы уйти, если их не ценят.",
    "zh-TW": "計算「appreciation」計畫的里程碑。44% 的客戶若不受重視便會離開。",
  },
});
