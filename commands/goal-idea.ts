import type { Baseline, Goal } from "../goals/goal.ts";
import { canBeNegative, scaleOf } from "../goals/scale.ts";
import type { GoalIdea } from "../goals/smart.ts";
import { readWithin } from "../goals/within.ts";
import { kpiTitle } from "../src/blocks/answer-texts.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { kpiById, type KpiId } from "../src/kpis/index.ts";
import { addDays, isLocalDay, localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { plainText } from "../src/quantities/parse-number.ts";
import { cardParts } from "./card-parts.ts";
import type { Asker, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { chargeOf } from "./goal-charge.ts";
import { hasShare } from "./goal-fields.ts";
import { circumstancesOf } from "./goal-circumstances.ts";
import { presentValue, type Present } from "./goal-present.ts";
import { readAim, type AimFault } from "./goal-series.ts";
import { surveyEveryOf } from "./goal-survey.ts";
import { namedKpis } from "./named-kpis.ts";
import { kpiNamed, namesAgents } from "./only-for.ts";

/** What a form says of a goal, and where the KPI stands; or what in it says nothing that can be used. */
export type ReadIdea =
  | {
      readonly idea: GoalIdea;
      readonly present: Present;
      /** The target as it was read: a number, or why it is none. */
      readonly typed: number | AimFault;
      readonly steps: Goal["steps"];
      readonly outOf: number | undefined;
    }
  | { readonly errors: Readonly<Record<string, string>> };

export async function readIdea(
  values: FormValues,
  { locale }: Asker,
  desk: Desk,
): Promise<ReadIdea> {
  const id = kpiNamed(values["kpi"] ?? null);
  if (id === null) return { errors: { kpi: say(locale, (t) => t.goals.errors.kpi) } };
  const parts = cardParts(id, locale);
  if (parts !== null) {
    const kpi = kpiTitle(id, locale);
    return { errors: { kpi: say(locale, (t) => t.goals.errors.card, { kpi, parts }) } };
  }
  const { target, where } = spoken(id, values);
  const present = await presentValue(id, where, locale, desk);
  if (present === null) {
    const fault = namesAgents(id, where) ? "agents" : "where";
    return { errors: { where: say(locale, (t) => t.goals.errors[fault]) } };
  }
  const guardrails = namedKpis(values["guardrails"] ?? "");
  if (guardrails.unknown !== null) {
    const kpi = guardrails.unknown;
    return { errors: { guardrails: say(locale, (t) => t.goals.errors.guardrail, { kpi }) } };
  }
  return ideaOf(id, target, present, guardrails.known, values, locale, desk);
}

async function ideaOf(
  id: KpiId,
  target: string,
  present: Present,
  guardrails: readonly KpiId[],
  values: FormValues,
  locale: Locale,
  desk: Desk,
): Promise<ReadIdea> {
  const baseline = baselineOf(present, desk);
  const { options } = present.measured;
  const kpi = scaleOf(kpiById(id), options);
  const isSigned = canBeNegative({ kpi: id, options });
  const scale = { unit: kpi.unit, baseline: baseline?.value ?? null, isSigned };
  const currency = present.answer === null ? {} : { currency: present.answer.currency };
  const direction: Goal["direction"] = values["direction"] === "keep" ? "keep" : "reach";
  const deadline = dayOf(values["deadline"]);
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const towards = kpi.better === "neutral" ? null : kpi.better === "higher" ? "up" : "down";
  const against = { ...scale, ...currency, direction, towards, today, deadline } as const;
  const { typed, steps, upTo, outOf } = readAim(target, against, locale);
  const said = {
    kpi,
    direction,
    target: typeof typed === "number" ? typed : null,
    ...(upTo !== undefined && { upTo }),
    deadline,
    baseline,
    owner: values["owner"] ?? null,
    why: values["why"] ?? null,
    guardrails: guardrails.length > 0 ? guardrails : kpiById(id).guardrails,
    surveyEvery: surveyEveryOf(values),
  };
  const circumstances = await circumstancesOf(said, chargeOf(values), present, desk);
  return { idea: { ...said, ...circumstances }, present, typed, steps, outOf };
}

/** "90 % within 1 h" is a share in percent, of a KPI that has one. */
function spoken(kpi: KpiId, values: FormValues) {
  const where = values["where"] ?? null;
  const target = values["target"] ?? "";
  const within = hasShare(kpi) ? readWithin(target) : null;
  if (within === null) return { where, target };
  const others = (where ?? "").replaceAll(/(?:^|\s)(?:stat|within):\S+/gu, "");
  return {
    where: `${others} stat:share within:${within.seconds}s`.trim(),
    target: within.share,
  };
}

/** A day beyond all calendars is the last of them: too far, and no riddle. */
export function dayOf(text: string | null | undefined): LocalDay | null {
  const day = plainText(text ?? "");
  if (/^[3-9]\d{3}-\d{2}-\d{2}$/u.test(day)) return "2999-12-31";
  return isLocalDay(day) ? day : null;
}

/** A week without data is no baseline. */
export function baselineOf({ answer }: Present, { periods }: Desk): Baseline | null {
  if (answer === null || answer.value === null) return null;
  return {
    value: answer.value,
    sample: answer.sample,
    from: localDay(answer.period.from, periods.zone),
    to: addDays(localDay(answer.period.to, periods.zone), -1),
  };
}
