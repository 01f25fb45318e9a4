import { placesOf } from "../src/digests/places.ts";
import { scheduleText } from "../src/digests/schedule-text.ts";
import { whereTitle } from "../src/digests/where-words.ts";
import type { Digest } from "../src/documents/shape.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { refusal } from "./page.ts";

/** Every digest that goes to a channel; in none, that is nowhere, there is none. */
export async function digestsIn(
  channel: string | null,
  { digests }: Desk,
): Promise<readonly Digest[]> {
  if (channel === null) return [];
  const all = await digests.list();
  return all.filter((each) => placesOf(each).some((place) => place.channel === channel));
}

export interface Asking {
  readonly id: string | null;
  readonly channel: string | null;
  readonly locale: Locale;
  /** What is wanted of it, to be asked again with its id. */
  readonly verb: string;
}

/** The digest named, or the only one of the channel; otherwise which there are, to choose from. */
export async function digestMeant(
  { id, channel, locale, verb }: Asking,
  desk: Desk,
): Promise<Digest | Page> {
  if (id !== null) {
    const found = await desk.digests.find(id.toLowerCase());
    return (
      found ??
      noSuchDigest(
        say(locale, (t) => t.digests.unknown, { id }),
        locale,
      )
    );
  }
  const [only, ...others] = await digestsIn(channel, desk);
  if (only === undefined)
    return noSuchDigest(
      say(locale, (t) => t.digestMore.none),
      locale,
    );
  return others.length === 0 ? only : whichDigest([only, ...others], locale, verb);
}

export const whichDigest = (all: readonly Digest[], locale: Locale, verb: string): Page =>
  refusal([say(locale, (t) => t.digestMore.which), ...all.map((each) => told(each, locale))], {
    choices: all.map(({ id }) => ({ label: id, words: `digest ${verb} ${id}` })),
  });

/** `d1 · every Monday at 09:00 (Europe/Berlin) · Billing` */
const told = (digest: Digest, locale: Locale): string =>
  [digest.id, scheduleText(digest, locale), whereTitle(digest.where, locale)]
    .filter((part) => part !== "")
    .join(" · ");

const noSuchDigest = (text: string, locale: Locale): Page =>
  refusal([text], {
    hint: say(locale, (t) => t.digests.usage),
    choices: [{ label: say(locale, (t) => t.digestMore.all), words: "digest list" }],
  });
