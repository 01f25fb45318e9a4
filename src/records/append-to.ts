import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";

/**
 * Fills a table row by row. What a work that fails has left in the appender is thrown away: it would
 * be written whenever the memory is tidied up, into whatever has the table's name by then.
 */
export async function appendTo(
  connection: DuckDBConnection,
  [table, ...where]: readonly [table: string, schema?: string, database?: string],
  work: (appender: DuckDBAppender) => Promise<void>,
): Promise<void> {
  const appender = await connection.createAppender(table, ...where);
  try {
    await work(appender);
    appender.flushSync();
  } catch (fault) {
    appender.clear();
    throw fault;
  }
  appender.closeSync();
}
