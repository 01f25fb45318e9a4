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

/** What is told of a record by its neighbours, once they are all there: no pull brings it. */
export const settledColumns = ({ id }: Kind): readonly StoredColumn[] =>
  id === "surveys"
    ? [
        { name: "rated_before", type: "flag" },
        { name: "rated_again_at", type: "instant" },
      ]
    : [];

/**
 * The tables beside the kinds' own: what is known of each source, the rows set aside, and the one
 * spelling of each value of a segment.
 */
const written: Readonly<Record<string, string>> = {
  settings: "name varchar, value varchar",
  spellings: "segment varchar, folded varchar, spelling varchar",
  source_states: `source varchar, succeeded_at timestamp, failed_at timestamp, error varchar,
    hint varchar, as_of timestamp, newest_at timestamp, kinds varchar, rows bigint, changed bigint,
    bad_rows bigint, excluded bigint, identity varchar, odd varchar,
    asks varchar`,
  bad_rows: `source varchar, kind varchar, file varchar, record bigint, field varchar,
    reason varchar, value varchar, place bigint`,
};

export const bookkeeping: ReadonlyMap<
  string,
  readonly (readonly [column: string, type: string])[]
> = new Map(
  Object.entries(written).map(
    ([name, columns]) => [name, columns.split(",").map(nameAndType)] as const,
  ),
);

/** Every table with its columns and their types. */
export const everyTable: ReadonlyMap<string, readonly (readonly [column: string, type: string])[]> =
  new Map([
    ...bookkeeping,
    ...kinds.map(
      (kind) =>
        [
          kind.id,
          [...storedColumns(kind), ...settledColumns(kind)].map(
            ({ name, type }) => [name, sqlTypes[type]] as const,
          ),
        ] as const,
    ),
  ]);

function nameAndType(column: string): readonly [string, string] {
  const [name = "", type = ""] = column.trim().split(" ");
  return [name, type];
}

/**
 * Makes what is missing and touches nothing else. `held` has the type of each `table.column` that is
 * there: columns new in a release are added empty, and durations that kept no fractions get them.
 */
export function schemaStatements(held: ReadonlyMap<string, string>): readonly string[] {
  const known = new Set([...held.keys()].map((each) => each.slice(0, each.indexOf("."))));
  return [...everyTable].flatMap(([table, columns]): readonly string[] => {
    const named = columns.map(([name, type]) => `${identifier(name)} ${type}`);
    if (!known.has(table)) return [`create table ${identifier(table)} (${named.join(", ")})`];
    return columns.flatMap(([name, type]): readonly string[] => {
      const was = held.get(`${table}.${name}`)?.toLowerCase();
      const alter = `alter table ${identifier(table)}`;
      if (was === undefined) return [`${alter} add column ${identifier(name)} ${type}`];
      return was === "bigint" && type === "double"
        ? [`${alter} alter column ${identifier(name)} set data type double`]
        : [];
    });
  });
}
