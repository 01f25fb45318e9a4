import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { inputsOf } from "../kpis/evaluate.ts";
import type { Filters } from "../kpis/where.ts";
import { shiftUnits } from "../periods/calendar-unit.ts";
import { localDay, startOfDay } from "../periods/local-day.ts";
import type { Period, Window } from "../periods/period.ts";
import type { Comparison, GuardrailCheck, Remark } from "./answer.ts";
import { planFor, type Plan, type ReportSettings } from "./plan.ts";
import type { Session } from "./session.ts";
import { verdictOf } from "./verdict.ts";

/** A rise or fall smaller than this calls for nobody. */
const tenth = 0.1;

export interface StaffingCase {
  readonly plan: Plan;
  readonly period: Period;
  readonly before: Period;
  readonly where: Filters;
  readonly comparison: Comparison | null;
  readonly guardrails: readonly GuardrailCheck[];
  readonly locale: Locale;
}

/** S0, S1, S4: waiting that rises with the load wants people, in its season every year; fewer resolved wants a look. */
export async function staffingRemarks(
  asked: StaffingCase,
  session: Session,
  settings: ReportSettings,
): Promise<readonly Remark[]> {
  const { plan, comparison, locale } = asked;
  if (comparison?.verdict !== "worse") return [];
  if (plan.id === "resolved_issues") {
    const { change, value } = comparison;
    const isDrop = change !== null && value !== null && -change >= tenth * value;
    const text = say(locale, (t) => t.reports.warning.resolved_drop);
    return isDrop ? [{ code: "resolved_drop", text }] : [];
  }
  if (plan.id !== "asa" && plan.id !== "first_response_time") return [];
  const [isLoad, isSeason] = await Promise.all([
    hasMoreToDo(asked, session, settings),
    repeats(asked, session),
  ]);
  return [
    ...(isLoad ? [{ code: "staffing", text: say(locale, (t) => t.reports.warning.staffing) }] : []),
    ...(isSeason ? [{ code: "season", text: say(locale, (t) => t.reports.warning.season) }] : []),
  ];
}

/** More give up waiting, or more come in. */
async function hasMoreToDo(
  { plan, period, before, where, guardrails }: StaffingCase,
  session: Session,
  settings: ReportSettings,
): Promise<boolean> {
  if (guardrails.some(({ kpi, verdict }) => kpi === "abandonment_rate" && verdict === "worse")) {
    return true;
  }
  const kind = inputsOf(plan.formula)[0]?.kind === "calls" ? "calls" : "tickets";
  const volume = planFor("ticket_volume", { kind }, settings);
  const [now, then] = await session.readings(volume, [period, before], where);
  if (now?.value == null || then?.value == null) return false;
  return now.value - then.value >= tenth * then.value;
}

/** The same month of last year was worse than the one before it, too. */
async function repeats({ plan, period, where }: StaffingCase, session: Session): Promise<boolean> {
  if (period.unit !== "month" || !period.complete) return false;
  const [now, before] = await session.readings(
    plan,
    [monthBefore(period, 12), monthBefore(period, 13)],
    where,
  );
  return now !== undefined && before !== undefined && verdictOf(plan, now, before) === "worse";
}

function monthBefore({ from, zone }: Period, months: number): Window {
  const first = shiftUnits(localDay(from, zone), "month", -months);
  return { from: startOfDay(first, zone), to: startOfDay(shiftUnits(first, "month", 1), zone) };
}
