import type { Fact, Field, Form, PageCell } from "../../commands/command.ts";
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
    (form.facts ?? []).map(factLine),
    textTable({ columns: ["", "", ""], rows }, 3).slice(1),
    [
      say(locale, (t) => t.terminal.formHow),
      say(locale, (t) => t.terminal.formExample, { words: exampleWords(form, typed) }),
    ],
  ]);
}

const factLine = ({ label: name, values }: Fact): string =>
  oneLine(`${name}: ${values.map(nameOf).join(", ")}`);

const nameOf = (value: PageCell): string => {
  if (typeof value === "string") return value;
  return "person" in value ? value.person : value.channel;
};

function label(field: Field, locale: Locale): string {
  const name = oneLine(field.label);
  return field.optional ? `${name} (${say(locale, (t) => t.terminal.formOptional)})` : name;
}

function detail(field: Field, locale: Locale): string {
  const choices = say(locale, (t) => t.terminal.formChoices, { choices: choiceWords(field) });
  const parts = [
    field.hint === null ? null : oneLine(field.hint),
    field.choices.length === 0 ? null : choices,
    field.initial === null ? null : `[${oneLine(field.initial.replaceAll("\n", ", "))}]`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

export function choiceWords({ choices }: Field): string {
  const words = choices.slice(0, shownChoices).map(({ value }) => oneLine(value));
  return choices.length > shownChoices ? `${words.join(", ")}, …` : words.join(", ");
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
    say(locale, (t) => t.terminal.fieldMissing, { field: `${field.id} (${oneLine(field.label)})` }),
  ),
  ...filled.unknown.map(({ field, value }) =>
    say(locale, (t) => t.terminal.fieldChoice, {
      field: field.id,
      value: oneLine(value),
      choices: choiceWords(field),
    }),
  ),
];
