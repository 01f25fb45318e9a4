import { callsHandled, holdSeconds, talkSeconds, wrapSeconds } from "./inputs-calls.ts";
import { available, logged, scheduled } from "./inputs-shifts.ts";
import { ticketsHandled } from "./inputs-tickets.ts";
import { sumOf, type Input, type Terms } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";

/** S0: one of the three figures by which its best agents are found; more is not better as such. */
export const callsPerHour = defineKpi({
  id: "calls_per_hour",
  version: 1,
  title: {
    en: "Contacts handled per hour",
    ko: "시간당 평균 통화 수",
    ru: "Обращений в час",
    "zh-TW": "每小時通話數",
  },
  aliases: ["cph", "calls per hour", "contacts per hour", "시간당 처리 건수", "звонков в час"],
  meaning: {
    en: "How many contacts are handled in an hour of work: of the hours agents were logged in, on the queue, or scheduled. Read it beside satisfaction and first contact resolution.",
    ko: "업무 한 시간에 처리한 문의 수입니다. 로그인 시간, 응대 대기열 시간 또는 예정 시간을 기준으로 합니다. 만족도와 최초 통화 해결률을 함께 보세요.",
    ru: "Сколько обращений обрабатывают за час работы: за часы входа в систему, на линии или по графику. Смотреть вместе с удовлетворённостью и решением при первом обращении.",
    "zh-TW":
      "每工作一小時處理的聯繫數，可依登入、值線或排班時數計算。請與滿意度及首次聯繫解決率一併解讀。",
  },
  formula: {
    en: "handled contacts ÷ hours logged in",
    ko: "처리된 문의 ÷ 로그인 시간",
    ru: "обработанные обращения ÷ часы в системе",
    "zh-TW": "已處理的聯繫 ÷ 登入時數",
  },
  unit: "per_hour",
  better: "neutral",
  kinds: ["calls", "tickets"],
  beside: ["shifts"],
  options: {
    kind: { type: "choice", values: ["calls", "tickets"] },
    hours: { type: "choice", values: ["logged", "on_queue", "scheduled"] },
  },
  measure: (options) => {
    const contacts = sumOf(options["kind"] === "tickets" ? ticketsHandled : callsHandled);
    const { seconds, unknown } = hoursOf(options["hours"]);
    return {
      value: { take: "ratio", numerator: contacts, denominator: seconds, times: 3_600 },
      sample: contacts,
      variants: {},
      interval: null,
      notes: { incomplete_records: sumOf(unknown) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["csat", "fcr"],
  target: null,
});

/** On the queue is who talks, holds, wraps up, or waits for the next contact. */
function hoursOf(hours: unknown): { readonly seconds: Terms; readonly unknown: Input } {
  if (hours === "scheduled") {
    return { seconds: sumOf(scheduled.seconds), unknown: scheduled.unknown };
  }
  if (hours === "on_queue") {
    const seconds = sumOf(talkSeconds, holdSeconds, wrapSeconds, available.seconds);
    return { seconds, unknown: available.unknown };
  }
  return { seconds: sumOf(logged.seconds), unknown: logged.unknown };
}
