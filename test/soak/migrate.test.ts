import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { moveStores } from "../../src/app/move-stores.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { openOddsLog } from "../../src/documents/odds-log.ts";
import type { Screen } from "../../src/terminal/screen.ts";
import { aDatabase, hasPostgres, onServer } from "../fixtures/database.ts";
import { toldOdds } from "../fixtures/told-odds.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { calls, newPlace, noon, openPlace, type Place, type } from "../terminal/desk.ts";

/** A desk that was used: goals, notes, a person forgotten, odds told, records dropped. */
async function aUsedPlace(): Promise<Place> {
  const place = newPlace([...calls, "broken,2026-11-13 10:00,Y,-20,Ann"]);
  await type(["pull"], { place });
  for (const target of ["80", "82"]) {
    await type(["kpi", "note", "2026-11-12", `target ${target}, \u0000 "quoted", 김민수`], {
      place,
    });
  }
  await (await openForgottenBook(place.data, () => {})).add(["Zoë"], "agent");
  const odds = await openOddsLog(join(place.data, "odds.jsonl"));
  await odds.tell([toldOdds(), toldOdds({ goal: "g2" })]);
  await odds.settle(new Map([["key", true]]));
  await odds.close();
  return place;
}

const migrate = (
  to: string,
  place: Place,
  url: string,
  options: readonly string[] = ["--json"],
  screen: Partial<Screen> = {},
) =>
  type(["migrate", to, ...options], {
    place,
    screen,
    more: {
      migrate: async (to, _, progress) =>
        moveStores(to, {
          config: await readConfig({ path: place.configPath, env: {} }),
          dataFolder: place.data,
          databaseUrl: url,
          clock: noon,
          progress,
          warn: () => {},
        }),
    },
  });

const opening = (place: Place, url: string | null) => openPlace(place, noon, null, url);

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

async function pulledIn(place: Place, url: string | null) {
  const app = await opening(place, url);
  const { out } = await type(["pull", "--json"], { app });
  await app.close();
  return JSON.parse(out).sources;
}

async function openAndClose(place: Place, url: string): Promise<void> {
  const empty = { ...place, data: join(place.folder, "other") };
  mkdirSync(empty.data);
  await (await opening(empty, url)).close();
}

const tablesOf = (url: string) =>
  onServer(url, [
    `select collection as name, id, body::text as row from goalpost.documents
    union all select 'audit', change, edits::text from goalpost.audit order by 1, 2`,
  ]);

const recordsIn = (url: string) =>
  onServer(url, [
    `select 'calls' as name, c::text as row from goalpost_records.calls as c
    union all select 'source_states', s::text from goalpost_records.source_states as s
    union all select 'bad_rows', b::text from goalpost_records.bad_rows as b
    union all select 'spellings', s::text from goalpost_records.spellings as s order by 1, 2`,
  ]);

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

  test("a database with records of others is refused, and stays as it is", async () => {
    const [one, other] = [await aUsedPlace(), newPlace(calls.slice(0, 9))];
    const { url } = await aDatabase();
    await pulledIn(other, url);
    const [docs, records] = [await tablesOf(url), await recordsIn(url)];
    expect(records.filter(({ name }) => name === "calls")).toHaveLength(9);
    const said = await migrate("to-postgres", one, url);
    expect([said.exit, said.out]).toEqual([78, ""]);
    expect(said.err).toMatch(/holds other records already\. .*nothing was changed\.\n$/u);
    expect([await tablesOf(url), await recordsIn(url)]).toEqual([docs, records]);
  });

  test("a place that holds something else already is refused, and stays as it is", async () => {
    const [one, other] = [await aUsedPlace(), await aUsedPlace()];
    const { url } = await aDatabase();
    await migrate("to-postgres", one, url);
    const [rows, file] = [
      await tablesOf(url),
      readFileSync(join(other.data, "documents.json"), "utf8"),
    ];
    for (const to of ["to-postgres", "to-folder"]) {
      const said = await migrate(to, other, url);
      expect([said.exit, said.out]).toEqual([78, ""]);
      expect(said.err).toMatch(/holds other documents already\. .*nothing was changed\.\n$/u);
    }
    expect(await tablesOf(url)).toEqual(rows);
    expect(readFileSync(join(other.data, "documents.json"), "utf8")).toBe(file);
    await expect(openPlace(other, noon, null, url)).rejects.toMatchObject({
      code: "documents_elsewhere",
      hint: expect.stringContaining("goalpost migrate to-postgres"),
    });
  });

  test("is refused while another process uses the database", async () => {
    const place = await aUsedPlace();
    const { url } = await aDatabase();
    const { documents } = await opened(url);
    const said = await migrate("to-postgres", place, url);
    expect(said.exit).toBe(1);
    expect(said.err).toContain("is in use. Stop every process of Goalpost that uses it first.");
    expect(said.err).not.toContain("word");
    await documents.close();
    expect((await migrate("to-postgres", place, url)).exit).toBe(0);
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

test.skipIf(!hasPostgres)("shows on a screen how far it is, and leaves nothing of it", async () => {
  const [place, { url }] = [await aUsedPlace(), await aDatabase()];
  const { exit, err } = await migrate("to-postgres", place, url, [], { watches: true });
  expect(exit).toBe(0);
  expect(err).toContain("calls: 40 rows moved");
  expect(err.indexOf("Comparing what was moved")).toBeGreaterThan(err.indexOf("calls: 40"));
  expect(err.endsWith("\r\u001B[2K")).toBe(true);
});

test("says in four languages which records were moved, and that they are the same", async () => {
  const moved = {
    from: "here",
    to: "there",
    counts: { goals: 1 },
    records: {
      calls: { count: 40, checksum: "00ff" },
      tickets: { count: 0, checksum: "0" },
    },
    aside: "aside",
  };
  const said = {
    en: "the same on both sides: calls 40 (00ff).\n",
    ko: "양쪽에서 같습니다: calls 40 (00ff).\n",
    ru: "одинаковые: calls 40 (00ff).\n",
    "zh-TW": "兩邊相同：calls 40（00ff）。\n",
  };
  for (const [lang, words] of Object.entries(said)) {
    const { exit, out } = await type(["migrate", "to-folder", "--lang", lang], {
      more: { migrate: async () => moved },
    });
    expect([exit, out]).toEqual([0, expect.stringContaining(words)]);
  }
});
