import { once } from "node:events";
import { createServer } from "node:net";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { recordsSchema } from "../../src/records/mapping.ts";
import { openPostgresRecords } from "../../src/records/postgres/open-postgres-records.ts";
import type { PullRequest, Records } from "../../src/records/store.ts";
import { afterTest } from "../closing.ts";
import { hasPostgres, onServer } from "../fixtures/database.ts";
import { now } from "../records/pulling.ts";
import { aPlace } from "../records/stores.ts";

type Place = Awaited<ReturnType<typeof aPlace>>;

const opened = async (place: Place, more: { patienceMs?: number } = {}): Promise<Records> => {
  const at = { zone: "UTC", roots: [], clock: stoppedAt(now) };
  const records = await openPostgresRecords({ ...place, ...at, ...more });
  afterTest(records.close);
  return records;
};
const asked = async ({ connection, schema }: Place, sql: string) =>
  onServer(connection.connectionString, [`set search_path = ${schema}`, sql]);

const columns = ["id", "at", "channel"];
type Row = readonly [id: string, at: string, channel: string | null];
const rowsFrom = (from: number, count: number, channel: string): readonly Row[] =>
  Array.from({ length: count }, (_, at) => [String(from + at), "2026-10-05", channel]);

const sourceOf = (
  name: string,
  rows: readonly Row[],
  meanwhile: () => Promise<unknown> = async () => null,
): PullRequest => ({
  name,
  zone: "UTC",
  records: recordsSchema.parse({ tickets: { id: "id", created_at: "at", channel: "channel" } }),
  exclude: [],
  isFar: false,
  asks: "",
  read: async function* () {
    yield { kind: "rows", columns, rows };
    await meanwhile();
  },
});

/** Nothing of this process goes on meanwhile, not even its heartbeat. */
const standStill = async (): Promise<void> => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4_500);
};

const countOf = async (records: Records): Promise<unknown> =>
  (await records.query("select count(*) as n from tickets"))[0]!["n"];

const partsOf = async (place: Place): Promise<readonly unknown[]> => {
  const parts =
    "select inhrelid::regclass as part from pg_inherits where inhparent = 'tickets'::regclass order by 1";
  return (await asked(place, parts)).map(({ part }) => part);
};

describe.skipIf(!hasPostgres)("records that several processes share", () => {
  test("are pulled from one source by one of them at a time, and from two by two", async () => {
    const place = await aPlace();
    const [first, second] = [await opened(place), await opened(place)];
    const refused: unknown[] = [];
    const outcomes: unknown[] = [];
    await first.pullSource(
      sourceOf("desk", rowsFrom(1, 3, "E-Mail"), async () => {
        const again = second.pullSource(sourceOf("desk", rowsFrom(1, 3, "chat")));
        refused.push(await again.catch((fault: unknown) => fault));
        const other = sourceOf("other", rowsFrom(1, 3, " e-mail "));
        outcomes.push(await second.pullSource(other));
      }),
    );
    expect(refused).toMatchObject([
      { code: "pull_refused", message: "desk is being pulled already" },
    ]);
    expect(outcomes).toMatchObject([{ changed: 3 }]);
    // The other was done first: its spelling is everybody's.
    const channels = "select distinct channel from tickets";
    expect(await first.query(channels)).toEqual([{ channel: "e-mail" }]);
    expect(await second.query("select count(*) as n from spellings")).toEqual([{ n: 1 }]);
    expect(await second.pullSource(sourceOf("desk", rowsFrom(1, 3, "chat")))).toMatchObject({
      changed: 3,
    });
  });

  test("are seen as before a pull or as after it by whoever reads meanwhile", async () => {
    const place = await aPlace();
    const [first, second] = [await opened(place), await opened(place)];
    await first.pullSource(sourceOf("desk", rowsFrom(1, 100, "email")));
    const seen = new Set<unknown>();
    const pull = { isOver: false };
    const change = [...rowsFrom(1, 5_000, "chat")];
    const pulling = first.pullSource(sourceOf("desk", change)).finally(() => (pull.isOver = true));
    const figures = "select count(*) as n, count(distinct channel) as channels from tickets";
    while (!pull.isOver) seen.add(JSON.stringify(await second.query(figures)));
    expect(await pulling).toMatchObject({ changed: 5_000 });
    seen.add(JSON.stringify(await second.query(figures)));
    const allowed = ['[{"n":100,"channels":1}]', '[{"n":5000,"channels":1}]'];
    expect([...seen].filter((each) => !allowed.includes(String(each)))).toEqual([]);
    expect([...seen]).toContain(allowed[1]);
  });

  test("lose nothing where the connection breaks, and the source is free at once", async () => {
    const place = await aPlace();
    const [first, second] = [await opened(place), await opened(place)];
    await first.pullSource(sourceOf("desk", rowsFrom(1, 3, "email")));
    const end =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()";
    const broken = first.pullSource(
      sourceOf("desk", rowsFrom(1, 9, "chat"), () => asked(place, end)),
    );
    await expect(broken).rejects.toMatchObject({
      code: "database_unreachable",
      message: "The PostgreSQL server does not answer",
    });
    expect(await countOf(second)).toBe(3);
    expect(await second.pullSource(sourceOf("desk", rowsFrom(1, 9, "chat")))).toMatchObject({
      changed: 9,
    });
    expect(await countOf(first)).toBe(9);
  });

  test("are let go by a process that stands still, which stores nothing when it wakes", async () => {
    const place = await aPlace();
    const [first, second] = [await opened(place, { patienceMs: 3_000 }), await opened(place)];
    await first.pullSource(sourceOf("desk", rowsFrom(1, 3, "email")));
    const frozen = first.pullSource(sourceOf("desk", rowsFrom(1, 9, "chat"), standStill));
    await expect(frozen).rejects.toMatchObject({ code: "database_unreachable" });
    expect(await countOf(second)).toBe(3);
    expect(await second.pullSource(sourceOf("desk", rowsFrom(1, 9, "chat")))).toMatchObject({
      changed: 9,
    });
  });

  test("answer all questions, however long some wait for a connection", async () => {
    const { connection, schema } = await aPlace();
    const impatient = { ...connection, connectionTimeoutMillis: 2_000 };
    const records = await opened({ connection: impatient, schema });
    const slow = "select $1 as nth, pg_sleep(1.1) is null as slept";
    const numbers = Array.from({ length: 12 }, (_, at) => String(at));
    const answers = await Promise.all(numbers.map((nth) => records.query(slow, [nth])));
    expect(answers.map(([row]) => row!["nth"])).toEqual(numbers);
  });

  test("stand in a part for each month, and a week is looked for in its own", async () => {
    const place = await aPlace();
    const records = await opened(place);
    const days = ["2026-08-31", "2026-09-01", "2026-10-31"];
    await records.pullSource(
      sourceOf(
        "desk",
        days.map((day, at) => [String(at), day, null]),
      ),
    );
    expect(await partsOf(place)).toEqual(["tickets_2026_08", "tickets_2026_09", "tickets_2026_10"]);
    const plan = await asked(
      place,
      "explain select count(*) from tickets where created_at >= timestamp '2026-09-07' and created_at < timestamp '2026-09-14'",
    );
    const named = new Set(JSON.stringify(plan).match(/tickets_2026_\d\d/gu));
    expect(named).toEqual(new Set(["tickets_2026_09"]));
  });

  test("lose the parts of months that retention has emptied, and no other", async () => {
    const place = await aPlace();
    const records = await opened(place);
    const request = sourceOf("desk", [
      ["open", "2026-06-10", null],
      ["a", "2026-07-10", null],
      ["b", "2026-08-10", null],
      ["c", "2026-09-10", null],
      ["d", "2026-10-05", null],
    ]);
    await records.pullSource(request);
    await asked(place, "delete from tickets where id in ('b', 'd')");
    await asked(place, "update tickets set solved_at = '2026-10-02' where id = 'open'");
    const from = new Date("2026-09-01");
    // Somebody reads for as long as it takes: the parts stay, and nobody waits for them.
    const reader = new Client(place.connection);
    await reader.connect();
    afterTest(() => reader.end());
    await reader.query(`set search_path = ${place.schema}; begin; select count(*) from tickets`);
    expect(await records.dropBefore(from)).toEqual(new Map([["tickets", 1]]));
    expect(await partsOf(place)).toHaveLength(5);
    expect(await countOf(records)).toBe(2);
    await reader.query("rollback");
    expect(await records.dropBefore(from)).toEqual(new Map());
    expect(await partsOf(place)).toEqual(["tickets_2026_06", "tickets_2026_09", "tickets_2026_10"]);
    expect(await records.pullSource(request)).toMatchObject({ changed: 4 });
    expect(await countOf(records)).toBe(5);
  });

  test("get the columns of a new release, and the server's own way of writing changes nothing", async () => {
    const place = await aPlace();
    await (await opened(place)).pullSource(sourceOf("desk", rowsFrom(1, 3, "email")));
    await asked(place, "alter table tickets drop column url");
    await asked(
      place,
      `do $$ begin execute format('alter database %I set datestyle = "SQL, DMY"', current_database());
        execute format('alter database %I set timezone = "Asia/Seoul"', current_database()); end $$`,
    );
    const again = await opened(place);
    expect(await again.query("select url, created_day, created_at from tickets limit 1")).toEqual([
      { url: null, created_day: "2026-10-05", created_at: new Date("2026-10-05") },
    ]);
  });

  test("cannot be opened where nobody answers, and the way out is said", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { readonly port: number };
    server.close();
    await once(server, "close");
    const connection = { connectionString: `postgres://nobody@127.0.0.1:${port}/nothing` };
    await expect(openPostgresRecords({ connection, zone: "UTC", roots: [] })).rejects.toMatchObject(
      {
        code: "database_unreachable",
        hint: expect.stringContaining("DATABASE_URL"),
      },
    );
  });
});
