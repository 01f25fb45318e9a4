import type { DuckDBConnection } from "@duckdb/node-api";
import type { Tables } from "../tables.ts";

/** Lays the spellings that are kept before the engine, in place of those it knew. */
export async function fetchSpellings({ rows }: Tables, engine: DuckDBConnection): Promise<void> {
  await engine.run("delete from spellings");
  const appender = await engine.createAppender("spellings");
  for (const { segment, folded, spelling } of await rows("select * from spellings")) {
    for (const text of [segment, folded, spelling]) appender.appendVarchar(String(text));
    appender.endRow();
  }
  appender.closeSync();
}
