import { describe, expect, test } from "vitest";
import { calendarSchema } from "../../src/calendar/calendar-schema.ts";
import { createCalendar } from "../../src/calendar/calendar.ts";
import { occurrencesBetween } from "../../src/digests/occurrences.ts";

const utc = (text: string) => new Date(text);
const due = (schedule: Parameters<typeof occurrencesBetween>[0], from: string, to: string) =>
  occurrencesBetween(schedule, utc(from), utc(to)).map(
    ({ occurrence, dueAt }) => `${occurrence} ${dueAt.toISOString()}`,
  );

describe("a digest is due", () => {
  test("at its wall-clock time, whatever the offset of the season", () => {
    const schedule = { zone: "Europe/Berlin", weekday: 1, time: "09:00" };
    expect(due(schedule, "2026-10-18T00:00:00Z", "2026-11-03T00:00:00Z")).toEqual([
      "2026-W43 2026-10-19T07:00:00.000Z",
      "2026-W44 2026-10-26T08:00:00.000Z",
      "2026-W45 2026-11-02T08:00:00.000Z",
    ]);
  });

  test.each([
    ["New York", "America/New_York", 7, "02:30", "2026-03-08", "2026-03-08T07:00:00.000Z"],
    ["Berlin", "Europe/Berlin", 7, "02:00", "2026-03-29", "2026-03-29T01:00:00.000Z"],
    ["Santiago", "America/Santiago", 7, "00:00", "2026-09-06", "2026-09-06T04:00:00.000Z"],
    ["Lord Howe", "Australia/Lord_Howe", 7, "02:15", "2026-10-04", "2026-10-03T15:30:00.000Z"],
  ])(
    "at the end of the gap where the clock jumps over it: %s",
    (_city, zone, weekday, time, day, at) => {
      const found = occurrencesBetween(
        { zone, weekday, time },
        new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000),
        new Date(Date.parse(`${day}T00:00:00Z`) + 2 * 86_400_000),
      );
      expect(found.map(({ dueAt }) => dueAt.toISOString())).toEqual([at]);
    },
  );

  test.each([
    ["New York", "America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00.000Z"],
    ["Berlin", "Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00.000Z"],
    ["Lord Howe", "Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00.000Z"],
  ])("once, at the first, where the clock shows it twice: %s", (_city, zone, time, day, at) => {
    const found = occurrencesBetween(
      { zone, weekday: 7, time },
      new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000),
      new Date(Date.parse(`${day}T00:00:00Z`) + 2 * 86_400_000),
    );
    expect(found.map(({ dueAt }) => dueAt.toISOString())).toEqual([at]);
  });

  test("by the ISO week of its own zone, also over New Year", () => {
    const schedule = { zone: "Pacific/Auckland", weekday: 5, time: "00:30" };
    expect(due(schedule, "2026-12-20T00:00:00Z", "2027-01-10T00:00:00Z")).toEqual([
      "2026-W52 2026-12-24T11:30:00.000Z",
      "2026-W53 2026-12-31T11:30:00.000Z",
      "2027-W01 2027-01-07T11:30:00.000Z",
    ]);
  });

  test("in a week whose day the zone left out: at the first moment after it", () => {
    const schedule = { zone: "Pacific/Apia", weekday: 5, time: "09:00" };
    expect(due(schedule, "2011-12-25T00:00:00Z", "2012-01-03T00:00:00Z")).toEqual([
      "2011-W52 2011-12-30T10:00:00.000Z",
    ]);
  });

  test("after the one instant, and up to and with the other", () => {
    const schedule = { zone: "UTC", weekday: 1, time: "09:00" };
    const monday = "2026-11-16T09:00:00Z";
    expect(due(schedule, "2026-11-16T08:59:59.999Z", monday)).toHaveLength(1);
    expect(due(schedule, monday, "2026-11-16T10:00:00Z")).toEqual([]);
  });
});

describe("a calendar read quarter by quarter agrees", () => {
  const quarterMs = 15 * 60_000;
  const zones = [
    ["America/New_York", "2026-03-01", "2026-11-01"],
    ["Europe/Berlin", "2026-03-22", "2026-10-25"],
    ["America/Santiago", "2026-04-01", "2026-08-31"],
    ["Australia/Lord_Howe", "2026-03-30", "2026-09-28"],
    ["America/Havana", "2026-03-05", "2026-10-28"],
    ["Africa/Cairo", "2026-04-20", "2026-10-26"],
    ["Asia/Kathmandu", "2026-01-01", "2026-07-01"],
  ] as const;
  const cases = zones.flatMap(([zone, ...starts]) => starts.map((start) => [zone, start] as const));

  test.each(cases)("%s, two weeks from %s", (zone, start) => {
    const from = Date.parse(`${start}T00:00:00Z`);
    const to = from + 14 * 86_400_000;
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const moments = [];
    for (let at = from - 86_400_000; at <= to; at += quarterMs) {
      const part = Object.fromEntries(
        format.formatToParts(at).map(({ type, value }) => [type, value]),
      );
      moments.push({
        at,
        weekday: days.indexOf(part["weekday"]!) + 1,
        day: `${part["year"]}-${part["month"]}-${part["day"]}`,
        clock: `${part["hour"]}:${part["minute"]}`,
      });
    }
    for (const weekday of [1, 4, 5, 6, 7]) {
      for (const time of ["00:00", "01:45", "02:00", "02:30", "09:00", "23:45"]) {
        // The first moment of each such day at which the clock shows the time or is past it.
        const firsts = new Map<string, number>();
        for (const moment of moments) {
          if (moment.weekday === weekday && moment.clock >= time && !firsts.has(moment.day)) {
            firsts.set(moment.day, moment.at);
          }
        }
        const oracle = [...firsts.values()].filter((at) => at > from && at <= to);
        const found = occurrencesBetween({ zone, weekday, time }, new Date(from), new Date(to));
        expect(found.map(({ dueAt }) => dueAt.getTime())).toEqual(oracle);
      }
    }
  });
});

describe("on a day off", () => {
  const office = createCalendar(
    calendarSchema.parse({
      hours: { "mon-fri": ["09:00-17:00"] },
      holidays: "DE-BE",
      closed: ["2026-08-03", "2026-08-04", "2026-08-05", "2026-08-06", "2026-08-07"],
    }),
    "Europe/Berlin",
  );
  const moved = (schedule: Parameters<typeof due>[0], from: string, to: string) =>
    occurrencesBetween(schedule, utc(from), utc(to), office).map(
      ({ occurrence, dueAt, movedFrom }) => [occurrence, dueAt.toISOString(), movedFrom],
    );
  const mondays = { zone: "Europe/Berlin", weekday: 1, time: "09:00" };

  test("it comes on the next working day, at the same time, under the name of its week", () => {
    // Easter Monday, and Whit Monday.
    expect(moved(mondays, "2026-03-31T00:00:00Z", "2026-04-14T00:00:00Z")).toEqual([
      ["2026-W15", "2026-04-07T07:00:00.000Z", "2026-04-06"],
      ["2026-W16", "2026-04-13T07:00:00.000Z", null],
    ]);
    expect(moved(mondays, "2026-05-25T07:00:00Z", "2026-05-26T07:00:00Z")).toEqual([
      ["2026-W22", "2026-05-26T07:00:00.000Z", "2026-05-25"],
    ]);
  });

  test("over a weekend into the next week", () => {
    const fridays = { ...mondays, weekday: 5 };
    expect(moved(fridays, "2026-05-01T00:00:00Z", "2026-05-05T00:00:00Z")).toEqual([
      ["2026-W18", "2026-05-04T07:00:00.000Z", "2026-05-01"],
    ]);
  });

  test("where the whole week is off it stays, and one set for a free Saturday was meant so", () => {
    expect(moved(mondays, "2026-08-02T00:00:00Z", "2026-08-09T00:00:00Z")).toEqual([
      ["2026-W32", "2026-08-03T07:00:00.000Z", null],
    ]);
    expect(
      moved({ ...mondays, weekday: 6 }, "2026-08-12T00:00:00Z", "2026-08-18T00:00:00Z"),
    ).toEqual([["2026-W33", "2026-08-15T07:00:00.000Z", null]]);
  });

  test("a year of it has each week once, and none on a holiday", () => {
    const all = moved(mondays, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    expect(new Set(all.map(([week]) => week)).size).toBe(all.length);
    expect(all).toHaveLength(52);
    const days = all.map(([, dueAt]) => String(dueAt).slice(0, 10));
    expect(["2026-04-06", "2026-05-25"].filter((day) => days.includes(day))).toEqual([]);
  });
});
