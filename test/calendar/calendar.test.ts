import { expect, test } from "vitest";
import { calendarSchema } from "../../src/calendar/calendar-schema.ts";
import { createCalendar, type Calendar } from "../../src/calendar/calendar.ts";

const office = { "mon-fri": ["09:00-12:30", "13:30-18:00"] };

const calendarOf = (input: object, zone = "Europe/Berlin"): Calendar =>
  createCalendar(calendarSchema.parse(input), zone);

const hoursBetween = (calendar: Calendar, from: string, to: string): number =>
  calendar.workingSeconds(new Date(from), new Date(to)) / 3_600;

test("a lunch break and a weekend do not count", () => {
  const calendar = calendarOf({ hours: office });
  expect(hoursBetween(calendar, "2026-11-18T00:00:00+01:00", "2026-11-19T00:00:00+01:00")).toBe(8);
  expect(hoursBetween(calendar, "2026-11-20T17:00:00+01:00", "2026-11-23T10:00:00+01:00")).toBe(2);
  expect(hoursBetween(calendar, "2026-11-21T00:00:00+01:00", "2026-11-23T00:00:00+01:00")).toBe(0);
});

test("a Berlin holiday, a closed day and the hours of a half Friday", () => {
  const calendar = calendarOf({
    hours: { "mon-thu": ["09:00-18:00"], fri: ["09:00-13:00"] },
    holidays: "DE-BE",
    closed: ["2026-12-24"],
  });
  expect(hoursBetween(calendar, "2026-12-21T00:00:00+01:00", "2026-12-28T00:00:00+01:00")).toBe(27);
  expect(calendar.isWorkday("2026-12-24")).toBe(false);
  expect(calendar.isWorkday("2026-12-25")).toBe(false);
  expect(calendar.isWorkday("2026-03-08")).toBe(false);
  expect(hoursBetween(calendar, "2026-11-20T00:00:00+01:00", "2026-11-21T00:00:00+01:00")).toBe(4);
});

test("a make-up Saturday has Friday's hours, also on a holiday", () => {
  const calendar = calendarOf({
    hours: { "mon-thu": ["09:00-18:00"], fri: ["09:00-13:00"] },
    holidays: "DE-BE",
    open: ["2026-02-14", "2026-10-03"],
  });
  expect(hoursBetween(calendar, "2026-02-14T00:00:00+01:00", "2026-02-15T00:00:00+01:00")).toBe(4);
  expect(calendar.isWorkday("2026-02-14")).toBe(true);
  expect(calendar.isWorkday("2026-10-03")).toBe(true);
});

test("an afternoon off leaves the morning", () => {
  const calendar = calendarOf({ hours: { "mon-sun": ["09:00-18:00"] }, holidays: "IS" }, "UTC");
  expect(hoursBetween(calendar, "2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z")).toBe(4);
});

test("a holiday of several days takes them all", () => {
  const calendar = calendarOf(
    { hours: { "mon-sun": ["09:00-18:00"] }, holidays: "KR" },
    "Asia/Seoul",
  );
  const off = ["2026-09-24", "2026-09-25", "2026-09-26"] as const;
  expect(off.map((day) => calendar.isWorkday(day))).toEqual([false, false, false]);
  expect(calendar.isWorkday("2026-09-23")).toBe(true);
  expect(calendar.isWorkday("2026-09-27")).toBe(true);
});

test("a night shift belongs to the evening it begins on", () => {
  const calendar = calendarOf({ hours: { "mon-fri": ["22:00-06:00"] } });
  expect(hoursBetween(calendar, "2026-11-20T12:00:00+01:00", "2026-11-23T12:00:00+01:00")).toBe(8);
  const [first] = calendar.intervals(
    new Date("2026-11-20T12:00:00+01:00"),
    new Date("2026-11-23T12:00:00+01:00"),
  );
  expect(first?.to.toISOString()).toBe("2026-11-21T05:00:00.000Z");
});

test("a night shift that begins on the eve runs into the holiday; one on the holiday does not begin", () => {
  const calendar = calendarOf({ hours: { "mon-sun": ["22:00-06:00"] }, holidays: "DE-BE" });
  // Good Friday is 3 April 2026.
  const nights = calendar.intervals(
    new Date("2026-04-02T12:00:00+02:00"),
    new Date("2026-04-05T12:00:00+02:00"),
  );
  expect(nights.map(({ from, to }) => [from.toISOString(), to.toISOString()])).toEqual([
    ["2026-04-02T20:00:00.000Z", "2026-04-03T04:00:00.000Z"],
    ["2026-04-04T20:00:00.000Z", "2026-04-05T04:00:00.000Z"],
  ]);
});

test("on a day that is off from noon no shift begins in the evening, and a long one ends at noon", () => {
  const calendar = calendarOf(
    { hours: { "mon-sun": ["10:00-21:00", "22:00-06:00"] }, holidays: "IS" },
    "UTC",
  );
  // 24 December is off from 13:00, and the 25th and 26th all day.
  expect(hoursBetween(calendar, "2026-12-24T07:00:00Z", "2026-12-27T07:00:00Z")).toBe(3);
});

test("a half day has its own hours, on a working day, a holiday and a weekend alike", () => {
  const calendar = calendarOf({
    hours: office,
    holidays: "DE-BE",
    hours_on: {
      "2026-12-24": ["09:00-12:00"],
      "2026-12-25": ["10:00-11:00", "22:00-01:00"],
      "2026-12-27": ["08:00-08:30"],
      "2026-12-31": [],
    },
  });
  const on = (day: string): number =>
    hoursBetween(calendar, `${day}T00:00:00+01:00`, `${day}T24:00:00+01:00`);
  expect(["24", "25", "26", "27", "28", "31"].map((day) => on(`2026-12-${day}`))).toEqual([
    3, 3, 1, 0.5, 8, 0,
  ]);
  expect(calendar.isWorkday("2026-12-25")).toBe(true);
  expect(calendar.isWorkday("2026-12-26")).toBe(false);
  expect(calendar.isWorkday("2026-12-31")).toBe(false);
});

test("without weekly hours a half day still has its own", () => {
  const calendar = calendarOf({ hours_on: { "2026-12-26": ["09:00-12:00"], "2026-12-28": [] } });
  expect(hoursBetween(calendar, "2026-12-26T00:00:00+01:00", "2026-12-28T00:00:00+01:00")).toBe(27);
  expect(calendar.isWorkday("2026-12-26")).toBe(true);
  expect(calendar.isWorkday("2026-12-28")).toBe(false);
});

test("a shift that ends within the repeated hour ends the first time the clock shows it", () => {
  const calendar = calendarOf({ hours: { "mon-sun": ["22:00-02:30"] } });
  expect(hoursBetween(calendar, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toBe(4.5);
  expect(hoursBetween(calendar, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toBe(4);
});

test("the night of a clock change is an hour shorter or longer", () => {
  const calendar = calendarOf({ hours: { "mon-sun": ["22:00-06:00"] } });
  expect(hoursBetween(calendar, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toBe(7);
  expect(hoursBetween(calendar, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toBe(9);
});

test("hours that touch over midnight come as one window", () => {
  const calendar = calendarOf({ hours: { "mon-sun": ["00:00-24:00"] } });
  const from = new Date("2026-03-27T10:00:00Z");
  const to = new Date("2026-03-31T10:00:00Z");
  expect(calendar.intervals(from, to)).toEqual([{ from, to }]);
});

test("without a calendar every second counts and Monday to Friday are workdays", () => {
  const calendar = createCalendar(null, "Europe/Berlin");
  expect(hoursBetween(calendar, "2026-11-21T00:00:00Z", "2026-11-23T00:00:00Z")).toBe(48);
  expect(calendar.isWorkday("2026-11-20")).toBe(true);
  expect(calendar.isWorkday("2026-11-21")).toBe(false);
});

test("nothing lies between an end and an earlier beginning", () => {
  for (const calendar of [createCalendar(null, "UTC"), calendarOf({ hours: office })]) {
    expect(hoursBetween(calendar, "2026-11-18T12:00:00Z", "2026-11-18T10:00:00Z")).toBe(0);
  }
});

/** Whether a second is working time, read off the wall clock alone. */
function isWorkingByClock(second: number, clock: Intl.DateTimeFormat, closed: string): boolean {
  const parts = Object.fromEntries(
    clock.formatToParts(second).map((part) => [part.type, part.value]),
  );
  const minutes = Number(parts["hour"]) * 60 + Number(parts["minute"]);
  const isDay = minutes >= 9 * 60 && minutes < 12 * 60 + 30;
  const isAfternoon = minutes >= 13 * 60 + 30 && minutes < 18 * 60;
  const isWeekend = parts["weekday"] === "Sat" || parts["weekday"] === "Sun";
  const day = `${parts["year"]}-${parts["month"]}-${parts["day"]}`;
  return !isWeekend && day !== closed && (isDay || isAfternoon);
}

test.each([
  ["Europe/Berlin", "2026-11-20T11:00:00Z"],
  ["Asia/Kathmandu", "2026-11-20T06:30:17Z"],
  ["America/New_York", "2026-11-18T13:59:59Z"],
  ["Australia/Lord_Howe", "2026-11-19T22:10:00Z"],
  ["Europe/Berlin", "2026-10-23T15:55:00Z"],
])("second by second in %s from %s the wall clock agrees", (zone, start) => {
  const calendar = calendarOf({ hours: office, closed: ["2026-11-19"] }, zone);
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const from = Date.parse(start);
  const to = from + 8_000_000;
  let working = 0;
  for (let second = from; second < to; second += 1_000) {
    if (isWorkingByClock(second, clock, "2026-11-19")) working += 1;
  }
  expect(calendar.workingSeconds(new Date(from), new Date(to))).toBe(working);
});

test.each([
  ["an unknown weekday", { hours: { monday: ["09:00-18:00"] } }, "no such weekday: monday"],
  ["an hour that does not exist", { hours: { mon: ["9-25:00"] } }, "no such hours: 9-25:00"],
  ["overlapping hours", { hours: { mon: ["09:00-12:00", "11:00-18:00"] } }, "overlaps"],
  ["a weekday named twice", { hours: { "mon-fri": [], wed: [] } }, "wed is named twice"],
  ["an unknown region", { holidays: "DE-XX" }, "no such holiday region"],
  ["a day that does not exist", { closed: ["2026-02-30"] }, "no such day: 2026-02-30"],
  [
    "half-day hours that overlap",
    { hours_on: { "2026-12-24": ["9:00-12:00", "11:00-13:00"] } },
    "overlaps",
  ],
  ["a half day that does not exist", { hours_on: { "2026-02-30": [] } }, "no such day: 2026-02-30"],
  [
    "a day both closed and open",
    { closed: ["2026-12-24"], open: ["2026-12-24"] },
    "2026-12-24 cannot be both closed and open",
  ],
  [
    "a day both closed and with hours",
    { closed: ["2026-12-24"], hours_on: { "2026-12-24": ["09:00-12:00"] } },
    "2026-12-24 has hours of its own here, so it cannot be closed as well",
  ],
  ["an unknown key", { hollidays: "DE" }, "hollidays"],
])("%s is refused with what was expected", (_name, input, message) => {
  const parsed = calendarSchema.safeParse(input);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.message).toContain(message);
});

test.each([
  ["USA", "US"],
  ["usa", "US"],
  ["UK", "GB"],
  ["Germany", "DE"],
  ["Deutschland", "DE"],
  ["South Korea", "KR"],
  ["de-be", "DE-BE"],
  ["DE-Berlin", "DE-BE"],
  ["US-XX", "US"],
])("the holidays of %s are offered as those of %s", (holidays, near) => {
  expect(calendarSchema.safeParse({ holidays }).error?.message).toContain(
    JSON.stringify(`Did you mean "${near}"?`),
  );
});

test("a region that is near to none is offered none", () => {
  for (const holidays of ["Atlantis", "XX", "", "-", "XX-US"]) {
    const { error } = calendarSchema.safeParse({ holidays });
    expect(error?.message).toContain("no such holiday region");
    expect(error?.message).not.toContain("Did you mean");
  }
});
