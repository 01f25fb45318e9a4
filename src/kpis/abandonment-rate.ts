import {
  abandonedWithin,
  abandonsWithoutWait,
  callsAbandoned,
  callsOffered,
} from "./inputs-calls.ts";
import { noticesDue, noticesOpen, noticesUnanswered } from "./inputs-notices.ts";
import { minus, sumOf, type Input } from "./inputs.ts";
import { defineKpi, type Measure } from "./kpi.ts";
import { numberIn } from "./options.ts";
import { share } from "./share.ts";
import type { Where } from "./where.ts";

const scopes = ["queue", "voice", "chat", "notices"] as const;

/** How desks name the channels in which people type while they wait; what else queues is voice. */
const typing: Where = {
  column: "channel",
  in: ["chat", "live chat", "webchat", "messenger", "messaging", "text"],
};

function inScope(input: Input, scope: "queue" | "voice" | "chat"): Input {
  if (scope === "queue") return input;
  const where: Where = {
    all: [
      ...(input.where === undefined ? [] : [input.where]),
      scope === "chat" ? typing : { not: typing },
    ],
  };
  return { ...input, id: `${scope}_${input.id}`, where };
}

/**
 * S3, S4: callers who hang up before they reach a person. Callbacks and voicemail are not abandons.
 * S4 counts chats that were quit and important notices that nobody answers too: all that queues is
 * the default, `scope:` keeps to one (kpis.md C11).
 */
export const abandonmentRate = defineKpi({
  id: "abandonment_rate",
  version: 1,
  title: {
    en: "Abandonment rate",
    ko: "통화 포기율",
    ru: "Доля потерянных вызовов",
    "zh-TW": "放棄率",
  },
  aliases: ["ABR", "abandon rate", "포기율", "процент прерванных звонков"],
  meaning: {
    en: "The share of callers who hung up before an agent answered. Callbacks and voicemail are not counted as abandoned. scope:notices is the share of important notices that no customer answered within 7 days.",
    ko: "상담원이 받기 전에 전화를 끊은 고객의 비율입니다. 콜백과 음성 메시지는 포기로 세지 않습니다. scope:notices는 고객이 7일 안에 답하지 않은 중요 안내의 비율입니다.",
    ru: "Доля клиентов, которые положили трубку до ответа оператора. Заказ обратного звонка и голосовая почта потерями не считаются. scope:notices — доля важных уведомлений, на которые клиенты не ответили за 7 дней.",
    "zh-TW":
      "在客服接聽之前掛斷的來電比例。預約回電與語音留言不算放棄。scope:notices 是客戶 7 天內未回覆的重要通知比例。",
  },
  formula: {
    en: "abandoned calls ÷ offered calls",
    ko: "포기된 통화 ÷ 인입된 통화",
    ru: "потерянные звонки ÷ поступившие звонки",
    "zh-TW": "放棄的通話 ÷ 進線通話",
  },
  unit: "percent",
  better: "lower",
  kinds: ["calls"],
  beside: ["notices"],
  options: {
    short_abandons: { type: "duration", seconds: 0 },
    scope: { type: "choice", values: scopes },
    window: { type: "days", days: 7, most: 30 },
  },
  measure: (options) => {
    const shortSeconds = numberIn(options, "short_abandons");
    const scope = scopes.find((each) => each === options["scope"]) ?? "queue";
    if (scope === "notices") return ofNotices(numberIn(options, "window"));
    const within = (input: Input): Input => inScope(input, scope);
    const short = shortSeconds > 0 ? [within(abandonedWithin(shortSeconds))] : [];
    const offered = minus(sumOf(within(callsOffered)), ...short);
    return {
      value: share(minus(sumOf(within(callsAbandoned)), ...short), offered),
      sample: offered,
      variants: {},
      interval: "wilson",
      notes: shortSeconds > 0 ? { abandons_without_wait: sumOf(within(abandonsWithoutWait)) } : {},
    };
  },
  guardrails: ["service_level", "answer_rate"],
  target: null,
});

/** Only those whose time is over: of the newest, those alone would be known that were answered. */
function ofNotices(days: number): Measure {
  const all = sumOf(noticesDue(days));
  return {
    value: share(sumOf(noticesUnanswered(days)), all),
    sample: all,
    variants: {},
    interval: "wilson",
    notes: { notices_open: sumOf(noticesOpen(days)) },
  };
}
