import type { DigestDraft } from "../src/digests/digest.ts";
import { placeIn, placesOf, type Place } from "../src/digests/places.ts";
import { whereTitle } from "../src/digests/where-words.ts";
import { say } from "../src/i18n/say.ts";
import { channelFault } from "./channel-fault.ts";
import type { Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { refusal } from "./page.ts";

/** A digest as it is in one of its channels. */
export interface Meant {
  readonly draft: DigestDraft;
  readonly id: string;
  /** Where it was asked for; null on App Home, in direct messages and in the terminal. */
  readonly channel: string | null;
  /** The channel was named, and is not only where somebody asked. */
  readonly isNamed: boolean;
}

/**
 * Which of its channels one is to be posted to now, of those that are open to the asker: asked where
 * it goes to several and was asked for in none of them. Null where that is clear.
 */
export async function whereTo(
  { draft, id, channel, isNamed }: Meant,
  asker: Asker,
  desk: Desk,
): Promise<Page | null> {
  const all = placesOf(draft);
  const isClear = channel !== null && placeIn(draft, channel) !== undefined;
  if (isClear || (all.length === 1 && !isNamed)) return null;
  const { locale } = asker;
  const open = await Promise.all(
    all.map(async (place): Promise<readonly Place[]> =>
      (await channelFault(place.channel, asker, desk)) === null ? [place] : [],
    ),
  );
  const places = open.flat();
  if (places.length === 0) return refusal([say(locale, (t) => t.people.channelClosed)]);
  const named = places.map(({ channel: to, where }, at) => ({
    to,
    number: String(at + 1),
    where: whereTitle(where, locale),
  }));
  return refusal([say(locale, (t) => t.digestMore.whereTo.ask, { digest: id })], {
    table: {
      caption: say(locale, (t) => t.digestMore.showTitle, { digest: id }),
      columns: [
        "#",
        say(locale, (t) => t.digests.listColumns.channel),
        say(locale, (t) => t.digestMore.columns.where),
      ],
      rows: named.map(({ to, number, where }) => [number, { channel: to }, where || "–"]),
    },
    choices: named.map(({ to, number, where }) => ({
      label: [number, where].filter((part) => part !== "").join(" · "),
      words: `digest now ${id} post_to:${to}`,
    })),
    hint: say(locale, (t) => t.digestMore.whereTo.hint, { words: `/digest now ${id}` }),
  });
}
