import { kinds } from "../../kinds/index.ts";
import type { Kind } from "../../kinds/kind.ts";
import { identifier } from "../quoting.ts";
import { bookkeeping, mappedColumns, settledColumns, sqlTypes, storedColumns } from "../schema.ts";

/** Texts are compared and ordered by their bytes, as the engine does. */
const typeOf = (type: string): string =>
  type === "varchar" ? 'varchar collate "C"' : type === "double" ? "double precision" : type;

/** A column's type here, by its name. */
export const typesOf = (kind: Kind): ReadonlyMap<string, string> =>
  new Map(
    [...storedColumns(kind), ...settledColumns(kind)].map(({ name, type }) => [
      name,
      typeOf(sqlTypes[type]),
    ]),
  );

/** Whether a record of the kind always has the moment by which its table is parted into months. */
export const isAlwaysDated = ({ columns, at }: Kind): boolean => columns[at]?.required === true;

/**
 * Makes what is missing and touches nothing else. `held` has the names of the tables and indexes
 * that are there, and `table.column`.
 */
export function schemaStatements(held: ReadonlySet<string>): readonly string[] {
  const unless = (name: string, ...statements: readonly string[]): readonly string[] =>
    held.has(name) ? [] : statements;
  const table = (
    name: string,
    columns: ReadonlyMap<string, string>,
    parted = "",
  ): readonly string[] => {
    const named = [...columns].map(([column, type]) => [column, `${identifier(column)} ${type}`]);
    const all = named.map(([, each]) => each).join(", ");
    if (!held.has(name)) return [`create table ${identifier(name)} (${all})${parted}`];
    return named.flatMap(([column, each]) =>
      unless(`${name}.${column}`, `alter table ${identifier(name)} add column ${each}`),
    );
  };
  const index = (on: string, name: string, columns: readonly string[], unique = "") =>
    unless(
      `${on}_${name}`,
      `create ${unique} index ${identifier(`${on}_${name}`)} on ${identifier(on)}
       (${columns.map(identifier).join(", ")})`,
    );
  return [
    ...[...bookkeeping].flatMap(([name, columns]) =>
      table(name, new Map(columns.map(([column, type]) => [column, typeOf(type)]))),
    ),
    ...index("settings", "name", ["name"], "unique"),
    ...index("spellings", "folded", ["segment", "folded"], "unique"),
    ...index("source_states", "source", ["source"], "unique"),
    ...kinds.flatMap((kind) => [
      ...table(kind.id, typesOf(kind), ` partition by range (${identifier(kind.at)})`),
      ...(isAlwaysDated(kind) ? [] : undated(kind, unless)),
      // A key has to hold the moment; that an id of a source is there once under whatever moment is
      // seen to where records are merged.
      ...index(kind.id, "key", ["source", "id", kind.at], "unique"),
      ...momentsOf(kind).flatMap((name) => index(kind.id, name, [name])),
    ]),
  ];
}

/** The month of records that have no moment. */
function undated(
  { id }: Kind,
  unless: (name: string, statement: string) => readonly string[],
): readonly string[] {
  const name = `${id}_undated`;
  return unless(name, `create table ${identifier(name)} partition of ${identifier(id)} default`);
}

/** What puts records into a period. */
const momentsOf = (kind: Kind): readonly string[] => [
  ...new Set([
    kind.at,
    ...mappedColumns(kind)
      .filter(({ type, mayLieAhead }) => type === "instant" && mayLieAhead !== true)
      .map(({ name }) => name),
  ]),
];
