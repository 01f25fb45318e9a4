import type { DuckDBConnection } from "@duckdb/node-api";
import { type ClientConfig, Pool } from "pg";
import type { KindId } from "../../src/kinds/index.ts";
import { makeMonths } from "../../src/records/postgres/make-months.ts";
import { typesOf } from "../../src/records/postgres/schema-statements.ts";
import { sendTable } from "../../src/records/postgres/send-table.ts";
import { inSession } from "../../src/records/postgres/session.ts";
import { identifier } from "../../src/records/quoting.ts";
import { kindOf } from "../../src/records/schema.ts";
import { inTransaction, tablesOf } from "../../src/records/tables.ts";

/** All records of a kind from the engine to PostgreSQL, past the pulls. */
export async function sendRecords(
  engine: DuckDBConnection,
  connection: ClientConfig,
  id: KindId,
): Promise<void> {
  const kind = kindOf(id);
  const table = identifier(id);
  const months = await tablesOf(engine).rows(
    `select distinct cast(date_trunc('month', ${identifier(kind.at)}) as date) as first from ${table}
     where ${identifier(kind.at)} is not null`,
  );
  const pool = new Pool(connection);
  await inSession(pool, 600_000, async (session) => {
    await session.run("set search_path = goalpost_records");
    await makeMonths(
      session,
      kind,
      months.map(({ first }) => String(first)),
    );
    const columns = [...typesOf(kind)];
    const names = columns.map(([name]) => identifier(name)).join(", ");
    await inTransaction(session, async () => {
      await sendTable(engine, session, { table: "sent", columns, from: table });
      await session.run(`insert into ${table} (${names}) select ${names} from sent`);
    });
    await session.run(`vacuum analyze ${table}`);
  });
  await pool.end();
}
