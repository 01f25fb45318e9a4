import type { Kind } from "../kinds/kind.ts";
import { addDays, clockMs, localDay, startOfDay } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";
import { identifier, literal } from "./quoting.ts";
import type { Tables } from "./tables.ts";
import { instantSql } from "./zone-sql.ts";

/** Records of a day: by the hour of the clock, or one number where the kind knows days alone. */
export type DayHours = readonly number[];

interface HoursAsked {
  readonly source: string;
  readonly kind: Kind;
  /** SQL: which of its records. */
  readonly counted: string;
  readonly from: LocalDay;
  /** The last day. */
  readonly to: LocalDay;
  readonly zone: string;
}

const hourMs = 3_600_000;

/** How many of a kind's records a source brought for each hour of each day. */
export async function hoursHeld(
  { rows }: Tables,
  { source, kind, counted, from, to, zone }: HoursAsked,
): Promise<(day: LocalDay) => DayHours> {
  const hasHours = kind.columns[kind.at]?.type === "instant";
  const at = identifier(kind.at);
  const next = addDays(to, 1);
  const [first, end] = hasHours
    ? [instantSql(startOfDay(from, zone)), instantSql(startOfDay(next, zone))]
    : [literal(from), literal(next)];
  // Clocks are ahead of UTC by part of an hour all year or not at all, but on one island.
  const restMs = clockMs(startOfDay(from, "UTC"), zone) % hourMs;
  const part = hasHours
    ? `cast(floor((extract(epoch from ${at}) + ${restMs / 1_000}) / 3600) as double precision)`
    : `cast(${at} as varchar)`;
  const found = await rows(
    `select ${part} as part, cast(count(*) as double precision) as n from ${identifier(kind.id)}
     where source = ${literal(source)} and ${at} >= ${first} and ${at} < ${end} and ${counted} group by 1`,
  );
  const days = new Map<string, number[]>();
  const none = (): number[] => Array.from({ length: hasHours ? 24 : 1 }, () => 0);
  for (const { part: begun, n } of found) {
    const instant = new Date(Number(begun) * hourMs - restMs);
    const day = hasHours ? localDay(instant, zone) : String(begun);
    const hour = hasHours ? Math.floor(clockMs(instant, zone) / hourMs) : 0;
    const hours = days.get(day) ?? none();
    hours[hour] = (hours[hour] ?? 0) + Number(n);
    days.set(day, hours);
  }
  return (day) => days.get(day) ?? none();
}
