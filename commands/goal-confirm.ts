import { createHash } from "node:crypto";
import { z } from "zod";
import type { Goal } from "../goals/goal.ts";
import type { Finding } from "../goals/smart.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { sentences } from "../src/i18n/sentences.ts";
import { isKpiId } from "../src/kpis/index.ts";
import { may } from "../src/people/may.ts";
import type { Asker, Field, Form, FormValues, Page, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { fieldWith } from "./field-with.ts";
import { goalForm, stateOf } from "./goal-form.ts";
import { startButton } from "./goal-people.ts";
import { insteadField } from "./goal-instead.ts";
import { readPlan, type Plan } from "./goal-plan.ts";
import { readNext, type NextGoal } from "./next-goals.ts";
import { planFacts } from "./plan-facts.ts";
import { planLines } from "./plan-lines.ts";
import { page, refusal } from "./page.ts";

/** S3: the goal in the one way it can be read, and what the rules warn of, before it is kept. */
export function confirmForm(
  plan: Plan,
  values: FormValues,
  locale: Locale,
  notices: readonly string[] = [],
): Form {
  const { warnings, offers } = plan;
  return {
    kind: "form",
    command: "goal",
    state: `confirm:${plan.draft.submission}:${said(plan, locale)}:${JSON.stringify(values)}`,
    title: say(locale, (t) => t.goalCoach.confirm.title),
    submit: say(locale, (t) => t.goals.form.submit),
    back: say(locale, (t) => t.goalCoach.confirm.back),
    notices: [...notices, ...planLines(plan, locale), ...plan.notes],
    facts: planFacts(plan.draft, locale),
    warnings,
    fields: [
      ...insteadField(offers, locale),
      draftField(values, locale),
      ...(warnings.length === 0
        ? []
        : [
            fieldWith({})("accept", {
              label: say(locale, (t) => t.goals.form.accept),
              hint: say(locale, (t) => t.goals.form.acceptHint),
              type: "text",
              // Who takes what is offered instead need not say why not.
              optional: offers.length > 0,
            }),
          ]),
    ],
  };
}

/** Whether it begins now, or waits as a draft for somebody to begin it. */
const draftField = (values: FormValues, locale: Locale): Field =>
  fieldWith({ draft: values["draft"] ?? "no" })("draft", {
    label: say(locale, (t) => t.goalLife.draft.field),
    type: "select",
    choices: (["no", "yes"] as const).map((value) => ({
      label: say(locale, (t) => t.goalLife.draft.choices[value]),
      value,
    })),
  });

/** Longer, and a door could not hand it on: Slack carries three thousand characters from one form to the next. */
const mostCarried = 2_700;

type Carried =
  | { readonly ok: true; readonly values: FormValues }
  | { readonly ok: false; readonly field: string; readonly most: number };

/** What was typed, to be read and checked once more when it is confirmed; or the field that says too much. */
export function carried({ draft }: Plan, values: FormValues): Carried {
  const checkpoints = draft.checkpoints.join(", ") || null;
  const kept = Object.entries({ ...values, template: null, checkpoints }).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== "",
  );
  const excess = escaped(Object.fromEntries(kept)) - mostCarried;
  const [field = "why", longest = ""] = kept.toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
  return excess <= 0
    ? { ok: true, values: Object.fromEntries(kept) }
    : { ok: false, field, most: Math.max(0, longest.length - excess) };
}

/** How long it is inside the text that a door keeps: quotes in quotes are escaped twice. */
const escaped = (values: FormValues): number => JSON.stringify(JSON.stringify(values)).length;

/** Which lines somebody confirms: another figure or day meanwhile makes others. */
const said = (plan: Plan, locale: Locale): string =>
  createHash("sha256").update(planLines(plan, locale).join("\n")).digest("hex").slice(0, 12);

const refused = (lines: readonly string[]): Submitted => ({ ok: true, reply: refusal(lines) });

const typedSchema = z.record(z.string(), z.string());

/** Reads all of it anew: rights, rules and figures are those of now. */
export async function submitConfirmed(
  [submission = "", told = "", ...rest]: readonly string[],
  chosen: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const { locale } = asker;
  if (!may(asker.role, "set_goal")) return refused([say(locale, (t) => t.goals.notAllowed)]);
  const values = typedIn(rest.join(":"), chosen);
  if (values === null) return refused([say(locale, (t) => t.slack.formGone)]);
  const plan = await readPlan(submission, values, asker, desk);
  if ("errors" in plan) return refused(Object.values(plan.errors));
  if (said(plan, locale) !== told) {
    const notice = say(locale, (t) => t.goalCoach.confirm.changed);
    return { ok: true, reply: confirmForm(plan, values, locale, [notice]) };
  }
  const offered = plan.offers.find(({ id }) => id === chosen["instead"]);
  if (offered !== undefined)
    return askAgain(submission, { ...values, ...offered.values }, asker, desk);
  const { warnings } = plan;
  const reason = (chosen["accept"] ?? "").trim();
  // S2: an ambition that discourages needs a reason, not a ban.
  if (warnings.length > 0 && reason === "") {
    const text = say(locale, (t) => t.goals.errors.accept, {
      warnings: sentences(warnings, locale),
    });
    return { ok: false, errors: { accept: text } };
  }
  const goal = await desk.goals.create(
    {
      ...plan.draft,
      accepted: acceptedOf(plan.findings, reason),
      draft: values["draft"] === "yes",
    },
    { who: asker.id, via: "/goal" },
  );
  const done = savedPage(goal, plan, locale);
  const next = readNext(values["next"] ?? null);
  return { ok: true, reply: (await nextForm(done, submission, values, next, asker, desk)) ?? done };
}

/** The form of the goal that was named beside the one that is kept, with what both have in common. */
async function nextForm(
  { title, lines }: Page,
  submission: string,
  values: FormValues,
  [first, ...later]: readonly NextGoal[],
  asker: Asker,
  desk: Desk,
): Promise<Form | null> {
  if (first === undefined) return null;
  const form = await goalForm(
    // The same save sent twice leads to the same next goal.
    stateOf({ submission: `${submission}.`, template: null, proposedFor: null, next: later }),
    {
      ...values,
      kpi: first.kpi,
      target: first.target || null,
      guardrails: null,
      checkpoints: null,
    },
    asker,
    desk,
  );
  return {
    ...form,
    notices: [sentences([title ?? "", ...lines.slice(0, 1)], asker.locale), ...form.notices],
  };
}

/** What was offered instead is said once more, as anything else that somebody asks for. */
async function askAgain(
  submission: string,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const plan = await readPlan(submission, values, asker, desk);
  if ("errors" in plan)
    return { ok: false, errors: { instead: sentences(Object.values(plan.errors), asker.locale) } };
  const kept = carried(plan, values);
  return { ok: true, reply: confirmForm(plan, kept.ok ? kept.values : values, asker.locale) };
}

/** What was typed into the form before, with what is chosen in this one. */
function typedIn(text: string, { draft = null }: FormValues): FormValues | null {
  try {
    const typed = typedSchema.safeParse(JSON.parse(text)).data ?? null;
    return typed === null || draft === null ? typed : { ...typed, draft };
  } catch {
    return null;
  }
}

function acceptedOf(findings: readonly Finding[], reason: string): Goal["accepted"] {
  const rules = findings.flatMap(({ severity, code }) => (severity === "warn" ? [code] : []));
  return rules.length === 0 ? null : { rules, reason };
}

/** The goal once more as it is kept, and what to keep in mind. */
const savedPage = (goal: Goal, plan: Plan, locale: Locale): Page =>
  page(
    [
      ...planLines({ ...plan, draft: goal }, locale),
      ...plan.warnings,
      ...plan.notes,
      ...(goal.draft ? [say(locale, (t) => t.goalLife.draft.next, { id: goal.id })] : []),
    ],
    {
      title: say(locale, (t) => (goal.draft ? t.goalLife.draft.kept : t.goals.saved), {
        id: goal.id,
      }),
      choices: [
        ...(goal.draft ? [startButton(goal, { locale })] : []),
        { label: say(locale, (t) => t.goals.list), words: "goal list" },
        ...(isKpiId(goal.kpi)
          ? [{ label: say(locale, (t) => t.goals.ask), words: `kpi ${goal.kpi}` }]
          : []),
      ],
    },
  );
