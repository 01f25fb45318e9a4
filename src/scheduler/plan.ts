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

/** A digest whose dates cannot be counted. */
export interface Unplannable {
  /** Another one after each edit: whoever mends it wrongly hears of it again. */
  readonly key: string;
  readonly digest: Digest;
  readonly error: unknown;
}

export interface Plan {
  readonly planned: readonly Planned[];
  readonly unplannable: readonly Unplannable[];
}

/**
 * A digest is still worth posting six hours late: half a working day, and less than half of any period
 * a digest may have.
 */
export const catchUpMs = 6 * 3_600_000;

/**
 * A calendar that has changed moves a due date to before the last look, past a holiday week and its
 * weekends: so far back it is looked again. What has a delivery is known by its key.
 */
const movedMs = 14 * 86_400_000;

export const deliveryKey = (digest: string, channel: string, occurrence: string): string =>
  `${digest}:${channel}:${occurrence}`;

/**
 * What has come due since the last look, from the calendar alone: it does not matter when a timer
 * fired, how long the bot was down, or whether the clock was set back. One digest that cannot be
 * planned holds up no other.
 */
export function planDeliveries({ digests, known, mark, now, workdaysIn }: PlanInput): Plan {
  const planned: Planned[] = [];
  const unplannable: Unplannable[] = [];
  for (const digest of digests) {
    if (digest.paused) continue;
    try {
      planned.push(...planOne(digest, { known, mark, now, workdaysIn }));
    } catch (error) {
      const key = `${digest.id}:unplannable:${digest.revision}`;
      if (!known.has(key)) unplannable.push({ key, digest, error });
    }
  }
  return { planned, unplannable };
}

function planOne(
  digest: Digest,
  { known, mark, now, workdaysIn }: Omit<PlanInput, "digests">,
): readonly Planned[] {
  const activeFrom = new Date(digest.activeFrom);
  const looked = mark === null ? null : earlier(mark, new Date(now.getTime() - movedMs));
  const after = looked !== null && looked > activeFrom ? looked : activeFrom;
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
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
