import { occurrencesBetween, type Occurrence, type Workdays } from "../digests/occurrences.ts";
import { placesOf } from "../digests/places.ts";
import type { Digest } from "../documents/shape.ts";

export interface PlanInput {
  readonly digests: readonly Digest[];
  /** Keys that have a delivery already, whatever became of it. */
  readonly known: ReadonlySet<string>;
  /** Everything due up to here was planned before; null at the very first look. */
  readonly mark: Date | null;
  readonly now: Date;
  readonly workdaysIn: (channel: string) => Workdays;
}

export interface Planned extends Occurrence {
  readonly key: string;
  readonly channel: string;
  readonly digest: Digest;
  /** `due` now, or `missed`: too late for it, or a later one has come due since. */
  readonly fate: "due" | "missed";
}

/** A digest is still worth posting six hours late: half a working day, far less than half its week. */
export const catchUpMs = 6 * 3_600_000;

export const deliveryKey = (digest: string, channel: string, occurrence: string): string =>
  `${digest}:${channel}:${occurrence}`;

/**
 * What has come due since the last look, from the calendar alone: it does not matter when a timer
 * fired, how long the bot was down, or whether the clock was set back.
 */
export function planDeliveries({
  digests,
  known,
  mark,
  now,
  workdaysIn,
}: PlanInput): readonly Planned[] {
  return digests
    .filter((digest) => !digest.paused)
    .flatMap((digest) => {
      const activeFrom = new Date(digest.activeFrom);
      const after = mark !== null && mark > activeFrom ? mark : activeFrom;
      if (after >= now) return [];
      return placesOf(digest).flatMap(({ channel }) => {
        const fresh = occurrencesBetween(digest, after, now, workdaysIn(channel))
          .map((each) => ({
            ...each,
            digest,
            channel,
            key: deliveryKey(digest.id, channel, each.occurrence),
          }))
          .filter(({ key }) => !known.has(key));
        return fresh.map((each, index) => {
          const isLatest = index === fresh.length - 1;
          const inTime = now.getTime() - each.dueAt.getTime() <= catchUpMs;
          return { ...each, fate: isLatest && inTime ? ("due" as const) : ("missed" as const) };
        });
      });
    });
}
