import { severities, type Goal } from "../goals/goal.ts";
import { scaleOf } from "../goals/scale.ts";
import { goalTemplates } from "../goals/templates/index.ts";
import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { listed } from "../src/i18n/listed.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { isCard } from "../src/kpis/card.ts";
import { kpiById, kpis, type KpiId } from "../src/kpis/index.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Unit } from "../src/quantities/unit.ts";
import type { Field, FormValues } from "./command.ts";
import type { FilledCheckpoints } from "./goal-checkpoints.ts";
import { fieldWith } from "./field-with.ts";
import { surveyFields } from "./goal-survey.ts";
import { renewsField } from "./goal-renews-field.ts";
import { parseOnlyFor } from "./only-for.ts";

/** A goal that would be plausible in the unit, to show how one is written. */
const examples: Readonly<Record<Unit, number>> = {
  percent: 80,
  seconds: 14_400,
  count: 500,
  points: 45,
  score: 4.5,
  money: 12,
  ratio: 1.5,
  per_hour: 12,
};

export const targetExample = (unit: Unit, locale: Locale): string =>
  formatQuantity(examples[unit], unit, locale);

/** What was filled in for the person, and from what. */
interface Filled {
  readonly template: string | null;
  readonly checkpoints: FilledCheckpoints;
}

/** The fields of a new goal. Those that a template fills are filled anew with another template. */
export function goalFields(
  kpi: KpiId | null,
  values: FormValues,
  { template, checkpoints }: Filled,
  locale: Locale,
): readonly Field[] {
  const filled = template === null ? {} : { filledFrom: template };
  return [
    templateField(values, locale),
    ...[
      kpiField(values, locale),
      whereField(values, locale),
      newTargetField(unitAsked(kpi, values), values, locale, kpi !== null && hasShare(kpi)),
      directionField(values, locale),
    ].map((field) => ({ ...field, ...filled })),
    { ...deadlineField(values, locale), live: true },
    checkpointsField(checkpoints, locale),
    renewsField(values, locale),
    ownerField(values, locale),
    checkpointOwnersField(values, locale),
    severityField(values, locale),
    channelField(values, locale),
    ...[guardrailsField(kpi, values, locale), whyField(values, locale)].map((field) => ({
      ...field,
      ...filled,
    })),
    ...surveyFields(kpi, values, locale),
  ];
}

function templateField(values: FormValues, locale: Locale): Field {
  const chosen = goalTemplates.find(({ id }) => id === values["template"]);
  return fieldWith(values)("template", {
    label: say(locale, (t) => t.goals.form.template),
    hint: chosen?.hint[locale] ?? say(locale, (t) => t.goals.form.templateHint),
    type: "select",
    choices: goalTemplates.map(({ id, title }) => ({ label: title[locale], value: id })),
    optional: true,
    live: true,
  });
}

const kpiField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("kpi", {
    label: say(locale, (t) => t.goals.form.kpi),
    type: "select",
    choices: kpis
      .filter((kpi) => !isCard(kpi))
      .map(({ id, title }) => ({ label: title[locale], value: id })),
    live: true,
  });

const whereField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("where", {
    label: say(locale, (t) => t.goals.form.where),
    hint: say(locale, (t) => t.goals.form.whereHint),
    type: "text",
    optional: true,
    live: true,
  });

const targetField = (unit: Unit, values: FormValues, locale: Locale): Field =>
  fieldWith(values)("target", {
    label: say(locale, (t) => t.goals.form.target),
    hint: say(locale, (t) => t.goals.form.targetHint, {
      example: targetExample(unit, locale),
      change: unit === "percent" || unit === "points" ? "+5pp" : "-20%",
    }),
    type: "text",
  });

/** It may be a target for each month, too, and of a time the share of what is done within it. */
export function newTargetField(
  unit: Unit,
  values: FormValues,
  locale: Locale,
  mayBeShare = false,
): Field {
  const field = targetField(unit, values, locale);
  const kind = unit === "percent" ? "percent" : mayBeShare ? "share" : "any";
  const hint = say(locale, (t) => t.goalCoach.targetMore[kind], { hint: field.hint ?? "" });
  return { ...field, hint };
}

/** Whether "90 % within 1h" can be said of it. */
export function hasShare(kpi: KpiId): boolean {
  const { stat } = kpiById(kpi).options;
  return stat?.type === "choice" && stat.values.includes("share");
}

/** Of a goal to keep within a band. */
export const bandField = (unit: Unit, values: FormValues, locale: Locale): Field => ({
  ...targetField(unit, values, locale),
  hint: say(locale, (t) => t.goalCoach.targetMore.band, {
    example: `${targetExample(unit, locale)} – ${formatQuantity(1.25 * examples[unit], unit, locale)}`,
  }),
});

/** As the words after "only for" make it: a share within a time is in percent. */
function unitAsked(kpi: KpiId | null, { where = null }: FormValues): Unit {
  if (kpi === null) return "percent";
  return scaleOf(kpiById(kpi), parseOnlyFor(kpi, where)?.options ?? {}).unit;
}

export const directionField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("direction", {
    label: say(locale, (t) => t.goals.form.direction),
    type: "select",
    choices: (["reach", "keep"] as const satisfies readonly Goal["direction"][]).map((value) => ({
      label: say(locale, (t) => t.goals.form[value]),
      value,
    })),
  });

export const deadlineField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("deadline", {
    label: say(locale, (t) => t.goals.form.deadline),
    type: "date",
  });

export function checkpointsField({ text, proposedFor }: FilledCheckpoints, locale: Locale): Field {
  return {
    ...fieldWith({ checkpoints: text })("checkpoints", {
      label: say(locale, (t) => t.goalCoach.checkpoints.label),
      hint: say(locale, (t) => t.goalCoach.checkpoints.hint),
      type: "text",
      optional: true,
    }),
    ...(proposedFor !== null && { filledFrom: proposedFor }),
  };
}

export const ownerField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("owner", { label: say(locale, (t) => t.goals.form.owner), type: "person" });

export const checkpointOwnersField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("checkpoint_owners", {
    label: say(locale, (t) => t.goalCoach.alsoAsked),
    hint: say(locale, (t) => t.goalCoach.alsoAskedHint),
    type: "people",
    optional: true,
  });

export const severityField = (values: FormValues, locale: Locale): Field =>
  fieldWith({ severity: "normal", ...values })("severity", {
    label: say(locale, (t) => t.goalCoach.severity),
    hint: say(locale, (t) => t.goalCoach.severityHint),
    type: "select",
    choices: severities.map((value) => ({
      label: say(locale, (t) => t.goalCoach.severities[value]),
      value,
    })),
  });

export const channelField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("post_to", {
    label: say(locale, (t) => t.goals.form.channel),
    type: "channel",
    optional: true,
  });

export function guardrailsField(kpi: KpiId | null, values: FormValues, locale: Locale): Field {
  const own = kpi === null ? [] : kpiById(kpi).guardrails;
  return fieldWith(values)("guardrails", {
    label: say(locale, (t) => t.goals.form.guardrails),
    hint: say(locale, (t) => t.goals.form.guardrailsHint, {
      kpis:
        own.length === 0
          ? "csat, fcr"
          : listed(
              own.map((id) => kpiTitle(id, locale)),
              locale,
            ),
    }),
    type: "text",
    optional: true,
  });
}

export const whyField = (values: FormValues, locale: Locale): Field =>
  fieldWith(values)("why", {
    label: say(locale, (t) => t.goals.form.why),
    hint: say(locale, (t) => t.goals.form.whyHint),
    type: "long_text",
  });
