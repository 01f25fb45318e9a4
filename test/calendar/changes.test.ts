import { describe, expect, test } from "vitest";
import { workTimeOf } from "../../src/app/work-time.ts";
import { calendarSchema } from "../../src/calendar/calendar-schema.ts";
import { createCalendar, type Calendar } from "../../src/calendar/calendar.ts";
import { dueBefore } from "../../src/reports/past-due.ts";
import { read } from "../config/desk.ts";

/** Berlin: office hours until Saturday; from Sunday 25 October, when summer time ends, nights too. */
const written = {
  hours: { "mon-fri": ["09:00-17:00"] },
  holidays: "DE-BE",
  changes: [
    { from: "2026-11-02", holidays: "none" },
    { from: "2026-10-25", hours: { "sun-sat": ["08:00-12:00", "22:00-06:00"] } },
  ],
};

const berlin = (): Calendar => createCalendar(calendarSchema.parse(written), "Europe/Berlin");

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Berlin",
  dateStyle: "short",
  timeStyle: "medium",
});

/** Whether a second is worked, by the wall clock alone. */
function isWorked(ms: number): boolean {
  const [day = "", time = ""] = clock.format(ms).split(" ");
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (day < "2026-10-25") {
    return weekday >= 1 && weekday <= 5 && time >= "09:00:00" && time < "17:00:00";
  }
  const isMorning = time >= "08:00:00" && time < "12:00:00";
  // The night into the 25th began on a day of the old hours.
  return isMorning || time >= "22:00:00" || (time < "06:00:00" && day > "2026-10-25");
}

describe("a schedule holds from its day on", () => {
  // From Friday 23 October 2026, 16:59:13, over the change and the 25 hours of its day.
  const first = Date.parse("2026-10-23T14:59:13Z");

  test("second by second over the change, on the night that summer time ends", () => {
    const calendar = berlin();
    let worked = 0;
    for (let ms = first; ms < first + 3 * 86_400_000; ms += 1_000) if (isWorked(ms)) worked += 1;
    expect(calendar.workingSeconds(new Date(first), new Date(first + 3 * 86_400_000))).toBe(worked);
    expect(worked).toBeGreaterThan(50_000);
  });

  test("a promise falls due by the hours on both sides of it", () => {
    const calendar = berlin();
    const workingTime = {
      key: "",
      teams: [],
      intervals: (_: string | null, from: Date, to: Date) => calendar.intervals(from, to),
    };
    const now = new Date("2026-10-26T10:00:00Z");
    for (const hours of [1, 3, 11, 20, 40]) {
      const { others } = dueBefore(workingTime, now, hours * 3_600, "business");
      let worked = 0;
      for (let ms = others.getTime(); ms < now.getTime(); ms += 1_000)
        if (isWorked(ms)) worked += 1;
      expect(worked).toBe(hours * 3_600);
    }
  });

  test("workdays and days off are those of its time, and holidays end when they end", () => {
    const { isWorkday, isDayOff } = createCalendar(
      calendarSchema.parse({
        hours: { "mon-fri": ["09:00-17:00"] },
        holidays: "DE-BE",
        changes: [
          { from: "2026-05-01", holidays: "none" },
          { from: "2026-06-01", hours: { "mon-thu": ["09:00-18:00"] } },
        ],
      }),
      "Europe/Berlin",
    );
    // Good Friday was off; Whit Monday is worked; the last Friday of May is the last that is.
    expect([isDayOff("2026-04-03"), isWorkday("2026-04-03")]).toEqual([true, false]);
    expect([isDayOff("2026-05-25"), isWorkday("2026-05-25")]).toEqual([false, true]);
    expect(
      ["2026-05-29", "2026-06-05", "2026-06-04"].map((day) => isWorkday(day as never)),
    ).toEqual([true, false, true]);
  });
});

test("a team's own calendar changes by itself", async () => {
  const config = await read({
    text: `
workspace: { timezone: Europe/Berlin }
calendar: { hours: { mon-fri: ["09:00-17:00"] } }
teams:
  Nights:
    calendar: { hours: { mon-fri: ["20:00-22:00"] }, changes: [{ from: 2026-11-18, hours: { mon-fri: ["20:00-24:00"] } }] }
sources: []
`,
  });
  const { workingTime } = workTimeOf(config);
  const hours = (team: string): number =>
    (
      workingTime?.intervals(team, new Date("2026-11-17T00:00Z"), new Date("2026-11-19T00:00Z")) ??
      []
    )
      .map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000)
      .reduce((sum, each) => sum + each, 0);
  expect([hours("Nights"), hours("Billing")]).toEqual([6, 16]);
});

test("a promise of a working day is as long as one was when the clock began", async () => {
  const { sla } = await read({
    text: `
workspace: { timezone: Europe/Berlin }
calendar:
  hours: { mon-fri: ["09:00-17:00"] }
  changes: [{ from: 2026-10-01, hours: { mon-fri: ["08:00-20:00"] } }, { from: 2026-12-01, hours: { mon-fri: ["08:00-18:00"] } }]
sla:
  - { name: reply, kpi: first_response_time, within: 1bd, clock: business, share: 90 }
  - { name: reply, from: 2026-11-01, kpi: first_response_time, within: 4h, clock: business, share: 95 }
sources: []
`,
  });
  expect(sla.map(({ from, withinSeconds, share }) => [from, withinSeconds / 3_600, share])).toEqual(
    [
      [null, 8, 90],
      [new Date("2026-09-30T22:00:00Z"), 12, 90],
      [new Date("2026-10-31T23:00:00Z"), 4, 95],
    ],
  );
});
