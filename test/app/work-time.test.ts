import { expect, test } from "vitest";
import { workTimeOf } from "../../src/app/work-time.ts";
import { read } from "../config/desk.ts";

const hourMs = 3_600_000;

test("each team has its own calendar, in figures and in its channel; the rest have everyone's", async () => {
  const config = await read({
    text: `
workspace: { timezone: Europe/Berlin }
calendar: { hours: { mon-fri: ["09:00-17:00"] }, holidays: DE-BE }
teams:
  Nights: { calendar: { hours: { mon-sun: ["22:00-06:00"] }, closed: [2026-05-26] }, channel: C0NIGHTS }
  Billing: { channel: C0BILLING }
sources: []
`,
  });
  const { calendarIn, workingTime, periods, periodsOf } = workTimeOf(config);
  // Whit Monday, 25 May 2026, and the Tuesday after it.
  const window = [new Date("2026-05-25T10:00:00Z"), new Date("2026-05-27T10:00:00Z")] as const;
  const hours = (team: string | null): number =>
    (workingTime?.intervals(team, ...window) ?? []).reduce(
      (sum, { from, to }) => sum + (to.getTime() - from.getTime()) / hourMs,
      0,
    );
  // Tuesday 09:00 to 17:00 and Wednesday 09:00 to 12:00; the night of Monday alone.
  expect([hours("Billing"), hours(null), hours("Nights")]).toEqual([11, 11, 8]);
  const offOn = (channel: string | null) =>
    (["2026-05-24", "2026-05-25", "2026-05-26"] as const).map((day) => {
      const { isDayOff, isWorkday } = calendarIn(channel);
      return isDayOff(day) ? "off" : isWorkday(day) ? "works" : "free";
    });
  expect(offOn("C0NIGHTS")).toEqual(["works", "works", "off"]);
  for (const channel of ["C0BILLING", "C0ANY", null]) {
    expect(offOn(channel)).toEqual(["free", "off", "works"]);
  }
  expect(periods.isWorkday("2026-05-25")).toBe(false);
  expect(["Nights", "Billing"].map((team) => periodsOf(team).isWorkday("2026-05-25"))).toEqual([
    true,
    false,
  ]);
});
