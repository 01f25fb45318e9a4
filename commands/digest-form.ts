import { randomUUID } from "node:crypto";
import { sayWeekday } from "../src/digests/say-when.ts";
import { whereWords } from "../src/digests/where-words.ts";
import type { Digest } from "../src/documents/shape.ts";
import { locales, type Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Asker, Field, Form, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { namedValues } from "./named-values.ts";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A language by its own name: `한국어`; Chinese by its script, since that is what is chosen. */
export const languageName = (locale: Locale): string =>
  new Intl.DisplayNames(locale, { type: "language" }).of(locale === "zh-TW" ? "zh-Hant" : locale) ??
  locale;

/** The digest of a channel; null where none is set up. */
export async function digestOf(channel: string | null, { digests }: Desk): Promise<Digest | null> {
  const all = channel === null ? [] : await digests.list();
  return all.find((each) => each.channel === channel) ?? null;
}

/** The form with what the words name filled in, on what the channel has already. */
export async function digestFormFor(words: string, asker: Asker, desk: Desk): Promise<Form> {
  const { named } = namedValues(words);
  const channel = named.get("post_to") ?? asker.channel;
  const before = await digestOf(channel, desk);
  const proposed = {
    post_to: channel,
    weekday: String(before?.weekday ?? 1),
    time: before?.time ?? "09:00",
    zone: before?.zone ?? asker.zone,
    lang: before?.locale ?? asker.locale,
    kpis: before?.kpis.join(", ") ?? null,
    where: before === null ? null : whereWords(before.where),
  };
  return digestForm(randomUUID(), { ...proposed, ...Object.fromEntries(named) }, asker, desk);
}

/** The form as it is after another channel was chosen: whether that one has a digest already. */
export async function digestForm(
  state: string,
  values: FormValues,
  { locale }: Asker,
  desk: Desk,
): Promise<Form> {
  const before = await digestOf(values["post_to"] ?? null, desk);
  return {
    kind: "form",
    command: "digest",
    state,
    title: say(locale, (t) => t.digests.form.title),
    submit: say(locale, (t) => t.digests.form.submit),
    notices:
      before === null ? [] : [say(locale, (t) => t.digests.form.replaces, { digest: before.id })],
    fields: digestFields(values, locale),
  };
}

/** `lang`, since `language` is a segment that a digest may be narrowed to. */
function digestFields(values: FormValues, locale: Locale): readonly Field[] {
  const field = (id: string, more: Partial<Field> & Pick<Field, "label" | "type">): Field => ({
    id,
    hint: null,
    choices: [],
    initial: values[id] === "" ? null : (values[id] ?? null),
    optional: false,
    live: false,
    ...more,
  });
  return [
    field("post_to", {
      label: say(locale, (t) => t.digests.form.channel),
      type: "channel",
      live: true,
    }),
    field("weekday", {
      label: say(locale, (t) => t.digests.form.weekday),
      type: "select",
      choices: weekdays.map((day) => ({ label: sayWeekday(day, locale), value: String(day) })),
    }),
    field("time", {
      label: say(locale, (t) => t.digests.form.time),
      hint: say(locale, (t) => t.digests.form.timeHint),
      type: "text",
    }),
    field("zone", {
      label: say(locale, (t) => t.digests.form.zone),
      hint: say(locale, (t) => t.digests.form.zoneHint),
      type: "text",
    }),
    field("lang", {
      label: say(locale, (t) => t.digests.form.language),
      type: "select",
      choices: locales.map((each) => ({ label: languageName(each), value: each })),
    }),
    field("kpis", {
      label: say(locale, (t) => t.digests.form.kpis),
      hint: say(locale, (t) => t.digests.form.kpisHint),
      type: "text",
      optional: true,
    }),
    field("where", {
      label: say(locale, (t) => t.digests.form.where),
      hint: say(locale, (t) => t.digests.form.whereHint),
      type: "text",
      optional: true,
    }),
  ];
}
