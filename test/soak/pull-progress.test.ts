import { expect, test } from "vitest";
import { recordsSchema } from "../../src/records/mapping.ts";
import type { PullProgress } from "../../src/records/store.ts";
import { lines } from "../records/pulling.ts";
import { opened, phones, header, good, many } from "../records/phones.ts";

test("a source is never pulled twice at once", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...many(1, 50)));
  const first = desk.pull(phones);
  await expect(desk.pull(phones)).rejects.toMatchObject({ code: "pull_refused" });
  const other = desk.pull({ ...phones, name: "other" });
  expect(await first).toMatchObject({ changed: 50 });
  expect(await other).toMatchObject({ changed: 50 });
});

test("a pull that is told to stop leaves what was there, and the next one works", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1)));
  await desk.pull(phones);
  desk.write("a.csv", lines(header, ...many(1, 50_000)));
  const stop = new AbortController();
  const pulling = desk.pull(phones, { signal: stop.signal, progress: () => stop.abort() });
  await expect(pulling).rejects.toMatchObject({ name: "AbortError" });
  expect(await desk.records.query("select count(*) as n from calls")).toEqual([{ n: 1 }]);
  expect(await desk.records.sourceStates()).toMatchObject([{ failedAt: null }]);
  expect(await desk.pull(phones)).toMatchObject({ changed: 49_999 });
});

/** How far is asked every now and then: a quick machine may be done before the first time. */
const sizes = [400_000, 1_600_000, 6_400_000];

test("a large file shows how far it is read, and then that it is stored", async () => {
  const readings: (number | null)[][] = [];
  for (const size of sizes) {
    const desk = await opened();
    desk.write("a.csv", lines(header, many(1, size).join("\n")));
    const seen: PullProgress[] = [];
    let isOver = false;
    await desk.pull(phones, {
      progress: (progress) => {
        expect(isOver).toBe(false);
        seen.push(progress);
      },
    });
    isOver = true;
    expect(seen.at(-1)).toEqual({ rows: size, share: 1, isStoring: true });
    readings.push(seen.filter(({ isStoring }) => !isStoring).map(({ share }) => share));
    if (readings.at(-1)?.length !== 0) break;
  }
  const reading = readings.at(-1) ?? [];
  expect(reading.length).toBeGreaterThan(0);
  expect(reading).toEqual(reading.toSorted((a, b) => Number(a) - Number(b)));
  expect(new Set(reading).size).toBe(reading.length);
  expect(reading.every((share) => share !== null && share > 0 && share < 1)).toBe(true);
});

test("of several files the rows of those that are read and the share of the next are told", async () => {
  let ofSecond: PullProgress[] = [];
  for (const size of sizes) {
    const desk = await opened();
    desk.write("a.csv", lines(header, ...many(1, 10)));
    desk.write("b.csv", lines(header, many(11, size).join("\n")));
    const seen: PullProgress[] = [];
    await desk.pull(phones, { progress: (progress) => void seen.push(progress) });
    const rows = seen.map((each) => each.rows);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(rows.at(-1)).toBe(size + 10);
    const reading = seen.filter(({ share, isStoring }) => share !== null && !isStoring);
    // On a busy machine even the small one is seen while it is read.
    expect(reading.filter((each) => each.rows !== 0 && each.rows !== 10)).toEqual([]);
    ofSecond = reading.filter((each) => each.rows === 10);
    if (ofSecond.length > 0) break;
  }
  expect(ofSecond.length).toBeGreaterThan(0);
});

test("rows without a file land as well, in slices", async () => {
  const desk = await opened();
  const rows = Array.from({ length: 2500 }, (_, at) => [
    String(at),
    "2026-11-03T09:00:00Z",
    at % 2 ? "handled" : null,
  ]);
  const outcome = await desk.records.pullSource({
    name: "api",
    zone: "UTC",
    records: recordsSchema.parse({
      calls: { id: "id", queued_at: "at", outcome: { column: "o", default: "abandoned" } },
    }),
    exclude: [],
    isFar: false,
    asks: "",
    read: async function* () {
      yield { kind: "rows", columns: ["id", "at", "o"], rows };
      yield { kind: "rows", columns: ["o", "at", "id"], rows: [["handled", "2026-11-04", "x"]] };
    },
  });
  expect(outcome).toMatchObject({ rows: 2501, changed: 2501 });
  expect(
    await desk.records.query("select outcome, count(*) as n from calls group by 1 order by 1"),
  ).toEqual([
    { outcome: "abandoned", n: 1250 },
    { outcome: "handled", n: 1251 },
  ]);
});
