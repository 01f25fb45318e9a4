import { mostKpis } from "../src/digests/default-kpis.ts";
import { presets } from "../src/digests/presets.ts";
import { sayWeekday } from "../src/digests/say-when.ts";
import { digestPeriods, mostKpisAsked } from "../src/documents/shape.ts";
import { locales, type Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Field, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import type { DigestState } from "./digest-state.ts";
import { teamChoices } from "./digest-teams.ts";
import { languageName } from "./language-name.ts";
import { weekdays } from "./digest-values.ts";

/** What is chosen where so many KPIs are wanted. */
export const fewOrMany = (count: number): string =>
  String(count <= mostKpis ? mostKpis : mostKpisAsked);

/**
 * The fields of a digest. `lang`, since `language` is a segment that a digest may be narrowed to; the
 * day and the time come from the period chosen, and a monthly one has no weekday.
 */
export function digestFields(
  values: FormValues,
  { filledFrom, edits }: DigestState,
  teams: Desk["teamChannels"],
  locale: Locale,
): readonly Field[] {
  const field = (id: string, more: Partial<Field> & Pick<Field, "label" | "type">): Field => ({
    id,
    hint: null,
    choices: [],
    initial: values[id] === "" ? null : (values[id] ?? null),
    optional: false,
    live: false,
    ...more,
  });
  const weekday = field("weekday", {
    label: say(locale, (t) => t.digests.form.weekday),
    type: "select",
    choices: weekdays.map((day) => ({ label: sayWeekday(day, locale), value: String(day) })),
    live: true,
    filledFrom,
  });
  return [
    field("post_to", {
      label: say(locale, (t) => t.digests.form.channel),
      type: "channel",
      live: true,
    }),
    field("period", {
      label: say(locale, (t) => t.digestMore.form.period),
      type: "select",
      choices: digestPeriods.map((each) => ({
        label: say(locale, (t) => t.digestMore.form.periods[each]),
        value: presets[each].words,
      })),
      live: true,
    }),
    ...(presets[filledFrom].every === "month" ? [] : [weekday]),
    field("time", {
      label: say(locale, (t) => t.digests.form.time),
      hint: say(locale, (t) => t.digests.form.timeHint),
      type: "text",
      filledFrom,
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
    field("most", {
      label: say(locale, (t) => t.digestMore.form.most),
      type: "select",
      choices: [
        { label: say(locale, (t) => t.digestMore.form.few), value: fewOrMany(mostKpis) },
        {
          label: say(locale, (t) => t.digestMore.form.many, { most: mostKpisAsked }),
          value: fewOrMany(mostKpisAsked),
        },
      ],
    }),
    field("where", {
      label: say(locale, (t) => t.digests.form.where),
      hint: say(locale, (t) => t.digests.form.whereHint),
      type: "text",
      optional: true,
    }),
    field("teams", {
      label: say(locale, (t) => t.digestMore.form.teams),
      hint: say(locale, (t) => t.digestMore.form.teamsHint, {
        words: edits === null ? "/digest new" : `/digest edit ${edits.id}`,
      }),
      type: "several",
      ...teamChoices(values["teams"] ?? null, teams, locale),
      optional: true,
    }),
    field("wait", {
      label: say(locale, (t) => t.digestMore.form.wait),
      hint: say(locale, (t) => t.digestMore.form.waitHint),
      type: "text",
    }),
  ];
}
