import type { Goal, GoalDraft } from "../goals/goal.ts";
import {
  checkGoal,
  livesOnSurveys,
  towardsOf,
  type Finding,
  type GoalIdea,
} from "../goals/smart.ts";
import { countsMilestones } from "../goals/of-count.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { channelFault } from "./channel-fault.ts";
import type { Asker, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { adviceTexts } from "./goal-advice.ts";
import { chargeOf } from "./goal-charge.ts";
import { checkpointFault, checkpointsFrom } from "./goal-checkpoints.ts";
import { goalErrors } from "./goal-faults.ts";
import { readState } from "./goal-form.ts";
import { readIdea } from "./goal-idea.ts";
import { offersOf, type Offer } from "./goal-instead.ts";
import type { Present } from "./goal-present.ts";
import { renewsOf } from "./goal-renews-field.ts";

/** A goal that can be kept as it stands, where its KPI is, and all that the rules say of it. */
export interface Plan {
  readonly draft: Omit<GoalDraft, "accepted" | "draft">;
  readonly present: Present;
  readonly findings: readonly Finding[];
  /** What wants a reason, and what is only told. */
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  readonly offers: readonly Offer[];
}

/** What the form makes, whoever drew it; or what is wrong where. */
export async function readPlan(
  state: string,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Plan | { readonly errors: Readonly<Record<string, string>> }> {
  const { locale } = asker;
  const read = await readIdea(values, asker, desk);
  if ("errors" in read) return read;
  const { idea, present, typed, steps, outOf } = read;
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const findings = checkGoal(idea, today);
  const closed = await channelFault(values["post_to"] ?? null, asker, desk);
  const errors = {
    ...goalErrors(findings, idea, typed, today, locale),
    ...(closed !== null && { post_to: closed }),
  };
  const { submission, proposedFor } = readState(state);
  if (idea.deadline === null || "deadline" in errors) return { errors };
  const checkpoints = checkpointsFrom(values, proposedFor, idea.deadline, desk);
  if ("fault" in checkpoints) {
    const text = checkpointFault(checkpoints, idea.deadline, desk, locale);
    return { errors: { ...errors, checkpoints: text } };
  }
  if (Object.keys(errors).length > 0) return { errors };
  const draft = draftOf(idea, present, today, values);
  if (draft === null) throw new Error("a goal without number or date passed the check");
  const { isWorkday } = desk.workdaysIn(draft.channel);
  const advising = { today, isWorkday, ...present, isStepped: steps.length > 0 };
  const told = (severity: "warn" | "note") =>
    adviceTexts(findings, severity, idea, advising, locale);
  return {
    draft: {
      ...draft,
      ...(outOf !== undefined && countsMilestones(draft.kpi) && { outOf }),
      steps,
      checkpoints,
      submission,
    },
    present,
    findings,
    warnings: told("warn"),
    notes: told("note"),
    offers: offersOf(findings, idea, advising, locale),
  };
}

function draftOf(
  idea: GoalIdea,
  { measured }: Present,
  today: LocalDay,
  values: FormValues,
): Omit<GoalDraft, "steps" | "checkpoints" | "accepted" | "draft" | "submission"> | null {
  const { target, deadline, owner, why } = idea;
  if (target === null || deadline === null || owner === null || why === null) return null;
  return {
    kpi: measured.kpi,
    options: measured.options,
    where: measured.where,
    direction: idea.direction,
    towards: towardsOf(idea),
    baseline: idea.baseline,
    target,
    startsOn: today,
    deadline,
    owner,
    ...chargeOf(values),
    ...surveyOf(idea),
    ...renewsOf(values),
    ...(idea.upTo !== undefined && { upTo: idea.upTo }),
    channel: values["post_to"] ?? null,
    why: why.trim(),
    guardrails: idea.guardrails,
  };
}

const surveyOf = ({ kpi, surveyEvery = null }: GoalIdea): Pick<Goal, "surveyEvery"> =>
  surveyEvery === null || !livesOnSurveys(kpi.id) ? {} : { surveyEvery };
