import { randomUUID } from "node:crypto";
import { say } from "../src/i18n/say.ts";
import { addDays, localDay } from "../src/periods/local-day.ts";
import type { Asker, Field, Form, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { fillCheckpoints } from "./goal-checkpoints.ts";
import { goalFields } from "./goal-fields.ts";
import { presentTexts, presentValue, untilOf } from "./goal-present.ts";
import { templateNamed, valuesFrom } from "./goal-templates.ts";
import { namedValues } from "./named-values.ts";
import { severalKpis } from "./named-kpis.ts";
import { readNext, severalText, writeNext, type NextGoal } from "./next-goals.ts";
import { kpiNamed } from "./only-for.ts";

/** The form with what the words name filled in; what they leave open is proposed. */
export function goalFormFor(words: string, asker: Asker, desk: Desk): Promise<Form> {
  const { plain, named } = namedValues(words);
  const template = templateNamed(named.get("template") ?? null);
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const said = named.get("kpi") ?? plain.join(" ");
  const one = kpiNamed(said);
  const [kpi = one, ...others] = one === null ? severalKpis(said) : [];
  return goalForm(
    stateOf({
      submission: randomUUID(),
      template: template?.id ?? null,
      proposedFor: null,
      next: others.map((each) => ({ kpi: each, target: "" })),
    }),
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
  const { submission, template: filledFrom, proposedFor, next } = readState(state);
  const template = templateNamed(given["template"] ?? null);
  const isChosenNow = template !== null && template.id !== filledFrom;
  const values = isChosenNow ? { ...given, ...valuesFrom(template, locale) } : given;
  const kpi = kpiNamed(values["kpi"] ?? null);
  const present =
    kpi === null ? null : await presentValue(kpi, values["where"] ?? null, locale, desk);
  const checkpoints = fillCheckpoints(values, proposedFor, desk);
  const filled = { template: template?.id ?? null, checkpoints };
  return {
    kind: "form",
    command: "goal",
    state: stateOf({ ...filled, submission, proposedFor: checkpoints.proposedFor, next }),
    title: say(locale, (t) => t.goals.form.title),
    submit: say(locale, (t) => t.goalCoach.confirm.next),
    notices: [
      ...severalText(kpi, next, locale),
      ...(present === null ? [] : presentTexts(present, untilOf(values, desk), asker)),
    ],
    fields: goalFields(kpi, values, filled, locale).map((field) => ofForm(field, submission)),
  };
}

/** The next form may stand in the window of the one before: what was typed there is not its own. */
function ofForm(field: Field, submission: string): Field {
  const mark = /\.+$/u.exec(submission)?.[0];
  return mark === undefined ? field : { ...field, filledFrom: `${mark}${field.filledFrom ?? ""}` };
}

/** Which form it is, what filled it in last (another template or deadline fills it in anew), and what comes after it. */
interface FormState {
  readonly submission: string;
  readonly template: string | null;
  readonly proposedFor: string | null;
  readonly next: readonly NextGoal[];
}

export const stateOf = ({ submission, template, proposedFor, next }: FormState): string =>
  [submission, template ?? "", proposedFor ?? "", writeNext(next)].join(":");

export function readState(state: string): FormState {
  const [submission = state, template = "", proposedFor = "", ...rest] = state.split(":");
  return {
    submission,
    template: template || null,
    proposedFor: proposedFor || null,
    next: readNext(rest.join(":")),
  };
}
