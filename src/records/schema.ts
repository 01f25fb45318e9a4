import { type KindId, kinds } from "../kinds/index.ts";
import { type Column, type ColumnType, type Kind, segments } from "../kinds/kind.ts";
import { identifier } from "./quoting.ts";

/** How the engine stores a column; instants are UTC. */
export const sqlTypes = {
  text: "varchar",
  instant: "timestamp",
  day: "date",
  seconds: "double",
  count: "bigint",
  number: "double",
  flag: "boolean",
} as const satisfies Readonly<Record<ColumnType, string>>;

export interface StoredColumn {
  readonly name: string;
  readonly type: ColumnType;
}

export const kindOf = (id: KindId): Kind => kindById(id);

function kindById(id: string): Kind {
  const kind = kinds.find((each) => each.id === id);
  if (kind === undefined) throw new Error(`There is no kind ${id}`);
  return kind;
}

/** What a source may fill: the segment columns, then the kind's own. */
export function mappedColumns(kind: Kind): readonly (StoredColumn & Column)[] {
  return [
    ...segments.map((name) => ({ name, type: "text" }) as const),
    ...Object.entries(kind.columns).map(([name, column]) => ({ name, ...column })),
  ];
}

/** What is computed at the pull from the columns a source fills. */
export function derivedColumns(kind: Kind): readonly StoredColumn[] {
  return Object.entries(kind.derived).map(([name, derived]) => ({
    name,
    type: ["seconds", "working_seconds"].includes(derived.take) ? "seconds" : "day",
  }));
}

/** Every column of a kind's table, in the table's order. */
export function storedColumns(kind: Kind): readonly StoredColumn[] {
  return [
    { name: "source", type: "text" },
    { name: "id", type: "text" },
    ...mappedColumns(kind).map(({ name, type }) => ({ name, type })),
    ...derivedColumns(kind),
  ];
}

/** The tables beside the kinds' own: what is known of each source, and the rows set aside. */
const bookkeeping = [
  "create table if not exists settings (name varchar, value varchar)",
  `create table if not exists source_states (source varchar, succeeded_at timestamp, failed_at timestamp,
    error varchar, hint varchar, as_of timestamp, newest_at timestamp, kinds varchar, rows bigint,
    changed bigint, bad_rows bigint, excluded bigint, identity varchar)`,
  `create table if not exists bad_rows (source varchar, kind varchar, file varchar, record bigint,
    field varchar, reason varchar, value varchar)`,
  "alter table source_states add column if not exists odd varchar",
];

/** Makes what is missing and touches nothing that is there; columns new in a release are added empty. */
export function schemaStatements(): readonly string[] {
  const tables = kinds.map(
    (kind) =>
      `create table if not exists ${identifier(kind.id)} (${storedColumns(kind)
        .map(({ name, type }) => `${identifier(name)} ${sqlTypes[type]}`)
        .join(", ")})`,
  );
  const additions = kinds.flatMap((kind) =>
    storedColumns(kind).map(
      ({ name, type }) =>
        `alter table ${identifier(kind.id)} add column if not exists ${identifier(name)} ${sqlTypes[type]}`,
    ),
  );
  return [...bookkeeping, ...tables, ...additions];
}
