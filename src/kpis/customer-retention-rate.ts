import {
  customersAtEnd,
  customersAtStart,
  customersAtStartOfAll,
  customersLost,
  customersNew,
} from "./inputs-customers.ts";
import { minus, sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/**
 * S4: by default the customers of the start who are still there at the end, so that it is 100 less
 * the churn; `counts` is S4's (E − N) ÷ S. S0: no value is good everywhere, so there is no target.
 */
export const customerRetentionRate = defineKpi({
  id: "customer_retention_rate",
  version: 1,
  title: {
    en: "Customer retention rate",
    ko: "고객 유지율",
    ru: "Коэффициент удержания клиентов",
    "zh-TW": "客戶保留率",
  },
  aliases: ["retention", "retention rate", "customer retention", "удержание клиентов"],
  meaning: {
    en: "The share of the customers at the start of the period who are still customers at its end. What is good depends on the business.",
    ko: "기간이 시작될 때의 고객 가운데 끝날 때에도 남아 있는 고객의 비율입니다. 적정 수준은 사업 형태에 따라 다릅니다.",
    ru: "Доля клиентов на начало периода, которые остались ими к его концу. Какое значение хорошее, зависит от бизнеса.",
    "zh-TW": "期初客戶中到期末仍為客戶的比例。合理的數值取決於商業模式。",
  },
  formula: {
    en: "customers of the start still there at the end ÷ customers at the start",
    ko: "종료 시점까지 남은 시작 시점의 고객 ÷ 시작 시점의 고객 수",
    ru: "клиенты начала периода, оставшиеся к концу ÷ клиенты на начало периода",
    "zh-TW": "期末仍在的期初客戶 ÷ 期初客戶數",
  },
  unit: "percent",
  better: "higher",
  kinds: ["customers"],
  options: { cohort: { type: "choice", values: ["intersection", "counts"] } },
  measure: (options) => {
    const isCounted = options["cohort"] === "counts";
    // Of churn's own base, so that both come to 100 whatever is asked about.
    const start = sumOf(isCounted ? customersAtStart : customersAtStartOfAll);
    return {
      value: share(
        isCounted ? minus(sumOf(customersAtEnd), customersNew) : minus(start, customersLost),
        start,
      ),
      sample: start,
      variants: {},
      // New customers who leave at once are taken off twice: then it is no share of anything.
      interval: isCounted ? null : "wilson",
      notes: {},
    };
  },
  guardrails: ["customer_churn_rate"],
  target: null,
});
