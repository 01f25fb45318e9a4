import * as fc from "fast-check";
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

describe("on the first working day of a month", () => {
  const office = createCalendar(
    calendarSchema.parse({ hours: { "mon-fri": ["09:00-17:00"] }, holidays: "DE-BE" }),
    "Europe/Berlin",
  );
  const monthly = {
    zone: "Europe/Berlin",
    period: "last_month",
    weekday: 1,
    time: "09:00",
  } as const;
  const found = (from: string, to: string) =>
    occurrencesBetween(monthly, utc(from), utc(to), office).map(
      ({ occurrence, dueAt, movedFrom }) => [occurrence, dueAt.toISOString(), movedFrom],
    );

  test("under the name of the month; a holiday moves it and is named, a weekend only moves it", () => {
    expect(found("2026-01-01T00:00:00Z", "2026-06-30T00:00:00Z")).toEqual([
      ["2026-01", "2026-01-02T08:00:00.000Z", "2026-01-01"],
      ["2026-02", "2026-02-02T08:00:00.000Z", null],
      ["2026-03", "2026-03-02T08:00:00.000Z", null],
      ["2026-04", "2026-04-01T07:00:00.000Z", null],
      ["2026-05", "2026-05-04T07:00:00.000Z", "2026-05-01"],
      ["2026-06", "2026-06-01T07:00:00.000Z", null],
    ]);
  });

  test("on the first where nobody works at all", () => {
    const nobody = { isWorkday: () => false, isDayOff: () => false };
    const dates = occurrencesBetween(
      monthly,
      utc("2026-02-15T00:00:00Z"),
      utc("2026-04-15T00:00:00Z"),
      nobody,
    );
    expect(dates.map(({ dueAt }) => dueAt.toISOString())).toEqual([
      "2026-03-01T08:00:00.000Z",
      "2026-04-01T07:00:00.000Z",
    ]);
  });

  test("as a calendar read day by day says, in any zone, over clock changes and holidays", () => {
    const zones = fc.constantFrom(
      "Europe/Berlin",
      "America/Santiago",
      "Australia/Lord_Howe",
      "Asia/Seoul",
      "Pacific/Apia",
    );
    const times = fc.constantFrom("00:00", "02:30", "09:00", "23:45");
    fc.assert(
      fc.property(zones, times, fc.integer({ min: 0, max: 60 }), (zone, time, month) => {
        const off = (day: string) => office.isWorkday(day as `${number}-${number}-${number}`);
        const first = new Date(Date.UTC(2024, month, 1));
        const format = new Intl.DateTimeFormat("sv-SE", {
          timeZone: zone,
          dateStyle: "short",
          timeStyle: "short",
        });
        const name = first.toISOString().slice(0, 7);
        let day = first;
        while (!off(day.toISOString().slice(0, 10))) day = new Date(day.getTime() + 86_400_000);
        const wanted = `${day.toISOString().slice(0, 10)} ${time}`;
        // The first quarter of an hour at which the clock shows that time of that day, or is past it.
        let at = day.getTime() - 86_400_000;
        while (format.format(at) < wanted) at += 900_000;
        const dates = occurrencesBetween(
          { zone, period: "last_month", weekday: 3, time },
          new Date(first.getTime() - 3 * 86_400_000),
          new Date(first.getTime() + 20 * 86_400_000),
          office,
        ).filter(({ occurrence }) => occurrence === name);
        expect(dates.map(({ dueAt }) => dueAt.toISOString())).toEqual([new Date(at).toISOString()]);
      }),
      { numRuns: 60 },
    );
  });
});

test("cut anywhere, the dates of any digest come once each and none is lost", () => {
  const office = createCalendar(
    calendarSchema.parse({ hours: { "mon-fri": ["09:00-17:00"] }, holidays: "DE-BE" }),
    "Europe/Berlin",
  );
  const start = Date.parse("2026-03-01T00:00:00Z");
  fc.assert(
    fc.property(
      fc.record({
        zone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Seoul"),
        period: fc.constantFrom("last_week", "this_week", "last_month"),
        weekday: fc.integer({ min: 1, max: 7 }),
        time: fc.constantFrom("00:00", "02:30", "16:00"),
      }),
      fc.array(fc.integer({ min: 1, max: 45 * 24 }), { minLength: 1, maxLength: 8 }),
      (schedule, hours) => {
        let at = start;
        const parts = hours.flatMap((each) => {
          const from = new Date(at);
          at += each * 3_600_000;
          return occurrencesBetween(schedule, from, new Date(at), office);
        });
        const whole = occurrencesBetween(schedule, new Date(start), new Date(at), office);
        expect(parts).toEqual(whole);
        expect(new Set(parts.map(({ occurrence }) => occurrence)).size).toBe(parts.length);
      },
    ),
  );
});
