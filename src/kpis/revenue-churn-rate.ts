import { customerRevenueAtStart, customersAtStart } from "./inputs-customers.ts";
import {
  revenueAtStart,
  revenueChurned,
  revenueContracted,
  revenueExpanded,
  revenueRecordsBefore,
} from "./inputs-money.ts";
import { minus, sumOf, type Terms } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import type { Options } from "./options.ts";
import { share } from "./share.ts";

/**
 * S0: revenue lost to cancellations and downgrades, without what others added: gross. `net` takes
 * expansion off, `grr` and `nrr` are what remains of 100 (kpis.md C13).
 */
export const revenueChurnRate = defineKpi({
  id: "revenue_churn_rate",
  version: 1,
  title: {
    en: "Revenue churn",
    ko: "수익 이탈률",
    ru: "Отток выручки",
    "zh-TW": "營收流失率",
  },
  aliases: [
    "revenue churn rate",
    "MRR churn",
    "손실 수익 비율",
    "수익 손실률",
    "매출 손실",
    "매출 이탈률",
  ],
  named: [
    {
      option: "variant",
      value: "grr",
      names: [
        "GRR",
        "gross revenue retention",
        "총 매출 유지율",
        "валовое удержание выручки",
        "總營收留存率",
      ],
    },
    {
      option: "variant",
      value: "nrr",
      names: [
        "NRR",
        "net revenue retention",
        "순매출 유지율",
        "чистое удержание выручки",
        "淨營收留存率",
      ],
    },
  ],
  meaning: {
    en: "The share of the recurring revenue at the start of the period that was lost in it to cancellations and downgrades. Beside customer churn it tells whether large or small customers leave.",
    ko: "기간이 시작될 때의 반복 매출 가운데 해지와 요금제 하향으로 그 기간에 잃은 비율입니다. 고객 이탈률과 함께 보면 큰 고객이 떠나는지 작은 고객이 떠나는지 알 수 있습니다.",
    ru: "Доля регулярной выручки на начало периода, потерянная за него из-за отмен и перехода на тарифы дешевле. Рядом с оттоком клиентов показывает, крупные уходят или мелкие.",
    "zh-TW":
      "期初經常性營收中，因取消與降級而在期間內流失的比例。與客戶流失率對照，可看出離開的是大客戶還是小客戶。",
  },
  formula: {
    en: "(churned + contracted revenue) ÷ recurring revenue at the start",
    ko: "(해지 + 감소 매출) ÷ 시작 시점의 반복 매출",
    ru: "(потерянная + сократившаяся выручка) ÷ регулярная выручка на начало",
    "zh-TW": "（流失 + 縮減的營收）÷ 期初經常性營收",
  },
  unit: "percent",
  better: "lower",
  kinds: ["revenue"],
  beside: ["customers"],
  options: {
    variant: { type: "choice", values: ["gross", "net", "grr", "nrr"] },
    base: { type: "choice", values: ["movements", "customers"] },
  },
  measure: (options) => {
    const ofCustomers = options["base"] === "customers";
    const start = ofCustomers ? sumOf(customerRevenueAtStart) : revenueAtStart;
    return {
      value: share(partOf(start, options), start),
      ...(options["variant"] === "grr" || options["variant"] === "nrr"
        ? { better: "higher" as const }
        : {}),
      // Who buys more makes up for who leaves, and more.
      ...(options["variant"] === "net" ? { ends: { low: null, high: 100 } } : {}),
      ...(options["variant"] === "nrr" ? { ends: { low: 0, high: null } } : {}),
      sample: sumOf(ofCustomers ? customersAtStart : revenueRecordsBefore),
      variants: {},
      interval: null,
      notes: {},
      isMonthly: true,
    };
  },
  guardrails: ["customer_churn_rate"],
  target: null,
});

function partOf(start: Terms, options: Options): Terms {
  const lost = sumOf(revenueChurned, revenueContracted);
  const kept = minus(start, revenueChurned, revenueContracted);
  switch (options["variant"]) {
    case "net":
      return minus(lost, revenueExpanded);
    case "grr":
      return kept;
    case "nrr":
      return [...kept, ...sumOf(revenueExpanded)];
    case "gross":
    case undefined:
    default:
      return lost;
  }
}
