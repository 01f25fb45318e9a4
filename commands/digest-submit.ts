import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { mostKpis } from "../src/digests/default-kpis.ts";
import type { DigestDraft } from "../src/digests/digest.ts";
import { sayInstant, sayWeekday } from "../src/digests/say-when.ts";
import type { Digest } from "../src/documents/shape.ts";
import { locales, type Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { KpiId } from "../src/kpis/index.ts";
import { maySee } from "../src/people/may-see.ts";
import { may } from "../src/people/may.ts";
import { cardParts } from "./card-parts.ts";
import type { Asker, FormValues, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { languageName, weekdays } from "./digest-form.ts";
import { namedKpis } from "./named-kpis.ts";
import { namesAgents, parseOnlyFor } from "./only-for.ts";
import { page, refusal } from "./page.ts";

const shownDates = 3;
const weekMs = 7 * 86_400_000;

/** Checks the form as it came back; saves the digest and says when it comes. */
export async function submitDigest(
  state: string,
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const { locale } = asker;
  if (!may(asker.role, "set_digest")) {
    return { ok: true, reply: refusal([say(locale, (t) => t.digests.notAllowed)]) };
  }
  const read = readValues(values);
  const errors = errorsOf(read, values, locale);
  const draft = toDraft(read, state);
  if (draft === null || Object.keys(errors).length > 0) return { ok: false, errors };
  // What is set for a channel replaces what was there: not for whoever cannot see that.
  const { mayRead } = desk;
  if (!(await maySee(asker, { channel: draft.channel, people: [] }, mayRead))) {
    return { ok: false, errors: { post_to: say(locale, (t) => t.people.channelClosed) } };
  }
  const digest = await desk.digests.create(draft, { who: asker.id, via: "/digest" });
  return { ok: true, reply: await savedPage(digest, locale, desk) };
}

/** What the fields say; null where they say nothing that can be used. */
const readValues = (values: FormValues) => ({
  channel: values["post_to"] ?? null,
  weekday: weekdays.find((day) => String(day) === values["weekday"]) ?? null,
  time: toTime(values["time"] ?? ""),
  zone: toZone(values["zone"] ?? ""),
  locale: locales.find((each) => each === values["lang"]) ?? null,
  kpis: namedKpis(values["kpis"] ?? ""),
  // The grammar wants a KPI before its filters; which one does not matter here.
  onlyFor: parseOnlyFor("ticket_volume", values["where"] ?? null),
});

const whereFault = (values: FormValues): "agents" | "where" =>
  namesAgents("ticket_volume", values["where"] ?? null) ? "agents" : "where";

type ReadValues = ReturnType<typeof readValues>;

function errorsOf(read: ReadValues, values: FormValues, locale: Locale): Record<string, string> {
  const languages = locales.map(languageName).join(", ");
  const faults: readonly (readonly [string, boolean, string])[] = [
    ["post_to", read.channel === null, say(locale, (t) => t.digests.errors.channel)],
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
    ["kpis", read.kpis.known.length > mostKpis, say(locale, (t) => t.digests.errors.kpis)],
  ];
  return Object.fromEntries(
    [...faults, ...cardFaults(read.kpis.known, locale)].flatMap(([field, isWrong, text]) =>
      isWrong ? [[field, text]] : [],
    ),
  );
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

function toDraft(read: ReadValues, submission: string): DigestDraft | null {
  const { channel, weekday, time, zone, locale, kpis, onlyFor } = read;
  if (channel === null || weekday === null || time === null) return null;
  if (zone === null || locale === null || onlyFor === null) return null;
  const { where } = onlyFor;
  return { channel, locale, zone, weekday, time, kpis: kpis.known, where, submission };
}

/** `9:00` and `09:00`; null for anything else. */
function toTime(text: string): Digest["time"] | null {
  const [, hours = "", minutes = ""] = /^\s*(\d{1,2})[:：](\d{2})\s*$/u.exec(text) ?? [];
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/u.test(time) ? time : null;
}

/** The zone as the calendar spells it; an offset is none, since it forgets the summer. */
function toZone(text: string): string | null {
  const name = text.trim();
  if (!/^[A-Za-z]/u.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** `every Monday at 09:00 (Europe/Berlin)` */
export const scheduleText = ({ weekday, time, zone }: Digest, locale: Locale): string =>
  say(locale, (t) => t.digests.schedule, { weekday: sayWeekday(weekday, locale), time, zone });

async function savedPage(digest: Digest, locale: Locale, { digests, clock }: Desk) {
  const dates = await digests.nextDates(digest, shownDates);
  const [first] = dates;
  const skipsOne = first !== undefined && first.getTime() - clock.now().getTime() > weekMs;
  const saved = say(locale, (t) => t.digests.saved, {
    id: digest.id,
    schedule: scheduleText(digest, locale),
  });
  return page(
    [
      saved,
      say(locale, (t) => t.digests.nextDates, {
        dates: dates.map((date) => sayInstant(date, locale, digest.zone)).join("; "),
      }),
      ...(skipsOne ? [say(locale, (t) => t.digests.notThisWeek)] : []),
    ],
    {
      choices: [
        { label: say(locale, (t) => t.digests.preview), words: `digest preview ${digest.id}` },
        {
          label: say(locale, (t) => t.digests.postNow),
          words: `digest now post_to:${digest.channel}`,
        },
      ],
    },
  );
}
