import { countedWithin, duration, statOrShareOption } from "./duration.ts";
import type { Input } from "./inputs.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { numberIn } from "./options.ts";
import { share } from "./share.ts";

const mentions = { kind: "mentions", at: "created_at" } as const;

const mentionsMade: Input = { ...mentions, id: "mentions_made", take: "count" };

const mentionsWaiting: Input = {
  ...mentions,
  id: "mentions_waiting",
  take: "count",
  hingesOn: ["first_response_at"],
  where: { unknown: "first_response_at" },
};

/**
 * S2, goal 10: most want an answer within half an hour; S4: within the hour. The share is of all
 * mentions, since one that nobody answers was not answered in time.
 */
export const socialResponseTime = defineKpi({
  id: "social_response_time",
  version: 1,
  title: {
    en: "Social response time",
    ko: "소셜 미디어 응답 시간",
    ru: "Время ответа в соцсетях",
    "zh-TW": "社群回應時間",
  },
  aliases: ["social response", "mention response time", "소셜 응답 시간", "社群首次回應時間"],
  meaning: {
    en: "How long it takes to answer a post that names us. The share answered within 30 minutes stands beside it; a mention without an answer is not within.",
    ko: "우리를 언급한 게시물에 답하기까지 걸린 시간입니다. 30분 안에 답한 비율을 함께 보여 주며, 답하지 않은 멘션은 시간 안에 답한 것이 아닙니다.",
    ru: "Сколько проходит до ответа на публикацию, где нас упомянули. Рядом доля ответов за 30 минут; упоминание без ответа вовремя отвеченным не считается.",
    "zh-TW": "回應一則提及我們的貼文所需的時間，並列出 30 分鐘內回應的比例；未回應的提及不算及時。",
  },
  formula: {
    en: "time to the first answer ÷ answered mentions",
    ko: "첫 답변까지의 시간 합계 ÷ 답변한 멘션",
    ru: "время до первого ответа ÷ отвеченные упоминания",
    "zh-TW": "首次回應所需時間總和 ÷ 已回應的提及",
  },
  unit: "seconds",
  better: "lower",
  kinds: ["mentions"],
  options: {
    stat: statOrShareOption,
    within: { type: "duration", seconds: 1_800 },
    clock: { type: "choice", values: ["calendar", "business"] },
  },
  measure: (options) => {
    const column =
      options["clock"] === "business" ? "first_response_working_seconds" : "first_response_seconds";
    const told = { ...mentions, hingesOn: ["first_response_at"] } as const;
    const count: Input = {
      ...told,
      id: `mentions_${column}_count`,
      take: "count",
      where: { known: column },
    };
    const seconds: Input = { ...told, id: `mentions_${column}`, take: { sum: column } };
    const withinSeconds = numberIn(options, "within");
    const inTime = countedWithin(count, column, withinSeconds);
    const within = share(sumOf(inTime), sumOf(mentionsMade));
    return {
      ...duration(
        options,
        { count, seconds, column },
        { share: within, beside: { [`within_${withinSeconds}s`]: within } },
      ),
      notes: { mentions_waiting: sumOf(mentionsWaiting) },
    };
  },
  guardrails: ["csat"],
  target: 3_600,
});
