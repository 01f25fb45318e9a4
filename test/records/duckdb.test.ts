import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import type { RecordStore } from "../../src/records/store.ts";

const open: RecordStore[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  folders.push(folder);
  return folder;
};

async function opened(more: Partial<Parameters<typeof openDuckdb>[0]> = {}): Promise<RecordStore> {
  const store = await openDuckdb({ path: ":memory:", zone: "UTC", roots: [], ...more });
  open.push(store);
  return store;
}

test("answers come as plain values, and values are bound as text", async () => {
  const store = await opened();
  const rows = await store.query(
    `select cast($1 as date) as day, cast($2 as timestamp) as at, sum(range) as total, count(*) as n,
       cast(1.5 as decimal(5, 2)) as share, $3 as nothing, cast($4 as boolean) as yes, 1 / 0 as endless
     from range(4)`,
    ["2026-11-16", "2026-11-16 09:00:00", null, true],
  );
  expect(rows).toEqual([
    {
      day: "2026-11-16",
      at: new Date("2026-11-16T09:00:00Z"),
      total: 6,
      n: 4,
      share: 1.5,
      nothing: null,
      yes: true,
      endless: null,
    },
  ]);
});

test("a new store holds no kinds and knows no sources", async () => {
  const store = await opened();
  expect(await store.kindsHeld()).toEqual(new Set());
  expect(await store.sourceStates()).toEqual([]);
});

test("a question past the time limit is stopped, and the next one is answered", async () => {
  const store = await opened({ timeLimitMs: 100 });
  const endless = "select count(*) as n from range(100000000) a, range(100000) b";
  await expect(store.query(endless)).rejects.toMatchObject({ code: "query_stopped" });
  expect(await store.query("select 1 as one")).toEqual([{ one: 1 }]);
});

test("more questions than connections all get their own answer", async () => {
  const store = await opened();
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, at) => store.query("select cast($1 as int) as at", [at])),
  );
  expect(answers.map(([row]) => row!["at"])).toEqual(Array.from({ length: 30 }, (_, at) => at));
});

test.each([
  ["a change", "delete from calls"],
  ["two statements", "select 1; delete from calls"],
  ["another setting", "set lock_configuration = false"],
  ["another database", "attach '/tmp/other.duckdb'"],
  ["a copy to a file", "copy calls to '/tmp/stolen.csv'"],
  ["a file outside the roots", "select * from read_text('/etc/passwd')"],
  ["a network address", "select * from read_csv('https://example.com/x.csv')"],
  ["an extension", "load httpfs"],
])("%s is refused as a question", async (_, sql) => {
  const store = await opened({ roots: [temporary()] });
  await expect(store.query(sql)).rejects.toBeInstanceOf(Error);
  expect(await store.query("select count(*) as n from calls")).toEqual([{ n: 0 }]);
});

test("the records are there again after closing and opening", async () => {
  const path = join(temporary(), "records.duckdb");
  const first = await openDuckdb({ path, zone: "UTC", roots: [] });
  await first.close();
  const second = await opened({ path });
  expect(await second.query("select count(*) as n from tickets")).toEqual([{ n: 0 }]);
});

test("a second process is refused while the first holds the folder", async () => {
  const path = join(temporary(), "records.duckdb");
  const script = `
    const { DuckDBInstance } = require("@duckdb/node-api");
    DuckDBInstance.create(process.argv[1]).then(async (instance) => {
      await instance.connect();
      console.log("held");
      setInterval(() => {}, 1000);
    });`;
  const holder = spawn(process.execPath, ["-e", script, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    await expect(openDuckdb({ path, zone: "UTC", roots: [] })).rejects.toMatchObject({
      code: "data_folder_busy",
    });
  } finally {
    holder.kill("SIGKILL");
    await new Promise((resolve) => holder.once("exit", resolve));
  }
  await opened({ path });
});

test("a broken file is set aside as it is, which is told, and the store begins anew", async () => {
  const folder = temporary();
  const path = join(folder, "records.duckdb");
  const broken = "this is no database, but it is longer than a header".repeat(500);
  writeFileSync(path, broken);
  const told: string[] = [];
  const warn = (message: string) => void told.push(message);
  const store = await opened({ path, warn });
  expect([...(await store.kindsHeld())]).toEqual([]);
  const aside = readdirSync(folder).find((name) => name.includes(".broken-"));
  expect(told).toEqual([expect.stringContaining(String(aside))]);
  expect(readFileSync(join(folder, String(aside)), "utf8")).toBe(broken);
});

test("a file whose durations were whole seconds is opened, and what can be computed again is exact", async () => {
  const path = join(temporary(), "records.duckdb");
  await (await openDuckdb({ path, zone: "UTC", roots: [] })).close();
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const column of ["pending_seconds", "first_response_seconds"]) {
    await connection.run(`alter table tickets alter column ${column} set data type bigint`);
  }
  await connection.run(
    `insert into tickets (source, id, created_at, first_response_at, first_response_seconds, pending_seconds)
     values ('desk', '1', '2026-11-02 10:00:00', '2026-11-02 11:00:00.4', 3600, 7)`,
  );
  // As a release left it that computed durations otherwise.
  await connection.run("update settings set value = 'of old' where name = 'derived_for'");
  connection.closeSync();
  instance.closeSync();
  const store = await opened({ path });
  const asked =
    "select first_response_seconds as reply, pending_seconds + 0.5e0 as pending from tickets";
  expect(await store.query(asked)).toEqual([{ reply: 3600.4, pending: 7.5 }]);
});
