import { expect, test } from "vitest";
import { createCalendar, type Calendar } from "../../src/calendar/calendar.ts";
import type { WorkingTime } from "../../src/records/store.ts";
import { dueBefore } from "../../src/reports/past-due.ts";

const hour = 3_600_000;

/** Monday to Friday from 09:00 to 17:00 in UTC. */
const calendar = createCalendar(
  {
    hours: new Map(
      [1, 2, 3, 4, 5].map((weekday) => [weekday, [{ from: 9 * hour, to: 17 * hour }]]),
    ),
    closed: [],
    open: [],
    changes: [],
  },
  "UTC",
);

const everyone = ({ intervals }: Pick<Calendar, "intervals">): WorkingTime => ({
  key: "",
  teams: [],
  intervals: (_team, from, to) => intervals(from, to),
});

test.each([
  ["within the day", "2026-11-18T12:00:00Z", 2, "2026-11-18T10:00:00Z"],
  ["over the night", "2026-11-18T10:00:00Z", 2, "2026-11-17T16:00:00Z"],
  ["over the weekend", "2026-11-16T10:00:00Z", 4, "2026-11-13T14:00:00Z"],
  ["asked on a Sunday", "2026-11-15T10:00:00Z", 7, "2026-11-13T10:00:00Z"],
  ["over five weeks", "2026-11-16T09:00:00Z", 199, "2026-10-12T10:00:00Z"],
  ["a whole day, as of the evening before", "2026-11-15T10:00:00Z", 8, "2026-11-12T17:00:00Z"],
])("working time is counted back %s", (_, now, hours, start) => {
  const { others } = dueBefore(everyone(calendar), new Date(now), hours * 3_600, "business");
  expect(others).toEqual(new Date(start));
  expect(calendar.workingSeconds(others, new Date(now))).toBe(hours * 3_600);
});

test("the wall clock needs no calendar", () => {
  const at = new Date("2026-11-15T10:00:00Z");
  const due = { teams: new Map(), others: new Date("2026-11-15T08:00:00Z") };
  expect(dueBefore(everyone(calendar), at, 7_200, "calendar")).toEqual(due);
  expect(dueBefore(null, at, 7_200, "business")).toEqual(due);
});

test("a team that never works has nothing due", () => {
  const never = { intervals: () => [] };
  const at = new Date("2026-11-15T10:00:00Z");
  const { others } = dueBefore(everyone(never), at, 7_200, "business");
  expect(others < new Date("2024-06-01T00:00:00Z")).toBe(true);
});
