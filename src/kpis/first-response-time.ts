import { countedWithin, duration, meanOf, statOrShareOption } from "./duration.ts";
import {
  durationMissing,
  durationOf,
  ticketsCreated,
  ticketsStillWaiting,
} from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { numberIn } from "./options.ts";
import { share } from "./share.ts";

/**
 * S2, S4: until the first public reply of a human. The mean is over answered tickets (kpis.md C2);
 * S4's division by all tickets is `denominator:all`. Targets by channel are S4's. The share answered
 * within an hour is what S2 builds its first goal on.
 */
export const firstResponseTime = defineKpi({
  id: "first_response_time",
  version: 1,
  title: {
    en: "First response time",
    ko: "첫 번째 응답 시간",
    ru: "Время первого ответа",
    "zh-TW": "首次回應時間",
  },
  aliases: [
    "FRT",
    "first reply time",
    "첫 반응 시간",
    "평균 첫 번째 응답 시간",
    "최초 응답 시간",
    "首次回覆時間",
    "首響",
  ],
  meaning: {
    en: "How long a customer waits for the first reply of a human. Automatic receipts, bots and internal notes do not count; tickets still waiting are counted beside it.",
    ko: "고객이 상담원의 첫 답변을 받기까지 걸린 시간입니다. 자동 접수 안내, 봇, 내부 메모는 세지 않으며 아직 기다리는 건수를 함께 보여 줍니다.",
    ru: "Сколько клиент ждёт первого ответа человека. Автоответы, боты и внутренние заметки не считаются; число ещё ожидающих показано рядом.",
    "zh-TW":
      "客戶等待首次人工回覆的時間。自動回覆、機器人與內部備註不計，並同時列出仍在等待的工單數。",
  },
  formula: {
    en: "time to the first human reply ÷ answered tickets",
    ko: "첫 상담원 답변까지의 시간 합계 ÷ 답변된 티켓 수",
    ru: "время до первого ответа ÷ обращения с ответом",
    "zh-TW": "首次人工回覆所需時間總和 ÷ 已回覆工單數",
  },
  unit: "seconds",
  better: "lower",
  kinds: ["tickets"],
  options: {
    stat: statOrShareOption,
    within: { type: "duration", seconds: 3_600 },
    clock: { type: "choice", values: ["calendar", "business"] },
    denominator: { type: "choice", values: ["answered", "all"] },
    cohort: { type: "choice", values: ["created", "replied"] },
  },
  measure: (options) => {
    const column =
      options["clock"] === "business" ? "first_response_working_seconds" : "first_response_seconds";
    const at = options["cohort"] === "replied" ? "first_response_at" : "created_at";
    const parts = { ...durationOf(column, at, "first_response_at"), column };
    // Every ticket replied to in the period is answered: "all" differs for those created in it.
    const overAll = options["denominator"] === "all" && at === "created_at";
    const all = sumOf(overAll ? ticketsCreated : parts.count);
    const withinSeconds = numberIn(options, "within");
    const within = share(sumOf(countedWithin(parts.count, column, withinSeconds)), all);
    const figure = duration(options, parts, {
      mean: { ...meanOf(parts), denominator: all },
      share: within,
      beside: { [`within_${withinSeconds}s`]: within },
    });
    return {
      ...figure,
      notes: {
        ...(at === "created_at" ? { still_waiting: sumOf(ticketsStillWaiting) } : {}),
        incomplete_records: sumOf(durationMissing(column, at, "first_response_at")),
      },
      missing: "incomplete_records",
    };
  },
  guardrails: ["csat", "reopen_rate"],
  target: { email: 86_400, social: 3_600, chat: 3_600 },
});
