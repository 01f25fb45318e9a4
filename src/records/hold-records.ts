import { join } from "node:path";
import { openWhole } from "./open-whole.ts";

/**
 * Keeps every other Goalpost out of a data folder, by the engine's lock. Gives the way to let go.
 * Throws `data_folder_busy`.
 */
export async function holdRecords(folder: string): Promise<() => void> {
  const instance = await openWhole({ path: join(folder, "records.duckdb"), roots: [] });
  return () => instance.closeSync();
}
