import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { mostKpis } from "../src/digests/default-kpis.ts";
import type { DigestDraft } from "../src/digests/digest.ts";
import { shownDates } from "../src/digests/next-dates.ts";
import { meantAt } from "../src/digests/occurrences.ts";
import { placesOf } from "../src/digests/places.ts";
import { presets } from "../src/digests/presets.ts";
import { sayNextDates } from "../src/digests/say-when.ts";
import { scheduleText } from "../src/digests/schedule-text.ts";
import { mostKpisAsked, type Digest } from "../src/documents/shape.ts";
import { listed } from "../src/i18n/listed.ts";
import { locales, type Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { KpiId } from "../src/kpis/index.ts";
import { may } from "../src/people/may.ts";
import { cardParts } from "./card-parts.ts";
import { channelFault } from "./channel-fault.ts";
import type { Asker, FormValues, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { languageName } from "./language-name.ts";
import { maySetDigest, postNowButton } from "./digest-pages.ts";
import { readState, type DigestState } from "./digest-state.ts";
import { knownTeams } from "./digest-teams.ts";
import { readValues, type DigestValues } from "./digest-values.ts";
import { namesAgents } from "./only-for.ts";
import { page, refusal } from "./page.ts";

const weekMs = 7 * 86_400_000;

/** Checks the form as it came back; saves the digest and says when it comes. */
export async function submitDigest(
  text: string,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const { locale } = asker;
  const state = readState(text);
  if (!(await isAllowed(state, asker, desk))) {
    return { ok: true, reply: refusal([say(locale, (t) => t.digests.notAllowed)]) };
  }
  const read = readValues(values, await knownTeams(desk), locale);
  const errors = errorsOf(read, values, locale);
  const draft = toDraft(read, state.submission);
  if (draft === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const closed = await closedTo(asker, draft, desk);
  if (closed !== null) return { ok: false, errors: closed };
  return save(state, draft, asker, desk);
}

/** Whoever set one up may go on changing it. */
async function isAllowed(
  { edits }: DigestState,
  { id, role }: Asker,
  { digests }: Desk,
): Promise<boolean> {
  const before = edits === null ? null : await digests.find(edits.id);
  return may(role, "set_digest", before?.createdBy === id);
}

/** A channel of it in which they cannot read. */
async function closedTo(
  asker: Asker,
  draft: DigestDraft,
  desk: Desk,
): Promise<Readonly<Record<string, string>> | null> {
  for (const { channel } of placesOf(draft)) {
    const fault = await channelFault(channel, asker, desk);
    if (fault !== null) return { [channel === draft.channel ? "post_to" : "teams"]: fault };
  }
  return null;
}

async function save(
  { edits }: DigestState,
  draft: DigestDraft,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const { digests } = desk;
  const by = { who: asker.id, via: "/digest" };
  const saved =
    edits === null
      ? await digests.create(draft, by)
      : await digests.edit(edits.id, draft, edits.revision, by);
  if (saved !== null) return { ok: true, reply: await savedPage(saved, asker, desk) };
  const isGone = edits !== null && (await digests.find(edits.id)) === null;
  const why = say(asker.locale, (t) => t.digestMore.errors[isGone ? "gone" : "changed"], {
    digest: edits?.id ?? "",
  });
  return { ok: false, errors: { post_to: why } };
}

const whereFault = (values: FormValues): "agents" | "where" =>
  namesAgents("ticket_volume", values["where"] ?? null) ? "agents" : "where";

function errorsOf(read: DigestValues, values: FormValues, locale: Locale): Record<string, string> {
  const languages = listed(locales.map(languageName), locale);
  const faults: readonly (readonly [string, boolean, string])[] = [
    ["post_to", read.channel === null, say(locale, (t) => t.digests.errors.channel)],
    ["period", read.period === null, say(locale, (t) => t.digestMore.errors.period)],
    ["weekday", read.weekday === null, say(locale, (t) => t.digests.errors.weekday)],
    ["time", read.time === null, say(locale, (t) => t.digests.errors.time)],
    [
      "zone",
      read.zone === null,
      say(locale, (t) => t.digests.errors.zone, { zone: values["zone"] ?? "" }),
    ],
    ["lang", read.locale === null, say(locale, (t) => t.digests.errors.language, { languages })],
    ["where", read.onlyFor === null, say(locale, (t) => t.digests.errors[whereFault(values)])],
    [
      "kpis",
      read.kpis.unknown !== null,
      say(locale, (t) => t.digests.errors.kpi, { kpi: read.kpis.unknown ?? "" }),
    ],
    ...tooMany(read.kpis.known.length, values["most"] ?? null, locale),
    ["teams", "fault" in read.teams, "fault" in read.teams ? read.teams.fault : ""],
    ["wait", read.waitMinutes === null, say(locale, (t) => t.digestMore.errors.wait)],
  ];
  return Object.fromEntries(
    [...faults, ...cardFaults(read.kpis.known, locale)].flatMap(([field, isWrong, text]) =>
      isWrong ? [[field, text]] : [],
    ),
  );
}

/** S4: KPIs overwhelm. More than five only for those who say that they want more. */
function tooMany(count: number, chosen: string | null, locale: Locale) {
  const many = say(locale, (t) => t.digestMore.form.many, { most: mostKpisAsked });
  const wantsMany = chosen === String(mostKpisAsked);
  return [
    ["kpis", count > mostKpis && !wantsMany, say(locale, (t) => t.digestMore.errors.few, { many })],
    [
      "kpis",
      count > mostKpisAsked,
      say(locale, (t) => t.digestMore.errors.many, { most: mostKpisAsked }),
    ],
  ] as const;
}

/** A card has no figure to stand in a row of its own. */
const cardFaults = (known: readonly KpiId[], locale: Locale) =>
  known.flatMap((id) => {
    const parts = cardParts(id, locale);
    const text = say(locale, (t) => t.digests.errors.card, {
      kpi: kpiTitle(id, locale),
      parts: parts ?? "",
    });
    return parts === null ? [] : [["kpis", true, text] as const];
  });

function toDraft(read: DigestValues, submission: string): DigestDraft | null {
  const { channel, period, weekday, time, zone, locale, kpis, onlyFor, teams, waitMinutes } = read;
  if (channel === null || period === null || weekday === null || time === null) return null;
  if (zone === null || locale === null || onlyFor === null || waitMinutes === null) return null;
  if ("fault" in teams) return null;
  const when = { period, weekday, time, zone, waitMinutes };
  return { channel, locale, ...when, ...teams, kpis: kpis.known, submission };
}

async function savedPage(digest: Digest, asker: Asker, { digests, clock }: Desk) {
  const { locale } = asker;
  const { id, paused, zone, period } = digest;
  const dates = await digests.nextDates(digest, shownDates);
  const [first] = dates;
  const isWeekly = presets[period].every === "week";
  const ahead = first === undefined ? 0 : meantAt(first, digest).getTime() - clock.now().getTime();
  const skipsOne = isWeekly && ahead > weekMs;
  const saved = say(locale, (t) => t.digests.saved, { id, schedule: scheduleText(digest, locale) });
  const next = sayNextDates(dates, locale, zone);
  return page(
    [
      saved,
      paused ? say(locale, (t) => t.digestMore.stillPaused) : next,
      ...(skipsOne ? [say(locale, (t) => t.digests.notThisWeek)] : []),
    ],
    {
      choices: [
        { label: say(locale, (t) => t.digests.preview), words: `digest preview ${id}` },
        { label: say(locale, (t) => t.digestMore.test.button), words: `digest test ${id}` },
        ...(paused
          ? [{ label: say(locale, (t) => t.digests.resume), words: `digest resume ${id}` }]
          : maySetDigest(asker)
            ? [postNowButton(digest, asker)]
            : []),
      ],
    },
  );
}
