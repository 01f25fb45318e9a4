import { shownDates } from "../src/digests/next-dates.ts";
import { placesOf } from "../src/digests/places.ts";
import { sayClock, sayDate } from "../src/digests/say-when.ts";
import { whereTitle } from "../src/digests/where-words.ts";
import type { Digest } from "../src/documents/shape.ts";
import { listed } from "../src/i18n/listed.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import type { Asker, Choice, Page, PageCell } from "./command.ts";
import type { Desk } from "./desk.ts";
import { scheduleText } from "../src/digests/schedule-text.ts";
import { page } from "./page.ts";

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
    const cells = placesOf(digest).map(async ({ channel, where }) => [
      digest.id,
      { channel },
      whereTitle(where, locale) || "–",
      scheduleText(digest, locale),
      // A team may have days off of its own.
      await datesText({ ...digest, channel }, asker, desk),
      say(locale, (t) => (digest.paused ? t.digests.isPaused : t.digests.active)),
    ]);
    return Promise.all(cells);
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
export async function datesText(
  digest: Digest,
  { locale }: Asker,
  { digests }: Desk,
): Promise<string> {
  if (digest.paused) return "–";
  const dates = await digests.nextDates(digest, shownDates);
  const said = dates.map((date) => sayDate(date, locale, digest.zone, sayClock));
  return listed(said, locale, "long") || "–";
}

/** Whether they may post to a channel and set up what comes there. */
export const maySetDigest = ({ role }: Pick<Asker, "role">): boolean => may(role, "set_digest");

export const postNowButton = (
  { id }: Pick<Digest, "id">,
  { locale }: Pick<Asker, "locale">,
): Choice => ({
  label: say(locale, (t) => t.digests.postNow),
  words: `digest now ${id}`,
});

/** Everybody may look; who set it up may go on changing it; leads and admins may post one, too. */
function digestButtons(digest: Digest, asker: Asker): readonly Choice[] {
  const { locale } = asker;
  const { id, paused } = digest;
  const step = paused ? "resume" : "pause";
  const look: readonly Choice[] = [
    { label: say(locale, (t) => t.digests.preview), words: `digest preview ${id}` },
    { label: say(locale, (t) => t.digestMore.test.button), words: `digest test ${id}` },
    { label: say(locale, (t) => t.digestMore.status), words: `digest status ${id}` },
  ];
  const change: readonly Choice[] = [
    { label: say(locale, (t) => t.digestMore.edit), words: `digest edit ${id}` },
    { label: say(locale, (t) => t.digests[step]), words: `digest ${step} ${id}` },
    ...(maySetDigest(asker) ? [postNowButton(digest, asker)] : []),
  ];
  return mayChangeDigest(asker, digest) ? [...look, ...change] : look;
}

const openButton = ({ id }: Digest, { locale }: Asker): Choice => ({
  label: say(locale, (t) => t.digestMore.openOne, { digest: id }),
  words: `digest show ${id}`,
});

const setUp = (asker: Asker): readonly Choice[] =>
  maySetDigest(asker)
    ? [{ label: say(asker.locale, (t) => t.digests.setUp), words: "digest" }]
    : [];

const another = (asker: Asker): readonly Choice[] =>
  maySetDigest(asker)
    ? [{ label: say(asker.locale, (t) => t.digestMore.another), words: "digest new" }]
    : [];
