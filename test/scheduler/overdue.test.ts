import { parse } from "node-cron";
import { describe, expect, test } from "vitest";
import { isOverdue, lastDueAt } from "../../src/scheduler/overdue.ts";

const at = (text: string) => new Date(text);

describe("a schedule was last due", () => {
  test.each([
    ["*/15 * * * *", "UTC", "2026-11-16T08:07:30Z", "2026-11-16T08:00:00.000Z"],
    ["*/15 * * * *", "UTC", "2026-11-16T08:15:00Z", "2026-11-16T08:15:00.000Z"],
    ["0 6 * * *", "Europe/Berlin", "2026-11-16T04:59:00Z", "2026-11-15T05:00:00.000Z"],
    ["0 6 * * 1-5", "Europe/Berlin", "2026-11-15T12:00:00Z", "2026-11-13T05:00:00.000Z"],
    ["30 2 * * *", "Europe/Berlin", "2026-07-01T12:00:00Z", "2026-07-01T00:30:00.000Z"],
    ["0 9 L * *", "UTC", "2026-03-15T00:00:00Z", "2026-02-28T09:00:00.000Z"],
    ["0 9 * * 1#2", "UTC", "2026-11-08T00:00:00Z", "2026-10-12T09:00:00.000Z"],
    ["0 0 1 1 *", "Asia/Seoul", "2026-11-16T00:00:00Z", "2025-12-31T15:00:00.000Z"],
    ["10 0 6 * * *", "UTC", "2026-11-16T08:00:00Z", "2026-11-16T06:00:10.000Z"],
  ])("%s in %s before %s: %s", (schedule, zone, now, due) => {
    expect(lastDueAt({ schedule, zone }, at(now))?.toISOString()).toBe(due);
  });

  test("by a minute-by-minute search of its fields as well", () => {
    for (const schedule of ["*/7 3-5 * * *", "5,50 */6 10-20 * *", "0 12 * 2,11 6"]) {
      const fields = parse(schedule);
      for (const now of ["2026-11-16T08:07:00Z", "2026-02-27T23:59:00Z", "2026-11-14T11:59:00Z"]) {
        let minute = Date.parse(now);
        const matches = (time: number) => {
          const date = new Date(time);
          return (
            fields.minute.includes(date.getUTCMinutes()) &&
            fields.hour.includes(date.getUTCHours()) &&
            fields.dayOfMonth.includes(date.getUTCDate()) &&
            fields.month.includes(date.getUTCMonth() + 1) &&
            fields.dayOfWeek.includes(date.getUTCDay())
          );
        };
        while (!matches(minute)) minute -= 60_000;
        expect(lastDueAt({ schedule, zone: "UTC" }, at(now))?.getTime()).toBe(minute);
      }
    }
  });
});

describe("a source", () => {
  const hourly = { schedule: "0 * * * *", zone: "UTC" };
  const now = at("2026-11-16T08:05:00Z");

  test("never read is overdue", () => {
    expect(isOverdue(hourly, null, now, 0)).toBe(true);
  });
  test("read since it was due is not", () => {
    expect(isOverdue(hourly, at("2026-11-16T08:00:30Z"), now, 0)).toBe(false);
  });
  test("not read since it was due is, once a reading could have ended", () => {
    expect(isOverdue(hourly, at("2026-11-16T07:00:30Z"), now, 0)).toBe(true);
    expect(isOverdue(hourly, at("2026-11-16T07:00:30Z"), now, 10 * 60_000)).toBe(false);
  });
});
