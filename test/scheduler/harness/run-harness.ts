import type { Delivery } from "../../../src/documents/shape.ts";
import type { Documents } from "../../../src/documents/store.ts";
import { isClosed } from "../../../src/scheduler/lease.ts";
import { aComposedDigest } from "../../fixtures/composed-digest.ts";
import { aDigest } from "../../fixtures/digest.ts";
import { badSlack } from "./bad-slack.ts";
import { dice } from "./dice.ts";
import { createFleet } from "./fleet.ts";
import type { History } from "./history.ts";
import type { OpenStore } from "./joined.ts";
import { startTime } from "./time.ts";

export interface HarnessOptions {
  readonly seed: number;
  readonly open: OpenStore;
  readonly workers: number;
  readonly digests: number;
  readonly weeks: number;
  /** Of all calls to Slack. */
  readonly faultShare?: number;
  readonly deathShare?: number;
  readonly freezeShare?: number;
  readonly lagMs?: number;
}

const minute = 60_000;
const hour = 60 * minute;
const week = 7 * 24 * hour;
/** Monday 16 November 2026, in a zone that knows no summer time. */
const firstDue = new Date("2026-11-16T09:00:00Z");
const zone = "Atlantic/Reykjavik";

const usual = { faultShare: 0.26, deathShare: 0.01, freezeShare: 0.003, lagMs: 30_000 };

/** Week after week of digests, on a bad Slack, by workers that die and freeze, with a clock that is set. */
export async function runHarness(options: HarnessOptions): Promise<History> {
  const { seed, open, workers, digests, weeks, ...shares } = { ...usual, ...options };
  const chance = dice(seed);
  const time = startTime(new Date(firstDue.getTime() - hour));
  const { documents, join } = await open({ now: time.now, ms: time.timer.ms });
  const slack = badSlack({ chance, trueAt: time.trueAt, ...shares });
  const fleet = createFleet({
    size: workers,
    chance,
    time,
    ...shares,
    join,
    ports: {
      random: () => 0.5,
      poster: slack.poster,
      compose: async ({ id, attempts }) => {
        if (chance("compose", id, attempts) < 0.05) throw new Error("the engine failed");
        return { kind: "digest", digest: aComposedDigest({ key: id }) };
      },
      awaits: async () => null,
      isNeedless: async () => false,
      workdaysIn: () => ({ isWorkday: () => true, isDayOff: () => false }),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    },
  });
  await setUp(documents, digests, time.now());

  const due = new Map<string, Date>();
  const fates = new Map<string, Delivery>();
  const counts = { stops: 0, clocksSet: 0 };
  /** Looks every twenty seconds while digests come due, then every minute until all is over; the clock is set as it strikes nine. */
  const live = async (offsetMs: number, allDue: number): Promise<void> => {
    for (let step = 0; step < 2_000; step += 1) {
      if (step === 6) time.setClock(offsetMs);
      await fleet.step();
      const isOver = time.now().getTime() > allDue;
      time.pass(isOver ? minute : 20_000);
      if (isOver && (await isSettled(documents))) break;
    }
    time.setClock(0);
  };
  for (let nth = 0; nth < weeks; nth += 1) {
    const begins = firstDue.getTime() + nth * week;
    for (let at = 0; at < digests; at += 1) {
      const key = `d${at}:C${at}:${isoWeek(new Date(begins))}`;
      due.set(key, new Date(begins + minuteOf(at) * minute));
    }
    // Now and then nobody is there at nine, for up to ten hours.
    const isDown = chance("down", nth) < 0.04;
    if (isDown) {
      counts.stops += 1;
      fleet.stop();
    }
    const awayMs = isDown ? chance("away", nth) * 10 * hour : 0;
    time.pass(begins - minute + awayMs - time.trueAt().getTime());
    const offsetMs = clockError(chance("clock", nth));
    counts.clocksSet += offsetMs === 0 ? 0 : 1;
    await live(offsetMs, begins + (minuteOf(digests) + 3) * minute);
    for (const each of await documents.deliveries.list()) fates.set(each.id, each);
  }
  const { posts, told } = slack;
  return { due, posts, fates, told, counts: { ...counts, ...fleet.counts, ...slack.counts } };
}

const setUp = (documents: Documents, digests: number, now: Date): Promise<void> =>
  documents.change({ who: "U0LEAD", via: "test" }, async (draft) => {
    for (let at = 0; at < digests; at += 1) {
      const time = `09:${String(minuteOf(at)).padStart(2, "0")}`;
      const activeFrom = now.toISOString();
      await draft.digests.put(aDigest({ id: `d${at}`, channel: `C${at}`, zone, time, activeFrom }));
    }
  });

const isSettled = async ({ deliveries }: Documents): Promise<boolean> =>
  (await deliveries.list()).every(isClosed);

/** Three share a minute. */
const minuteOf = (at: number): number => Math.floor(at / 3);

/** Back by ten minutes, or ahead by two hours. */
const clockError = (fell: number): number => {
  if (fell < 0.05) return -10 * minute;
  return fell < 0.1 ? 2 * hour : 0;
};

/** By the Thursday of the week, without the calendar of the program. */
function isoWeek(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * 24 * hour);
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / (24 * hour);
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}
