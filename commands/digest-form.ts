import { mostKpis } from "../src/digests/default-kpis.ts";
import { shownDates } from "../src/digests/next-dates.ts";
import { presets } from "../src/digests/presets.ts";
import { sayNextDates } from "../src/digests/say-when.ts";
import { whereWords } from "../src/digests/where-words.ts";
import { usualWaitMinutes, type Digest, type DigestPeriod } from "../src/documents/shape.ts";
import { listed } from "../src/i18n/listed.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { formatDuration } from "../src/quantities/format-duration.ts";
import type { Asker, Form, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { digestFields, fewOrMany } from "./digest-fields.ts";
import { digestsIn } from "./digest-meant.ts";
import { newState, readState, stateText, type DigestState } from "./digest-state.ts";
import { knownTeams, teamsText } from "./digest-teams.ts";
import { periodNamed, readValues, type DigestValues } from "./digest-values.ts";
import { namedValues } from "./named-values.ts";

/** A form for one more digest, with what the words name filled in. */
export function newFormFor(words: string, asker: Asker, desk: Desk): Promise<Form> {
  const { named } = namedValues(words);
  const period = periodNamed(named.get("period") ?? null) ?? "last_week";
  const proposed = {
    post_to: asker.channel,
    ...ofPreset(period),
    zone: asker.zone,
    lang: asker.locale,
    kpis: null,
    most: fewOrMany(mostKpis),
    where: null,
    teams: null,
    wait: waitText(usualWaitMinutes, asker.locale),
  };
  return formOf(newState(null, period), { ...proposed, ...Object.fromEntries(named) }, asker, desk);
}

/** The form of a digest that is there, with what the words name changed in it. */
export function editFormFor(
  digest: Digest,
  words: string,
  asker: Asker,
  desk: Desk,
): Promise<Form> {
  const { named } = namedValues(words);
  const period = periodNamed(named.get("period") ?? null) ?? digest.period;
  const proposed = {
    post_to: digest.channel,
    period: presets[digest.period].words,
    weekday: String(digest.weekday),
    time: digest.time,
    zone: digest.zone,
    lang: digest.locale,
    kpis: digest.kpis.join(", "),
    most: fewOrMany(digest.kpis.length),
    where: whereWords(digest.where),
    teams: teamsText(digest.also, desk.teamChannels),
    wait: waitText(digest.waitMinutes, asker.locale),
    ...(period === digest.period ? {} : ofPreset(period)),
  };
  return formOf(
    newState(digest, period),
    { ...proposed, ...Object.fromEntries(named) },
    asker,
    desk,
  );
}

/** The form as it is after another channel, day or period was chosen. */
export function digestForm(
  state: string,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Form> {
  const before = readState(state);
  const period = periodNamed(values["period"] ?? null) ?? before.filledFrom;
  const isChosenNow = period !== before.filledFrom;
  const filled = isChosenNow ? { ...values, ...ofPreset(period) } : values;
  return formOf({ ...before, filledFrom: period }, filled, asker, desk);
}

const ofPreset = (period: DigestPeriod) => {
  const { words, weekday, time } = presets[period];
  return { period: words, weekday: String(weekday), time };
};

const waitText = (minutes: number, locale: Locale): string =>
  minutes === 0 ? "0" : formatDuration(minutes * 60, locale);

async function formOf(
  state: DigestState,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Form> {
  const { locale } = asker;
  const { edits } = state;
  const teams = await knownTeams(desk);
  return {
    kind: "form",
    command: "digest",
    state: stateText(state),
    title:
      edits === null
        ? say(locale, (t) => t.digests.form.title)
        : say(locale, (t) => t.digestMore.form.editTitle, { digest: edits.id }),
    submit: say(locale, (t) => t.digests.form.submit),
    notices: [
      ...(await whatItDoes(state, values, asker, desk)),
      ...(await whenItComes(state, readValues(values, teams, locale), asker, desk)),
    ],
    fields: digestFields(values, state, teams, locale),
  };
}

async function whatItDoes(
  { edits }: DigestState,
  values: FormValues,
  { locale }: Asker,
  desk: Desk,
): Promise<readonly string[]> {
  if (edits !== null) return [];
  const others = await digestsIn(values["post_to"] ?? null, desk);
  const digests = listed(
    others.map(({ id }) => id),
    locale,
  );
  return others.length === 0 ? [] : [say(locale, (t) => t.digestMore.form.oneMore, { digests })];
}

/** The next dates, where the fields say enough to count them. */
async function whenItComes(
  { edits }: DigestState,
  { channel, zone, period, weekday, time }: DigestValues,
  { locale }: Asker,
  { digests }: Desk,
): Promise<readonly string[]> {
  if (zone === null || period === null || weekday === null || time === null) return [];
  const timed = { id: edits?.id ?? "", channel: channel ?? "", zone, period, weekday, time };
  const dates = await digests.nextDates(timed, shownDates);
  return [sayNextDates(dates, locale, zone)];
}
