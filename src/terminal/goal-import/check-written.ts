import { surveyFrequencies, type Baseline, type Goal } from "../../../goals/goal.ts";
import { canBeNegative, knownEnds, scaleOf } from "../../../goals/scale.ts";
import { checkGoal, rangeOf, type Finding, type GoalIdea } from "../../../goals/smart.ts";
import { stepsTowards } from "../../../goals/steps.ts";
import type { WrittenGoal } from "../../../goals/read-goals-yaml.ts";
import { cardParts } from "../../../commands/card-parts.ts";
import type { Asker } from "../../../commands/command.ts";
import type { Desk } from "../../../commands/desk.ts";
import { adviceTexts } from "../../../commands/goal-advice.ts";
import { goalErrors } from "../../../commands/goal-faults.ts";
import { readAim, type Aim } from "../../../commands/goal-series.ts";
import { kpiNamed } from "../../../commands/only-for.ts";
import { kpiTitle } from "../../blocks/answer-texts.ts";
import { lastWeek, measure, settleKind } from "../../digests/measure.ts";
import type { Locale } from "../../i18n/locale.ts";
import { say } from "../../i18n/say.ts";
import { sentences } from "../../i18n/sentences.ts";
import { isKpiId, kpiById, type KpiId } from "../../kpis/index.ts";
import { addDays, localDay } from "../../periods/local-day.ts";
import { goalOfWritten } from "./goal-of-written.ts";
import { optionFault } from "./option-fault.ts";
import { oneOf, type GoalFault, type GoalFields } from "./read-fields.ts";

export type Checked =
  | { readonly goal: Omit<Goal, "id">; readonly warnings: readonly string[] }
  | { readonly faults: readonly GoalFault[] };

export type Written = Omit<GoalFields, "id" | "reason">;

export interface Beside {
  /** The goal that is there, where one is. */
  readonly before: Goal | null;
  /** How many running goals whoever it charges looks after already. */
  readonly ownedGoals: number;
}

/**
 * The rules of the form, as they were on the day the goal began: one that is under way was set by
 * them once.
 */
export async function checkWritten(
  { lineOf }: WrittenGoal,
  fields: Written,
  { before, ownedGoals }: Beside,
  asker: Asker,
  desk: Desk,
): Promise<Checked> {
  const { locale } = asker;
  const faultOf = (field: string, text: string): GoalFault => ({
    line: lineOf(field),
    text: `${field}: ${text}`,
  });
  const kpi = usableKpi(fields.kpi ?? "", locale);
  if (!kpi.ok) return { faults: [faultOf("kpi", kpi.text)] };
  const { id } = kpi;
  const wrong = unusablePart(id, fields, before === null, locale);
  if (wrong !== null) return { faults: [faultOf(...wrong)] };
  const measured = await measuredAs(id, fields, before, desk);
  const startsOn = fields.startsOn ?? localDay(desk.clock.now(), desk.periods.zone);
  const aim = aimOf(id, fields, { ...measured, startsOn }, asker);
  const idea = { ...ideaOf(id, fields, aim, measured, before), ownedGoals };
  const findings = checkGoal(idea, startsOn);
  const errors = Object.entries(goalErrors(findings, idea, aim.typed, startsOn, locale));
  if (errors.length > 0) {
    const said = (field: string, text: string): string =>
      field === "survey_every" ? sentences([text, oneOf(surveyFrequencies, locale)], locale) : text;
    return { faults: errors.map(([field, text]) => faultOf(field, said(field, text))) };
  }
  const goal = goalOfWritten(idea, { ...measured, startsOn, aim, fields }, asker, desk);
  // Of one that is there, steps beyond a target or a deadline that moved fall away, as in the form.
  if (before === null && stepsTowards(goal, goal).length < goal.steps.length) {
    const text = say(locale, (t) => t.people.import.unclear, { field: "steps" });
    return { faults: [faultOf("steps", text)] };
  }
  const { isWorkday } = desk.workdaysIn(goal.channel);
  const advising = { today: startsOn, isWorkday, history: null, answer: null };
  return {
    goal,
    warnings: adviceTexts(newly(findings, fields, before), "warn", idea, advising, locale),
  };
}

/** What was overruled once, with a reason, is not said again; of one that is there only whom it charges now. */
function newly(
  findings: readonly Finding[],
  { accepted }: Written,
  before: Goal | null,
): readonly Finding[] {
  if (before !== null) return findings.filter(({ code }) => code === "owner_of_many");
  return accepted === undefined ? findings : [];
}

type UsableKpi =
  | { readonly ok: true; readonly id: KpiId }
  | { readonly ok: false; readonly text: string };

function usableKpi(said: string, locale: Locale): UsableKpi {
  const id = isKpiId(said) ? said : kpiNamed(said);
  if (id === null) return { ok: false, text: say(locale, (t) => t.goals.errors.kpi) };
  const parts = cardParts(id, locale);
  const kpi = kpiTitle(id, locale);
  return parts === null
    ? { ok: true, id }
    : { ok: false, text: say(locale, (t) => t.goals.errors.card, { kpi, parts }) };
}

/** What stands beside the KPI and cannot be measured: the field, and why. */
function unusablePart(
  id: KpiId,
  { where = {}, options = {}, guardrails = [] }: Written,
  isFresh: boolean,
  locale: Locale,
): readonly [field: string, text: string] | null {
  if (where.agent !== undefined) return ["where", say(locale, (t) => t.goals.errors.agents)];
  const option = optionFault(kpiById(id).options, options, locale);
  if (option !== null) return ["options", option];
  // One that was set may name what is no longer on the shelf.
  const stranger = isFresh ? guardrails.find((each) => !isKpiId(each)) : undefined;
  return stranger === undefined
    ? null
    : ["guardrails", say(locale, (t) => t.goals.errors.guardrail, { kpi: stranger })];
}

export interface MeasuredAs {
  readonly options: Goal["options"];
  readonly baseline: Baseline | null;
}

/** What the file leaves out is measured, as the form does: the last whole week. */
async function measuredAs(
  id: KpiId,
  { where = {}, options = {}, baseline }: Written,
  before: Goal | null,
  desk: Desk,
): Promise<MeasuredAs> {
  if (before !== null || baseline !== undefined) return { options, baseline: baseline ?? null };
  const settled = await settleKind(desk.reports, { kpi: id, where, options });
  const answer = await measure(desk.reports, settled, lastWeek, "en");
  const { zone } = desk.periods;
  return {
    options: { ...options, ...(settled.options === options ? {} : pickKind(settled.options)) },
    baseline:
      answer === null || answer.value === null
        ? null
        : {
            value: answer.value,
            sample: answer.sample,
            from: localDay(answer.period.from, zone),
            to: addDays(localDay(answer.period.to, zone), -1),
          },
  };
}

const pickKind = ({ kind }: Readonly<Record<string, unknown>>) =>
  typeof kind === "string" ? { kind } : {};

/** The target as the form reads it, or as the number that a file keeps. */
function aimOf(
  id: KpiId,
  { target = "", upTo, outOf, steps = [], direction = "reach", deadline }: Written,
  { options, baseline, startsOn }: MeasuredAs & Pick<Goal, "startsOn">,
  { locale }: Asker,
): Aim {
  const held = { ...(upTo !== undefined && { upTo }), ...(outOf !== undefined && { outOf }) };
  if (typeof target === "number") return { typed: target, ...held, steps };
  const { unit, better } = scaleOf(kpiById(id), options);
  const towards = better === "neutral" ? null : better === "higher" ? "up" : "down";
  const isSigned = canBeNegative({ kpi: id, options });
  const scale = { unit, isSigned, baseline: baseline?.value ?? null, direction, towards } as const;
  const read = readAim(target, { ...scale, today: startsOn, deadline: deadline ?? null }, locale);
  return steps.length === 0 ? read : { ...read, steps };
}

function ideaOf(
  id: KpiId,
  fields: Written,
  { typed, upTo }: Aim,
  { options, baseline }: MeasuredAs,
  before: Goal | null,
): Omit<GoalIdea, "ownedGoals"> {
  const kpi = scaleOf(kpiById(id), options);
  const { towards } = fields;
  // A side that is written down needs no baseline to tell it.
  const isSided = towards !== undefined && upTo === undefined;
  const better = isSided ? (towards === "up" ? "higher" : "lower") : kpi.better;
  return {
    kpi: { ...kpi, better },
    range: rangeOf(kpi.unit, knownEnds({ kpi: id, options })),
    direction: fields.direction ?? "reach",
    target: typeof typed === "number" ? typed : null,
    ...(upTo !== undefined && { upTo }),
    deadline: fields.deadline ?? null,
    baseline,
    owner: fields.owner ?? null,
    why: fields.why ?? null,
    guardrails: fields.guardrails ?? kpiById(id).guardrails,
    surveyEvery: frequencyOf(fields, before),
  };
}

/** A goal that is there from before anybody asked goes on without it. */
const frequencyOf = ({ surveyEvery }: Written, before: Goal | null): GoalIdea["surveyEvery"] =>
  surveyEvery ?? (before === null ? null : "contact");
