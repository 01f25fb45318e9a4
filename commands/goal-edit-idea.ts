import type { Goal } from "../goals/goal.ts";
import { scaleOf, unitOf } from "../goals/scale.ts";
import type { GoalIdea } from "../goals/smart.ts";
import { readTarget, type TargetFault } from "../goals/target.ts";
import { settleKind } from "../src/digests/measure.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId, kpiById, type KpiId } from "../src/kpis/index.ts";
import type { Asker, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { chargeOf } from "./goal-charge.ts";
import { circumstancesOf } from "./goal-circumstances.ts";
import { targetText } from "./goal-edit-form.ts";
import { dayOf } from "./goal-idea.ts";
import { presentOf, type Present } from "./goal-present.ts";
import { surveyEveryOf } from "./goal-survey.ts";
import { namedKpis } from "./named-kpis.ts";

/** What the form makes of a goal that is set, or the field that says nothing that can be used. */
export type ReadEdit =
  | {
      readonly idea: GoalIdea;
      readonly present: Present;
      readonly typed: number | TargetFault;
    }
  | { readonly errors: Readonly<Record<string, string>> };

export async function readEdit(
  goal: Goal,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<ReadEdit> {
  const { locale } = asker;
  const { kpi: id } = goal;
  if (!isKpiId(id)) throw new Error(`no KPI is called ${id}`);
  const guardrails = guardrailsOf(id, goal, values);
  if (typeof guardrails === "string") {
    const text = say(locale, (t) => t.goals.errors.guardrail, { kpi: guardrails });
    return { errors: { guardrails: text } };
  }
  const present = await presentOf(await settleKind(desk.reports, goal), locale, desk);
  const typed = typedTarget(goal, values["target"] ?? "", present, asker);
  const said = {
    // Where better lies was settled when it was set, of a neutral KPI as well.
    kpi: {
      ...scaleOf(kpiById(id), goal.options),
      better: goal.towards === "up" ? ("higher" as const) : ("lower" as const),
    },
    direction: directionOf(goal, values),
    target: typeof typed === "number" ? typed : null,
    ...(goal.upTo !== undefined && { upTo: goal.upTo }),
    deadline: dayOf(values["deadline"]),
    baseline: goal.baseline,
    now: present.answer?.value ?? null,
    owner: values["owner"] ?? null,
    why: values["why"] ?? null,
    guardrails,
    surveyEvery: surveyEveryOf(values),
  };
  const circumstances = await circumstancesOf(said, chargeOf(values), present, desk, goal.id);
  // It is measured or it is not, whatever is edited of it.
  return { idea: { ...said, ...circumstances, undelivered: null }, present, typed };
}

const directionOf = ({ direction, upTo }: Goal, values: FormValues): Goal["direction"] => {
  const said = upTo === undefined ? values["direction"] : null;
  return said === "keep" || said === "reach" ? said : direction;
};

/** Those of the catalogue where the field is empty; the first name that means no KPI. */
function guardrailsOf(kpi: KpiId, goal: Goal, values: FormValues): readonly string[] | string {
  const text = values["guardrails"];
  if (text === undefined || text === goal.guardrails.join(", ")) return goal.guardrails;
  const { known, unknown } = namedKpis(text ?? "");
  if (unknown !== null) return unknown;
  return known.length > 0 ? known : kpiById(kpi).guardrails;
}

/** What was shown rounded and is left as it is stays what it was; a change is one from now. */
function typedTarget(
  goal: Goal,
  text: string,
  { answer }: Present,
  { locale }: Asker,
): number | TargetFault {
  const currency = answer?.currency;
  // A band stays as it was set: another one is another goal.
  if (goal.upTo !== undefined) return goal.target;
  if (text === targetText(goal, currency, { locale })) return goal.target;
  const unit = unitOf(goal);
  const baseline = answer?.value ?? goal.baseline?.value ?? null;
  return readTarget(text, { unit, baseline, ...(currency !== undefined && { currency }) }, locale);
}
