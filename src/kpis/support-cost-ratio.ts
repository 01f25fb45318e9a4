import {
  costAmount,
  purchaseAmount,
  purchaseCount,
  revenueAtStart,
  revenueRecordsBefore,
} from "./inputs-money.ts";
import { sumOf, type Input, type Terms } from "./inputs.ts";
import { defineKpi, type Ratio } from "./kpi.ts";

/** Costs that nobody wrote down are not 0. */
const ofRevenue = (revenue: Terms, known: Input): Ratio => ({
  take: "ratio",
  numerator: sumOf(costAmount),
  denominator: revenue,
  times: 1,
  blind: { known: costAmount, unknown: known },
});

/** S0: what support costs beside what comes in; too many people cost money, too few cost customers. */
export const supportCostRatio = defineKpi({
  id: "support_cost_ratio",
  version: 1,
  title: {
    en: "Support cost to revenue",
    ko: "매출 대비 지원 비용",
    ru: "Доля затрат на поддержку в выручке",
    "zh-TW": "支援成本佔營收比",
  },
  aliases: [
    "scr",
    "support cost ratio",
    "support cost",
    "지원 비용 대 회전율",
    "지원 비용 및 비교 회전율",
    "доля затрат на поддержку",
  ],
  meaning: {
    en: "What the support costs, as a share of the revenue of the same period. Lower is only better while satisfaction and service level hold.",
    ko: "같은 기간의 매출에서 고객 지원 비용이 차지하는 비율입니다. 만족도와 서비스 수준이 유지될 때에만 낮을수록 좋습니다.",
    ru: "Сколько стоит поддержка в доле выручки того же периода. Снижение полезно, только если держатся удовлетворённость и уровень обслуживания.",
    "zh-TW": "支援成本占同期營收的比例。唯有滿意度與服務水準不下滑時，才是越低越好。",
  },
  formula: {
    en: "support costs ÷ revenue from purchases",
    ko: "지원 비용 ÷ 구매 매출",
    ru: "затраты на поддержку ÷ выручка от покупок",
    "zh-TW": "支援成本 ÷ 購買營收",
  },
  unit: "percent",
  better: "lower",
  kinds: ["costs"],
  beside: ["purchases", "revenue"],
  options: { revenue: { type: "choice", values: ["purchases", "recurring"] } },
  measure: (options) => {
    const isRecurring = options["revenue"] === "recurring";
    return {
      // What recurs is an amount a month, so it counts as often as the period has months.
      value: isRecurring
        ? {
            take: "product",
            factors: [ofRevenue(revenueAtStart, revenueRecordsBefore)],
            times: 100,
            per: "month",
          }
        : { ...ofRevenue(sumOf(purchaseAmount), purchaseCount), times: 100 },
      // It may cost more than comes in.
      ends: { low: 0, high: null },
      sample: sumOf(isRecurring ? revenueRecordsBefore : purchaseCount),
      variants: {},
      interval: null,
      notes: {},
    };
  },
  guardrails: ["csat", "service_level"],
  target: null,
});
