import type { Goal } from "../goals/goal.ts";
import { countsMilestones } from "../goals/of-count.ts";
import { checkGoal, livesOnSurveys, type GoalIdea } from "../goals/smart.ts";
import { stepsTowards } from "../goals/steps.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { stepTexts } from "../src/digests/step-texts.ts";
import type { EditAsked } from "../src/documents/goal-book.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId } from "../src/kpis/index.ts";
import { localDay } from "../src/periods/local-day.ts";
import { channelFault } from "./channel-fault.ts";
import type { Asker, FormValues, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { adviceTexts } from "./goal-advice.ts";
import { chargeOf } from "./goal-charge.ts";
import { checkpointFault } from "./goal-checkpoints.ts";
import { editedCheckpoints } from "./goal-edit-checkpoints.ts";
import { readEdit } from "./goal-edit-idea.ts";
import { isEased, isOfChange, reasonWanted, type Edited } from "./goal-edit-rules.ts";
import { goalErrors } from "./goal-faults.ts";
import type { Aim } from "./goal-series.ts";
import { goalButtons, mayChange } from "./goal-people.ts";
import { page } from "./page.ts";

/** Everything is decided anew: who may, whether it is still the goal they saw, and what a goal must be. */
export async function submitEdit(
  [id = "", revision = "", submission = ""]: readonly string[],
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const goal = await desk.goals.find(id);
  const asked = { revision: Number(revision), submission };
  const refused = goal === null ? gone(id, asker) : whyNot(goal, asked, asker);
  if (goal === null || refused !== null) return failed("target", refused ?? "");
  return save(goal, asked, values, asker, desk);
}

type Asked = Pick<EditAsked, "revision" | "submission">;

const failed = (field: string, text: string): Submitted => ({
  ok: false,
  errors: { [field]: text },
});

const gone = (id: string, { locale }: Asker): string =>
  say(locale, (t) => t.goals.errors.gone, { id });

function whyNot(goal: Goal, { revision, submission }: Asked, asker: Asker): string | null {
  if (!isKpiId(goal.kpi)) return gone(goal.id, asker);
  if (!mayChange(asker, goal)) return say(asker.locale, (t) => t.goals.notYours);
  // The same form once more: it has had its effect.
  if (goal.edits.some((each) => each.submission === submission)) return null;
  return goal.archived || goal.revision !== revision ? meanwhile(goal, asker.locale) : null;
}

async function save(
  goal: Goal,
  asked: Asked,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const { locale } = asker;
  const { id } = goal;
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const read = await readEdit(goal, values, asker, desk);
  if ("errors" in read) return { ok: false, errors: read.errors };
  const { idea, present, aim } = read;
  const days = editedCheckpoints(goal, values, idea.deadline ?? goal.deadline, desk);
  const checkpoints = "fault" in days ? goal.checkpoints : days;
  const change = changeOf(goal, idea, aim, values, checkpoints);
  const findings = checkGoal(idea, today).filter((each) => isOfChange(each, goal, change));
  // Where it is already it may stay, whoever edits it.
  const moves = change.channel !== goal.channel;
  const closed = moves ? await channelFault(change.channel, asker, desk) : null;
  const errors = {
    ...(closed !== null && { post_to: closed }),
    ...("fault" in days && {
      checkpoints: checkpointFault(days, change.deadline, desk, locale),
    }),
    ...goalErrors(findings, idea, aim.typed, today, locale),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { isWorkday } = desk.workdaysIn(change.channel);
  const told = (severity: "warn" | "note") =>
    adviceTexts(findings, severity, idea, { today, isWorkday, ...present }, locale);
  const warnings = told("warn");
  const reason = (values["reason"] ?? "").trim();
  const wanted = reason === "" ? reasonWanted(isEased(goal, change), warnings, locale) : null;
  if (wanted !== null) return failed("reason", wanted);
  const rules = findings.flatMap(({ severity, code }) => (severity === "warn" ? [code] : []));
  const saved = await desk.goals.edit(
    id,
    { change, reason: reason === "" ? null : reason, rules, ...asked },
    { who: asker.id, via: "/goal" },
  );
  if (saved === null) return failed("target", meanwhile(goal, locale));
  const sentence = goalSentence(saved, locale, present.answer?.currency);
  const steps = stepTexts(saved, locale, present.answer?.currency);
  return {
    ok: true,
    reply: page([sentence, ...steps, ...warnings, ...told("note")], {
      title: say(locale, (t) => t.goals.edited, { id }),
      choices: goalButtons(saved, asker),
    }),
  };
}

/** The goal as the form has it; what it leaves out stays, and is refused before it is saved. */
function changeOf(
  goal: Goal,
  idea: GoalIdea,
  { steps, outOf }: Aim,
  values: FormValues,
  checkpoints: Goal["checkpoints"],
): Edited {
  const { direction, guardrails, surveyEvery = null, kpi, upTo } = idea;
  const deadline = idea.deadline ?? goal.deadline;
  const target = idea.target ?? goal.target;
  return {
    ...chargeOf(values),
    target,
    upTo,
    outOf: countsMilestones(kpi.id) ? outOf : undefined,
    steps: stepsTowards({ ...goal, steps }, { target, deadline }),
    direction,
    deadline,
    checkpoints,
    owner: idea.owner ?? goal.owner,
    channel: values["post_to"] ?? null,
    guardrails,
    why: (idea.why ?? goal.why).trim(),
    ...(surveyEvery !== null && livesOnSurveys(kpi.id) && { surveyEvery }),
  };
}

const meanwhile = ({ id, archived }: Goal, locale: Locale): string =>
  say(locale, (t) => t.goals.errors[archived ? "archived" : "changed"], { id });
