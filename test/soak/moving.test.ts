import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kinds } from "../../src/kinds/index.ts";
import { openDuckdb } from "../../src/records/duckdb.ts";
import {
  bringRecords,
  claimRecords,
  releaseRecords,
  whatIsIn,
} from "../../src/records/moving/move-records.ts";
import type { MovableRecords, Transfer } from "../../src/records/moving/transfer.ts";
import { openPostgresRecords } from "../../src/records/postgres/open-postgres-records.ts";
import { identifier, literal } from "../../src/records/quoting.ts";
import { everyTable, mappedColumns } from "../../src/records/schema.ts";
import { afterTest } from "../closing.ts";
import { hasPostgres } from "../fixtures/database.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { aPlace } from "../records/stores.ts";

const texts = [
  "plain",
  "",
  "NULL",
  String.raw`\N`,
  String.raw`back\slash \t \\`,
  "tab\there",
  "line\r\nend\u000b\u000c\b",
  "김민수 «Ёлка» 測試 👍🏽",
  `quotes ' and "`,
  "\u007f\u0001",
];
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  varchar: texts.map(literal),
  timestamp: ["'2026-01-31 23:59:59.999999'", "'2024-02-29 00:00:00'", "'1969-12-31 12:00:00.5'"],
  double: ["0.1", "1e20", "-12345.678", "1e-7", "3", "123456789012345680"],
  bigint: ["0", "9007199254740993", "-1"],
  boolean: ["true", "false"],
  date: ["'2026-03-29'", "'0001-01-01'"],
};

type Columns = readonly (readonly [name: string, type: string])[];

/** Rows that have every value of a type in some column, and every column empty in some row. */
function statementFor(table: string, columns: Columns, always: readonly string[]): string {
  const rows = Array.from({ length: 60 }, (_, row) =>
    columns.map(([name, type], column) => {
      if (name === "id" || name === "folded") return literal(`${texts[row % 10]} ${row}`);
      if (name === "source" || name === "segment") return literal(`of ${row}`);
      const isEmpty = !always.includes(name) && (row + column) % 5 === 0;
      const values = valuesOf[type]!;
      return isEmpty ? "null" : values[(row + Math.floor(row / 5) + column) % values.length]!;
    }),
  );
  return `insert into ${identifier(table)} (${columns.map(([name]) => identifier(name)).join(", ")})
    values ${rows.map((row) => `(${row.join(", ")})`).join(", ")}`;
}

const moved = [...everyTable].filter(([name]) => name !== "settings");

async function fill({ run }: Transfer): Promise<void> {
  for (const [table, columns] of moved) {
    const kind = kinds.find(({ id }) => id === table);
    const always = kind === undefined ? [] : mappedColumns(kind).filter(({ required }) => required);
    const names = always.map(({ name }) => name);
    await run(statementFor(table, columns, names));
  }
}

/** Every row of every table as the engine writes it, by an order of its own. */
async function rowsIn({ rows }: Transfer): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [table, columns] of moved) {
    const cells = columns.map(
      ([name]) => `cast(${identifier(name)} as varchar) as ${identifier(name)}`,
    );
    const all = await rows(`select ${cells.join(", ")} from ${identifier(table)}`);
    found.push(...all.map((row) => `${table} ${JSON.stringify(row)}`).toSorted());
  }
  return found;
}

const settings = { zone: "Europe/Berlin", roots: [] };

async function onEngine(): Promise<MovableRecords> {
  const records = await openDuckdb({ ...settings, path: join(newFolder(), "records.duckdb") });
  afterTest(records.close);
  return records;
}

async function onPostgres(): Promise<MovableRecords> {
  const records = await openPostgresRecords({ ...settings, ...(await aPlace()) });
  afterTest(records.close);
  return records;
}

const move = (from: MovableRecords, to: MovableRecords, source: string, isFree = false) =>
  from.transfer((here) =>
    to.transfer(async (there) => {
      const isTaken = await claimRecords(here, there, { source, isFree });
      return isTaken
        ? await bringRecords(here, there, { place: "there", progress: () => {} })
        : null;
    }),
  );

describe.skipIf(!hasPostgres)("moving records", () => {
  test("every row of every table is the same there, and when it comes back", async () => {
    const [first, shared, last] = [await onEngine(), await onPostgres(), await onEngine()];
    await first.transfer(fill);
    const before = await first.transfer(rowsIn);
    expect(before).toHaveLength(60 * moved.length);

    const there = await move(first, shared, "folder");
    const back = await move(shared, last, "database");
    expect(await last.transfer(rowsIn)).toEqual(before);
    expect(back).toEqual(there);
    expect(await first.transfer(whatIsIn)).toEqual(there);
    expect(Object.values(there ?? {}).map(({ count }) => count)).toEqual(
      Array.from({ length: moved.length }, () => 60),
    );
    // They stand in the parts of their months.
    const month = "created_at >= '2026-01-01' and created_at < '2026-02-01'";
    const [counted] = await first.query(`select count(*) as n from tickets where ${month}`);
    expect(await shared.query("select count(*) as n from tickets_2026_01")).toEqual([counted]);
    expect(counted?.["n"]).toBeGreaterThan(0);
  });

  test.each([
    ["a number", "update calls set wait_seconds = wait_seconds + 1e-9 where id = 'plain 0'"],
    ["a missing row", "delete from bad_rows where source = 'of 1'"],
    [
      "two values that change places",
      "update spellings set spelling = folded, folded = spelling where segment = 'of 1'",
    ],
    ["an empty text that is none any more", "update tickets set agent = null where agent = ''"],
  ])("a checksum tells %s", async (_, change) => {
    const records = await onEngine();
    await records.transfer(fill);
    const before = await records.transfer(whatIsIn);
    const changed = await records.transfer(({ run }) => run(change));
    expect(changed).toBeGreaterThan(0);
    expect(await records.transfer(whatIsIn)).not.toEqual(before);
  });

  test.each([
    ["PostgreSQL", onEngine, onPostgres],
    ["the folder", onPostgres, onEngine],
  ] as const)(
    "to %s: other records are left alone, those of a move cut off are not",
    async (_, from, to) => {
      const [one, other] = [await from(), await to()];
      await one.transfer(({ run }) => run("insert into source_states (source) values ('ours')"));
      await other.transfer(({ run }) =>
        run("insert into source_states (source) values ('theirs')"),
      );
      expect(await move(one, other, "one")).toBeNull();
      expect(await other.query("select source from source_states")).toEqual([{ source: "theirs" }]);

      expect(await move(one, other, "one", true)).toMatchObject({ source_states: { count: 1 } });
      await one.transfer(({ run }) => run("insert into source_states (source) values ('more')"));
      // Claimed and not yet over: the same words finish it, those of another place do not.
      expect(await move(one, other, "elsewhere")).toBeNull();
      expect(await move(one, other, "one")).toMatchObject({ source_states: { count: 2 } });
      await other.transfer(releaseRecords);
      expect(await move(one, other, "one")).toMatchObject({ source_states: { count: 2 } });
      await one.transfer(({ run }) => run("delete from source_states where source = 'more'"));
      expect(await move(one, other, "one")).toBeNull();
    },
  );
});
