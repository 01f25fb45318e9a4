import { createHash } from "node:crypto";
import { type KindId, kinds } from "../kinds/index.ts";
import { foldValue, tidyValue } from "../kpis/same-value.ts";
import { identifier, literal } from "./quoting.ts";
import { inTransaction, type Tables } from "./tables.ts";

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
  tables: Tables,
  forgotten: Forgotten,
): Promise<ReadonlyMap<KindId, number>> {
  const changed = new Map<KindId, number>();
  await inTransaction(tables, async () => {
    for (const { id } of kinds) {
      const count = await forgetIn(tables, id, forgotten);
      if (count > 0) changed.set(id, count);
    }
    // Values of rows set aside are kept to be looked at, whatever stood there.
    for (const { agent } of await forgottenIn(tables, "bad_rows", "value", forgotten)) {
      await tables.run(`delete from bad_rows where value = ${literal(agent)}`);
    }
    await forgetSpellings(tables, forgotten);
  });
  return changed;
}

/** The same for one table that has `id` and `agent`: a kind's own, or what a pull has mapped. */
export async function forgetIn(
  tables: Tables,
  table: string,
  forgotten: Forgotten,
): Promise<number> {
  let count = 0;
  for (const { agent, pseudonym } of await forgottenIn(tables, table, "agent", forgotten)) {
    await hideInIds(tables, table, agent, forgotten.saltOf(agent));
    count += await tables.run(
      `update ${identifier(table)} set agent = ${literal(pseudonym)} where agent = ${literal(agent)}`,
    );
  }
  return count;
}

/** Ids that one statement changes. */
const sliceIds = 1000;

/**
 * An id may be made of the name, as that of a ready-made figure is: then a hash takes its place, the
 * same one at every pull, salted so that nobody finds the name by trying names.
 */
async function hideInIds(
  { run, rows }: Tables,
  table: string,
  agent: string,
  salt: string,
): Promise<void> {
  const name = tidyValue(agent).toLowerCase();
  const held = await rows(
    `select distinct id from ${identifier(table)} where agent = ${literal(agent)}`,
  );
  // Ids are as the source wrote them, the name in any case and with any spaces.
  const named = held
    .map(({ id }) => String(id))
    .filter((id) => tidyValue(id).toLowerCase().includes(name));
  for (let at = 0; at < named.length; at += sliceIds) {
    const pairs = named.slice(at, at + sliceIds).map((id) => {
      const hidden = createHash("sha256").update(`${salt}${id}`).digest("hex");
      return `(${literal(id)}, ${literal(hidden)})`;
    });
    await run(
      `update ${identifier(table)} as held set id = hidden.id
       from (values ${pairs.join(", ")}) as hidden (written, id)
       where held.agent = ${literal(agent)} and held.id = hidden.written`,
    );
  }
}

/** The pseudonym is a value like any other; the name is known no more. */
async function forgetSpellings(tables: Tables, forgotten: Forgotten): Promise<void> {
  for (const { agent, pseudonym } of await forgottenIn(
    tables,
    "spellings",
    "spelling",
    forgotten,
  )) {
    await tables.run(
      `delete from spellings where segment = 'agent' and spelling = ${literal(agent)}`,
    );
    const folded = literal(foldValue(pseudonym));
    await tables.run(
      `insert into spellings select 'agent', ${folded}, ${literal(pseudonym)}
       where not exists (select 1 from spellings where segment = 'agent' and folded = ${folded})`,
    );
  }
}

async function forgottenIn(
  { rows }: Tables,
  table: string,
  column: string,
  { pseudonymOf }: Forgotten,
): Promise<readonly { readonly agent: string; readonly pseudonym: string }[]> {
  const found = await rows(
    `select distinct ${identifier(column)} as agent from ${identifier(table)} where ${identifier(column)} is not null`,
  );
  return found.flatMap(({ agent }) => {
    const pseudonym = typeof agent === "string" ? pseudonymOf(agent) : null;
    return typeof agent === "string" && pseudonym !== null ? [{ agent, pseudonym }] : [];
  });
}
