import type { DuckDBConnection } from "@duckdb/node-api";
import { appendTo } from "../append-to.ts";
import type { Tables } from "../tables.ts";

/** Lays the spellings that are kept before the engine, in place of those it knew. */
export async function fetchSpellings({ rows }: Tables, engine: DuckDBConnection): Promise<void> {
  await engine.run("delete from spellings");
  const known = await rows("select * from spellings");
  await appendTo(engine, ["spellings"], async (appender) => {
    for (const { segment, folded, spelling } of known) {
      for (const text of [segment, folded, spelling]) appender.appendVarchar(String(text));
      appender.endRow();
    }
  });
}
