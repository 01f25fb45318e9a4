import { randomUUID } from "node:crypto";
import { say } from "../src/i18n/say.ts";
import { addDays, localDay } from "../src/periods/local-day.ts";
import type { Asker, Form, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { goalFields } from "./goal-fields.ts";
import { presentTexts, presentValue, untilOf } from "./goal-present.ts";
import { templateNamed, valuesFrom } from "./goal-templates.ts";
import { namedValues } from "./named-values.ts";
import { kpiNamed } from "./only-for.ts";

/** The form with what the words name filled in; what they leave open is proposed. */
export function goalFormFor(words: string, asker: Asker, desk: Desk): Promise<Form> {
  const { plain, named } = namedValues(words);
  const template = templateNamed(named.get("template") ?? null);
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const kpi = kpiNamed(named.get("kpi") ?? plain.join(" "));
  return goalForm(
    stateOf(randomUUID(), template?.id ?? null),
    {
      deadline: addDays(today, 91),
      owner: asker.id,
      post_to: asker.channel,
      direction: "reach",
      ...(template === null ? {} : valuesFrom(template, asker.locale)),
      ...Object.fromEntries(named),
      ...(template !== null && kpi === null ? {} : { kpi }),
    },
    asker,
    desk,
  );
}

/** The form as it is after a choice: what the KPI is worth now stands above the fields. */
export async function goalForm(
  state: string,
  given: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Form> {
  const { locale } = asker;
  const { submission, filledFrom } = readState(state);
  const template = templateNamed(given["template"] ?? null);
  const isChosenNow = template !== null && template.id !== filledFrom;
  const values = isChosenNow ? { ...given, ...valuesFrom(template, locale) } : given;
  const kpi = kpiNamed(values["kpi"] ?? null);
  const present =
    kpi === null ? null : await presentValue(kpi, values["where"] ?? null, locale, desk);
  const from = template?.id ?? null;
  return {
    kind: "form",
    command: "goal",
    state: stateOf(submission, from),
    title: say(locale, (t) => t.goals.form.title),
    submit: say(locale, (t) => t.goals.form.submit),
    notices: present === null ? [] : presentTexts(present, untilOf(values, desk), asker),
    fields: goalFields(kpi, values, from, locale),
  };
}

/** Which form it is, and the template that filled it in last: another one fills it in anew. */
const stateOf = (submission: string, template: string | null): string =>
  template === null ? submission : `${submission}:${template}`;

export function readState(state: string): {
  readonly submission: string;
  readonly filledFrom: string | null;
} {
  const [submission = state, filledFrom = null] = state.split(":");
  return { submission, filledFrom };
}
