import { callsOfCustomers, callsResolvedAtOnce, handledWithoutCustomer } from "./inputs-calls.ts";
import {
  ticketsOneTouch,
  ticketsRepliesKnown,
  ticketsRepliesUnknown,
  ticketsSolvedRepliesKnown,
  ticketsSolvedWithoutReply,
} from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi, type Measure } from "./kpi.ts";
import { numberIn, type Options } from "./options.ts";
import { share } from "./share.ts";

/**
 * S0, S3, S4: solved at the first contact. Tickets: one touch, out of those received (S4). Calls:
 * not passed on and no further call in the window (S0), out of those handled.
 */
export const fcr = defineKpi({
  id: "fcr",
  version: 1,
  title: {
    en: "First contact resolution",
    ko: "최초 통화 해결률",
    ru: "Решение при первом обращении",
    "zh-TW": "首次聯繫解決率",
  },
  aliases: [
    "FCR",
    "FTR",
    "one-touch",
    "one touch resolution",
    "first call resolution",
    "first contact resolution rate",
    "첫 번째 통화 해결",
    "첫 통화 해결률",
    "첫 번째 통화 정산 비율",
    "원터치 해결",
    "решение с первого звонка",
    "首次聯繫解決方案",
    "首次解決率",
    "一鍵解決率",
  ],
  meaning: {
    en: "The share solved at the first contact. Tickets: exactly one human reply, one agent, no transfer, not reopened. Calls: no transfer and no further call from the same customer within 7 days.",
    ko: "첫 접촉에서 해결된 비율입니다. 티켓: 상담원 답변 한 번, 담당자 한 명, 이관·재오픈 없음. 통화: 이관이 없고 같은 고객이 7일 안에 다시 전화하지 않음.",
    ru: "Доля вопросов, решённых с первого обращения. Обращения: ровно один ответ, один сотрудник, без перевода и повторного открытия. Звонки: без перевода и без повторного звонка того же клиента за 7 дней.",
    "zh-TW":
      "首次聯繫即解決的比例。工單：恰好一次人工回覆、一位客服、未轉接、未重開。通話：未轉接，且同一客戶 7 天內未再來電。",
  },
  formula: {
    en: "tickets: solved with one touch ÷ received · calls: handled without transfer or repeat ÷ handled",
    ko: "티켓: 원터치 해결 ÷ 접수 · 통화: 이관·재통화 없이 처리 ÷ 처리",
    ru: "обращения: решённые одним ответом ÷ поступившие · звонки: без перевода и повтора ÷ обработанные",
    "zh-TW": "工單：一次回覆解決 ÷ 收到 · 通話：未轉接且未再來電 ÷ 已處理",
  },
  unit: "percent",
  better: "higher",
  kinds: ["tickets", "calls"],
  options: {
    kind: { type: "choice", values: ["tickets", "calls"] },
    denominator: { type: "choice", values: ["received", "resolved"] },
    window: { type: "days", days: 7, most: 30 },
  },
  measure: (options) => (options["kind"] === "calls" ? ofCalls(options) : ofTickets(options)),
  guardrails: ["aht", "csat"],
  target: null,
});

function ofTickets(options: Options): Measure {
  const all = sumOf(
    options["denominator"] === "resolved" ? ticketsSolvedRepliesKnown : ticketsRepliesKnown,
  );
  return {
    value: share(sumOf(ticketsOneTouch), all),
    sample: all,
    variants: {},
    interval: "wilson",
    notes: {
      solved_without_reply: sumOf(ticketsSolvedWithoutReply),
      incomplete_records: sumOf(ticketsRepliesUnknown),
    },
    missing: "incomplete_records",
  };
}

function ofCalls(options: Options): Measure {
  const windowDays = numberIn(options, "window");
  return {
    value: share(sumOf(callsResolvedAtOnce(windowDays)), sumOf(callsOfCustomers)),
    sample: sumOf(callsOfCustomers),
    variants: {},
    interval: "wilson",
    notes: { without_customer: sumOf(handledWithoutCustomer) },
    missing: "without_customer",
    settlesAfterDays: windowDays,
  };
}
