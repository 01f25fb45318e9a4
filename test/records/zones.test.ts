import * as fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import type { Records } from "../../src/records/store.ts";
import { toLocalDaySql, toUtcSql } from "../../src/records/zone-sql.ts";
import { lines, openDesk } from "./pulling.ts";
import { toRequest } from "./to-request.ts";
import { placeOn, stores } from "./stores.ts";

let store: Records;
beforeAll(async () => {
  store = await openDuckdb({ path: ":memory:", zone: "UTC", roots: [] });
});
afterAll(() => store.close());

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Santiago",
  "Asia/Seoul",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Europe/Moscow",
  "Antarctica/Troll",
] as const;

/** The wall clock of a zone as the platform shows it, in the shape SQL takes. */
function wallClockOf(zone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const of = (type: string): string => parts.find((part) => part.type === type)!.value;
    return `${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}:${of("second")}`;
  };
}

test.each(zones)("days and moments of %s agree with the platform's clock", async (zone) => {
  const wallClock = wallClockOf(zone);
  const instants = fc
    .sample(
      fc.date({ min: new Date("1990-02-01"), max: new Date("2044-06-01"), noInvalidDate: true }),
      { numRuns: 1500, seed: 7 },
    )
    .map((each) => new Date(Math.floor(each.getTime() / 1000) * 1000));
  const rows = instants.map(
    (each, at) =>
      `(${at}, timestamp '${each.toISOString().slice(0, 19)}', timestamp '${wallClock(each)}')`,
  );
  const found = await store.query(
    `select utc, cast(${toLocalDaySql("utc", zone)} as varchar) as day, ${toUtcSql("wall", zone)} as back
     from (values ${rows.join(", ")}) as given (place, utc, wall) order by place`,
  );
  const wrongDays = found.filter((row, at) => row["day"] !== wallClock(instants[at]!).slice(0, 10));
  expect(wrongDays).toEqual([]);
  // A wall clock that shows a time twice cannot say which one was meant.
  const wrongMoments = found.filter((row, at) => {
    const back = row["back"];
    return !(back instanceof Date) || wallClock(back) !== wallClock(instants[at]!);
  });
  expect(wrongMoments).toEqual([]);
});

test.each([
  ["a time skipped in spring", "2026-03-29 02:30:00", "2026-03-29T01:30:00Z"],
  ["the last second before it", "2026-03-29 01:59:59", "2026-03-29T00:59:59Z"],
  ["the first second after it", "2026-03-29 03:00:00", "2026-03-29T01:00:00Z"],
  ["a time shown twice in autumn", "2026-10-25 02:30:00", "2026-10-25T00:30:00Z"],
  ["the first second shown once again", "2026-10-25 03:00:00", "2026-10-25T02:00:00Z"],
])("%s is read as %s → %s in Berlin", async (_, wall, expected) => {
  const [row] = await store.query(
    `select ${toUtcSql("wall", "Europe/Berlin")} as utc from (select cast($1 as timestamp) as wall)`,
    [wall],
  );
  expect(row).toEqual({ utc: new Date(expected) });
});

test.each(stores)("another zone moves the local days of records held in %s", async (on) => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  const path = join(folder, "records.duckdb");
  const open = await placeOn(on, path);
  const desk = await openDesk({}, on, open);
  desk.write("t.csv", lines("Id,At", "1,2026-11-02T20:00:00Z", "2,2026-11-02T02:00:00Z"));
  await desk.records.pullSource(
    toRequest({ records: { tickets: { id: "Id", created_at: "At" } } }, desk.folder, "UTC"),
  );
  await desk.close();
  const days = async (zone: string): Promise<unknown> => {
    const records = await open({ zone, roots: [] });
    const rows = await records.query("select created_day as day from tickets order by id");
    await records.close();
    return rows.map((row) => row["day"]);
  };
  expect(await days("Asia/Seoul")).toEqual(["2026-11-03", "2026-11-02"]);
  expect(await days("America/New_York")).toEqual(["2026-11-02", "2026-11-01"]);
  rmSync(folder, { recursive: true, force: true });
});
