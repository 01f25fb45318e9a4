import type { ToPerson } from "../src/digests/digest.ts";
import { lateMs } from "../src/digests/digest-remarks.ts";
import { sayClock, sayShortInstant } from "../src/digests/say-when.ts";
import { waitsUntil } from "../src/digests/wait-for-data.ts";
import type { Digest } from "../src/documents/shape.ts";
import { say } from "../src/i18n/say.ts";
import { isPersonId } from "../src/people/profile.ts";
import type { Asker } from "./command.ts";

/** Later than its readers expect it: a digest says so itself. */
export const isLate = ({ sentAt, dueAt }: Pick<ToPerson, "sentAt" | "dueAt">): boolean =>
  sentAt !== null && new Date(sentAt).getTime() - new Date(dueAt).getTime() > lateMs;

/** What became of a delivery, and why; `digest` is the one it is an occurrence of. */
export function fateText(
  delivery: ToPerson,
  digest: Digest | undefined,
  { locale, zone }: Asker,
): string {
  const { state, reason, sentAt, channel } = delivery;
  const withMore = (text: string, more: string): string =>
    say(locale, (t) => t.digests.stateWithReason, { state: text, reason: more });
  const text = say(locale, (t) => t.digests.states[state]);
  if (reason === null) {
    if (sentAt === null || !isLate(delivery)) return text;
    const late = say(locale, (t) => t.digestMore.direct.late);
    return withMore(late, sayClock(new Date(sentAt), locale, zone));
  }
  if (reason === "not_fresh" && digest !== undefined) {
    const time = sayShortInstant(waitsUntil(delivery, digest), locale, zone);
    return withMore(
      text,
      say(locale, (t) => t.digestMore.waits, { time }),
    );
  }
  const isDirect = reason === "refused" && isPersonId(channel);
  return withMore(
    text,
    say(locale, (t) => (isDirect ? t.digestMore.direct.refused : t.digests.reasons[reason])),
  );
}
