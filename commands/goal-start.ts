import type { Goal } from "../goals/goal.ts";
import { scaleOf } from "../goals/scale.ts";
import { checkGoal, type GoalIdea } from "../goals/smart.ts";
import { startDraft } from "../goals/start-draft.ts";
import { settleKind } from "../src/digests/measure.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId, kpiById } from "../src/kpis/index.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { adviceTexts } from "./goal-advice.ts";
import { circumstancesOf } from "./goal-circumstances.ts";
import { goalErrors } from "./goal-faults.ts";
import { baselineOf } from "./goal-idea.ts";
import { archivedPage, goalButtons, mayChange } from "./goal-people.ts";
import { presentOf, type Present } from "./goal-present.ts";
import { page, refusal } from "./page.ts";
import { planLines } from "./plan-lines.ts";

/**
 * Begins a draft today, by the rules and the figures of today: `start g1`. What a rule warns of that
 * nobody accepted yet wants a reason: `start g1 The bot starts in May`.
 */
export async function startGoal(
  goal: Goal,
  reason: string,
  asker: Asker,
  desk: Desk,
): Promise<Page> {
  const { locale } = asker;
  const { id } = goal;
  if (!mayChange(asker, goal)) return refusal([say(locale, (t) => t.goals.notYours)]);
  if (goal.archived) return archivedPage(goal, asker);
  if (!goal.draft)
    return refused(goal, [say(locale, (t) => t.goalLife.draft.begun, { id })], asker);
  if (!isKpiId(goal.kpi)) return refusal([say(locale, (t) => t.goals.errors.gone, { id })]);
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const present = await presentOf(await settleKind(desk.reports, goal), locale, desk);
  const idea = await ideaOf(goal, present, desk);
  const findings = checkGoal(idea, today);
  const errors = Object.values(goalErrors(findings, idea, goal.target, today, locale));
  if (errors.length > 0) return refused(goal, errors, asker);
  const { isWorkday } = desk.workdaysIn(goal.channel);
  const accepted = acceptedRules(goal);
  const warned = findings.filter(
    ({ severity, code }) => severity === "warn" && !accepted.has(code),
  );
  const warnings = adviceTexts(warned, "warn", idea, { today, isWorkday, ...present }, locale);
  if (warnings.length > 0 && reason === "") {
    return refused(
      goal,
      warnings,
      asker,
      say(locale, (t) => t.goalLife.draft.reason, { id }),
    );
  }
  const begun = await desk.goals.start(
    id,
    {
      beginning: startDraft(goal, today, idea.baseline, isWorkday),
      reason: reason === "" ? null : reason,
      rules: warned.map(({ code }) => code),
      revision: goal.revision,
    },
    { who: asker.id, via: "/goal" },
  );
  if (begun === null)
    return refused(goal, [say(locale, (t) => t.goals.errors.changed, { id })], asker);
  return page([...planLines({ draft: begun, present }, locale), ...warnings], {
    title: say(locale, (t) => t.goalLife.draft.started, { id }),
    choices: goalButtons(begun, asker),
  });
}

async function ideaOf(goal: Goal, present: Present, desk: Desk): Promise<GoalIdea> {
  const { kpi: id, options, towards, surveyEvery = null } = goal;
  if (!isKpiId(id)) throw new Error(`no KPI is called ${id}`);
  const said = {
    kpi: {
      ...scaleOf(kpiById(id), options),
      better: towards === "up" ? ("higher" as const) : ("lower" as const),
    },
    direction: goal.direction,
    target: goal.target,
    ...(goal.upTo !== undefined && { upTo: goal.upTo }),
    deadline: goal.deadline,
    baseline: baselineOf(present, desk),
    owner: goal.owner,
    why: goal.why,
    guardrails: goal.guardrails,
    surveyEvery,
  };
  return { ...said, ...(await circumstancesOf(said, goal, present, desk, goal.id)) };
}

/** What was overruled once, with a reason, is not asked about again. */
const acceptedRules = ({ accepted, edits }: Goal): ReadonlySet<string> =>
  new Set([...(accepted?.rules ?? []), ...edits.flatMap(({ rules = [] }) => rules)]);

/** Nothing is changed; with the way to change what stands in the way. */
const refused = (
  goal: Goal,
  lines: readonly string[],
  asker: Asker,
  hint: string | null = null,
): Page =>
  refusal([...lines], {
    hint,
    choices: [
      { label: say(asker.locale, (t) => t.goals.show), words: `goal show ${goal.id}` },
      { label: say(asker.locale, (t) => t.goals.edit), words: `goal edit ${goal.id}` },
    ],
  });
