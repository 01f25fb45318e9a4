import type { Field, Form, FormValues } from "../../commands/command.ts";

export interface FilledForm {
  readonly values: FormValues;
  /** Field ids that are required and have no value. */
  readonly missing: readonly Field[];
  /** Selects whose value is none of their choices. */
  readonly unknown: readonly { readonly field: Field; readonly value: string }[];
  /** Whether the words named any field at all. */
  readonly touched: boolean;
}

/** `kpi:fcr` as its name and its value; null for a plain word. */
export function namedWord(word: string): { readonly name: string; readonly value: string } | null {
  const match = /^([\p{L}_][\p{L}\p{N}_-]*)[:：](.*)$/su.exec(word);
  return match === null ? null : { name: match[1] ?? "", value: unquoted(match[2] ?? "") };
}

const unquoted = (text: string): string => /^"(.*)"$/su.exec(text.trim())?.[1] ?? text.trim();

/** Fills the fields from `name:value` words; what is not named keeps what the form proposes. */
export function fillForm(form: Form, words: readonly string[]): FilledForm {
  const named = new Map(
    words.flatMap((word) => {
      const pair = namedWord(word);
      return pair === null ? [] : [[pair.name.toLowerCase(), pair.value] as const];
    }),
  );
  const unknown: { field: Field; value: string }[] = [];
  const values = form.fields.map((field) => {
    const given = named.get(field.id.toLowerCase());
    if (given === undefined) return [field.id, field.initial] as const;
    if (given === "") return [field.id, null] as const;
    const chosen = choose(field, given) ?? chosenByCommand(field);
    if (chosen === null) unknown.push({ field, value: given });
    return [field.id, chosen] as const;
  });
  const byId = new Map(values);
  return {
    values: Object.fromEntries(values),
    missing: form.fields.filter(
      (field) =>
        !field.optional &&
        (byId.get(field.id) ?? null) === null &&
        !unknown.some((each) => each.field === field),
    ),
    unknown,
    touched: form.fields.some((field) => named.has(field.id.toLowerCase())),
  };
}

/** The command may know the word better: `kpi:"first call resolution"` comes back as `fcr`. */
const chosenByCommand = ({ choices, initial, live }: Field): string | null =>
  live && choices.some(({ value }) => value === initial) ? initial : null;

/** People write a choice as it is shown or as it is kept, and an id as Slack pastes it: `<@U0LEAD>`. */
function choose({ type, choices }: Field, given: string): string | null {
  if (type === "person" || type === "channel") return bareId(given);
  if (type === "people")
    return given
      .split(/[,\s]+/u)
      .filter(Boolean)
      .map(bareId)
      .join(",");
  if (type !== "select" || choices.length === 0) return given;
  const wanted = given.toLowerCase();
  const found = choices.find(
    ({ label, value }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  return found?.value ?? null;
}

const bareId = (given: string): string =>
  given.replace(/^<[@#]([A-Z0-9]+)(?:\|[^>]*)?>$/u, "$1").replace(/^[@#](?=[A-Z0-9]{3,}$)/u, "");
