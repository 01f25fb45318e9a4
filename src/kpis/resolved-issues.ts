import { ticketReopens, ticketsSolved } from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";

/** S1: counted on the day of the last solution. `every` counts each solution: one more than the reopens. */
export const resolvedIssues = defineKpi({
  id: "resolved_issues",
  version: 1,
  title: {
    en: "Resolved issues",
    ko: "해결된 문의 수",
    ru: "Решённые проблемы клиентов",
    "zh-TW": "已解決工單數",
  },
  aliases: [
    "resolved",
    "solved tickets",
    "разрешённые обращения",
    "количество разрешённых обращений",
  ],
  meaning: {
    en: "How many tickets were solved in the period, counted at their last solution. If it falls, look where it fell.",
    ko: "기간 안에 해결된 티켓 수로, 마지막 해결 시점에 셉니다. 줄어들면 어디에서 줄었는지 살펴보세요.",
    ru: "Сколько обращений решено за период, по моменту последнего решения. Если число падает, стоит найти, где именно.",
    "zh-TW": "期間內解決的工單數，以最後一次解決為準。若下降，請查看是哪裡減少。",
  },
  formula: {
    en: "tickets whose last solution lies in the period",
    ko: "마지막 해결이 기간 안에 있는 티켓 수",
    ru: "обращения, последнее решение которых пришлось на период",
    "zh-TW": "最後一次解決落在期間內的工單數",
  },
  unit: "count",
  better: "higher",
  kinds: ["tickets"],
  options: { variant: { type: "choice", values: ["unique", "every"] } },
  measure: (options) => ({
    value: {
      take: "sum",
      terms:
        options["variant"] === "every" ? sumOf(ticketsSolved, ticketReopens) : sumOf(ticketsSolved),
    },
    sample: sumOf(ticketsSolved),
    variants: {},
    interval: null,
    notes: {},
  }),
  guardrails: ["reopen_rate", "csat"],
  target: null,
});
