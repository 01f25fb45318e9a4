import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answering, json } from "../sources/answering.ts";
import { sinceOf } from "../records/far-desk.ts";
import { afterTest } from "../closing.ts";
import { farConfig } from "./far-config.ts";
import { newPlace, openPlace, type } from "./desk.ts";

test("records that are kept for longer are asked for", async () => {
  const server = await answering(json([{ id: 1, at: "2026-11-10" }]));
  const place = newPlace([], farConfig(server, "privacy: { keep_records: 30d }"));
  for (const more of ["privacy: { keep_records: 30d }", "privacy: { keep_records: 60d }", ""]) {
    writeFileSync(place.configPath, farConfig(server, more));
    expect((await type(["pull"], { place })).exit).toBe(0);
    await type(["pull"], { place });
  }
  const [first, again, ...later] = server.asked.map((path) => sinceOf(path)?.slice(0, 10));
  // Two weeks before thirty days of which the first one is whole, and two weeks before now.
  expect([first, again]).toEqual(["2026-10-04", "2026-11-04"]);
  expect(later).toEqual(["2026-09-04", "2026-11-04", "1970-01-01", "2026-11-04"]);
});

test("what a process left that died while it brought over is swept at the next start", async () => {
  const server = await answering(json([]));
  const place = newPlace([], farConfig(server));
  const left = join(place.data, "incoming", "pull-1");
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, "answer.csv"), "id,at\n");
  const app = await openPlace(place);
  afterTest(app.close);
  expect(readdirSync(place.data)).not.toContain("incoming");
});
