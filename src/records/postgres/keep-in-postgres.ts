import type { DuckDBConnection } from "@duckdb/node-api";
import { hasTemporary, type Keeper } from "../keeper.ts";
import type { MappedKind } from "../map-stage.ts";
import { identifier } from "../quoting.ts";
import { bookkeeping } from "../schema.ts";
import { inTransaction, tablesOf } from "../tables.ts";
import { fetchSpellings } from "./fetch-spellings.ts";
import { lockChanges } from "./locks.ts";
import { makeMonths } from "./make-months.ts";
import { mergeKind } from "./merge-kind.ts";
import { sendTable } from "./send-table.ts";
import type { Session } from "./session.ts";

/** Keeps in PostgreSQL what the engine has mapped: whoever reads sees all of a pull, or nothing. */
export const keepInPostgres = (engine: DuckDBConnection, session: Session): Keeper => ({
  keep: async ({ mapped, settle, store }) => {
    await lockChanges(session);
    await fetchSpellings(session, engine);
    await settle();
    // Before the transaction: what is being stored would hold up questions about the new months.
    for (const each of mapped) {
      await makeMonths(session, each.compiled.kind, await monthsOf(engine, each));
    }
    let changed = 0;
    const done = await inTransaction(session, () =>
      store({
        ...session,
        merge: async (source, each) => {
          const count = await mergeKind(engine, session, source, each);
          changed += count;
          return count;
        },
        receive: async (table) => {
          if (!(await hasTemporary(tablesOf(engine), table))) return false;
          const book = bookkeeping.get(table === "fresh" ? "spellings" : "bad_rows") ?? [];
          await sendTable(engine, session, { table, columns: book, from: identifier(table) });
          return true;
        },
      }),
    );
    if (changed > 0) await renewStatistics(session, mapped);
    return done;
  },
});

/** The months of a mapped table, by their first days. */
async function monthsOf(
  engine: DuckDBConnection,
  { table, compiled: { kind, columns } }: MappedKind,
): Promise<readonly string[]> {
  if (!columns.includes(kind.at)) return [];
  const at = identifier(kind.at);
  const rows = await tablesOf(engine).rows(
    `select distinct cast(date_trunc('month', ${at}) as date) as first from ${identifier(table)}
     where fault is null and ${at} is not null order by first`,
  );
  return rows.map(({ first }) => String(first));
}

/** The server counts the parts of a table by itself, never the table; without, it guesses. */
async function renewStatistics({ run }: Session, mapped: readonly MappedKind[]): Promise<void> {
  for (const { compiled } of mapped) await run(`analyze ${identifier(compiled.kind.id)}`);
}
