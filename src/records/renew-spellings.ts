import type { DuckDBConnection } from "@duckdb/node-api";
import { kinds } from "../kinds/index.ts";
import { segments } from "../kinds/kind.ts";
import { joinFigures } from "./join-figures.ts";
import { identifier, literal } from "./quoting.ts";
import { beginSpellings, keepSpellings, settleSpellings } from "./settle-spellings.ts";
import { inTransaction, tablesOf } from "./tables.ts";

/** Raised where `foldValue` comes to take other values for the same. */
const settledBy = "1";

/** Settles the spellings of records that were kept before there was one for each value. */
export async function renewSpellings(connection: DuckDBConnection): Promise<void> {
  const reader = await connection.runAndReadAll(
    "select value from settings where name = 'spellings_by'",
  );
  if (reader.getRows()[0]?.[0] === settledBy) return;
  await inTransaction(tablesOf(connection), async () => {
    await connection.run("delete from spellings");
    await beginSpellings(connection);
    for (const { id } of kinds) {
      const held = await connection.runAndReadAll(`select exists (from ${identifier(id)})`);
      if (held.value(0, 0) !== true) continue;
      const isRespelled = await settleSpellings(connection, { table: id, columns: segments });
      if (isRespelled && id === "measures") {
        await joinFigures(connection, { table: id, columns: segments, source: "source" });
      }
    }
    await keepSpellings(tablesOf(connection));
    await connection.run("delete from settings where name = 'spellings_by'");
    await connection.run(`insert into settings values ('spellings_by', ${literal(settledBy)})`);
  });
}
