import { kinds } from "../kinds/index.ts";
import { identifier, literal } from "./quoting.ts";
import { dropUnheldSpellings } from "./settle-spellings.ts";
import { inTransaction, type Tables } from "./tables.ts";

/** Drops all that came from sources that are not named. */
export async function forgetSources(tables: Tables, keep: readonly string[]): Promise<void> {
  const forgotten = `source not in (${["''", ...keep.map(literal)].join(", ")})`;
  await inTransaction(tables, async () => {
    let dropped = 0;
    for (const table of [...kinds.map(({ id }) => id), "source_states", "bad_rows"]) {
      dropped += await tables.run(`delete from ${identifier(table)} where ${forgotten}`);
    }
    if (dropped > 0) await dropUnheldSpellings(tables);
  });
}
