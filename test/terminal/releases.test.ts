import { chmodSync, copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openOddsLog } from "../../src/documents/odds-log.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { openPlace, type, type Place } from "./desk.ts";
import { say } from "./kept-place.ts";

const shelf = join(import.meta.dirname, "../fixtures/data-folders");

/** A copy of what a release left behind. */
function leftBy(release: string): Place {
  const folder = newFolder();
  copyFileSync(join(shelf, release, "calls.csv"), join(folder, "calls.csv"));
  copyFileSync(join(shelf, release, "desk.yml"), join(folder, "goalpost.yml"));
  const data = join(folder, "data");
  cpSync(join(shelf, release, "kept"), data, { recursive: true });
  const packed = join(data, "records.duckdb.gz");
  writeFileSync(join(data, "records.duckdb"), gunzipSync(readFileSync(packed)));
  // A checkout makes files that anybody may read.
  for (const name of readdirSync(data)) chmodSync(join(data, name), 0o644);
  return { folder, configPath: join(folder, "goalpost.yml"), data };
}

test.each(readdirSync(shelf))(
  "the data folder of %s opens, and everything in it is there",
  async (release) => {
    const place = leftBy(release);
    const answer = await say(
      place,
      "kpi",
      "answer_rate",
      "2026-11",
      "--at",
      "2026-12-02",
      "--json",
    );
    expect(JSON.parse(answer)).toMatchObject({ value: 75, numerator: 30, denominator: 40 });
    const goal = await say(place, "goal", "show", "g1");
    expect(goal).toContain("called the vendor");
    expect(goal).toContain("Owner: U0LEAD");
    expect(await say(place, "goal", "show", "g2")).toContain("up to 85 % or better");
    // Ann was forgotten: neither the note nor a pull brings her name back.
    expect(await say(place, "kpi", "notes")).toContain("former agent 1 was ill");
    expect(await say(place, "pull")).toContain("40 rows, 0 changed");
    const audit = JSON.parse(await say(place, "audit", "--json"));
    expect(audit.lines.length).toBeGreaterThanOrEqual(5);
    const app = await openPlace(place);
    const { digests, people } = app.desk;
    expect((await digests.list()).map(({ id, zone }) => [id, zone])).toEqual([
      ["d1", "Europe/Berlin"],
    ]);
    expect(await people.localeOf("U0LEAD")).toBe("ko");
    await app.close();
    const odds = await openOddsLog(join(place.data, "odds.jsonl"));
    expect((await odds.told()).map(({ goal }) => goal)).toEqual(["g1"]);
    await odds.close();
    await say(place, "goal", "check-in", "g1", "opened by a later release");
    expect((await type(["goal", "show", "g1"], { place })).out).toContain("a later release");
  },
);
