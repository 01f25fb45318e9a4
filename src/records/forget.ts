import type { DuckDBConnection } from "@duckdb/node-api";
import { type KindId, kinds } from "../kinds/index.ts";
import { foldValue, tidyValue } from "../kpis/same-value.ts";
import { identifier, literal } from "./quoting.ts";
import { inTransaction } from "./writer.ts";

/** Who was forgotten, as records need it. */
export interface Forgotten {
  /** The name that stands for an agent's; null for everybody who was not forgotten. */
  readonly pseudonymOf: (agent: string) => string | null;
  /** A secret of that name, always the same. */
  readonly saltOf: (agent: string) => string;
}

/**
 * Gives every forgotten agent in the records their pseudonym, so that sums stay what they are. Gives
 * how many records of each kind changed; none, no entry.
 */
export async function forgetAgents(
  connection: DuckDBConnection,
  forgotten: Forgotten,
): Promise<ReadonlyMap<KindId, number>> {
  const changed = new Map<KindId, number>();
  await inTransaction(connection, async () => {
    for (const { id } of kinds) {
      const count = await forgetIn(connection, id, forgotten);
      if (count > 0) changed.set(id, count);
    }
    // Values of rows set aside are kept to be looked at, whatever stood there.
    for (const { agent } of await forgottenIn(connection, "bad_rows", "value", forgotten)) {
      await connection.run(`delete from bad_rows where value = ${literal(agent)}`);
    }
    await forgetSpellings(connection, forgotten);
  });
  return changed;
}

/** The same for one table that has `id` and `agent`: a kind's own, or what a pull has mapped. */
export async function forgetIn(
  connection: DuckDBConnection,
  table: string,
  forgotten: Forgotten,
): Promise<number> {
  let count = 0;
  for (const { agent, pseudonym } of await forgottenIn(connection, table, "agent", forgotten)) {
    // An id may be made of the name, as that of a ready-made figure is: then a hash takes its place,
    // the same one at every pull, salted so that nobody finds the name by trying names.
    const salt = forgotten.saltOf(agent);
    // Ids are as the source wrote them, the name in any case and with any spaces.
    const written = "lower(nfc_normalize(regexp_replace(id, '\\s+', ' ', 'g')))";
    const { rowsChanged } = await connection.run(
      `update ${identifier(table)} set agent = ${literal(pseudonym)},
         id = case when contains(${written}, lower(${literal(tidyValue(agent))}))
           then sha256(concat(${literal(salt)}, id)) else id end
       where agent = ${literal(agent)}`,
    );
    count += rowsChanged;
  }
  return count;
}

/** The pseudonym is a value like any other; the name is known no more. */
async function forgetSpellings(connection: DuckDBConnection, forgotten: Forgotten): Promise<void> {
  for (const { agent, pseudonym } of await forgottenIn(
    connection,
    "spellings",
    "spelling",
    forgotten,
  )) {
    await connection.run(
      `delete from spellings where segment = 'agent' and spelling = ${literal(agent)}`,
    );
    const folded = literal(foldValue(pseudonym));
    await connection.run(
      `insert into spellings select 'agent', ${folded}, ${literal(pseudonym)}
       where not exists (from spellings where segment = 'agent' and folded = ${folded})`,
    );
  }
}

async function forgottenIn(
  connection: DuckDBConnection,
  table: string,
  column: string,
  { pseudonymOf }: Forgotten,
): Promise<readonly { readonly agent: string; readonly pseudonym: string }[]> {
  const reader = await connection.runAndReadAll(
    `select distinct ${identifier(column)} from ${identifier(table)} where ${identifier(column)} is not null`,
  );
  return reader.getRows().flatMap(([agent]) => {
    const pseudonym = typeof agent === "string" ? pseudonymOf(agent) : null;
    return typeof agent === "string" && pseudonym !== null ? [{ agent, pseudonym }] : [];
  });
}
