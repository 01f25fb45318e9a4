import { labelled } from "../blocks/answer-texts.ts";
import type { Fact, Field, Form, PageCell } from "../../commands/command.ts";
import { aside } from "../i18n/aside.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { FilledForm } from "./form-words.ts";
import { oneLine, type Paint } from "./paint.ts";
import { paragraphs } from "./paragraphs.ts";
import { textTable } from "./text-table.ts";

const shownChoices = 24;

/**
 * A form as a guide: its fields, what each may hold, and how to write them behind the words that
 * were typed for it, as `edit g1`.
 */
export function renderForm(
  form: Form,
  locale: Locale,
  paint: Paint,
  typed = "",
): readonly string[] {
  const rows = form.fields.map((field) => [field.id, label(field, locale), detail(field, locale)]);
  return paragraphs([
    [paint.strong(oneLine(form.title)), ...form.notices.map(oneLine)],
    (form.facts ?? []).map((fact) => factLine(fact, locale)),
    textTable({ columns: ["", "", ""], rows }, 3).slice(1),
    [
      say(locale, (t) => t.terminal.formHow),
      say(locale, (t) => t.terminal.formExample, { words: exampleWords(form, typed) }),
    ],
  ]);
}

const factLine = ({ label: name, values }: Fact, locale: Locale): string =>
  oneLine(labelled(name, listed(values.map(nameOf), locale), locale));

const nameOf = (value: PageCell): string => {
  if (typeof value === "string") return value;
  return "person" in value ? value.person : value.channel;
};

function label(field: Field, locale: Locale): string {
  const name = oneLine(field.label);
  return field.optional
    ? aside(
        name,
        say(locale, (t) => t.terminal.formOptional),
        locale,
      )
    : name;
}

function detail(field: Field, locale: Locale): string {
  const choices = say(locale, (t) => t.terminal.formChoices, {
    choices: choiceWords(field, locale),
  });
  const parts = [
    field.hint === null ? null : oneLine(field.hint),
    field.choices.length === 0 ? null : choices,
    field.initial === null ? null : `[${oneLine(listed(field.initial.split("\n"), locale))}]`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

export function choiceWords({ choices }: Field, locale: Locale): string {
  const words = choices.slice(0, shownChoices).map(({ value }) => oneLine(value));
  return listed(choices.length > shownChoices ? [...words, "…"] : words, locale);
}

const samples: Readonly<Record<Field["type"], string>> = {
  text: "80",
  long_text: '"…"',
  date: "2026-12-31",
  select: "…",
  several: "…",
  person: "U0LEAD",
  people: "U0LEAD,U0ANNA",
  channel: "C0TEAM",
};

const exampleWords = ({ command, fields }: Form, typed: string): string =>
  [
    `goalpost ${command}`,
    ...(typed === "" ? [] : [typed]),
    ...fields
      .filter(({ optional }) => !optional)
      .map(({ id, type, initial, choices }) => {
        const value = initial ?? choices[0]?.value ?? samples[type];
        return `${id}:${/\s/u.test(value) ? `"${oneLine(value)}"` : oneLine(value)}`;
      }),
  ].join(" ");

/** What keeps the form from being sent, one line for each field. */
export const formFaults = (filled: FilledForm, locale: Locale): readonly string[] => [
  ...filled.missing.map((field) =>
    say(locale, (t) => t.terminal.fieldMissing, {
      field: aside(field.id, oneLine(field.label), locale),
    }),
  ),
  ...filled.unknown.map(({ field, value }) =>
    say(locale, (t) => t.terminal.fieldChoice, {
      field: field.id,
      value: oneLine(value),
      choices: choiceWords(field, locale),
    }),
  ),
];
