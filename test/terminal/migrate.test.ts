import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { moveStores } from "../../src/app/move-stores.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { openOddsLog } from "../../src/documents/odds-log.ts";
import { aDatabase, hasPostgres, onServer } from "../fixtures/database.ts";
import { toldOdds } from "../fixtures/told-odds.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { calls, newPlace, noon, openPlace, type Place, type } from "./desk.ts";

/** A desk that was used: goals, notes, a person forgotten, odds told, records dropped. */
async function aUsedPlace(): Promise<Place> {
  const place = newPlace(calls);
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

const migrate = (to: string, place: Place, url: string) =>
  type(["migrate", to, "--json"], {
    place,
    more: {
      migrate: async (to) =>
        moveStores(to, {
          config: await readConfig({ path: place.configPath, env: {} }),
          dataFolder: place.data,
          databaseUrl: url,
          clock: noon,
          warn: () => {},
        }),
    },
  });

/** Everything a person could see of it, and the names that are no longer known. */
async function seenIn(place: Place, url: string | null) {
  const app = await openPlace(place, noon, null, url);
  const desk = app.deskAt(null);
  const seen = JSON.stringify([
    await desk.notes.list(),
    await app.history(() => true, 99),
    await app.forgetting.find("Zoë"),
  ]);
  await app.close();
  return seen;
}

const tablesOf = (url: string) =>
  onServer(url, [
    `select collection as name, id, body::text as row from goalpost.documents
    union all select 'audit', change, edits::text from goalpost.audit order by 1, 2`,
  ]);

describe.skipIf(!hasPostgres)("goalpost migrate", () => {
  test("moves everything into PostgreSQL, and back, and each time the other side is closed", async () => {
    const place = await aUsedPlace();
    const { url } = await aDatabase();
    const before = await seenIn(place, null);
    expect(before).toContain("김민수");

    const there = await migrate("to-postgres", place, url);
    expect([there.exit, there.err]).toEqual([0, ""]);
    expect(JSON.parse(there.out)).toMatchObject({
      kind: "migrate",
      counts: { notes: 2, audit: 2, odds: 3, forgotten: 1, key: 1 },
    });
    expect(readdirSync(place.data).filter((name) => !name.startsWith("moved"))).toEqual([]);
    expect(await seenIn(place, url)).toBe(before);
    await expect(openPlace(place)).rejects.toMatchObject({ code: "documents_elsewhere" });
    expect(there.out).not.toContain("word");

    await type(["kpi", "note", "2026-11-13", "made on PostgreSQL"], {
      place,
      more: { openApp: () => openPlace(place, noon, null, url) },
    });
    const after = await seenIn(place, url);
    expect(after).toContain("made on PostgreSQL");
    const back = await migrate("to-folder", place, url);
    expect([back.exit, back.err]).toEqual([0, ""]);
    expect(await seenIn(place, null)).toBe(after);
    await expect(openPlace(place, noon, null, url)).rejects.toMatchObject({
      code: "documents_elsewhere",
    });

    // And there again: what stood there was moved away, so it is nobody's any more.
    expect((await migrate("to-postgres", place, url)).exit).toBe(0);
    expect(await seenIn(place, url)).toBe(after);
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
    expect(await seenIn(place, url)).toBe(before);
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
