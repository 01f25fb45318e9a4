import { placesOf } from "../src/digests/places.ts";
import { sayClock, sayShortInstant } from "../src/digests/say-when.ts";
import { waitsUntil } from "../src/digests/wait-for-data.ts";
import { whereTitle } from "../src/digests/where-words.ts";
import type { Delivery, Digest } from "../src/documents/shape.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import type { Asker, Choice, Page, PageCell } from "./command.ts";
import type { Desk } from "./desk.ts";
import { scheduleText } from "./digest-submit.ts";
import { page } from "./page.ts";

const shownDeliveries = 10;
/** So many dates ahead are named. */
const shownDates = 3;

/** Whether they may change it. */
export const mayChangeDigest = ({ id, role }: Asker, { createdBy }: Digest): boolean =>
  may(role, "set_digest", createdBy === id);

/** All digests, each with its channels, its dates and the buttons to open it. */
export async function digestList(asker: Asker, desk: Desk): Promise<Page> {
  const { locale } = asker;
  const all = await desk.digests.list();
  const title = say(locale, (t) => t.digests.listTitle);
  const [only] = all;
  if (only === undefined) {
    return page([say(locale, (t) => t.digests.listEmpty)], { title, choices: setUp(asker) });
  }
  const choices =
    all.length === 1
      ? [...digestButtons(only, asker), ...another(asker)]
      : [...all.map((each) => openButton(each, asker)), ...another(asker)];
  return page([], { title, table: await digestTable(all, asker, desk), choices });
}

/** One digest, with everything that can be done with it. */
export async function digestPage(digest: Digest, asker: Asker, desk: Desk): Promise<Page> {
  const { locale } = asker;
  return page([], {
    title: say(locale, (t) => t.digestMore.showTitle, { digest: digest.id }),
    table: await digestTable([digest], asker, desk),
    choices: [
      ...digestButtons(digest, asker),
      { label: say(locale, (t) => t.digestMore.all), words: "digest list" },
    ],
  });
}

/** A row for each channel a digest goes to. */
async function digestTable(all: readonly Digest[], asker: Asker, desk: Desk) {
  const { locale } = asker;
  const rows = all.map(async (digest): Promise<readonly (readonly PageCell[])[]> => {
    const dates = await datesText(digest, asker, desk);
    return placesOf(digest).map(({ channel, where }) => [
      digest.id,
      { channel },
      whereTitle(where) || "–",
      scheduleText(digest, locale),
      dates,
      say(locale, (t) => (digest.paused ? t.digests.isPaused : t.digests.active)),
    ]);
  });
  return {
    columns: [
      say(locale, (t) => t.digests.listColumns.id),
      say(locale, (t) => t.digests.listColumns.channel),
      say(locale, (t) => t.digestMore.columns.where),
      say(locale, (t) => t.digests.listColumns.when),
      say(locale, (t) => t.digestMore.columns.next),
      say(locale, (t) => t.digests.listColumns.state),
    ],
    rows: (await Promise.all(rows)).flat(),
  };
}

/** In the zone it is posted by, which its schedule names; one that is paused, or whose zone is unknown, has none. */
async function datesText(digest: Digest, { locale }: Asker, { digests }: Desk): Promise<string> {
  if (digest.paused) return "–";
  const dates = await digests.nextDates(digest, shownDates);
  return dates.map((date) => sayClock(date, locale, digest.zone)).join("; ") || "–";
}

/** Everybody may look; who set it up, leads and admins may change it. */
function digestButtons(digest: Digest, asker: Asker): readonly Choice[] {
  const { locale } = asker;
  const { id, channel, paused } = digest;
  const step = paused ? "resume" : "pause";
  const look: readonly Choice[] = [
    { label: say(locale, (t) => t.digests.preview), words: `digest preview ${id}` },
    { label: say(locale, (t) => t.digestMore.test.button), words: `digest test ${id}` },
    { label: say(locale, (t) => t.digestMore.status), words: `digest status post_to:${channel}` },
  ];
  const change: readonly Choice[] = [
    { label: say(locale, (t) => t.digestMore.edit), words: `digest edit ${id}` },
    { label: say(locale, (t) => t.digests[step]), words: `digest ${step} ${id}` },
    { label: say(locale, (t) => t.digests.postNow), words: `digest now ${id}` },
  ];
  return mayChangeDigest(asker, digest) ? [...look, ...change] : look;
}

const openButton = ({ id }: Digest, { locale }: Asker): Choice => ({
  label: say(locale, (t) => t.digestMore.openOne, { digest: id }),
  words: `digest show ${id}`,
});

const setUp = ({ locale, role }: Asker): readonly Choice[] =>
  may(role, "set_digest") ? [{ label: say(locale, (t) => t.digests.setUp), words: "digest" }] : [];

const another = ({ locale, role }: Asker): readonly Choice[] =>
  may(role, "set_digest")
    ? [{ label: say(locale, (t) => t.digestMore.another), words: "digest new" }]
    : [];

/** What became of the latest deliveries, and when the next ones come. */
export async function statusPage(
  channel: string | null,
  shown: readonly Digest[],
  asker: Asker,
  desk: Desk,
): Promise<Page> {
  const { locale, zone } = asker;
  const { digests } = desk;
  const title = say(locale, (t) => t.digests.statusTitle);
  const choices = [{ label: say(locale, (t) => t.digestMore.all), words: "digest list" }];
  const all = await digests.deliveries(channel, shownDeliveries);
  const known = await digests.list();
  const next = await Promise.all(shown.map((each) => nextLine(each, asker, desk)));
  if (all.length === 0) {
    return page([say(locale, (t) => t.digests.statusEmpty), ...next], { title, choices });
  }
  return page(next, {
    title,
    table: {
      columns: [
        say(locale, (t) => t.digests.statusColumns.due),
        say(locale, (t) => t.digests.statusColumns.channel),
        say(locale, (t) => t.digests.statusColumns.state),
      ],
      rows: all.map((each) => [
        sayShortInstant(new Date(each.dueAt), locale, zone),
        { channel: each.channel },
        fateText(
          each,
          known.find(({ id }) => id === each.digest),
          asker,
        ),
      ]),
    },
    choices,
  });
}

async function nextLine(digest: Digest, asker: Asker, desk: Desk): Promise<string> {
  const { locale } = asker;
  const { id, paused } = digest;
  if (paused) return say(locale, (t) => t.digestMore.pausedOne, { digest: id });
  const dates = await datesText(digest, asker, desk);
  return say(locale, (t) => t.digestMore.nextOf, { digest: id, dates, zone: digest.zone });
}

function fateText(delivery: Delivery, digest: Digest | undefined, { locale, zone }: Asker): string {
  const { state, reason } = delivery;
  const text = say(locale, (t) => t.digests.states[state]);
  if (reason === null) return text;
  const why =
    reason === "not_fresh" && digest !== undefined
      ? say(locale, (t) => t.digestMore.waits, {
          time: sayShortInstant(waitsUntil(delivery, digest), locale, zone),
        })
      : say(locale, (t) => t.digests.reasons[reason]);
  return say(locale, (t) => t.digests.stateWithReason, { state: text, reason: why });
}
