import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aDatabase, hasPostgres, onServer } from "../fixtures/database.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { sinceOf } from "../records/far-desk.ts";
import { answering, json } from "../sources/answering.ts";
import { openPlace, type Place, type } from "../terminal/desk.ts";
import { farConfig } from "../terminal/far-config.ts";
import { aUsedPlace, migrate, opening, pulledIn, tablesOf, recordsIn } from "./used-place.ts";

/** Everything a person could see of it, and the names that are no longer known. */
async function seenIn(place: Place, url: string | null) {
  const app = await opening(place, url);
  const desk = app.deskAt(null);
  const documents = JSON.stringify([
    await desk.notes.list(),
    await app.history(() => true, 99),
    await app.forgetting.find("Zoë"),
  ]);
  const answers: string[] = [];
  for (const words of [
    "kpi answer_rate last-week by channel",
    "kpi asa 2026-11 trend",
    // The rows behind a figure, and those set aside.
    "kpi receipt answer_rate last-week",
  ]) {
    answers.push((await type([...words.split(" "), "--json"], { app })).out);
  }
  await app.close();
  return { documents, answers };
}

async function openAndClose(place: Place, url: string): Promise<void> {
  const empty = { ...place, data: join(place.folder, "other") };
  mkdirSync(empty.data);
  await (await opening(empty, url)).close();
}

describe.skipIf(!hasPostgres)("goalpost migrate", () => {
  test("moves everything into PostgreSQL, and back, and each time the other side is closed", async () => {
    const place = await aUsedPlace();
    const { url } = await aDatabase();
    const before = await seenIn(place, null);
    expect(before.documents).toContain("김민수");
    expect(JSON.parse(before.answers[0]!)).toMatchObject({ value: 75, sample: 40 });
    expect(before.answers[2]).toContain("negative");

    const there = await migrate("to-postgres", place, url);
    expect([there.exit, there.err]).toEqual([0, ""]);
    expect(JSON.parse(there.out)).toMatchObject({
      kind: "migrate",
      counts: { notes: 2, audit: 2, odds: 3, forgotten: 1, key: 1 },
      records: {
        calls: { count: 40, checksum: expect.stringMatching(/^[0-9a-f]{16}$/u) },
        tickets: { count: 0, checksum: "0".repeat(16) },
        source_states: { count: 1 },
        bad_rows: { count: 1 },
      },
    });
    expect(await recordsIn(url)).toHaveLength(
      ["calls", "source_states", "bad_rows", "spellings"]
        .map((name): number => JSON.parse(there.out).records[name].count)
        .reduce((sum, count) => sum + count, 0),
    );
    expect(readdirSync(place.data).filter((name) => !name.startsWith("moved"))).toEqual([]);
    expect(await seenIn(place, url)).toEqual(before);
    await expect(openPlace(place)).rejects.toMatchObject({ code: "documents_elsewhere" });
    expect(there.out).not.toContain("word");

    appendFileSync(join(place.folder, "calls.csv"), "late,2026-11-13 10:00,Y,99,Ann\n");
    expect(await pulledIn(place, url)).toMatchObject([{ outcome: { rows: 42, changed: 1 } }]);
    await type(["kpi", "note", "2026-11-13", "made on PostgreSQL"], {
      place,
      more: { openApp: () => opening(place, url) },
    });
    const after = await seenIn(place, url);
    expect(after.documents).toContain("made on PostgreSQL");
    expect(JSON.parse(after.answers[0]!)).toMatchObject({ numerator: 31, denominator: 41 });
    const back = await migrate("to-folder", place, url);
    expect([back.exit, back.err]).toEqual([0, ""]);
    expect(JSON.parse(back.out).records).toMatchObject({ calls: { count: 41 } });
    expect(await seenIn(place, null)).toEqual(after);
    expect(await pulledIn(place, null)).toMatchObject([{ outcome: { rows: 42, changed: 0 } }]);
    await expect(opening(place, url)).rejects.toMatchObject({ code: "documents_elsewhere" });
  });

  test("what was moved away may come back there: what stood there is nobody's any more", async () => {
    const [place, { url }] = [await aUsedPlace(), await aDatabase()];
    await migrate("to-postgres", place, url);
    await migrate("to-folder", place, url);
    appendFileSync(join(place.folder, "calls.csv"), "late,2026-11-13 10:00,Y,99,Ann\n");
    await pulledIn(place, null);
    const before = await seenIn(place, null);
    expect((await migrate("to-postgres", place, url)).exit).toBe(0);
    expect(await seenIn(place, url)).toEqual(before);
  });

  test("what was cut off is finished by the same words", async () => {
    const place = await aUsedPlace();
    const { url } = await aDatabase();
    await (await opened(url)).documents.close();
    await onServer(url, [
      `create function goalpost.fail() returns trigger language plpgsql as $$ begin
        raise exception 'planned'; end $$`,
      "create trigger fails before insert on goalpost.odds_came for each row execute function goalpost.fail()",
    ]);
    const failed = await migrate("to-postgres", place, url);
    expect(failed.exit).toBe(1);
    expect(await tablesOf(url)).toEqual([]);
    const before = await seenIn(place, null);
    await onServer(url, ["drop trigger fails on goalpost.odds_came"]);

    const first = JSON.parse((await migrate("to-postgres", place, url)).out);
    // Cut off before the files were set aside, and before the folder was marked.
    for (const isMarked of [true, false]) {
      for (const name of readdirSync(first.aside)) {
        renameSync(join(first.aside, name), join(place.data, name));
      }
      if (!isMarked) rmSync(join(place.data, "moved.json"));
      const again = await migrate("to-postgres", place, url);
      expect([again.exit, again.err]).toEqual([0, ""]);
      expect(existsSync(join(place.data, "documents.json"))).toBe(false);
    }
    expect(await seenIn(place, url)).toEqual(before);
  });

  test("records that cannot be stored stay where they are, and so does all else", async () => {
    const place = await aUsedPlace();
    const { url } = await aDatabase();
    const before = await seenIn(place, null);
    await openAndClose(place, url);
    for (const [what, said] of [
      ["raise exception 'planned'", /./u],
      ["new.agent := 'somebody else'; return new", /differs: calls\. /u],
    ] as const) {
      await onServer(url, [
        `create or replace function goalpost_records.fail() returns trigger language plpgsql
        as $$ begin ${what}; end $$`,
        `create or replace trigger fails before insert on goalpost_records.calls
        for each row execute function goalpost_records.fail()`,
      ]);
      const failed = await migrate("to-postgres", place, url);
      expect([failed.exit, failed.out]).toEqual([1, ""]);
      expect(failed.err).toMatch(said);
      expect(await recordsIn(url)).toEqual([]);
      expect(await seenIn(place, null)).toEqual(before);
    }
    await onServer(url, ["drop trigger fails on goalpost_records.calls"]);
    // What was pulled into the folder since then comes along as well.
    appendFileSync(join(place.folder, "calls.csv"), "late,2026-11-13 10:00,Y,99,Ann\n");
    await pulledIn(place, null);
    expect(JSON.parse((await migrate("to-postgres", place, url)).out)).toMatchObject({
      records: { calls: { count: 41 } },
    });
  });

  test("the records set aside are still those of before when the same is said once more", async () => {
    const [place, { url }] = [await aUsedPlace(), await aDatabase()];
    const { aside, records } = JSON.parse((await migrate("to-postgres", place, url)).out);
    const held = readFileSync(join(aside, "records.duckdb"));
    expect(JSON.parse((await migrate("to-postgres", place, url)).out).records).toEqual(records);
    expect(readFileSync(join(aside, "records.duckdb")).equals(held)).toBe(true);
    expect(readdirSync(place.data).filter((name) => !name.startsWith("moved"))).toEqual([]);
  });

  test("a source is asked from the same moment on as before", async () => {
    const server = await answering(json([{ id: 1, at: "2026-11-10" }]));
    const place = await aUsedPlace();
    writeFileSync(place.configPath, farConfig(server));
    const { url } = await aDatabase();
    await type(["pull"], { place });
    expect((await migrate("to-postgres", place, url)).exit).toBe(0);
    const app = await opening(place, url);
    await type(["pull"], { app });
    await app.close();
    expect(server.asked.map(sinceOf)).toEqual(["1970-01-01T00:00:00Z", "2026-11-04T10:00:00Z"]);
  });
});

test.each([
  [["migrate"], 2, "“goalpost migrate” takes to-postgres or to-folder."],
  [["migrate", "to-postgre"], 2, "Did you mean “to-postgres”?"],
  [["migrate", "to-postgres"], 1, "No database is named."],
  [["migrate", "to-folder", "--lang", "ko"], 1, "DATABASE_URL"],
] as const)("%j is refused with the next step", async (argv, exit, text) => {
  const said = await type([...argv]);
  expect([said.exit, said.out]).toEqual([exit, ""]);
  expect(said.err).toContain(text);
});
