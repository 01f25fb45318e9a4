import { expect, test } from "vitest";
import { holidaysOf } from "../../src/calendar/holidays.ts";
import { addDays } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";

/** The days off between Monday and Friday, as "01-19 02-16". */
function weekdaysOff(region: string, year: number): string {
  const holiday = holidaysOf(region);
  const off: string[] = [];
  for (let day: LocalDay = `${year}-01-01`; day < `${year + 1}`; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday % 6 !== 0 && holiday(day) === 0) off.push(day.slice(5));
  }
  return off.join(" ");
}

// Written down from the calendars the governments published; days moved by a single decree, such as
// those of Russia or an election in Korea, are left to `closed` and `open`.
test.each([
  [
    "KR",
    2024,
    "01-01 02-09 02-12 03-01 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-03 10-09 12-25",
  ],
  [
    "KR",
    2025,
    "01-01 01-28 01-29 01-30 03-03 05-05 05-06 06-06 08-15 10-03 10-06 10-07 10-08 10-09 12-25",
  ],
  [
    "KR",
    2026,
    "01-01 02-16 02-17 02-18 03-02 05-05 05-25 07-17 08-17 09-24 09-25 10-05 10-09 12-25",
  ],
  ["TW", 2024, "01-01 02-09 02-12 02-13 02-14 02-28 04-04 04-05 06-10 09-17 10-10"],
  [
    "TW",
    2025,
    "01-01 01-28 01-29 01-30 01-31 02-28 04-03 04-04 05-30 09-29 10-06 10-10 10-24 12-25",
  ],
  [
    "TW",
    2026,
    "01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25",
  ],
  ["DE-BE", 2024, "01-01 03-08 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26"],
  ["DE-BE", 2025, "01-01 04-18 04-21 05-01 05-08 05-29 06-09 10-03 12-25 12-26"],
  ["DE-BE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 12-25"],
  ["DE-BE", 2027, "01-01 03-08 03-26 03-29 05-06 05-17"],
  ["US", 2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"],
  ["US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"],
  [
    "JP",
    2025,
    "01-01 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-24",
  ],
  [
    "JP",
    2026,
    "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
  ],
  ["RU", 2025, "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-09 06-12 11-04"],
])("the weekdays off in %s in %i", (region, year, expected) => {
  expect(weekdaysOff(region, year)).toBe(expected);
});

test("a holiday that begins at the end of a year goes on in the next", () => {
  const holiday = holidaysOf("SZ");
  expect([holiday("2027-12-31"), holiday("2028-01-02")]).toEqual([0, 0]);
});
