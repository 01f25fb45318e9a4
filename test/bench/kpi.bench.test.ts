import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import type { Bound, RecordStore } from "../../src/records/store.ts";
import type { Question } from "../../src/reports/question.ts";
import { reportsOf, zone } from "./bench-desk.ts";

const tickets = 10_000_000;

const folder = mkdtempSync(join(tmpdir(), "goalpost-bench-"));
const path = join(folder, "records.duckdb");

/** Two years of tickets in the order they came, made by the engine itself: cheap noise by hashing. */
const generate = `
  insert into tickets (source, id, channel, team, agent, topic, priority, customer, created_at,
    first_response_at, first_solved_at, solved_at, reopens, agent_replies, assignees, transfers,
    created_day, responded_day, solved_day, first_response_seconds, first_resolution_seconds,
    resolution_seconds)
  select 'bench', 't' || n, channel, team, agent, topic, priority, customer, created_at,
    responded_at, solved_at, solved_at, reopens, replies, assignees, transfers,
    cast(created_at as date), cast(responded_at as date), cast(solved_at as date),
    date_diff('second', created_at, responded_at), date_diff('second', created_at, solved_at),
    date_diff('second', created_at, solved_at)
  from (
    select *,
      case when noise(n, 1, 20) > 0 then created_at + to_seconds(60 + noise(n, 2, 90000)) end as responded_at,
      case when noise(n, 3, 10) > 0 then created_at + to_seconds(90000 + noise(n, 4, 400000)) end as solved_at
    from (
      select n, timestamp '2024-11-18' + to_seconds(n * 63072000 // ${tickets}) as created_at,
        ['email', 'chat', 'phone', 'social', 'web', 'app'][1 + noise(n, 5, 6)] as channel,
        'team ' || noise(n, 6, 20) as team, 'agent ' || noise(n, 7, 500) as agent,
        'topic ' || noise(n, 8, 30) as topic, ['low', 'high', 'urgent'][1 + noise(n, 9, 3)] as priority,
        'customer ' || noise(n, 10, 2000000) as customer, noise(n, 11, 20) // 19 as reopens,
        1 + noise(n, 12, 3) as replies, 1 + noise(n, 13, 2) as assignees, noise(n, 14, 8) // 7 as transfers
      from range(${tickets}) as numbers(n)
    )
  )`;

const settings = { path, zone, roots: [], memoryLimit: "3GB" };

beforeAll(async () => {
  await (await openDuckdb(settings)).close();
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run("create temp macro noise(n, k, m) as cast(hash(n, k) % m as bigint)");
  await connection.run(generate);
  // They came past the pulls: the next opening settles their spellings.
  await connection.run("delete from settings where name = 'spellings_by'");
  connection.closeSync();
  instance.closeSync();
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

const question = (change: Partial<Question>): Question => ({
  kpi: "fcr",
  period: { kind: "last", unit: "week" },
  by: [],
  every: null,
  where: {},
  versus: null,
  trend: false,
  options: {},
  ...change,
});

const quarter = { kind: "last", unit: "quarter" } as const;

test.each([
  ["fcr last-week", question({})],
  ["fcr last-quarter by channel team", question({ period: quarter, by: ["channel", "team"] })],
  [
    "fcr last-month by agent channel:email",
    question({
      period: { kind: "last", unit: "month" },
      by: ["agent"],
      where: { channel: { in: ["email"] } },
    }),
  ],
  ["first_response_time last-quarter", question({ kpi: "first_response_time", period: quarter })],
  ["tickets_per_customer last-quarter", question({ kpi: "tickets_per_customer", period: quarter })],
  ["backlog last-week", question({ kpi: "backlog" })],
])("%s costs little more than its SQL sent straight to the engine", async (words, asked) => {
  const { ms: answerMs, blockedMs, statements } = await throughReports(asked);
  const straightMs = await straightToEngine(statements);
  process.stdout.write(
    `${words}: ${answerMs.toFixed(0)} ms, its ${statements.length} statements alone ${straightMs.toFixed(0)} ms, loop blocked ${blockedMs.toFixed(0)} ms\n`,
  );
  expect(answerMs).toBeLessThanOrEqual(1.5 * straightMs + 30);
  expect(blockedMs).toBeLessThan(50);
});

type Statement = readonly [sql: string, values: readonly Bound[]];

/** The whole answer, and the statements that it sent. */
async function throughReports(asked: Question) {
  const store = await openDuckdb(settings);
  const statements: Statement[] = [];
  const watched: RecordStore = {
    ...store,
    query: (sql, values = []) => {
      statements.push([sql, values]);
      return store.query(sql, values);
    },
  };
  const reports = reportsOf(watched);
  const ask = async (): Promise<void> => {
    expect(await reports.answer(asked, "en")).toMatchObject({ value: expect.any(Number) });
  };
  await ask();
  const sent = statements.splice(0);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const ms = await medianMs(ask);
  loop.disable();
  await store.close();
  return { ms, blockedMs: loop.max / 1e6, statements: sent };
}

/** The same statements on two connections of the engine, as many as the store reads with. */
async function straightToEngine(statements: readonly Statement[]): Promise<number> {
  const instance = await DuckDBInstance.create(path, { memory_limit: settings.memoryLimit });
  const connections = [await instance.connect(), await instance.connect()];
  const run = async (): Promise<void> => {
    const left = [...statements];
    await Promise.all(
      connections.map(async (connection) => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const [sql, values] = next;
          (await connection.runAndReadAll(sql, values.map(String))).getRows();
        }
      }),
    );
  };
  await run();
  const ms = await medianMs(run);
  for (const connection of connections) connection.closeSync();
  instance.closeSync();
  return ms;
}

/** Of five runs. */
async function medianMs(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
}
