import type { Clock } from "../clock.ts";
import { isZone } from "../periods/local-day.ts";
import type { Digest } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";
import type { ComposePorts } from "./compose.ts";
import { occurrencesBetween, spanOf, type Occurrence } from "./occurrences.ts";

/** What decides when a digest comes. */
export type Timed = Pick<Digest, "id" | "channel" | "zone" | "period" | "weekday" | "time">;

/** So many dates ahead are named. */
export const shownDates = 3;

/** One of the next dates, and the day off it was meant for. */
export type NextDate = Pick<Occurrence, "dueAt" | "movedFrom">;

interface NextDatesPorts extends Pick<ComposePorts, "workdaysIn"> {
  readonly documents: Documents;
  readonly clock: Clock;
}

/** The next times it is due, soonest first. What has its delivery already is over, whatever the new time says. */
export async function nextDates(
  digest: Timed,
  count: number,
  { documents, clock, workdaysIn }: NextDatesPorts,
): Promise<readonly NextDate[]> {
  // One whose zone is not known any more has no dates; its owner hears of it from the ledger.
  if (!isZone(digest.zone)) return [];
  const now = clock.now();
  const known = new Set(
    (await documents.deliveries.list())
      .filter(({ digest: id, channel }) => id === digest.id && channel === digest.channel)
      .map(({ occurrence }) => occurrence),
  );
  const end = new Date(now.getTime() + spanOf(count, digest.period));
  return occurrencesBetween(digest, now, end, workdaysIn(digest.channel))
    .filter(({ occurrence }) => !known.has(occurrence))
    .slice(0, count);
}
