import { defineTemplate } from "./template.ts";

/** S2, goal 9. */
export const automation = defineTemplate({
  id: "automation",
  title: {
    en: "Fill the gaps with automation",
    ko: "인적 공백을 채우기 위해 자동화",
    ru: "Закрыть пробелы автоматизацией",
    "zh-TW": "以自動化填補人力空缺",
  },
  why: {
    en: "Customers get an answer when nobody is on shift, too.",
    ko: "근무자가 없을 때도 고객이 답을 얻습니다.",
    ru: "Клиенты получают ответ и тогда, когда никого нет на смене.",
    "zh-TW": "即使沒有人值班，客戶也能得到回覆。",
  },
  kpi: "automation_rate",
  only: "",
  target: "+5pp",
  direction: "reach",
  guardrails: ["csat", "reopen_rate"],
  hint: {
    en: "Bots supplement people and must hand over well.",
    ko: "봇은 사람을 보완하며, 상담원에게 매끄럽게 넘겨야 합니다.",
    ru: "Боты дополняют людей и должны вовремя передавать разговор.",
    "zh-TW": "機器人是輔助，必須能順利轉交真人。",
  },
});
