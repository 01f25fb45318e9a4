import {
  customersAtStart,
  customersEnded,
  customersLost,
  customerYears,
} from "./inputs-customers.ts";
import {
  amountOfCustomers,
  buyers,
  purchasesOfCustomers,
  purchasesWithoutCustomer,
} from "./inputs-money.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi, type Figure, type Ratio } from "./kpi.ts";
import type { Options } from "./options.ts";

const ratio = (numerator: Ratio["numerator"], denominator: Ratio["denominator"]): Ratio => ({
  take: "ratio",
  numerator,
  denominator,
  times: 1,
});

/**
 * S4, whose "total purchase value" is the average one, mistranslated: 300 a purchase, 5 a year, 2
 * years make 3,000 (kpis.md C14).
 */
export const clv = defineKpi({
  id: "clv",
  version: 1,
  title: {
    en: "Customer lifetime value",
    ko: "고객 생애 가치",
    ru: "Пожизненная ценность клиента",
    "zh-TW": "客戶終身價值",
  },
  aliases: ["CLV", "LTV", "CLTV", "lifetime value"],
  meaning: {
    en: "What a customer brings on average, from the first purchase to the last. Ask for a whole year: in a short period only those who happen to buy are seen.",
    ko: "고객 한 명이 첫 구매부터 마지막 구매까지 평균적으로 가져오는 금액입니다. 짧은 기간에는 마침 구매한 고객만 보이므로 한 해 단위로 확인하세요.",
    ru: "Сколько в среднем приносит клиент от первой покупки до последней. Спрашивайте за целый год: в коротком периоде видны только те, кто как раз покупал.",
    "zh-TW":
      "一位客戶從首次到最後一次購買平均帶來的金額。短期間只看得到剛好有購買的人，請以整年查詢。",
  },
  formula: {
    en: "average purchase × purchases per customer a year × years a customer stays",
    ko: "평균 구매 금액 × 고객당 연간 구매 횟수 × 고객 유지 연수",
    ru: "средняя покупка × покупок на клиента в год × лет с клиентом",
    "zh-TW": "平均購買金額 × 每位客戶每年購買次數 × 客戶停留年數",
  },
  unit: "money",
  better: "higher",
  kinds: ["purchases"],
  beside: ["customers"],
  options: { lifespan: { type: "choice", values: ["observed", "churn"] } },
  measure: (options) => ({
    value: lifetimeValue(options),
    sample: sumOf(purchasesOfCustomers),
    variants: {},
    interval: null,
    notes: { without_customer: sumOf(purchasesWithoutCustomer) },
    missing: "without_customer",
    fewestMonths: 12,
  }),
  guardrails: ["customer_churn_rate"],
  target: null,
});

function lifetimeValue(options: Options): Figure {
  const purchase = ratio(sumOf(amountOfCustomers), sumOf(purchasesOfCustomers));
  const frequency = ratio(sumOf(purchasesOfCustomers), sumOf(buyers));
  if (options["lifespan"] === "churn") {
    // 1 ÷ the churn of a year: the years of the frequency and those of the churn cancel out.
    const periodsStayed = ratio(sumOf(customersAtStart), sumOf(customersLost));
    return { take: "product", factors: [purchase, frequency, periodsStayed], times: 1 };
  }
  const yearsStayed = ratio(sumOf(customerYears), sumOf(customersEnded));
  return { take: "product", factors: [purchase, frequency, yearsStayed], times: 1, per: "year" };
}
