import { setImmediate } from "node:timers/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { DuckDBTimestampValue } from "@duckdb/node-api";
import type { Kind } from "../kinds/kind.ts";
import type { CompiledKind } from "./compile-kind.ts";
import { foldValue } from "../kpis/same-value.ts";
import { appendTo } from "./append-to.ts";
import { identifier, literal } from "./quoting.ts";
import { spellingsOf } from "./settle-spellings.ts";
import type { WorkingTime } from "./store.ts";

interface Worked {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Replaces the working seconds of a mapped table, counted as calendar time until here. */
export async function addWorkingSeconds(
  connection: DuckDBConnection,
  { kind, columns }: CompiledKind,
  table: string,
  workingTime: WorkingTime,
): Promise<void> {
  const worked = workedColumns(kind).filter(({ name }) => columns.includes(name));
  if (worked.length === 0) return;
  await layWorkingTime(connection, table, worked, workingTime);
  const calendar = columns.includes("team")
    ? await calendarSql(connection, workingTime.teams)
    : noTeam;
  const replaced = worked.map((each) => `${workedSql(each)} as ${identifier(each.name)}`);
  const copy = identifier(`${table}_worked`);
  await connection.run(
    `create or replace temp table ${copy} as
     select base.* replace (${replaced.join(", ")})
     from ${joined(table, worked, calendar)}`,
  );
  await connection.run(`drop table ${identifier(table)}`);
  await connection.run(`alter table ${copy} rename to ${identifier(table)}`);
}

/** The working seconds of records that are held already, after the calendar changed. */
export async function renewWorkingSeconds(
  connection: DuckDBConnection,
  kind: Kind,
  workingTime: WorkingTime,
): Promise<void> {
  const worked = workedColumns(kind);
  if (worked.length === 0) return;
  await layWorkingTime(connection, kind.id, worked, workingTime);
  const calendar = await calendarSql(connection, workingTime.teams);
  const values = worked.map((each) => `${workedSql(each)} as ${identifier(each.name)}`);
  await connection.run(
    `create or replace temp table renewed as select base.rowid as place, ${values.join(", ")}
     from ${joined(kind.id, worked, calendar)}`,
  );
  const set = worked.map(({ name }) => `${identifier(name)} = renewed.${identifier(name)}`);
  await connection.run(
    `update ${identifier(kind.id)} as held set ${set.join(", ")} from renewed where held.rowid = renewed.place`,
  );
  await connection.run("drop table temp.renewed");
}

const workedColumns = (kind: Kind): readonly Worked[] =>
  Object.entries(kind.derived).flatMap(([name, each]) =>
    each.take === "working_seconds" ? [{ name, from: each.from, to: each.to }] : [],
  );

const instantsOf = (worked: readonly Worked[]): readonly string[] => [
  ...new Set(worked.flatMap(({ from, to }) => [from, to])),
];

/** The calendar of everybody without one of their own, in `working_time`. */
const noTeam = "''";

/** Whose calendar a record has, by the spelling of its team: that of a team as the configuration writes it. */
async function calendarSql(
  connection: DuckDBConnection,
  teams: readonly string[],
): Promise<string> {
  const spelling = await spellingsOf(connection, "team");
  const own = teams.map((team) => {
    const held = spelling.get(foldValue(team)) ?? team;
    return `when ${literal(held)} then ${literal(team)}`;
  });
  return own.length === 0 ? noTeam : `case team ${own.join(" ")} else ${noTeam} end`;
}

/** Each instant meets the last working interval that had begun by then, of its own team. */
function joined(table: string, worked: readonly Worked[], calendar: string): string {
  const joins = instantsOf(worked).map((instant) => {
    const met = identifier(`at ${instant}`);
    return `asof left join working_time as ${met}
      on ${met}.team = base.calendar and base.${identifier(instant)} >= ${met}.starts`;
  });
  return `(select *, rowid, ${calendar} as calendar from ${identifier(table)}) as base ${joins.join(" ")}`;
}

/** All working time before an instant: that before its interval, and as much of that as has passed. */
function workedUntil(instant: string): string {
  const met = identifier(`at ${instant}`);
  const passed = `epoch_us(base.${identifier(instant)}) - epoch_us(${met}.starts)`;
  return `coalesce(${met}.before_us + least(${passed}, ${met}.length_us), 0)`;
}

const workedSql = ({ from, to }: Worked): string =>
  `case when base.${identifier(to)} is not null and base.${identifier(from)} is not null
    then cast(${workedUntil(to)} - ${workedUntil(from)} as double) / 1000000 end`;

const monthMs = 31 * 86_400_000;

/** Lays the calendars over the time the table's records span; a month at a time, to let others in. */
async function layWorkingTime(
  connection: DuckDBConnection,
  table: string,
  worked: readonly Worked[],
  { teams, intervals }: WorkingTime,
): Promise<void> {
  await connection.run(
    `create or replace temp table working_time
      (team varchar, starts timestamp, before_us bigint, length_us bigint)`,
  );
  const span = await spanOf(connection, table, instantsOf(worked));
  if (span === null) return;
  await appendTo(connection, ["working_time", "main", "temp"], async (appender) => {
    for (const team of [null, ...teams]) {
      let beforeUs = 0n;
      for (let at = span.fromMs; at < span.toMs; at += monthMs) {
        const month = intervals(team, new Date(at), new Date(Math.min(at + monthMs, span.toMs)));
        for (const { from, to } of month) {
          const lengthUs = BigInt(to.getTime() - from.getTime()) * 1000n;
          appender.appendVarchar(team ?? "");
          appender.appendTimestamp(new DuckDBTimestampValue(BigInt(from.getTime()) * 1000n));
          appender.appendBigInt(beforeUs);
          appender.appendBigInt(lengthUs);
          appender.endRow();
          beforeUs += lengthUs;
        }
        await setImmediate();
      }
    }
  });
}

async function spanOf(
  connection: DuckDBConnection,
  table: string,
  instants: readonly string[],
): Promise<{ readonly fromMs: number; readonly toMs: number } | null> {
  const all = instants.map(identifier);
  const reader = await connection.runAndReadAll(
    `select least(${all.map((each) => `min(${each})`).join(", ")}),
       greatest(${all.map((each) => `max(${each})`).join(", ")}) from ${identifier(table)}`,
  );
  const [from, to] = reader.getRows()[0] ?? [];
  if (!(from instanceof DuckDBTimestampValue) || !(to instanceof DuckDBTimestampValue)) return null;
  return { fromMs: Number(from.micros / 1000n), toMs: Number(to.micros / 1000n) + 1 };
}
