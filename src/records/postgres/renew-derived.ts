import type { DuckDBConnection } from "@duckdb/node-api";
import { kinds } from "../../kinds/index.ts";
import type { Kind } from "../../kinds/kind.ts";
import { appendTo } from "../append-to.ts";
import { identifier, literal } from "../quoting.ts";
import { derivedFor, renewKind } from "../renew-derived.ts";
import { derivedColumns, mappedColumns } from "../schema.ts";
import { beginSpellings } from "../settle-spellings.ts";
import type { WorkingTime } from "../store.ts";
import { inTransaction } from "../tables.ts";
import { fetchSpellings } from "./fetch-spellings.ts";
import { typesOf } from "./schema-statements.ts";
import { sendTable } from "./send-table.ts";
import type { Session } from "./session.ts";

/**
 * Computes the derived columns again where they were computed for another zone, another calendar or
 * otherwise than this release does: in the engine, a month of a kind at a time.
 */
export async function renewDerived(
  engine: DuckDBConnection,
  session: Session,
  zone: string,
  workingTime: WorkingTime | null,
): Promise<void> {
  const wanted = derivedFor(zone, workingTime);
  const [held] = await session.rows("select value from settings where name = 'derived_for'");
  if (held?.["value"] === wanted) return;
  await fetchSpellings(session, engine);
  await beginSpellings(engine);
  await inTransaction(session, async () => {
    for (const kind of kinds) {
      if (derivedColumns(kind).length === 0) continue;
      const at = identifier(kind.at);
      const months = await session.rows(
        `select distinct cast(date_trunc('month', ${at}) as date) as first from ${identifier(kind.id)}`,
      );
      for (const { first } of months) {
        const month =
          typeof first === "string"
            ? `held.${at} >= '${first}' and held.${at} < date '${first}' + interval '1 month'`
            : `held.${at} is null`;
        await renewMonth(engine, session, kind, month, () =>
          renewKind(engine, kind.id, zone, workingTime),
        );
      }
    }
    await session.run("delete from settings where name = 'derived_for'");
    await session.run(`insert into settings values ('derived_for', ${literal(wanted)})`);
  });
}

async function renewMonth(
  engine: DuckDBConnection,
  session: Session,
  kind: Kind,
  month: string,
  renew: () => Promise<void>,
): Promise<void> {
  const key = ["source", "id"];
  const table = identifier(kind.id);
  await fetchRecords(engine, session, kind, month);
  await renew();
  const derived = derivedColumns(kind).map(({ name }) => name);
  const types = typesOf(kind);
  const columns = [...key, ...derived].map((name) => [name, types.get(name) ?? ""] as const);
  await session.run("drop table if exists renewed");
  await sendTable(engine, session, { table: "renewed", columns, from: table });
  await engine.run(`delete from ${table}`);
  const set = derived.map((name) => `${identifier(name)} = renewed.${identifier(name)}`);
  const isSame = key.map((name) => `held.${name} = renewed.${name}`).join(" and ");
  await session.run(
    `update ${table} as held set ${set.join(", ")} from renewed
     where ${isSame} and ${month}`,
  );
}

/** Records that are kept as rows of the engine's table of the same name, without what is derived. */
async function fetchRecords(
  engine: DuckDBConnection,
  { rows }: Session,
  kind: Kind,
  month: string,
): Promise<void> {
  const names = ["source", "id", ...mappedColumns(kind).map(({ name }) => name)];
  const asText = names.map((name, at) => `cast(${identifier(name)} as varchar) as c${at}`);
  const held = await rows(
    `select ${asText.join(", ")} from ${identifier(kind.id)} as held where ${month}`,
  );
  const texts = names.map((_, at) => `c${at} varchar`);
  await engine.run(`create or replace temp table fetched (${texts.join(", ")})`);
  await appendTo(engine, ["fetched", "main", "temp"], async (appender) => {
    for (const row of held) {
      for (const at of names.keys()) {
        const text = row[`c${at}`];
        if (typeof text === "string") appender.appendVarchar(text);
        else appender.appendNull();
      }
      appender.endRow();
    }
  });
  // The engine reads each text as its column has it.
  await engine.run(
    `insert into ${identifier(kind.id)} (${names.map(identifier).join(", ")}) select * from fetched`,
  );
  await engine.run("drop table temp.fetched");
}
