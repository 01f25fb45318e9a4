import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { afterTest } from "../closing.ts";
import { toRequest } from "../records/to-request.ts";

const million = 1_000_000;
const held = 5 * million;
const zone = "Europe/Berlin";

/** Every twentieth answer is about the ticket of the one before it. */
const answersSql = (from: number, to: number, score: string): string =>
  `select 'r' || n as id, 't' || (n - (n % 20 = 0)::bigint) as ticket,
     timestamp '2025-01-01' + to_seconds(n * 12) as at, ${score} as score
   from range(${from}, ${to}) as numbers(n)`;

const seconds = (value: number): string => `${value.toFixed(2)} s`;

const columns = {
  id: "id",
  kind: { value: "csat" },
  answered_at: "at",
  score: "score",
  scale: { value: [1, 5] },
} as const;

test("which rating of a ticket counts is settled as the answers land", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-bench-"));
  afterTest(() => rmSync(folder, { recursive: true }));
  const writer = await (await DuckDBInstance.create(":memory:")).connect();
  const write = (name: string, sql: string) =>
    writer.run(`copy (${sql}) to '${join(folder, name)}' (format csv, header)`);
  await write("answers.csv", answersSql(0, held, "1 + n % 5"));
  await write("changed.csv", answersSql(held - 10_000, held, "1 + (n + 1) % 5"));
  writer.closeSync();

  const landed = async (surveys: object) => {
    const path = join(folder, "records.duckdb");
    const store = await openDuckdb({ path, zone, roots: [folder] });
    const pull = async (name: string): Promise<number> => {
      const began = performance.now();
      await store.pullSource(toRequest({ path: name, records: { surveys } }, folder, zone));
      return (performance.now() - began) / 1000;
    };
    const first = await pull("answers.csv");
    const changed = await pull("changed.csv");
    const [settled] = await store.query(
      "select count(*) filter (where rated_before) as again from surveys",
    );
    await store.close();
    rmSync(path);
    return { first, changed, again: settled?.["again"] };
  };
  const alone = await landed(columns);
  const told = await landed({ ...columns, ticket: "ticket" });
  process.stdout.write(`
5 million answers
  landed, about no ticket                   ${seconds(alone.first)}
  landed, every twentieth rated again       ${seconds(told.first)} = ${(told.first / alone.first).toFixed(2)} times
  10,000 of them changed, about no ticket   ${seconds(alone.changed)}
  10,000 of them changed                    ${seconds(told.changed)}
`);
  // The first answer of all has none before it to be about the same ticket.
  expect([alone.again, told.again]).toEqual([0, held / 20 - 1]);
  expect(told.first / alone.first).toBeLessThan(2);
  expect(told.changed).toBeLessThan(2);
});
