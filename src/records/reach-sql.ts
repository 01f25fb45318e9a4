import type { Where } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";
import { narrowsBy } from "./narrowed.ts";
import type { GroupAsked, InputGroup } from "./query-sql.ts";
import { identifier } from "./quoting.ts";
import { kindOf } from "./schema.ts";
import { spreadSql } from "./spread-sql.ts";
import { filtersSql, nextContactAt, timesSeen } from "./where-sql.ts";

/**
 * The table of a group's records, with what its conditions must know of a record's neighbours: when
 * the customer came back, and the how-manieth record or day of the customer it is.
 */
export function reachSql(
  group: InputGroup,
  window: Window,
  asked: Omit<GroupAsked, "windows">,
  conditions: readonly string[],
  bindings: Bindings,
): string {
  // What is not told apart by channel is the same however it is spread.
  const isByChannel = asked.by.includes("channel") || narrowsBy("channel", asked);
  if (group.spread !== undefined && isByChannel) {
    return spreadSql(group, group.spread, window, asked, bindings);
  }
  const wheres = group.inputs.flatMap(({ where }) => (where === undefined ? [] : partsOf(where)));
  const repeatDays = Math.max(
    0,
    ...wheres.map((each) => ("noRepeatWithinDays" in each ? each.noRepeatWithinDays : 0)),
  );
  if (repeatDays > 0) return withNextContact(group, window, repeatDays, asked, bindings);
  if (wheres.some((each) => "againBy" in each)) {
    return withTimesSeen(group, asked, conditions, bindings);
  }
  return identifier(group.kind);
}

/** The window and the days in which a repeat of its contacts can come. */
function withNextContact(
  { kind, at: column }: InputGroup,
  { from, to }: Window,
  repeatDays: number,
  { hideAfter }: Pick<GroupAsked, "hideAfter">,
  { bind }: Bindings,
): string {
  const at = identifier(column);
  const until = `${bind(to, "timestamp")} + ${bind(`${repeatDays} days`, "interval")}`;
  const reach = [
    `${at} >= ${bind(from, "timestamp")}`,
    `${at} <= ${until}`,
    ...(hideAfter === null ? [] : [`${at} <= ${bind(hideAfter, "timestamp")}`]),
  ];
  const next = `lead(${at}) over (partition by ${identifier("customer")} order by ${at}, ${identifier("id")})`;
  return `(select *, ${next} as ${nextContactAt} from ${identifier(kind)} where ${reach.join(" and ")})`;
}

/** Counted among the very records that are asked about: those of the window, the filters and the group. */
function withTimesSeen(
  { kind, at }: InputGroup,
  { by, ...narrowed }: Pick<GroupAsked, "by" | "where" | "except">,
  conditions: readonly string[],
  bindings: Bindings,
): string {
  const derived = Object.entries(kindOf(kind).derived);
  const [day] = derived.find(([, each]) => each.take === "day" && each.of === at) ?? [at];
  const partition = [...by, "customer"].map(identifier).join(", ");
  const order = [at, "source", "id"].map(identifier).join(", ");
  return `(select *, row_number() over (partition by ${partition} order by ${order}) as ${timesSeen.record},
    dense_rank() over (partition by ${partition} order by ${identifier(day)}) as ${timesSeen.day}
    from ${identifier(kind)} where ${[...conditions, filtersSql(narrowed, bindings)].join(" and ")})`;
}

/** A condition and all it is made of. */
export function partsOf(where: Where): readonly Where[] {
  if ("not" in where) return [where, ...partsOf(where.not)];
  const parts = "all" in where ? where.all : "any" in where ? where.any : [];
  return [where, ...parts.flatMap(partsOf)];
}
