import {
  sessionsOfNobody,
  sessionsTold,
  sessionsToldSolved,
  sessionsTraced,
  sessionsTracedSolved,
} from "./inputs-sessions.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S2, goal 13: who found the answer alone. Who gave up did not write either, so watch satisfaction. */
export const selfServiceRate = defineKpi({
  id: "self_service_rate",
  version: 1,
  title: {
    en: "Self-service rate",
    ko: "셀프 서비스 해결률",
    ru: "Доля самообслуживания",
    "zh-TW": "自助服務率",
  },
  aliases: ["deflection", "self service", "셀프 서비스 비율", "самообслуживание"],
  meaning: {
    en: "The share of help centre sessions that no ticket of the same customer followed within 48 hours. It may also mean that somebody gave up.",
    ko: "48시간 안에 같은 고객의 티켓이 이어지지 않은 도움말 센터 방문의 비율입니다. 고객이 포기했을 수도 있습니다.",
    ru: "Доля сеансов в справочном центре, после которых за 48 часов не было обращения того же клиента. Возможно, клиент просто сдался.",
    "zh-TW": "造訪說明中心後 48 小時內，同一客戶未再開工單的比例。也可能代表客戶放棄了。",
  },
  formula: {
    en: "sessions without a ticket within 48 h ÷ sessions",
    ko: "48시간 안에 티켓이 없는 방문 ÷ 방문",
    ru: "сеансы без обращения за 48 ч ÷ сеансы",
    "zh-TW": "48 小時內無工單的造訪 ÷ 造訪",
  },
  unit: "percent",
  better: "higher",
  kinds: ["sessions"],
  options: {},
  measure: () => {
    const all = sumOf(sessionsTold, sessionsTraced);
    return {
      value: share(sumOf(sessionsToldSolved, sessionsTracedSolved), all),
      sample: all,
      variants: {},
      interval: "wilson",
      notes: { without_customer: sumOf(sessionsOfNobody) },
      missing: "without_customer",
      settlesAfterDays: 2,
    };
  },
  guardrails: ["csat"],
  target: null,
});
