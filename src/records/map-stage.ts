import type { DuckDBConnection } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import { type CompiledKind, excludedReason } from "./compile-kind.ts";
import type { Landing } from "./land.ts";
import { identifier, literal } from "./quoting.ts";
import { watchEngine } from "./watch-engine.ts";

/** A kind's records in a temporary table, and how many of them are no good. */
export interface MappedKind {
  readonly compiled: CompiledKind;
  /** Has the kind's columns beside `record` and `fault`; ids without a fault are unique. */
  readonly table: string;
  /** The row's place in the stage, as SQL over the table. */
  readonly place: "rowid" | "record";
  readonly rows: number;
  /** Rows that were understood or should have been. */
  readonly considered: number;
  readonly unreadable: number;
  readonly contradicting: number;
  readonly excluded: number;
}

export interface MappingWays {
  readonly isView: boolean;
  /** How much of the stage is mapped, above 0 and below 1. */
  readonly tell: (share: number) => void;
}

/** Makes the records of one kind out of the stage. */
export async function mapStage(
  connection: DuckDBConnection,
  compiled: CompiledKind,
  { isView, tell }: MappingWays,
): Promise<MappedKind> {
  const table = `mapped_${compiled.kind.id}`;
  // A view has no row ids; its rows keep their order in what is made of them.
  const [record, place] = isView ? (["null", "rowid"] as const) : (["rowid", "record"] as const);
  await watchEngine(connection, tell, () =>
    connection.run(
      `create or replace temp table ${identifier(table)} as ${compiled.selectWith(record)}`,
    ),
  );
  const counting = await connection.runAndReadAll(`select count(*) from ${identifier(table)}`);
  await keepLast(connection, table, place);
  const counted = await connection.runAndReadAll(
    `select fault, count(*) from ${identifier(table)} group by fault`,
  );
  const sum = { considered: 0, unreadable: 0, contradicting: 0, excluded: 0 };
  for (const [code, count] of counted.getRows()) {
    const rows = Number(count);
    const fault = code === null ? undefined : compiled.faults[Number(code)];
    if (fault?.reason === excludedReason) sum.excluded += rows;
    else sum.considered += rows;
    if (fault !== undefined && !fault.isSoft) sum.unreadable += rows;
    if (fault?.isSoft === true && fault.reason !== excludedReason) sum.contradicting += rows;
  }
  return { compiled, table, place, rows: Number(counting.value(0, 0)), ...sum };
}

/** The same id twice in one pull: the last row is the newest. */
async function keepLast(
  connection: DuckDBConnection,
  table: string,
  place: MappedKind["place"],
): Promise<void> {
  const name = identifier(table);
  const doubled = `select id, max(${place}) as last from ${name} where fault is null group by id having count(*) > 1`;
  await connection.run(`create or replace temp table doubled as ${doubled}`);
  await connection.run(
    `delete from ${name} as mapped using doubled
     where mapped.id = doubled.id and mapped.fault is null and mapped.${place} <> doubled.last`,
  );
}

/** What part of a kind's rows may be unreadable before nothing is believed. */
const mostUnreadableShare = 0.01;

/** Single rows contradict themselves in every desk; half of a file means that it is read wrongly. */
const mostContradictingShare = 0.5;
const someRows = 10;

/** Bad rows of one pull that are kept to be looked at. */
const mostBadRows = 1000;

/** Fills the temporary table `set_aside` with the rows that have a fault, in their order. */
export async function collectBadRows(
  connection: DuckDBConnection,
  source: string,
  kinds: readonly MappedKind[],
  landing: Landing,
): Promise<void> {
  await connection.run(
    "create or replace temp table set_aside as select * from bad_rows where false",
  );
  await connection.run(
    "create or replace temp table landed (file varchar, first bigint, until bigint)",
  );
  if (kinds.some(({ unreadable, contradicting }) => unreadable + contradicting > 0)) {
    await landing.fillStage();
  }
  const rows = landing.batches.map(({ name, first }, at) => {
    const until = landing.batches[at + 1]?.first ?? Number.MAX_SAFE_INTEGER;
    return `(${literal(name)}, ${first}, ${until})`;
  });
  if (rows.length > 0) await connection.run(`insert into landed values ${rows.join(", ")}`);
  for (const { compiled, table, place, unreadable, contradicting } of kinds) {
    if (unreadable + contradicting === 0) continue;
    const named = compiled.faults
      .map((fault, code) => ({ ...fault, code }))
      .filter(({ reason }) => reason !== excludedReason);
    const codes = named.map(
      ({ code, field, reason }) => `(${code}, ${literal(field)}, ${literal(reason)})`,
    );
    const said = named.map(({ code, said }) => `when ${code} then ${said ?? "null"}`);
    await connection.run(
      `insert into set_aside
       select ${literal(source)}, ${literal(compiled.kind.id)}, landed.file, mapped.${place} - landed.first + 1,
         named.field, named.reason, ${shownSql(`case fault ${said.join(" ")} end`)}, mapped.${place}
       from ${identifier(table)} as mapped
         join (values ${codes.join(", ")}) as named (code, field, reason) on named.code = mapped.fault
         join landed on mapped.${place} >= landed.first and mapped.${place} < landed.until
         join stage on stage.rowid = mapped.${place}
       order by mapped.${place} limit ${mostBadRows}`,
    );
  }
}

/** What a row says, short enough to be looked at, a NUL as its picture: nothing else keeps one. */
const shownSql = (said: string): string => `replace(left(${said}, 80), chr(0), chr(9216))`;

/** Throws `pull_refused` where more rows of a kind are unreadable than an honest export has. */
export async function refuseIfBad(
  connection: DuckDBConnection,
  kinds: readonly MappedKind[],
): Promise<void> {
  for (const { compiled, considered, unreadable, contradicting } of kinds) {
    if (contradicting > Math.max(someRows, considered * mostContradictingShare)) {
      throw new AppError(
        "pull_refused",
        `${contradicting} of ${considered} rows for ${compiled.kind.id} contradict themselves or lie in the future`,
        { hint: "Check the format and the timezone of its times, and which column is which." },
      );
    }
    if (unreadable <= considered * mostUnreadableShare) continue;
    const soft = compiled.faults
      .filter(({ isSoft }) => isSoft)
      .map(({ reason }) => literal(reason));
    const reader = await connection.runAndReadAll(
      `select file, record, field, reason, value from set_aside
       where kind = ${literal(compiled.kind.id)} and reason not in (${["''", ...soft].join(", ")})
       order by record limit 1`,
    );
    const [file, record, field, reason, value] = reader.getRows()[0] ?? [];
    const where = [file, `record ${String(record)}`, field].filter(Boolean).join(", ");
    const what = typeof value === "string" ? `${String(reason)} ${JSON.stringify(value)}` : reason;
    throw new AppError(
      "pull_refused",
      `${unreadable} of ${considered} rows for ${compiled.kind.id} cannot be read, such as ${where}: ${String(what)}`,
      { hint: "Correct the file or the mapping; goalpost doctor lists the rows." },
    );
  }
}
