import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { literal } from "./quoting.ts";
import { schemaStatements } from "./schema.ts";

export interface EngineSettings {
  /** The file, or ":memory:". */
  readonly path: string;
  /** The folders files may be read from; the engine refuses every other path. */
  readonly roots: readonly string[];
  /** Where what lies elsewhere is brought to before it is read; left out, only files can be. */
  readonly incomingFolder?: string;
  /** In the engine's words, `1GB`. */
  readonly memoryLimit?: string;
  /** Where it puts what does not fit into its memory; left out, beside its file. */
  readonly spillFolder?: string;
}

/** Opens the engine's file, whose lock keeps a second process out. */
export const openInstance = ({ path, memoryLimit, spillFolder }: EngineSettings) =>
  DuckDBInstance.create(path, {
    memory_limit: memoryLimit ?? "1GB",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(spillFolder === undefined ? {} : { temp_directory: spillFolder }),
  });

/**
 * Makes the tables that are missing. From here on the engine reads files below the roots, and
 * nothing can change that.
 */
export async function prepareEngine(
  connection: DuckDBConnection,
  { roots, incomingFolder }: Pick<EngineSettings, "roots" | "incomingFolder">,
): Promise<void> {
  await connection.run("set timezone = 'UTC'");
  // Without its bar the engine does not count how far it is; the bar itself is not for our terminal.
  await connection.run("set enable_progress_bar = true");
  await connection.run("set enable_progress_bar_print = false");
  const folders = [...roots, ...(incomingFolder === undefined ? [] : [incomingFolder])];
  await connection.run(`set allowed_directories = [${folders.map(literal).join(", ")}]`);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  for (const statement of schemaStatements(await columnTypes(connection))) {
    await connection.run(statement);
  }
}

async function columnTypes(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
  const reader = await connection.runAndReadAll(
    "select table_name || '.' || column_name, data_type from duckdb_columns() where not internal",
  );
  return new Map(reader.getRows().map(([name, type]) => [String(name), String(type)]));
}
