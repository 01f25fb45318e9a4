import { customersAtStartOfAll, customersLost } from "./inputs-customers.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/**
 * S0, S2: watched by the month; who is new in the period can only be lost in a later one. By topic,
 * which is why they left, the parts are of all customers and add up to the rate.
 */
export const customerChurnRate = defineKpi({
  id: "customer_churn_rate",
  version: 1,
  title: {
    en: "Customer churn",
    ko: "고객 이탈률",
    ru: "Отток клиентов",
    "zh-TW": "客戶流失率",
  },
  aliases: ["customer churn rate", "logo churn", "고객의 발전 속도", "отток клиентской базы"],
  meaning: {
    en: "The share of the customers at the start of the period who left in it. Ask for whole months: a rate holds for its own period only. By topic it shows why they left.",
    ko: "기간이 시작될 때의 고객 가운데 그 기간에 떠난 고객의 비율입니다. 비율은 해당 기간에만 유효하므로 한 달 단위로 확인하세요. 주제별로 나누면 떠난 이유가 보입니다.",
    ru: "Доля клиентов на начало периода, которые за него ушли. Спрашивайте по целым месяцам: доля относится только к своему периоду. Разбивка по темам показывает, почему ушли.",
    "zh-TW":
      "期初客戶中於期間內離開的比例。比率只適用於該期間，請以整月查詢；依主題可看出離開的原因。",
  },
  formula: {
    en: "customers lost, without those new in the period ÷ customers at its start",
    ko: "이탈한 고객(기간 중 신규 고객 제외) ÷ 기간 시작 시점의 고객 수",
    ru: "ушедшие клиенты, кроме новых за период ÷ клиенты на начало периода",
    "zh-TW": "流失的客戶（不含當期新增）÷ 期初客戶數",
  },
  unit: "percent",
  better: "lower",
  kinds: ["customers"],
  options: {},
  measure: () => ({
    value: share(sumOf(customersLost), sumOf(customersAtStartOfAll)),
    sample: sumOf(customersAtStartOfAll),
    variants: {},
    interval: "wilson",
    notes: {},
    isMonthly: true,
  }),
  guardrails: ["revenue_churn_rate"],
  target: null,
});
