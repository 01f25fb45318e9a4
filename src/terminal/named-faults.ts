import type { Form, FormValues } from "../../commands/command.ts";
import type { Locale } from "../i18n/locale.ts";
import type { NamedInSlack, TerminalApp } from "./app.ts";

/** A person or a channel, and the field that names it. */
export interface NamedField {
  readonly field: string;
  readonly named: NamedInSlack;
}

/** Whom and where a form names. */
export const namedIn = ({ fields }: Form, values: FormValues): readonly NamedField[] =>
  fields.flatMap(({ id: field, type }): readonly NamedField[] => {
    const value = values[field] ?? "";
    if (value === "") return [];
    if (type === "channel") return [{ field, named: { channel: value } }];
    if (type === "person") return [{ field, named: { person: value } }];
    if (type !== "people") return [];
    return value.split(",").map((person) => ({ field, named: { person } }));
  });

/** What Slack has against them, a line each; nothing where there is no Slack to ask. */
export async function namedFaults(
  checkNamed: TerminalApp["checkNamed"],
  named: readonly NamedField[],
  locale: Locale,
): Promise<readonly string[]> {
  if (checkNamed === null) return [];
  const asked = named.map(async ({ field, named: each }) => {
    const fault = await checkNamed(each, locale);
    return fault === null
      ? []
      : [`${field}: ${"person" in each ? each.person : each.channel}: ${fault}`];
  });
  return (await Promise.all(asked)).flat();
}
