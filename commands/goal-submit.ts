import { proposeCheckpoints } from "../goals/checkpoints.ts";
import type { Baseline, Goal, GoalDraft } from "../goals/goal.ts";
import { checkGoal, rangeOf, towardsOf, type BlockCode, type GoalIdea } from "../goals/smart.ts";
import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { sayDay } from "../src/digests/say-when.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId, kpiById } from "../src/kpis/index.ts";
import type { Kpi } from "../src/kpis/kpi.ts";
import { may } from "../src/people/may.ts";
import { addDays, isLocalDay, localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import { parseQuantity, type QuantityFault } from "../src/quantities/parse-quantity.ts";
import { cardParts } from "./card-parts.ts";
import type { Asker, FormValues, Page, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { presentValue, targetExample, type Present } from "./goal-form.ts";
import { kpiNamed, namesAgents } from "./only-for.ts";
import { page, refusal } from "./page.ts";

type Errors = Readonly<Record<string, string>>;

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
  const id = kpiNamed(values["kpi"] ?? null);
  if (id === null) return refused({ kpi: say(locale, (t) => t.goals.errors.kpi) });
  const parts = cardParts(id, locale);
  if (parts !== null) {
    const kpi = kpiTitle(id, locale);
    return refused({ kpi: say(locale, (t) => t.goals.errors.card, { kpi, parts }) });
  }
  const present = await presentValue(id, values["where"] ?? null, locale, desk);
  if (present === null) {
    const fault = namesAgents(id, values["where"] ?? null) ? "agents" : "where";
    return refused({ where: say(locale, (t) => t.goals.errors[fault]) });
  }

  const kpi = kpiById(id);
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const typed = typedTarget(values, kpi, present, locale);
  const idea: GoalIdea = {
    kpi,
    direction: values["direction"] === "keep" ? "keep" : "reach",
    target: typeof typed === "number" ? typed : null,
    deadline: dayOf(values["deadline"]),
    baseline: baselineOf(present, desk),
    owner: values["owner"] ?? null,
    why: values["why"] ?? null,
    guardrails: kpi.guardrails,
    ownedGoals: (await desk.goals.list()).filter(({ owner }) => owner === values["owner"]).length,
  };
  const errors = errorsOf(idea, typed, today, locale);
  if (Object.keys(errors).length > 0) return refused(errors);
  const draft = draftOf(idea, present, today, values, state);
  if (draft === null) throw new Error("a goal without number or date passed the check");
  const { startsOn, deadline, channel } = draft;
  const { isWorkday } = desk.workdaysIn(channel);
  const checkpoints = proposeCheckpoints(startsOn, deadline, isWorkday);
  const goal = await desk.goals.create({ ...draft, checkpoints }, { who: asker.id, via: "/goal" });
  return { ok: true, reply: savedPage(goal, idea, today, locale) };
}

const refused = (errors: Errors): Submitted => ({ ok: false, errors });

/** Money is read in the workspace's currency, which the measured figure names. */
const typedTarget = (
  values: FormValues,
  { unit }: Pick<Kpi, "unit">,
  { answer }: Present,
  locale: Locale,
): number | QuantityFault => parseQuantity(values["target"] ?? "", unit, locale, answer?.currency);

const dayOf = (text: string | null | undefined): LocalDay | null =>
  text !== null && text !== undefined && isLocalDay(text) ? text : null;

/** A week without data is no baseline. */
function baselineOf({ answer }: Present, { periods }: Desk): Baseline | null {
  if (answer === null || answer.value === null) return null;
  return {
    value: answer.value,
    sample: answer.sample,
    from: localDay(answer.period.from, periods.zone),
    to: addDays(localDay(answer.period.to, periods.zone), -1),
  };
}

/** The first thing that is wrong with each field. */
function errorsOf(
  idea: GoalIdea,
  typed: number | QuantityFault,
  today: LocalDay,
  locale: Locale,
): Errors {
  const errors: Record<string, string> = {};
  for (const { severity, code, field } of checkGoal(idea, today)) {
    if (severity !== "block") continue;
    errors[field] ??=
      code === "target_missing" && typeof typed !== "number"
        ? targetFault(typed, idea.kpi, locale)
        : blockText(code, idea, today, locale);
  }
  return errors;
}

function targetFault(fault: QuantityFault, { unit }: Pick<Kpi, "unit">, locale: Locale): string {
  const example = targetExample(unit, locale);
  if (fault.fault === "empty")
    return say(locale, (t) => t.goals.errors.target_missing, { example });
  if (fault.fault !== "fraction") {
    return say(locale, (t) => t.goals.errors.target_unclear, { example });
  }
  return say(locale, (t) => t.goals.errors.target_fraction, {
    percent: formatQuantity(fault.percent, unit, locale),
    fraction: formatQuantity(fault.percent / 100, unit, locale),
  });
}

function blockText(code: BlockCode, idea: GoalIdea, today: LocalDay, locale: Locale): string {
  const { unit } = idea.kpi;
  const show = (value: number) => formatQuantity(value, unit, locale);
  const { low, high } = rangeOf(unit);
  const pick = code === "target_out_of_range" && high > 100 ? "target_below_zero" : code;
  const isDate = code === "deadline_missing";
  return say(locale, (t) => t.goals.errors[pick], {
    example: isDate ? addDays(today, 91) : targetExample(unit, locale),
    target: idea.target === null ? "" : show(idea.target),
    baseline: idea.baseline === null ? "" : show(idea.baseline.value),
    low: show(low),
    high: show(high),
    today: sayDay(today, locale),
  });
}

function draftOf(
  idea: GoalIdea,
  { measured }: Present,
  today: LocalDay,
  values: FormValues,
  submission: string,
): Omit<GoalDraft, "checkpoints"> | null {
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
    channel: values["post_to"] ?? null,
    why: why.trim(),
    guardrails: idea.guardrails,
    submission,
  };
}

/** The goal once more, in the one way it can be read, and what to keep in mind. */
function savedPage(goal: Goal, idea: GoalIdea, today: LocalDay, locale: Locale): Page {
  const warnings = checkGoal(idea, today).flatMap(({ severity, code }) =>
    severity === "warn" ? [say(locale, (t) => t.goals.warnings[code])] : [],
  );
  const count = goal.checkpoints.length;
  return page(
    [
      goalSentence(goal, locale),
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
