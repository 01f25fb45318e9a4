import type { DuckDBConnection } from "@duckdb/node-api";
import { excludedReason } from "../compile-kind.ts";
import type { MappedKind } from "../map-stage.ts";
import { identifier, literal } from "../quoting.ts";
import { storedColumns } from "../schema.ts";
import { typesOf } from "./schema-statements.ts";
import { sendTable } from "./send-table.ts";
import type { Session } from "./session.ts";

/**
 * Brings a kind's records up to what was mapped, inside the caller's transaction: what differs is
 * replaced, what is new is added, what is now left out goes. Gives how many changed.
 */
export async function mergeKind(
  engine: DuckDBConnection,
  session: Session,
  source: string,
  { compiled, table, excluded }: MappedKind,
): Promise<number> {
  const { run, rows } = session;
  const { kind, columns } = compiled;
  const types = typesOf(kind);
  const sent = columns.map((name) => [name, types.get(name) ?? "varchar"] as const);
  await sendTable(engine, session, {
    table,
    columns: sent,
    from: `${identifier(table)} where fault is null`,
  });
  const [target, mapped] = [identifier(kind.id), identifier(table)];
  const ofSource = `held.source = ${literal(source)}`;
  const [first] = await rows(
    `select exists (select 1 from ${target} as held where ${ofSource}) as holds`,
  );
  const names = columns.map(identifier);
  const added = `insert into ${target} (source, ${names.join(", ")})
    select ${literal(source)}, ${names.join(", ")} from ${mapped} as mapped`;
  if (first?.["holds"] !== true) return await run(added);

  const dropped = excluded === 0 ? 0 : await dropExcluded();
  const rowOf = (alias: string) => `(${names.map((name) => `${alias}.${name}`).join(", ")})`;
  const empty = storedColumns(kind)
    .filter(({ name }) => name !== "source" && !columns.includes(name))
    .map(({ name }) => `held.${identifier(name)} is not null`);
  const differs = [`${rowOf("mapped")} is distinct from ${rowOf("held")}`, ...empty].join(" or ");
  await run(
    `delete from ${target} as held using ${mapped} as mapped
     where ${ofSource} and held.id = mapped.id and (${differs})`,
  );
  const isThere = `select 1 from ${target} as held where ${ofSource} and held.id = mapped.id`;
  const changed = await run(`${added} where not exists (${isThere})`);
  await refuseDoubled();
  return dropped + changed;

  async function dropExcluded(): Promise<number> {
    const codes = compiled.faults.flatMap(({ reason }, code) =>
      reason === excludedReason ? [code] : [],
    );
    const out = `select id from ${mapped} where fault in (${codes.join(", ")})`;
    const name = `${table}_excluded`;
    await sendTable(engine, session, {
      table: name,
      columns: [["id", types.get("id") ?? "varchar"]],
      from: `(${out} except select id from ${mapped} where fault is null) where id is not null`,
    });
    return await run(
      `delete from ${target} as held
       where ${ofSource} and held.id in (select id from ${identifier(name)})`,
    );
  }

  /** No key says that an id stands once under whatever month. */
  async function refuseDoubled(): Promise<void> {
    const [doubled] = await rows(
      `select held.id from ${target} as held join ${mapped} as mapped on mapped.id = held.id
       where ${ofSource} group by held.id having count(*) > 1 limit 1`,
    );
    if (doubled !== undefined) throw new Error(`${kind.id} would hold an id of ${source} twice`);
  }
}
