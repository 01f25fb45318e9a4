import { defineTemplate } from "./template.ts";

/** S2, goal 5. */
export const cost = defineTemplate({
  id: "cost",
  title: {
    en: "A lower cost per contact",
    ko: "접촉당 비용(CPC) 절감",
    ru: "Снизить стоимость обращения",
    "zh-TW": "降低每次聯絡成本",
  },
  why: {
    en: "What we save on routine goes into help that customers notice.",
    ko: "반복 업무에서 아낀 비용을 고객이 체감하는 지원에 씁니다.",
    ru: "Сэкономленное на рутине идёт на помощь, которую клиенты заметят.",
    "zh-TW": "把例行工作省下的成本，用在客戶有感的服務上。",
  },
  kpi: "cost_per_contact",
  only: "channel:phone kind:calls",
  target: "-10%",
  direction: "reach",
  guardrails: ["csat", "service_level"],
  hint: {
    en: "All costs divided by what was handled. Compare channels before you choose one.",
    ko: "전체 비용을 처리 건수로 나눈 값입니다. 채널을 비교한 뒤 하나를 고르세요.",
    ru: "Все затраты делятся на обработанные обращения. Сравните каналы, прежде чем выбрать.",
    "zh-TW": "總成本除以處理量。先比較各管道再選擇。",
  },
});
