import { proposeCheckpoints } from "../goals/checkpoints.ts";
import type { Goal, GoalDraft } from "../goals/goal.ts";
import {
  checkGoal,
  livesOnSurveys,
  towardsOf,
  type Finding,
  type GoalIdea,
} from "../goals/smart.ts";
import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { sayDay } from "../src/digests/say-when.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId } from "../src/kpis/index.ts";
import { may } from "../src/people/may.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Asker, FormValues, Page, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { adviceTexts } from "./goal-advice.ts";
import { goalErrors } from "./goal-faults.ts";
import { readState } from "./goal-form.ts";
import { chargeOf } from "./goal-charge.ts";
import { readIdea } from "./goal-idea.ts";
import type { Present } from "./goal-present.ts";
import { page, refusal } from "./page.ts";

/** Checks the form as it came back, whoever drew it; saves the goal, or says what is wrong where. */
export async function submitGoal(
  state: string,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const { locale } = asker;
  if (!may(asker.role, "set_goal")) {
    return { ok: true, reply: refusal([say(locale, (t) => t.goals.notAllowed)]) };
  }
  const read = await readIdea(values, asker, desk);
  if ("errors" in read) return { ok: false, errors: read.errors };
  const { idea, present, typed } = read;
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const findings = checkGoal(idea, today);
  const errors = goalErrors(findings, idea, typed, today, locale);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { isWorkday } = desk.workdaysIn(values["post_to"] ?? null);
  const advising = { today, isWorkday, ...present };
  const told = (severity: "warn" | "note") =>
    adviceTexts(findings, severity, idea, advising, locale);
  const warnings = told("warn");
  const reason = (values["accept"] ?? "").trim();
  // S2: an ambition that discourages needs a reason, not a ban.
  if (warnings.length > 0 && reason === "") {
    const text = say(locale, (t) => t.goals.errors.accept, { warnings: warnings.join(" ") });
    return { ok: false, errors: { accept: text } };
  }
  const draft = draftOf(idea, present, today, values, readState(state).submission);
  if (draft === null) throw new Error("a goal without number or date passed the check");
  const { startsOn, deadline } = draft;
  const goal = await desk.goals.create(
    {
      ...draft,
      checkpoints: proposeCheckpoints(startsOn, deadline, isWorkday),
      accepted: acceptedOf(findings, reason),
    },
    { who: asker.id, via: "/goal" },
  );
  return { ok: true, reply: savedPage(goal, [...warnings, ...told("note")], present, locale) };
}

function acceptedOf(findings: readonly Finding[], reason: string): Goal["accepted"] {
  const rules = findings.flatMap(({ severity, code }) => (severity === "warn" ? [code] : []));
  return rules.length === 0 ? null : { rules, reason };
}

function draftOf(
  idea: GoalIdea,
  { measured }: Present,
  today: LocalDay,
  values: FormValues,
  submission: string,
): Omit<GoalDraft, "checkpoints" | "accepted"> | null {
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
    channel: values["post_to"] ?? null,
    why: why.trim(),
    guardrails: idea.guardrails,
    submission,
  };
}

const surveyOf = ({ kpi, surveyEvery = null }: GoalIdea): Pick<Goal, "surveyEvery"> =>
  surveyEvery === null || !livesOnSurveys(kpi.id) ? {} : { surveyEvery };

/** The goal once more, in the one way it can be read, and what to keep in mind. */
function savedPage(
  goal: Goal,
  warnings: readonly string[],
  { answer }: Present,
  locale: Locale,
): Page {
  const count = goal.checkpoints.length;
  return page(
    [
      goalSentence(goal, locale, answer?.currency),
      ...(count === 0
        ? []
        : [
            say(locale, (t) => t.goals.checkpoints, {
              count,
              days: goal.checkpoints.map((day) => sayDay(day, locale)).join(", "),
            }),
          ]),
      ...(goal.guardrails.length === 0
        ? []
        : [
            say(locale, (t) => t.goals.guardrails, {
              kpis: goal.guardrails.map((kpi) => kpiTitle(kpi, locale)).join(", "),
            }),
          ]),
      ...warnings,
    ],
    {
      title: say(locale, (t) => t.goals.saved, { id: goal.id }),
      choices: [
        { label: say(locale, (t) => t.goals.list), words: "goal list" },
        ...(isKpiId(goal.kpi)
          ? [{ label: say(locale, (t) => t.goals.ask), words: `kpi ${goal.kpi}` }]
          : []),
      ],
    },
  );
}
