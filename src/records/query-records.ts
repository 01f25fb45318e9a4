import type { Terms } from "../kpis/inputs.ts";
import type { Window } from "../periods/period.ts";
import { createBindings } from "./bindings.ts";
import { identifier } from "./quoting.ts";
import { type GroupAsked, type InputGroup, scopeSql } from "./query-sql.ts";
import { storedColumns, kindOf } from "./schema.ts";
import type { RecordStore, ResultRow } from "./store.ts";
import { whereSql, type WhereContext } from "./where-sql.ts";

/** `mixed`: those that add something and those that do not in turn, the newest of each first. */
export type RecordOrder = "mixed" | "largest" | "smallest" | "oldest";

export interface RecordsAsked extends Omit<GroupAsked, "windows" | "by"> {
  readonly window: Window;
  /** Where the records lie, and all inputs that are asked of them. */
  readonly group: InputGroup;
  /** A record is counted where these come to more than 0. */
  readonly weight: Terms;
  /** What a record adds to the figure: terms, or a column of it. */
  readonly part: Terms | { readonly column: string };
  readonly order: RecordOrder;
  /** Only those whose part is at most or at least this. */
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly limit: number;
}

/** One record behind a figure: no names, only where to find it. */
export interface FoundRecord {
  readonly source: string;
  readonly id: string;
  /** As the source wrote it: nothing says that it is an address. */
  readonly url: string | null;
  readonly at: Date;
  readonly channel: string | null;
  readonly topic: string | null;
  /** What it adds to the figure: 1, 0 or −1 of a share, the seconds of a duration. */
  readonly part: number | null;
}

export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  /** How many there are, shown or not. */
  readonly total: number;
}

const orders: Readonly<Record<RecordOrder, string>> = {
  mixed: "place, part desc nulls last",
  largest: "part desc nulls last, happened_at desc",
  smallest: "part nulls last, happened_at desc",
  oldest: "happened_at",
};

/** The records that a figure is made of. */
export async function findRecords(store: RecordStore, asked: RecordsAsked): Promise<FoundRecords> {
  const bindings = createBindings();
  const { bind } = bindings;
  const { group } = asked;
  const { context, from, conditions } = scopeSql(
    group,
    asked.window,
    { ...asked, by: [] },
    bindings,
  );
  const part =
    "column" in asked.part ? context.column(asked.part.column) : termsSql(asked.part, context);
  const hasUrl = storedColumns(kindOf(group.kind)).some(({ name }) => name === "url");
  const bounds = [
    ...(asked.atMost === undefined ? [] : [`part <= ${bind(asked.atMost, "double precision")}`]),
    ...(asked.atLeast === undefined ? [] : [`part >= ${bind(asked.atLeast, "double precision")}`]),
  ];
  const rows = await store.query(
    [
      "with counted as (",
      `select source, id, ${hasUrl ? "url" : "cast(null as varchar) as url"}, channel, topic,`,
      `cast(${identifier(group.at)} as timestamp) as happened_at, cast(${part} as double precision) as part`,
      `from ${from} where ${[...conditions, `${termsSql(asked.weight, context)} > 0`].join(" and ")}),`,
      "placed as (select *, count(*) over () as total,",
      "row_number() over (partition by part > 0 order by happened_at desc, source, id) as place",
      `from counted where ${bounds.length === 0 ? "true" : bounds.join(" and ")})`,
      `select * from placed order by ${orders[asked.order]}, source, id`,
      `limit cast(${bind(asked.limit, "double precision")} as bigint)`,
    ].join("\n"),
    bindings.values,
  );
  return { records: rows.flatMap(toRecord), total: Number(rows[0]?.["total"] ?? 0) };
}

/** What one record brings to some terms. */
const termsSql = (terms: Terms, context: WhereContext): string =>
  terms.length === 0
    ? "0"
    : terms
        .map(({ times, input: { take, where } }) => {
          const known =
            typeof take === "object" && "distinct" in take ? { known: take.distinct } : null;
          const all = [...(where === undefined ? [] : [where]), ...(known === null ? [] : [known])];
          const one = typeof take === "object" && "sum" in take ? context.column(take.sum) : "1";
          const value = `coalesce(case when ${whereSql({ all }, context)} then ${one} end, 0)`;
          return `${times === 1 ? "+" : "-"} ${value}`;
        })
        .join(" ");

function toRecord(row: ResultRow): readonly FoundRecord[] {
  const { happened_at: at, part } = row;
  if (!(at instanceof Date)) return [];
  return [
    {
      source: text(row["source"]) ?? "",
      id: text(row["id"]) ?? "",
      url: text(row["url"]),
      at,
      channel: text(row["channel"]),
      topic: text(row["topic"]),
      part: typeof part === "number" ? part : null,
    },
  ];
}

const text = (value: ResultRow[string] | undefined): string | null =>
  typeof value === "string" ? value : null;
