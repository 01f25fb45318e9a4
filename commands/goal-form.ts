import { randomUUID } from "node:crypto";
import type { Goal } from "../goals/goal.ts";
import { asOfText } from "../src/digests/goal-cards.ts";
import {
  lastWeek,
  measure,
  measuredTitle,
  settleKind,
  type Measured,
} from "../src/digests/measure.ts";
import { sampleText } from "../src/blocks/answer-texts.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { isCard } from "../src/kpis/card.ts";
import { kpiById, kpis, type KpiId } from "../src/kpis/index.ts";
import { addDays, localDay } from "../src/periods/local-day.ts";
import { periodTitle } from "../src/periods/period-title.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Unit } from "../src/quantities/unit.ts";
import type { Answer } from "../src/reports/answer.ts";
import type { Asker, Field, Form, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { namedValues } from "./named-values.ts";
import { kpiNamed, parseOnlyFor } from "./only-for.ts";

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

/** Where the KPI stands: the last whole week. */
export interface Present {
  readonly measured: Measured;
  readonly answer: Answer | null;
}

/** Null where the words after "only for" say nothing that can be measured. */
export async function presentValue(
  kpi: KpiId,
  onlyFor: string | null,
  locale: Locale,
  { reports }: Desk,
): Promise<Present | null> {
  const parsed = parseOnlyFor(kpi, onlyFor);
  if (parsed === null) return null;
  const measured = await settleKind(reports, { kpi, ...parsed });
  return { measured, answer: await measure(reports, measured, lastWeek, locale) };
}

/** The form with what the words name filled in; what they leave open is proposed. */
export function goalFormFor(words: string, asker: Asker, desk: Desk): Promise<Form> {
  const { plain, named } = namedValues(words);
  const kpi = kpiNamed(named.get("kpi") ?? plain.join(" "));
  const today = localDay(desk.clock.now(), desk.periods.zone);
  return goalForm(
    randomUUID(),
    {
      deadline: addDays(today, 91),
      owner: asker.id,
      post_to: asker.channel,
      direction: "reach",
      ...Object.fromEntries(named),
      kpi,
    },
    asker,
    desk,
  );
}

/** The form as it is after a choice: what the KPI is worth now stands above the fields. */
export async function goalForm(
  state: string,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Form> {
  const { locale } = asker;
  const kpi = kpiNamed(values["kpi"] ?? null);
  const present =
    kpi === null ? null : await presentValue(kpi, values["where"] ?? null, locale, desk);
  return {
    kind: "form",
    command: "goal",
    state,
    title: say(locale, (t) => t.goals.form.title),
    submit: say(locale, (t) => t.goals.form.submit),
    notices: present === null ? [] : [presentText(present, asker)],
    fields: goalFields(kpi, values, locale),
  };
}

function presentText({ measured, answer }: Present, { locale, zone }: Asker): string {
  const values = {
    kpi: measuredTitle(measured, locale),
    period: answer === null ? "" : periodTitle(answer.period, locale),
    asOf: asOfText(answer?.freshness ?? [], locale, zone),
  };
  return answer === null || answer.value === null
    ? say(locale, (t) => t.goals.presentNone, values)
    : say(locale, (t) => t.goals.present, {
        ...values,
        value: formatQuantity(answer.value, answer.unit, locale, answer),
        sample: sampleText(answer, locale),
      });
}

function goalFields(kpi: KpiId | null, values: FormValues, locale: Locale): readonly Field[] {
  const example = targetExample(kpi === null ? "percent" : kpiById(kpi).unit, locale);
  const field = (id: string, more: Partial<Field> & Pick<Field, "label" | "type">): Field => ({
    id,
    hint: null,
    choices: [],
    initial: values[id] ?? null,
    optional: false,
    live: false,
    ...more,
  });
  return [
    field("kpi", {
      label: say(locale, (t) => t.goals.form.kpi),
      type: "select",
      choices: kpis
        .filter((kpi) => !isCard(kpi))
        .map(({ id, title }) => ({ label: title[locale], value: id })),
      live: true,
    }),
    field("where", {
      label: say(locale, (t) => t.goals.form.where),
      hint: say(locale, (t) => t.goals.form.whereHint),
      type: "text",
      optional: true,
      live: true,
    }),
    field("target", {
      label: say(locale, (t) => t.goals.form.target),
      hint: say(locale, (t) => t.goals.form.targetHint, { example }),
      type: "text",
    }),
    field("direction", {
      label: say(locale, (t) => t.goals.form.direction),
      type: "select",
      choices: (["reach", "keep"] as const satisfies readonly Goal["direction"][]).map((value) => ({
        label: say(locale, (t) => t.goals.form[value]),
        value,
      })),
    }),
    field("deadline", { label: say(locale, (t) => t.goals.form.deadline), type: "date" }),
    field("owner", { label: say(locale, (t) => t.goals.form.owner), type: "person" }),
    field("post_to", {
      label: say(locale, (t) => t.goals.form.channel),
      type: "channel",
      optional: true,
    }),
    field("why", {
      label: say(locale, (t) => t.goals.form.why),
      hint: say(locale, (t) => t.goals.form.whyHint),
      type: "long_text",
    }),
  ];
}
