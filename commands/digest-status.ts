import { placesOf } from "../src/digests/places.ts";
import { sayShortInstant } from "../src/digests/say-when.ts";
import type { Delivery, Digest } from "../src/documents/shape.ts";
import { say } from "../src/i18n/say.ts";
import type { Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { datesText } from "./digest-pages.ts";
import { directRows } from "./direct-rows.ts";
import { fateText } from "./fate-text.ts";
import { page } from "./page.ts";

/** As many as a table has on its first page: nobody looks for what came to them on the second. */
const mostRows = 10;
const mostDirect = 5;

/** Whose deliveries are asked for: of a digest, of a channel, or of all. */
export interface StatusAsked {
  readonly of: Digest | null;
  readonly channel: string | null;
  /** Whose next dates are told. */
  readonly shown: readonly Digest[];
}

/** What became of the latest deliveries, and when the next ones come. */
export async function statusPage(
  { of, channel, shown }: StatusAsked,
  asker: Asker,
  desk: Desk,
): Promise<Page> {
  const { locale, zone } = asker;
  const { digests } = desk;
  const title = say(locale, (t) => t.digests.statusTitle);
  const choices = [{ label: say(locale, (t) => t.digestMore.all), words: "digest list" }];
  const known = await digests.list();
  const digestOf = ({ digest }: Delivery) => known.find(({ id }) => id === digest);
  const channels = of === null ? [] : placesOf(of).map((place) => place.channel);
  // Whoever posted one by hand looks for it where its digest is.
  const isAsked = (each: Delivery): boolean =>
    of === null ||
    each.digest === of.id ||
    (each.kind !== "alert" && digestOf(each) === undefined && channels.includes(each.channel));
  const direct = of === null ? await directRows(asker, desk, mostDirect) : null;
  const directly = direct?.rows ?? [];
  const found = await digests.deliveries(channel, Number.MAX_SAFE_INTEGER);
  const all = found.filter(isAsked).slice(0, mostRows - directly.length);
  const next = await Promise.all(shown.map((each) => nextLine(each, asker, desk)));
  if (all.length + directly.length === 0) {
    return page([say(locale, (t) => t.digests.statusEmpty), ...next], { title, choices });
  }
  return page(next, {
    title,
    table: {
      columns: direct?.columns ?? channelColumns(asker),
      rows: [
        ...all.map((each) => [
          // An alert is known by the goal it is about.
          digestOf(each)?.id ?? each.about ?? say(locale, (t) => t.digestMore.byHand),
          sayShortInstant(new Date(each.dueAt), locale, zone),
          { channel: each.channel },
          fateText(each, digestOf(each), asker),
        ]),
        ...directly,
      ],
    },
    choices,
    hint: direct?.left ?? null,
  });
}

const channelColumns = ({ locale }: Asker): readonly string[] => [
  say(locale, (t) => t.digests.listColumns.id),
  say(locale, (t) => t.digests.statusColumns.due),
  say(locale, (t) => t.digests.statusColumns.channel),
  say(locale, (t) => t.digests.statusColumns.state),
];

async function nextLine(digest: Digest, asker: Asker, desk: Desk): Promise<string> {
  const { locale } = asker;
  const { id, paused } = digest;
  if (paused) return say(locale, (t) => t.digestMore.pausedOne, { digest: id });
  const dates = await datesText(digest, asker, desk);
  return say(locale, (t) => t.digestMore.nextOf, { digest: id, dates, zone: digest.zone });
}
