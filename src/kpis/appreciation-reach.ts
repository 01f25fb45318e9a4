import { customersActive, customersThanked, customersThankedLater } from "./inputs-customers.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S2, goal 7: the target group is who was a customer in the period and fits the filters. */
export const appreciationReach = defineKpi({
  id: "appreciation_reach",
  version: 1,
  title: {
    en: "Appreciation reach",
    ko: "고객 감사 도달률",
    ru: "Охват благодарностью",
    "zh-TW": "客戶感謝觸及率",
  },
  aliases: [
    "customers thanked",
    "thank-you reach",
    "감사 인사 비율",
    "доля поблагодарённых",
    "感謝觸及率",
  ],
  meaning: {
    en: "The share of the period's customers who were thanked in it: by a call, a card or a gift. Name the group you mean with a filter, such as a customer segment.",
    ko: "기간 중 고객이었던 사람 가운데 그 기간에 전화, 카드, 선물 등으로 감사를 전한 비율입니다. 고객 세그먼트 같은 필터로 대상 그룹을 정하세요.",
    ru: "Доля клиентов периода, которых за него поблагодарили: звонком, открыткой или подарком. Нужную группу задаёт фильтр, например сегмент клиентов.",
    "zh-TW":
      "期間內的客戶中，在該期間以電話、卡片或禮物表達感謝的比例。可用客戶分群等篩選條件指定對象。",
  },
  formula: {
    en: "customers thanked in the period ÷ customers of the period",
    ko: "기간 중 감사를 전한 고객 ÷ 기간 중 고객",
    ru: "клиенты, которых поблагодарили за период ÷ клиенты периода",
    "zh-TW": "期間內受到感謝的客戶 ÷ 期間內的客戶",
  },
  unit: "percent",
  better: "higher",
  kinds: ["customers"],
  options: {},
  measure: () => ({
    value: share(sumOf(customersThanked), sumOf(customersActive)),
    sample: sumOf(customersActive),
    variants: {},
    interval: null,
    isWhole: true,
    notes: { thanked_later: sumOf(customersThankedLater) },
  }),
  guardrails: ["customer_retention_rate", "csat"],
  target: null,
});
