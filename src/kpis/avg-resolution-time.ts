import { duration, statOption } from "./duration.ts";
import { durationMissing, durationOf } from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";

const columns = {
  full: {
    calendar: "resolution_seconds",
    business: "resolution_working_seconds",
    minus_pending: "resolution_active_seconds",
  },
  first: {
    calendar: "first_resolution_seconds",
    business: "first_resolution_working_seconds",
    minus_pending: "first_resolution_active_seconds",
  },
} as const;

/**
 * S1, S4: from creation to the last solution, of what was solved in the period, so that periods
 * compare (kpis.md C8). `minus_pending` takes off the time spent waiting for the customer.
 */
export const avgResolutionTime = defineKpi({
  id: "avg_resolution_time",
  version: 1,
  title: {
    en: "Average resolution time",
    ko: "평균 해결 시간",
    ru: "Среднее время решения запроса",
    "zh-TW": "平均解決時間",
  },
  aliases: [
    "ART",
    "TTR",
    "MTTR",
    "time to resolution",
    "해결 속도",
    "среднее время разрешения",
    "средний показатель времени на решение вопроса",
  ],
  meaning: {
    en: "How long it takes from the creation of a ticket to its last solution, for tickets solved in the period.",
    ko: "기간 안에 해결된 티켓이 생성부터 마지막 해결까지 걸린 시간입니다.",
    ru: "Сколько времени проходит от создания обращения до его окончательного решения; считаются решённые за период.",
    "zh-TW": "期間內已解決的工單，從建立到最後一次解決所花的時間。",
  },
  formula: {
    en: "time from creation to solution ÷ solved tickets",
    ko: "생성부터 해결까지의 시간 합계 ÷ 해결된 티켓 수",
    ru: "время от создания до решения ÷ решённые обращения",
    "zh-TW": "從建立到解決的時間總和 ÷ 已解決工單數",
  },
  unit: "seconds",
  better: "lower",
  kinds: ["tickets"],
  options: {
    stat: statOption,
    variant: { type: "choice", values: ["full", "first"] },
    clock: { type: "choice", values: ["calendar", "business", "minus_pending"] },
    cohort: { type: "choice", values: ["resolved", "created"] },
  },
  measure: (options) => {
    const solution = options["variant"] === "first" ? "first" : "full";
    const end = solution === "first" ? "first_solved_at" : "solved_at";
    const clock =
      options["clock"] === "business" || options["clock"] === "minus_pending"
        ? options["clock"]
        : "calendar";
    const column = columns[solution][clock];
    const at = options["cohort"] === "created" ? "created_at" : end;
    return {
      ...duration(options, { ...durationOf(column, at, end), column }),
      notes: { incomplete_records: sumOf(durationMissing(column, at, end)) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["csat", "reopen_rate"],
  target: null,
});
