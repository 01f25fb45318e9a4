import { describe, expect, test } from "vitest";
import { occurrencesBetween } from "../../src/digests/occurrences.ts";
import { planDeliveries } from "../../src/scheduler/plan.ts";
import { aDigest } from "../fixtures/digest.ts";

const dayMs = 86_400_000;
const lookMs = 1_200_000;
const workdaysIn = () => ({ isWorkday: () => true, isDayOff: () => false });

/** The day of the change, the time asked for, the instant it is due (by hand from the tz database) and what the clock shows then. */
const changes = [
  ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00:00Z", "03:00"],
  ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z", "01:30"],
  ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z", "03:00"],
  ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z", "02:30"],
  ["Europe/London", "2026-03-29", "01:30", "2026-03-29T01:00:00Z", "02:00"],
  ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00Z", "01:30"],
  ["America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00:00Z", "01:00"],
  ["America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00Z", "23:30"],
  ["America/Havana", "2026-03-08", "00:30", "2026-03-08T05:00:00Z", "01:00"],
  ["America/Havana", "2026-11-01", "00:30", "2026-11-01T04:30:00Z", "00:30"],
  ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z", "02:30"],
  ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z", "01:45"],
  ["Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:00:00Z", "01:00"],
  ["Africa/Cairo", "2026-10-29", "23:30", "2026-10-29T20:30:00Z", "23:30"],
  ["Australia/Sydney", "2026-10-04", "02:30", "2026-10-03T16:00:00Z", "03:00"],
  ["Australia/Sydney", "2026-04-05", "02:30", "2026-04-04T15:30:00Z", "02:30"],
  // Samoa went over the date line: there was no Friday 30 December.
  ["Pacific/Apia", "2011-12-30", "09:00", "2011-12-30T10:00:00Z", "00:00"],
] as const;

const shownIn = (zone: string, instant: Date) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(
    instant,
  );

/** 1 is Monday; counted without the calendar of the program. */
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

describe("where the clock changes", () => {
  test.each(changes)("in %s on %s, a digest of %s is due once", (zone, day, time, due, shown) => {
    const around = new Date(due);
    const digest = aDigest({
      zone,
      time,
      weekday: weekdayOf(day),
      activeFrom: new Date(around.getTime() - 10 * dayMs).toISOString(),
    });
    const known = new Set<string>();
    const found: Date[] = [];
    let mark: Date | null = null;
    // A look every twenty minutes from a week before until a week after.
    for (
      let at = around.getTime() - 10 * dayMs;
      at <= around.getTime() + 10 * dayMs;
      at += lookMs
    ) {
      const now = new Date(at);
      const { planned, unplannable } = planDeliveries({
        digests: [digest],
        known,
        mark,
        now,
        workdaysIn,
      });
      expect(unplannable).toEqual([]);
      for (const { key, dueAt, fate } of planned) {
        expect([fate, at - dueAt.getTime() < lookMs]).toEqual(["due", true]);
        known.add(key);
        found.push(dueAt);
        mark = now;
      }
    }
    expect(found).toHaveLength(3);
    expect(found[1]).toEqual(around);
    expect(shownIn(zone, found[1]!)).toBe(shown);
    // The weeks before and after it, by the same clock.
    for (const other of [found[0]!, found[2]!]) {
      expect(shownIn(zone, other)).toBe(time);
      expect(
        Math.abs(Math.abs(other.getTime() - around.getTime()) - 7 * dayMs),
      ).toBeLessThanOrEqual(zone === "Pacific/Apia" ? dayMs : 5_400_000);
    }
  });

  test("a zone whose rules change meanwhile moves what is not due yet, and doubles nothing", () => {
    // A country that gives up summer time is, to the planner, one zone before and another after.
    const before = { zone: "Africa/Cairo", weekday: 1, time: "09:00" };
    const after = { ...before, zone: "Africa/Tripoli" };
    const dues = (schedule: typeof before, from: string, to: string) =>
      occurrencesBetween(schedule, new Date(from), new Date(to));
    const [first] = dues(before, "2026-05-01T00:00:00Z", "2026-05-08T00:00:00Z");
    const known = new Set([`d1:C0TEAM:${first!.occurrence}`]);
    const { planned } = planDeliveries({
      digests: [aDigest({ ...after, activeFrom: "2026-05-01T00:00:00.000Z" })],
      known,
      mark: new Date("2026-05-04T06:10:00Z"),
      now: new Date("2026-05-11T08:00:00Z"),
      workdaysIn,
    });
    expect(first!.dueAt).toEqual(new Date("2026-05-04T06:00:00Z"));
    expect(planned.map(({ dueAt }) => dueAt)).toEqual([new Date("2026-05-11T07:00:00Z")]);
  });
});
