import { agentsOf } from "./inputs-plans.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S2, goal 12: whoever worked in the period counts once, and has had a 1:1 in it or not. */
export const coachingCoverage = defineKpi({
  id: "coaching_coverage",
  version: 1,
  title: {
    en: "Coaching coverage",
    ko: "코칭 실시율",
    ru: "Охват встречами один на один",
    "zh-TW": "一對一輔導涵蓋率",
  },
  aliases: ["1:1 coverage", "coached agents", "일대일 면담 비율", "охват коучингом"],
  meaning: {
    en: "The share of agents who worked in the period that had a 1:1 in it. Who worked is seen from shifts, calls or tickets.",
    ko: "기간 중 근무한 상담원 가운데 일대일 면담을 한 비율입니다. 근무 여부는 근무, 통화 또는 티켓 기록으로 봅니다.",
    ru: "Доля работавших в периоде сотрудников, с которыми в нём была встреча один на один. Кто работал, видно по сменам, звонкам или обращениям.",
    "zh-TW": "期間內有工作的客服中，曾進行一對一輔導的比例。是否工作依班次、通話或工單判斷。",
  },
  formula: {
    en: "active agents with a 1:1 ÷ active agents",
    ko: "일대일 면담을 한 근무 상담원 ÷ 근무한 상담원",
    ru: "работавшие, у кого была встреча ÷ работавшие сотрудники",
    "zh-TW": "曾一對一輔導的在職客服 ÷ 期間內工作的客服",
  },
  unit: "percent",
  better: "higher",
  kinds: ["shifts", "calls", "tickets"],
  beside: ["coaching"],
  options: { kind: { type: "choice", values: ["shifts", "calls", "tickets"] } },
  measure: (options) => {
    const kind = options["kind"];
    const { active, coached } = agentsOf(kind === "calls" || kind === "tickets" ? kind : "shifts");
    return {
      value: share(sumOf(coached), sumOf(active)),
      sample: sumOf(active),
      variants: {},
      interval: null,
      isWhole: true,
      notes: {},
    };
  },
  guardrails: ["esat"],
  target: null,
});
