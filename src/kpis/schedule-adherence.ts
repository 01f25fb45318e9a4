import { againstPlan } from "./inputs-shifts.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S3. Adherence is the right state at the right time, conformance only the amount of time (kpis.md C18). */
export const scheduleAdherence = defineKpi({
  id: "schedule_adherence",
  version: 1,
  title: {
    en: "Schedule adherence",
    ko: "일정 준수",
    ru: "Соблюдение графика",
    "zh-TW": "班表遵守率",
  },
  aliases: ["adherence", "일정 준수율", "실근무율"],
  meaning: {
    en: "The share of the scheduled time that agents spent as planned, at the planned time. Conformance asks only how much was worked, whenever it was; the two are never mixed.",
    ko: "예정된 시간 가운데 계획대로, 계획된 시각에 근무한 비율입니다. conformance는 언제인지와 상관없이 근무한 양만 봅니다. 둘은 섞지 않습니다.",
    ru: "Доля времени по графику, проведённая так и тогда, как было запланировано. Вариант conformance смотрит только, сколько отработано, когда бы то ни было; они никогда не смешиваются.",
    "zh-TW":
      "排班時間中，依計畫在該時段執勤的比例。conformance 只看工作了多久，不論何時；兩者絕不混用。",
  },
  formula: {
    en: "adherent time ÷ scheduled time",
    ko: "일정을 지킨 시간 ÷ 예정된 시간",
    ru: "время по графику ÷ запланированное время",
    "zh-TW": "依班表執勤的時間 ÷ 排定時間",
  },
  unit: "percent",
  better: "higher",
  kinds: ["shifts"],
  options: { variant: { type: "choice", values: ["adherence", "conformance"] } },
  measure: (options) => {
    const { spent, planned, shifts, unknown } = againstPlan(
      options["variant"] === "conformance" ? "logged_seconds" : "adherent_seconds",
    );
    return {
      value: share(sumOf(spent), sumOf(planned)),
      sample: sumOf(shifts),
      variants: {},
      interval: null,
      notes: { incomplete_records: sumOf(unknown) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["esat"],
  target: null,
});
