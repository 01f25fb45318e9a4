import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { calls, newPlace, type, type Place } from "../terminal/desk.ts";
import { say } from "../terminal/kept-place.ts";

const fileIn = ({ data }: Place) => join(data, "records.duckdb");

/** Records and a goal, and the engine's file as a crash leaves it: with a log of what came last. */
async function crashed(): Promise<Place> {
  const place = newPlace(calls);
  await say(place, "pull");
  await say(place, "goal", "answer_rate", "target:80%", "why:too many lost");
  const path = fileIn(place);
  const copy = join(newFolder(), "records.duckdb");
  copyFileSync(path, copy);
  const records = await openDuckdb({ path: copy, zone: "UTC", roots: [] });
  await records.forgetSources([]);
  for (const end of ["", ".wal"]) copyFileSync(`${copy}${end}`, `${path}${end}`);
  await records.close();
  expect(readFileSync(`${path}.wal`).length).toBeGreaterThan(100);
  return place;
}
const flipped = (bytes: Buffer, from: number): Buffer =>
  Buffer.from(bytes.map((byte, at) => (at >= from && at < from + 200 ? byte ^ 255 : byte)));

const damages: Readonly<Record<string, (path: string) => void>> = {
  empty: (path) => writeFileSync(path, ""),
  "of zeros": (path) => writeFileSync(path, Buffer.alloc(300_000)),
  "cut off": (path) => writeFileSync(path, readFileSync(path).subarray(0, 5_000)),
  "another file": (path) => writeFileSync(path, "workspace: {}\n".repeat(2_000)),
  "with a damaged beginning": (path) => writeFileSync(path, flipped(readFileSync(path), 4_100)),
  "with a damaged log": (path) =>
    writeFileSync(`${path}.wal`, flipped(readFileSync(`${path}.wal`), 60)),
};

test.each(Object.entries(damages))(
  "records whose file is %s are set aside and read anew; goals are not touched",
  async (_name, damage) => {
    const place = await crashed();
    damage(fileIn(place));
    const documents = readFileSync(join(place.data, "documents.json"), "utf8");
    const words = ["kpi", "answer_rate", "last-week", "--json"];
    expect(JSON.parse(await say(place, ...words))).toMatchObject({ value: null, sample: 0 });
    expect((await type(["doctor"], { place })).out).toContain(
      "Set aside in the data folder: records",
    );
    expect(await say(place, "pull")).toBe("phones: 40 rows, 40 changed\n");
    expect(JSON.parse(await say(place, ...words))).toMatchObject({ value: 75, sample: 40 });
    expect(await say(place, "goal", "list")).toContain("g1");
    expect(readFileSync(join(place.data, "documents.json"), "utf8")).toBe(documents);
    expect(readdirSync(place.data).some((name) => name.startsWith("records.duckdb.broken-"))).toBe(
      true,
    );
  },
);

test("records that are gone, with or without their log, are read anew", async () => {
  for (const ends of [["", ".wal"], [""]]) {
    const place = await crashed();
    for (const end of ends) rmSync(`${fileIn(place)}${end}`);
    expect(await say(place, "pull")).toBe("phones: 40 rows, 40 changed\n");
    const answer = await say(place, "kpi", "answer_rate", "last-week", "--json");
    expect(JSON.parse(answer)).toMatchObject({ value: 75, sample: 40 });
  }
});

test("a log cut off by a crash costs nothing that was acknowledged before", async () => {
  const place = await crashed();
  const log = `${fileIn(place)}.wal`;
  writeFileSync(log, readFileSync(log).subarray(0, readFileSync(log).length - 7));
  const answer = await say(place, "kpi", "answer_rate", "last-week", "--json");
  expect(JSON.parse(answer)).toMatchObject({ value: 75, sample: 40 });
});

test("a folder in their place is no damage: it is left, and the start refused", async () => {
  const place = newPlace(calls);
  mkdirSync(join(fileIn(place), "precious"), { recursive: true });
  const said = await type(["pull"], { place });
  expect([said.exit, said.err]).toEqual([1, expect.stringContaining("cannot be opened")]);
  expect(existsSync(join(fileIn(place), "precious"))).toBe(true);
});
