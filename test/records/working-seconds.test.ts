import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { calendarSchema } from "../../src/calendar/calendar-schema.ts";
import { createCalendar } from "../../src/calendar/calendar.ts";
import type { WorkingTime } from "../../src/records/store.ts";
import { lines, now, openDesk } from "./pulling.ts";
import { placeOn, stores } from "./stores.ts";

const hourMs = 3_600_000;

/** Every day has these hours of UTC. */
const daily = (from: number, to: number) => (start: Date, end: Date) => {
  const days: { from: Date; to: Date }[] = [];
  for (let day = Math.floor(start.getTime() / (24 * hourMs)); ; day += 1) {
    const opens = Math.max(start.getTime(), (day * 24 + from) * hourMs);
    const closes = Math.min(end.getTime(), (day * 24 + to) * hourMs);
    if (opens >= end.getTime()) return days;
    if (opens < closes) days.push({ from: new Date(opens), to: new Date(closes) });
  }
};

const office = daily(9, 17);
const nights = daily(20, 24);

const calendar = (key: string, teams: readonly string[] = ["Nights"]): WorkingTime => ({
  key,
  teams,
  intervals: (team, from, to) => (team === "Nights" ? nights : office)(from, to),
});

const records = {
  tickets: {
    id: "Id",
    created_at: "Created",
    first_response_at: "Replied",
    solved_at: "Solved",
    team: "Team",
  },
};

/** The same count again, a minute at a time. */
function workedMinutes(hours: typeof office, from: Date, to: Date): number {
  const isOpen = (ms: number): boolean =>
    hours(new Date(ms), new Date(ms + 60_000)).some(({ from: opens }) => opens.getTime() === ms);
  let minutes = 0;
  for (let ms = from.getTime(); ms < to.getTime(); ms += 60_000) minutes += isOpen(ms) ? 1 : 0;
  return minutes * 60;
}

const iso = (ms: number): string => new Date(ms).toISOString();

test("working seconds are those of the record's team, by its own calendar or by everyone's", async () => {
  const desk = await openDesk({ workingTime: calendar("1") });
  const rows = Array.from({ length: 200 }, (_, at) => {
    const created = Date.UTC(2026, 9, 1) + at * 173 * 60_000;
    const replied = created + ((at * 7919) % 4000) * 60_000;
    const solved = replied + ((at * 104_729) % 9000) * 60_000;
    const team = ["Nights", "Days", ""][at % 3]!;
    return [at, iso(created), at % 5 ? iso(replied) : "", at % 7 ? iso(solved) : "", team].join(
      ",",
    );
  });
  desk.write("t.csv", lines("Id,Created,Replied,Solved,Team", ...rows));
  await desk.pull({ records });
  const held = await desk.held("tickets");
  expect(held.length).toBe(200);
  for (const row of held) {
    const hours = row["team"] === "Nights" ? nights : office;
    const worked = (to: unknown): number | null =>
      to instanceof Date ? workedMinutes(hours, row["created_at"] as Date, to) : null;
    expect(row["first_response_working_seconds"]).toBe(worked(row["first_response_at"]));
    expect(row["resolution_working_seconds"]).toBe(worked(row["solved_at"]));
  }
  expect(await desk.pull({ records })).toMatchObject({ changed: 0 });
  await desk.close();
});

test("a ticket open over a change of hours is counted by both, in the zone and over its clock change", async () => {
  const settings = calendarSchema.parse({
    hours: { "mon-fri": ["09:00-17:00"] },
    changes: [{ from: "2026-10-25", hours: { "sun-sat": ["08:00-20:00"] } }],
  });
  const { intervals } = createCalendar(settings, "Europe/Berlin");
  const desk = await openDesk({
    workingTime: { key: "1", teams: [], intervals: (_, from, to) => intervals(from, to) },
  });
  desk.write(
    "t.csv",
    lines(
      "Id,Created,Replied,Solved,Team",
      "1,2026-10-23T14:59:00Z,2026-10-25T07:30:00Z,2026-10-26T08:00:07Z,",
    ),
  );
  await desk.pull({ records });
  // A minute of Friday; Sunday from 08:00 in winter time, until 08:30 and until 20:00; Monday from 08:00 to 09:00:07.
  expect(await desk.held("tickets")).toMatchObject([
    {
      first_response_working_seconds: 60 + 1_800,
      resolution_working_seconds: 60 + 12 * 3_600 + 3_607,
    },
  ]);
  await desk.close();
});

test("without a calendar every second is working time", async () => {
  const desk = await openDesk();
  desk.write(
    "t.csv",
    lines("Id,Created,Replied,Solved,Team", "1,2026-11-03T00:00:00Z,2026-11-04T00:00:01Z,,"),
  );
  await desk.pull({ records });
  expect(await desk.held("tickets")).toMatchObject([
    { first_response_working_seconds: 86_401, resolution_working_seconds: null },
  ]);
  await desk.close();
});

test.each(stores)("another calendar counts the records held in %s anew", async (on) => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  const path = join(folder, "records.duckdb");
  const open = await placeOn(on, path);
  const desk = await openDesk({ workingTime: calendar("1") }, on, open);
  desk.write(
    "t.csv",
    lines(
      "Id,Created,Replied,Solved,Team",
      "1,2026-11-03T08:00:00Z,2026-11-03T10:00:00Z,2026-11-03T21:00:00Z,Nights",
      "2,2026-11-03T08:00:00Z,2026-11-03T10:00:00Z,,Days",
    ),
  );
  await desk.pull({ records });
  await desk.close();
  const counted = async (workingTime: WorkingTime | null): Promise<unknown> => {
    const store = await open({
      zone: "UTC",
      roots: [],
      clock: { now: () => now },
      workingTime,
    });
    const rows = await store.query(
      "select first_response_working_seconds as f, resolution_working_seconds as r from tickets order by id",
    );
    await store.close();
    return rows;
  };
  const day = { f: 3600, r: null };
  expect(await counted(calendar("1"))).toEqual([{ f: 0, r: 3600 }, day]);
  expect(await counted(calendar("2", []))).toEqual([{ f: 3600, r: 8 * 3600 }, day]);
  expect(await counted(null)).toEqual([
    { f: 7200, r: 13 * 3600 },
    { f: 7200, r: null },
  ]);
  rmSync(folder, { recursive: true, force: true });
});
