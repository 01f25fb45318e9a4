import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { occurrencesBetween } from "../../src/digests/occurrences.ts";
import { catchUpMs, planDeliveries } from "../../src/scheduler/plan.ts";
import { aDigest } from "../fixtures/digest.ts";

const hourMs = 3_600_000;
const at = (text: string) => new Date(text);
const workdaysIn = () => ({ isWorkday: () => true, isDayOff: () => false });
/** Set up after the week before was over. */
const activeFrom = "2026-11-14T00:00:00.000Z";
const plan = (
  now: string,
  more: {
    mark?: string;
    known?: readonly string[];
    digests?: Parameters<typeof aDigest>[0][];
  } = {},
) =>
  planDeliveries({
    digests: (more.digests ?? [{}]).map((each) => aDigest({ activeFrom, ...each })),
    known: new Set(more.known ?? []),
    mark: at(more.mark ?? "2026-11-15T00:00:00Z"),
    now: at(now),
    workdaysIn,
  }).planned.map(({ key, fate }) => `${fate} ${key}`);

// Monday 16 November 2026, 09:00 in Berlin, is 08:00 UTC.
describe("a look at the calendar", () => {
  test("finds nothing before the time, and the digest from then on", () => {
    expect(plan("2026-11-16T07:59:59Z")).toEqual([]);
    expect(plan("2026-11-16T08:00:00Z")).toEqual(["due d1:C0TEAM:2026-W47"]);
  });

  test("finds a digest once: what has a delivery is known", () => {
    expect(plan("2026-11-16T08:00:20Z", { known: ["d1:C0TEAM:2026-W47"] })).toEqual([]);
  });

  test("stopped from 08:59 to 09:01: due all the same", () => {
    expect(plan("2026-11-16T08:01:00Z", { mark: "2026-11-16T07:59:00Z" })).toEqual([
      "due d1:C0TEAM:2026-W47",
    ]);
  });

  test("up to six hours late is due, later is missed", () => {
    expect(plan("2026-11-16T14:00:00Z")).toEqual(["due d1:C0TEAM:2026-W47"]);
    expect(plan("2026-11-16T14:00:01Z")).toEqual(["missed d1:C0TEAM:2026-W47"]);
  });

  test("stopped for three weeks: the latest is due, the others are missed, none is forgotten", () => {
    expect(plan("2026-12-07T09:30:00Z")).toEqual([
      "missed d1:C0TEAM:2026-W47",
      "missed d1:C0TEAM:2026-W48",
      "missed d1:C0TEAM:2026-W49",
      "due d1:C0TEAM:2026-W50",
    ]);
  });

  test("a clock set back finds nothing again", () => {
    const after = { mark: "2026-11-16T08:00:00Z", known: ["d1:C0TEAM:2026-W47"] };
    expect(plan("2026-11-16T07:50:00Z", after)).toEqual([]);
    expect(plan("2026-11-16T08:00:00Z", after)).toEqual([]);
  });

  test("a paused digest is never due, and what fell due meanwhile is not made up for", () => {
    expect(plan("2026-11-16T08:00:00Z", { digests: [{ paused: true }] })).toEqual([]);
    const resumed = { activeFrom: "2026-11-16T09:00:00.000Z" };
    expect(plan("2026-11-16T09:00:20Z", { digests: [resumed] })).toEqual([]);
  });

  test("a digest moved to later on its day, after it was posted, is not posted twice", () => {
    const edited = { time: "10:00", activeFrom: "2026-11-16T08:30:00.000Z" };
    expect(
      plan("2026-11-16T09:00:00Z", { known: ["d1:C0TEAM:2026-W47"], digests: [edited] }),
    ).toEqual([]);
  });

  test("each digest counts in its own zone", () => {
    const digests = [
      { id: "d1" },
      { id: "d2", zone: "Asia/Seoul" },
      { id: "d3", zone: "America/New_York" },
    ];
    expect(plan("2026-11-16T08:00:00Z", { digests })).toEqual([
      "due d1:C0TEAM:2026-W47",
      "missed d2:C0TEAM:2026-W47",
    ]);
    expect(plan("2026-11-16T05:00:00Z", { digests })).toEqual(["due d2:C0TEAM:2026-W47"]);
  });
});

test("one definition for several teams is due in each channel, by a key of its own", () => {
  const also = [{ channel: "C0OTHER", team: "Billing" }];
  expect(plan("2026-11-16T08:00:00Z", { digests: [{ also }] })).toEqual([
    "due d1:C0TEAM:2026-W47",
    "due d1:C0OTHER:2026-W47",
  ]);
  const known = ["d1:C0TEAM:2026-W47"];
  expect(plan("2026-11-16T08:00:00Z", { digests: [{ also }], known })).toEqual([
    "due d1:C0OTHER:2026-W47",
  ]);
});

test("a monthly one is due once in its month, and never for a week", () => {
  const digests = [{ period: "last_month" }] as const;
  expect(plan("2026-11-16T08:00:00Z", { digests: [...digests] })).toEqual([]);
  expect(plan("2026-12-01T08:00:00Z", { digests: [...digests] })).toEqual([
    "due d1:C0TEAM:2026-12",
  ]);
  expect(
    plan("2026-12-01T09:00:00Z", { digests: [...digests], known: ["d1:C0TEAM:2026-12"] }),
  ).toEqual([]);
});

test("however the looks fall, each occurrence is planned once, and due only within six hours", () => {
  const zone = fc.constantFrom(
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Seoul",
  );
  const schedule = fc.record({
    zone,
    period: fc.constantFrom("last_week", "this_week", "last_month"),
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc.constantFrom("00:00", "02:30", "09:00", "23:30"),
  });
  // From seconds to two weeks between looks, and now and then a clock set back by an hour.
  const gapsMs = fc.array(
    fc.oneof(
      fc.integer({ min: 20_000, max: 8 * hourMs }),
      fc.integer({ min: hourMs, max: 14 * 24 * hourMs }),
      fc.constant(-hourMs),
    ),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(schedule, gapsMs, (when, gaps) => {
      const start = at("2026-02-20T12:00:00Z");
      const also = [{ channel: "C0OTHER", team: "Billing" }];
      const digest = aDigest({ ...when, also, activeFrom: start.toISOString() });
      const known = new Set<string>();
      const planned: { occurrence: string; channel: string; fate: string; lateMs: number }[] = [];
      let mark: Date | null = null;
      let now = start;
      let latest = start;
      for (const gap of gaps) {
        now = new Date(Math.max(start.getTime(), now.getTime() + gap));
        const { planned: found } = planDeliveries({
          digests: [digest],
          known,
          mark,
          now,
          workdaysIn,
        });
        for (const each of found) {
          known.add(each.key);
          const lateMs = now.getTime() - each.dueAt.getTime();
          const { occurrence, channel, fate } = each;
          planned.push({ occurrence, channel, fate, lateMs });
        }
        if (found.length > 0) mark = now;
        if (now > latest) latest = now;
        expect(found.filter(({ fate }) => fate === "due").length).toBeLessThanOrEqual(2);
      }
      const all = occurrencesBetween(when, start, latest).map(({ occurrence }) => occurrence);
      for (const place of ["C0TEAM", "C0OTHER"]) {
        const there = planned.filter(({ channel }) => channel === place);
        expect(there.map(({ occurrence }) => occurrence)).toEqual(all);
      }
      expect(known.size).toBe(planned.length);
      for (const { fate, lateMs } of planned) {
        expect(lateMs).toBeGreaterThanOrEqual(0);
        expect(fate).toBe(lateMs <= catchUpMs ? "due" : "missed");
      }
    }),
  );
});

// Monday 16 November is a day off in one channel alone.
const lookWithDayOff = (now: string, known: readonly string[] = []) =>
  planDeliveries({
    digests: [aDigest({ activeFrom }), aDigest({ activeFrom, id: "d2", channel: "C0OTHER" })],
    known: new Set(known),
    mark: at("2026-11-15T00:00:00Z"),
    now: at(now),
    workdaysIn: (channel) => ({
      isDayOff: (day) => channel === "C0TEAM" && day === "2026-11-16",
      isWorkday: (day) => channel !== "C0TEAM" || day !== "2026-11-16",
    }),
  }).planned.map(({ key, fate, dueAt }) => `${fate} ${key} ${dueAt.toISOString()}`);

test("a digest of a day off comes on the next working day of its channel, once", () => {
  const other = "due d2:C0OTHER:2026-W47 2026-11-16T08:00:00.000Z";
  expect(lookWithDayOff("2026-11-17T07:59:00Z", ["d2:C0OTHER:2026-W47"])).toEqual([]);
  expect(lookWithDayOff("2026-11-16T08:00:00Z")).toEqual([other]);
  expect(lookWithDayOff("2026-11-17T08:00:00Z", ["d2:C0OTHER:2026-W47"])).toEqual([
    "due d1:C0TEAM:2026-W47 2026-11-17T08:00:00.000Z",
  ]);
  expect(
    lookWithDayOff("2026-11-17T08:00:20Z", ["d1:C0TEAM:2026-W47", "d2:C0OTHER:2026-W47"]),
  ).toEqual([]);
});

test("a calendar that moves a digest to before the last look loses none", () => {
  // Another digest was planned at ten, while Monday was a day off and this one came on Tuesday.
  const mark = "2026-11-16T09:00:00Z";
  expect(plan("2026-11-16T10:00:00Z", { mark })).toEqual(["due d1:C0TEAM:2026-W47"]);
  expect(plan("2026-11-17T07:00:00Z", { mark })).toEqual(["missed d1:C0TEAM:2026-W47"]);
});
