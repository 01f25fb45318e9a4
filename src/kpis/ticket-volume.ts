import { callsHandled, callsOffered } from "./inputs-calls.ts";
import { ticketsCreated, ticketsHandled } from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";

/** S0, S4: how much comes in, for staffing; neither more nor less is better. */
export const ticketVolume = defineKpi({
  id: "ticket_volume",
  version: 1,
  title: { en: "Contact volume", ko: "문의량", ru: "Количество обращений", "zh-TW": "工單量" },
  aliases: [
    "volume",
    "tickets",
    "ticket volume",
    "call volume",
    "문제 수",
    "문제의 수",
    "통화량",
    "인입콜",
    "票務量",
    "總票數",
    "進線通數",
  ],
  meaning: {
    en: "How many tickets or calls came in. Split it by channel to see where the load is.",
    ko: "접수된 티켓 또는 통화의 수입니다. 채널별로 나누면 어디에 부하가 걸리는지 보입니다.",
    ru: "Сколько поступило обращений или звонков. Разбивка по каналам показывает, где нагрузка.",
    "zh-TW": "收到的工單或來電數量。依管道拆分可看出負荷所在。",
  },
  formula: {
    en: "tickets created, or calls offered",
    ko: "생성된 티켓 수 또는 인입된 통화 수",
    ru: "созданные обращения или поступившие звонки",
    "zh-TW": "建立的工單數，或進線通話數",
  },
  unit: "count",
  better: "neutral",
  kinds: ["tickets", "calls"],
  options: {
    kind: { type: "choice", values: ["tickets", "calls"] },
    variant: { type: "choice", values: ["created", "handled"] },
  },
  measure: (options) => {
    const handledOnly = options["variant"] === "handled";
    const counted =
      options["kind"] === "calls"
        ? sumOf(handledOnly ? callsHandled : callsOffered)
        : sumOf(handledOnly ? ticketsHandled : ticketsCreated);
    return {
      value: { take: "sum", terms: counted },
      sample: counted,
      variants: {},
      interval: null,
      notes: {},
    };
  },
  guardrails: ["backlog", "abandonment_rate"],
  target: null,
});
