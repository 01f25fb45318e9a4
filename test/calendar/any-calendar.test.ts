import * as fc from "fast-check";
import { expect, test } from "vitest";
import { calendarSchema } from "../../src/calendar/calendar-schema.ts";
import { createCalendar } from "../../src/calendar/calendar.ts";

const minuteMs = 60_000;
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

interface Written {
  readonly hours: Readonly<Record<string, readonly string[]>>;
  readonly closed: readonly string[];
  readonly open: readonly string[];
  readonly hours_on: Readonly<Record<string, readonly string[]>>;
  /** In any order. */
  readonly changes: readonly Change[];
}

interface Change {
  readonly from: string;
  readonly hours: Readonly<Record<string, readonly string[]>>;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Day and minute on the wall clock, asked of Intl alone. */
function wallClock(ms: number, zone: string): { readonly day: string; readonly minute: number } {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  clocks.set(zone, clock);
  const [day = "", time = ""] = clock.format(ms).split(" ");
  return { day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) };
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const weekdayAt = (day: string, step: number): string =>
  weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + step + 7) % 7] ?? "";

/** What is written for the day: its own hours, else those of a make-up day, else those of the weekday. */
function hoursOf(day: string, written: Written): readonly string[] {
  const { closed, open, hours_on: own } = written;
  if (own[day] !== undefined) return own[day];
  let { hours } = written;
  let latest = "";
  for (const change of written.changes) {
    if (change.from > day || change.from < latest) continue;
    latest = change.from;
    hours = change.hours;
  }
  const on = (step: number): readonly string[] => hours[weekdayAt(day, step)] ?? [];
  if (open.includes(day)) {
    return [0, -1, 1, -2, 2, -3, 3].map(on).find((each) => each.length > 0) ?? [];
  }
  return closed.includes(day) ? [] : on(0);
}

const toMinutes = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function within(text: string, at: number): boolean {
  const [from = 0, to = 0] = text.split("-").map(toMinutes);
  return from <= at && at < (to > from ? to : to + 1_440);
}

/** Whether the wall clock stands within hours of its own day, or within those of the night before. */
function isWorking(ms: number, zone: string, written: Written): boolean {
  const { day, minute } = wallClock(ms, zone);
  return (
    hoursOf(day, written).some((text) => within(text, minute)) ||
    hoursOf(dayBefore(day), written).some((text) => within(text, minute + 1_440))
  );
}

const two = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** A few hours in a row that do not meet; the last may run past midnight. */
const dayHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 0, maxLength: 6 })
  .map((given) => given.toSorted((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((edge, at) => {
      if (at % 2 === 1) return [];
      const to = edges[at + 1];
      if (to !== undefined) return [`${two(edge)}-${two(to)}`];
      const latest = Math.min(edges[0] ?? 0, 6);
      return [`${two(edge)}-${two(latest === 0 || latest === edge ? 24 : latest)}`];
    }),
  );

/** The nights on which a clock changes, and a zone that has no such night. */
const places = fc.constantFrom(
  ["Europe/Berlin", "2026-03-29"],
  ["Europe/Berlin", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["America/Santiago", "2026-09-06"],
  ["America/Santiago", "2026-04-05"],
  ["Asia/Kathmandu", "2026-11-20"],
) satisfies fc.Arbitrary<readonly string[]>;

const near = fc.integer({ min: -3, max: 3 });

const week = fc
  .array(dayHours, { minLength: 7, maxLength: 7 })
  .map((days) => Object.fromEntries(weekdays.map((day, at) => [day, days[at] ?? []])));

const cases = fc
  .record({
    place: places,
    week,
    changes: fc.uniqueArray(fc.record({ step: near, hours: week }), {
      selector: ({ step }) => step,
      maxLength: 2,
    }),
    single: fc.uniqueArray(
      fc.record({ step: near, as: fc.constantFrom("closed", "open", "own"), hours: dayHours }),
      { selector: ({ step }) => step, maxLength: 3 },
    ),
    start: fc.integer({ min: -3 * 1_440, max: 1_440 }),
    length: fc.integer({ min: 0, max: 3 * 1_440 }),
  })
  .map(({ place: [zone = "", change = ""], week: hours, changes, single, start, length }) => {
    const noon = Date.parse(`${change}T00:00:00Z`);
    const dayAt = (step: number): string =>
      new Date(noon + step * 86_400_000).toISOString().slice(0, 10);
    const named = (as: string) => single.filter((each) => each.as === as);
    const written: Written = {
      hours,
      changes: changes.map(({ step, hours: changed }) => ({ from: dayAt(step), hours: changed })),
      closed: named("closed").map(({ step }) => dayAt(step)),
      open: named("open").map(({ step }) => dayAt(step)),
      hours_on: Object.fromEntries(
        named("own").map(({ step, hours: own }) => [dayAt(step), own] as const),
      ),
    };
    return { zone, written, from: noon + start * minuteMs, minutes: length };
  });

test("minute by minute, over any calendar and across both clock changes, the wall clock agrees", () => {
  fc.assert(
    fc.property(cases, ({ zone, written, from, minutes }) => {
      const calendar = createCalendar(calendarSchema.parse(written), zone);
      let worked = 0;
      for (let at = 0; at < minutes; at += 1) {
        if (isWorking(from + at * minuteMs, zone, written)) worked += 60;
      }
      const to = new Date(from + minutes * minuteMs);
      expect(calendar.workingSeconds(new Date(from), to)).toBe(worked);
    }),
    { numRuns: 60 },
  );
});

test("working time adds up over any cut", () => {
  fc.assert(
    fc.property(cases, fc.nat(), ({ zone, written, from, minutes }, seed) => {
      const calendar = createCalendar(calendarSchema.parse(written), zone);
      const length = minutes * minuteMs;
      const cut = new Date(from + (seed % (length + 1)));
      const [start, end] = [new Date(from), new Date(from + length)];
      const parts = calendar.workingSeconds(start, cut) + calendar.workingSeconds(cut, end);
      expect(parts).toBeCloseTo(calendar.workingSeconds(start, end), 6);
    }),
    { numRuns: 300 },
  );
});

test("Monday to Friday 09:00–17:00 over a weekend and a holiday, second by second", () => {
  // Thursday 2 April 2026, 15:20:07, to Tuesday 7 April, 10:05:31: Good Friday and Easter Monday are off.
  const calendar = createCalendar(
    calendarSchema.parse({ hours: { "mon-fri": ["09:00-17:00"] }, holidays: "DE-BE" }),
    "Europe/Berlin",
  );
  const from = Date.parse("2026-04-02T15:20:07+02:00");
  const to = Date.parse("2026-04-07T10:05:31+02:00");
  let worked = 0;
  for (let ms = from; ms < to; ms += 1_000) {
    // The clock stands two hours before UTC the whole time.
    const wall = new Date(ms + 2 * 3_600_000);
    const isDay = wall.getUTCHours() >= 9 && wall.getUTCHours() < 17;
    if (isDay && [2, 7].includes(wall.getUTCDate())) worked += 1;
  }
  expect(worked).toBe((1 * 60 + 39) * 60 + 53 + (60 + 5) * 60 + 31);
  expect(calendar.workingSeconds(new Date(from), new Date(to))).toBe(worked);
});
