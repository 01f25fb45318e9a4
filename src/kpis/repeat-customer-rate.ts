import { buyers, purchasesWithoutCustomer, repeatBuyers } from "./inputs-money.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S0 calls it retention; under its own name, for S4's retention counts something else (kpis.md C12). */
export const repeatCustomerRate = defineKpi({
  id: "repeat_customer_rate",
  version: 1,
  title: {
    en: "Repeat-customer rate",
    ko: "재구매 고객 비율",
    ru: "Доля повторных покупателей",
    "zh-TW": "回購率",
  },
  aliases: ["rcr", "repeat purchase rate", "repeat customers", "재구매율"],
  meaning: {
    en: "The share of the period's buyers who bought on a second day of it. The longer the period, the more come back: a year says more than a week.",
    ko: "기간 안에 구매한 고객 가운데 다른 날 다시 구매한 고객의 비율입니다. 기간이 길수록 높아지므로 한 주보다 한 해를 보는 편이 낫습니다.",
    ru: "Доля покупателей периода, купивших в нём ещё и в другой день. Чем длиннее период, тем она выше: год говорит больше, чем неделя.",
    "zh-TW":
      "期間內有購買的客戶中，另一天再次購買的比例。期間愈長數值愈高，看一年比看一週更有意義。",
  },
  formula: {
    en: "customers with at least two purchases ÷ customers with purchases",
    ko: "두 번 이상 구매한 고객 ÷ 구매한 고객",
    ru: "клиенты с двумя и более покупками ÷ клиенты с покупками",
    "zh-TW": "至少購買兩次的客戶 ÷ 有購買的客戶",
  },
  unit: "percent",
  better: "higher",
  kinds: ["purchases"],
  options: { variant: { type: "choice", values: ["distinct_days", "transactions"] } },
  measure: (options) => ({
    value: share(
      sumOf(repeatBuyers(options["variant"] === "transactions" ? "record" : "day")),
      sumOf(buyers),
    ),
    sample: sumOf(buyers),
    variants: {},
    interval: "wilson",
    notes: { without_customer: sumOf(purchasesWithoutCustomer) },
    missing: "without_customer",
  }),
  guardrails: ["clv"],
  target: null,
});
