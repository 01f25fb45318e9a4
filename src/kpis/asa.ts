import { countedWithin, duration, meanOf, statOrShareOption } from "./duration.ts";
import {
  answerWaitSeconds,
  callersWaitedOver,
  callsAnswered,
  callsWaited,
  handledWithoutWait,
  waitSeconds,
} from "./inputs-calls.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { numberIn } from "./options.ts";
import { share } from "./share.ts";

/**
 * S0, S3: how long callers wait in the queue. The voice menu before it is not counted. Beside it the
 * share who waited over a minute, after which a third hang up (S0).
 */
export const asa = defineKpi({
  id: "asa",
  version: 1,
  title: {
    en: "Average speed of answer",
    ko: "평균 응답 속도",
    ru: "Средняя скорость ответа",
    "zh-TW": "平均應答速度",
  },
  aliases: ["ASA", "고객 대기 시간", "平均接聽速度"],
  meaning: {
    en: "How long callers wait in the queue before an agent answers. Only answered calls count; time in the voice menu does not.",
    ko: "고객이 대기열에 들어온 뒤 상담원이 받을 때까지 걸린 시간입니다. 응답된 통화만 세며 ARS 안내 시간은 포함하지 않습니다.",
    ru: "Сколько клиент ждёт в очереди до ответа оператора. Учитываются только отвеченные звонки; время в голосовом меню не входит.",
    "zh-TW": "來電進入佇列後到客服接聽為止的等待時間。只計已接聽的通話，不含語音選單時間。",
  },
  formula: {
    en: "waiting time of answered calls ÷ answered calls",
    ko: "응답된 통화의 대기 시간 합계 ÷ 응답된 통화 수",
    ru: "время ожидания отвеченных звонков ÷ отвеченные звонки",
    "zh-TW": "已接聽通話的等待時間總和 ÷ 已接聽通話數",
  },
  unit: "seconds",
  better: "lower",
  kinds: ["calls"],
  options: {
    stat: statOrShareOption,
    within: { type: "duration", seconds: 60 },
    denominator: { type: "choice", values: ["answered", "offered"] },
  },
  measure: (options) => {
    const parts =
      options["denominator"] === "offered"
        ? { count: callsWaited, seconds: waitSeconds, column: "wait_seconds" }
        : { count: callsAnswered, seconds: answerWaitSeconds, column: "wait_seconds" };
    const withinSeconds = numberIn(options, "within");
    const within = countedWithin(parts.count, parts.column, withinSeconds);
    const blind = { known: callsAnswered, unknown: handledWithoutWait };
    const mean = { ...meanOf(parts), blind };
    return {
      ...duration(options, parts, {
        mean,
        share: share(sumOf(within), sumOf(parts.count), blind),
        beside: {
          [`over_${withinSeconds}s`]: share(
            sumOf(callersWaitedOver(withinSeconds)),
            sumOf(callsWaited),
          ),
        },
      }),
      notes: { incomplete_records: sumOf(handledWithoutWait) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["abandonment_rate", "occupancy"],
  target: null,
});
