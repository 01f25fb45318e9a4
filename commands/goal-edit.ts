import { proposeCheckpoints } from "../goals/checkpoints.ts";
import type { Goal } from "../goals/goal.ts";
import { scaleOf, unitOf } from "../goals/scale.ts";
import { checkGoal, type GoalIdea } from "../goals/smart.ts";
import { stepsTowards } from "../goals/steps.ts";
import { readTarget } from "../goals/target.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import type { EditAsked, GoalChange } from "../src/documents/goal-book.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId, kpiById } from "../src/kpis/index.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Asker, FormValues, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { chargeOf } from "./goal-charge.ts";
import { goalErrors } from "./goal-faults.ts";
import { dayOf } from "./goal-idea.ts";
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
  const read = readEdit(goal, values, today, asker);
  if ("errors" in read) return { ok: false, errors: read.errors };
  const reason = (values["reason"] ?? "").trim();
  if (reason === "" && isEased(goal, read)) {
    return failed(
      "reason",
      say(locale, (t) => t.goals.errors.reason),
    );
  }
  const change: GoalChange = {
    ...read,
    ...chargeOf(values),
    steps: stepsTowards(goal, read),
    channel: values["post_to"] ?? null,
    checkpoints: checkpointsOf(goal, read.deadline, today, desk),
  };
  const edited = await desk.goals.edit(
    id,
    { change, reason: reason === "" ? null : reason, ...asked },
    { who: asker.id, via: "/goal" },
  );
  if (edited === null) return failed("target", meanwhile(goal, locale));
  return {
    ok: true,
    reply: page([goalSentence(edited, locale)], {
      title: say(locale, (t) => t.goals.edited, { id }),
      choices: goalButtons(edited, asker),
    }),
  };
}

const meanwhile = ({ id, archived }: Goal, locale: Locale): string =>
  say(locale, (t) => t.goals.errors[archived ? "archived" : "changed"], { id });

type Edited = Pick<Goal, "target" | "deadline" | "owner" | "why">;

function readEdit(
  goal: Goal,
  values: FormValues,
  today: LocalDay,
  { locale }: Asker,
): Edited | { readonly errors: Readonly<Record<string, string>> } {
  if (!isKpiId(goal.kpi)) throw new Error(`no KPI is called ${goal.kpi}`);
  const kpi = scaleOf(kpiById(goal.kpi), goal.options);
  const typed = typedTarget(goal, values["target"] ?? "", locale);
  const idea: GoalIdea = {
    kpi: { ...kpi, better: goal.towards === "up" ? "higher" : "lower" },
    direction: goal.direction,
    target: typeof typed === "number" ? typed : null,
    ...(goal.upTo !== undefined && { upTo: goal.upTo }),
    deadline: dayOf(values["deadline"]),
    baseline: goal.baseline,
    owner: values["owner"] ?? null,
    why: values["why"] ?? null,
    guardrails: goal.guardrails,
    ownedGoals: 0,
  };
  const errors = goalErrors(checkGoal(idea, today), idea, typed, today, locale);
  const { target, deadline, owner, why } = idea;
  if (target === null || deadline === null || owner === null || why === null) return { errors };
  return Object.keys(errors).length > 0 ? { errors } : { target, deadline, owner, why: why.trim() };
}

/** What was shown rounded and is left as it is stays what it was. */
const typedTarget = (goal: Goal, text: string, locale: Locale) => {
  const unit = unitOf(goal);
  // A band stays as it was set: another one is another goal.
  return goal.upTo !== undefined || text === formatQuantity(goal.target, unit, locale)
    ? goal.target
    : readTarget(text, { unit, baseline: goal.baseline?.value ?? null }, locale);
};

/** S2, C21: what was promised becomes easier only with a reason. */
export const isEased = (goal: Goal, { target, deadline }: Edited): boolean =>
  deadline > goal.deadline || (goal.towards === "up" ? target < goal.target : target > goal.target);

/** Those that are past stay; the way that is left is divided anew where its end moved. */
function checkpointsOf(
  { checkpoints, deadline: before, channel }: Goal,
  deadline: LocalDay,
  today: LocalDay,
  desk: Desk,
): readonly LocalDay[] {
  if (deadline === before) return checkpoints;
  const { isWorkday } = desk.workdaysIn(channel);
  return [
    ...checkpoints.filter((day) => day <= today),
    ...proposeCheckpoints(today, deadline, isWorkday),
  ];
}
