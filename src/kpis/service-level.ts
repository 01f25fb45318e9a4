import {
  abandonedWithin,
  abandonsWithoutWait,
  answeredWithin,
  callsAbandoned,
  callsAnswered,
  handledWithoutWait,
} from "./inputs-calls.ts";
import { minus, sumOf } from "./inputs.ts";
import { defineKpi, type Figure } from "./kpi.ts";
import { numberIn } from "./options.ts";
import { share } from "./share.ts";

const variants = [
  "exclude_short",
  "offered",
  "answered_only",
  "exclude_within_threshold",
  "credit_within_threshold",
  "credit_short",
] as const;

/**
 * S3: within 20 seconds; S0: 80 %. The six ways to treat abandoned calls are kpis.md C1. An abandon
 * whose wait is unknown counts as a long one, so that without waits every variant that needs them
 * becomes `offered`.
 */
export const serviceLevel = defineKpi({
  id: "service_level",
  version: 1,
  title: {
    en: "Service level",
    ko: "서비스 수준",
    ru: "Уровень обслуживания",
    "zh-TW": "服務水準",
  },
  aliases: ["SL", "80/20", "서비스레벨", "уровень сервиса", "服務水平"],
  meaning: {
    en: "The share of calls answered within the promised time, 20 seconds unless set otherwise. Callers who hang up almost at once are left out.",
    ko: "정해진 시간(기본 20초) 안에 응답된 통화의 비율입니다. 곧바로 끊은 통화는 제외합니다.",
    ru: "Доля звонков, на которые ответили за обещанное время (по умолчанию 20 секунд). Звонки, прерванные почти сразу, не учитываются.",
    "zh-TW": "在承諾時間內（預設 20 秒）接聽的通話比例。幾乎立即掛斷的來電不列入計算。",
  },
  formula: {
    en: "calls answered in time ÷ (answered + abandoned − abandoned within 5 s)",
    ko: "제시간에 응답된 통화 ÷ (응답 + 포기 − 5초 이내 포기)",
    ru: "звонки, отвеченные вовремя ÷ (отвеченные + потерянные − потерянные за 5 с)",
    "zh-TW": "及時接聽的通話 ÷（已接聽 + 放棄 − 5 秒內放棄）",
  },
  unit: "percent",
  better: "higher",
  kinds: ["calls"],
  options: {
    variant: { type: "choice", values: variants },
    within: { type: "duration", seconds: 20 },
    short_abandons: { type: "duration", seconds: 5 },
  },
  notAbove: ["short_abandons", "within"],
  measure: (options) => {
    const withinSeconds = numberIn(options, "within");
    const shortSeconds = numberIn(options, "short_abandons");
    const inTime = answeredWithin(withinSeconds);
    const leftInTime = abandonedWithin(withinSeconds);
    // 0 seconds switches the rule off: even an abandon after 0 seconds then counts.
    const short = shortSeconds > 0 ? [abandonedWithin(shortSeconds)] : [];
    const offered = sumOf(callsAnswered, callsAbandoned);
    const blind = { known: callsAnswered, unknown: handledWithoutWait };
    const figures: Readonly<Record<(typeof variants)[number], Figure>> = {
      exclude_short: share(sumOf(inTime), minus(offered, ...short), blind),
      offered: share(sumOf(inTime), offered, blind),
      answered_only: share(sumOf(inTime), sumOf(callsAnswered)),
      exclude_within_threshold: share(sumOf(inTime), minus(offered, leftInTime), blind),
      credit_within_threshold: share(sumOf(inTime, leftInTime), offered, blind),
      credit_short: share(sumOf(inTime, ...short), offered, blind),
    };
    const chosen = variants.find((each) => each === options["variant"]) ?? "exclude_short";
    const value = figures[chosen];
    const needsWaits = chosen !== "offered" && chosen !== "answered_only";
    return {
      value,
      sample: value.take === "ratio" ? value.denominator : offered,
      variants: {},
      interval: "wilson",
      notes: {
        incomplete_records: sumOf(handledWithoutWait),
        ...(needsWaits ? { abandons_without_wait: sumOf(abandonsWithoutWait) } : {}),
      },
      missing: "incomplete_records",
    };
  },
  guardrails: ["abandonment_rate", "asa", "occupancy"],
  target: 80,
});
