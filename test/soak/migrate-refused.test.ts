import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { calls, newPlace, noon, openPlace, type } from "../terminal/desk.ts";
import { aUsedPlace, migrate, pulledIn, tablesOf, recordsIn } from "./used-place.ts";

describe.skipIf(!hasPostgres)("goalpost migrate refuses", () => {
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
