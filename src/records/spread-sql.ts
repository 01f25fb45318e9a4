import type { Input, Spread } from "../kpis/inputs.ts";
import { foldValue } from "../kpis/same-value.ts";
import type { Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";
import { columnsOf } from "./query-columns.ts";
import type { GroupAsked, InputGroup } from "./query-sql.ts";
import { identifier } from "./quoting.ts";
import { kindOf, storedColumns } from "./schema.ts";
import { asked as askedRecords, whereSql } from "./where-sql.ts";

type Asked = Omit<GroupAsked, "windows">;

/** Records of a channel as they are, and each of those without one as its parts, one a channel. */
export function spreadSql(
  { kind, inputs }: InputGroup,
  spread: Spread,
  window: Window,
  asked: Asked,
  bindings: Bindings,
): string {
  const sums = inputs.flatMap(({ take }) =>
    typeof take === "object" && "sum" in take ? [identifier(take.sum)] : [],
  );
  // Every column by name: what replaces one in `select *` is said otherwise in each store.
  const columns = storedColumns(kindOf(kind)).map(({ name }) => {
    const column = identifier(name);
    if (name === "channel") return "coalesce(each.channel, part.channel) as channel";
    return sums.includes(column)
      ? `each.${column} * coalesce(part.share, 1) as ${column}`
      : `each.${column}`;
  });
  const parts =
    "as" in spread ? partsAs(spread.as, window, asked, bindings) : partsOver(spread.over, bindings);
  return `(select ${columns.join(", ")} from ${identifier(kind)} as each
    left join (${parts}) as part on each.channel is null)`;
}

/** Channels that a key names, whether or not a record has them. */
export const declaredIn = ({ spread }: Pick<InputGroup, "spread">): readonly string[] =>
  spread !== undefined && "over" in spread ? Object.keys(spread.over) : [];

/** Declared in any spelling; a channel that no record has yet keeps the one it was declared in. */
function partsOver(over: Readonly<Record<string, number>>, { bind }: Bindings): string {
  const rows = Object.entries(over).map(
    ([name, share]) =>
      `select ${bind(name, "varchar")} as named, ${bind(foldValue(name), "varchar")} as folded, ${bind(share, "double precision")} / 100 as share`,
  );
  if (rows.length === 0) return "select null as channel, 1 as share where false";
  return `select coalesce(spelled.spelling, declared.named) as channel, declared.share
    from (${rows.join(" union all ")}) as declared left join spellings as spelled
    on spelled.segment = 'channel' and spelled.folded = declared.folded where declared.share > 0`;
}

/** The share of each channel in what another input counts in the window, whatever the question narrows to. */
function partsAs(
  { kind, at, where }: Input,
  window: Window,
  { hideAfter, dueBefore }: Asked,
  bindings: Bindings,
): string {
  const { bind } = bindings;
  const column = columnsOf(kind, hideAfter, bindings);
  const begun = identifier(at);
  const context = { column, bindings, at, window, hideAfter, dueBefore };
  const conditions = [
    `${begun} >= ${bind(window.from, "timestamp")}`,
    `${begun} < ${bind(window.to, "timestamp")}`,
    ...(hideAfter === null ? [] : [`${begun} <= ${bind(hideAfter, "timestamp")}`]),
    ...(where === undefined ? [] : [`(${whereSql(where, context)})`]),
  ];
  return `select channel, cast(count(*) as double precision) / sum(count(*)) over () as share
    from ${identifier(kind)} as ${askedRecords} where ${conditions.join(" and ")} group by channel`;
}
