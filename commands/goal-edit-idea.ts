import type { Goal } from "../goals/goal.ts";
import { canBeNegative, scaleOf, unitOf } from "../goals/scale.ts";
import type { GoalIdea } from "../goals/smart.ts";
import { stepsTowards } from "../goals/steps.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { settleKind } from "../src/digests/measure.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId, kpiById, type KpiId } from "../src/kpis/index.ts";
import { localDay } from "../src/periods/local-day.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Asker, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { chargeOf } from "./goal-charge.ts";
import { circumstancesOf } from "./goal-circumstances.ts";
import { aimWords } from "./goal-aim-words.ts";
import { dayOf } from "./goal-idea.ts";
import { presentOf, type Present } from "./goal-present.ts";
import { readAim, type Aim } from "./goal-series.ts";
import { surveyEveryOf } from "./goal-survey.ts";
import { namedKpis } from "./named-kpis.ts";

/** What the form makes of a goal that is set, or the field that says nothing that can be used. */
export type ReadEdit =
  | {
      readonly idea: GoalIdea;
      readonly present: Present;
      readonly aim: Aim;
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
  const aim = typedAim(goal, values, present, asker, desk);
  const said = {
    kpi: scaleWhenSet(id, goal),
    direction: directionOf(goal, values),
    target: typeof aim.typed === "number" ? aim.typed : null,
    ...(aim.upTo !== undefined && { upTo: aim.upTo }),
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
  return { idea: { ...said, ...circumstances, undelivered: null }, present, aim };
}

/** Where better lies was settled when it was set, of a neutral KPI as well; a band has no side. */
function scaleWhenSet(id: KpiId, { options, towards, upTo }: Goal): GoalIdea["kpi"] {
  const scale = scaleOf(kpiById(id), options);
  return upTo === undefined ? { ...scale, better: towards === "up" ? "higher" : "lower" } : scale;
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
function typedAim(
  goal: Goal,
  { target: typed, ...values }: FormValues,
  { answer }: Present,
  { locale }: Asker,
  desk: Desk,
): Aim {
  const text = typed ?? "";
  const currency = answer?.currency;
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const deadline = dayOf(values["deadline"]);
  const end = deadline ?? goal.deadline;
  if (text === aimWords(goal, today, locale, currency)) {
    const { target, upTo, outOf } = goal;
    const steps = stepsTowards(goal, { target, deadline: end });
    return { typed: target, ...(upTo !== undefined && { upTo }), ...(outOf && { outOf }), steps };
  }
  const { towards, baseline } = goal;
  const scale = {
    unit: unitOf(goal),
    isSigned: canBeNegative(goal),
    baseline: answer?.value ?? baseline?.value ?? null,
    start: baseline?.value ?? null,
    direction: directionOf(goal, values),
    // A band has no side.
    towards: goal.upTo === undefined ? towards : null,
    today,
    deadline,
    ...(currency !== undefined && { currency }),
  };
  const read = readAim(text, scale, locale);
  const aim = asShown(read, goal, locale, currency);
  const passed = goal.steps.filter(({ until }) => until <= today);
  return { ...aim, steps: [...passed, ...aim.steps] };
}

/** What stands there as it was shown is what it was, however many decimals it has. */
function asShown(aim: Aim, goal: Goal, locale: Locale, currency?: string): Aim {
  const show = (value: number): string =>
    formatQuantity(value, unitOf(goal), locale, currency === undefined ? {} : { currency });
  const held = [goal.target, goal.upTo ?? goal.target, ...goal.steps.map(({ target }) => target)];
  const exact = (value: number): number => held.find((each) => show(each) === show(value)) ?? value;
  return {
    ...aim,
    ...(typeof aim.typed === "number" && { typed: exact(aim.typed) }),
    ...(aim.upTo !== undefined && { upTo: exact(aim.upTo) }),
    steps: aim.steps.map(({ until, target }) => ({ until, target: exact(target) })),
  };
}
