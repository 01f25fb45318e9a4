import { doneOfPlanned } from "./done-of-planned.ts";
import { defineKpi } from "./kpi.ts";

const plans = ["all", "channels", "mobile", "technology", "appreciation", "other"] as const;

/** S2, goals 2, 7, 8 and 11: things that are done or not, such as a technology evaluated. */
export const milestone = defineKpi({
  id: "milestone",
  version: 1,
  title: {
    en: "Milestones done",
    ko: "마일스톤 달성률",
    ru: "Выполнение вех",
    "zh-TW": "里程碑達成率",
  },
  aliases: ["milestones", "마일스톤", "вехи", "里程碑"],
  meaning: {
    en: "How much of what was planned was done by the end of the period; `plan:` names one plan.",
    ko: "기간이 끝날 때까지 계획한 일 가운데 완료한 비율입니다. `plan:`으로 계획 하나를 지정합니다.",
    ru: "Какая часть запланированного выполнена к концу периода; `plan:` выбирает один план.",
    "zh-TW": "期末時，規劃事項中已完成的比例；以 `plan:` 指定其中一項計畫。",
  },
  formula: {
    en: "milestones done ÷ milestones planned",
    ko: "완료된 마일스톤 ÷ 계획된 마일스톤",
    ru: "выполненные вехи ÷ запланированные вехи",
    "zh-TW": "已完成的里程碑 ÷ 規劃的里程碑",
  },
  unit: "percent",
  better: "higher",
  kinds: ["milestones"],
  options: { plan: { type: "choice", values: plans } },
  measure: (options) => {
    const plan = plans.find((each) => each === options["plan"]) ?? "all";
    return doneOfPlanned(plan === "all" ? null : plan);
  },
  guardrails: ["csat"],
  target: null,
});
