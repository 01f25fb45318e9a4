import type { KindId } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { addDays, clockMs, isLocalDay, localDay, startOfDay } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";
import { hoursHeld } from "./hours-held.ts";
import { oddDay } from "./odd-day.ts";
import { identifier, literal } from "./quoting.ts";
import { kindOf } from "./schema.ts";
import type { OddPull, WorkingTime } from "./store.ts";
import type { Tables } from "./tables.ts";
import { instantSql } from "./zone-sql.ts";

/** A digest of Monday tells of the whole week before it. */
const daysJudged = 7;
const weeksBefore = 8;

/**
 * What comes as customers do, day by day. All else comes in waves (invoices at the end of a month, a
 * survey of all employees), of which no weekday says what is usual.
 */
const daily: Readonly<Partial<Record<KindId, string>>> = {
  tickets: "true",
  calls: "true",
  surveys: "kind in ('csat', 'ces')",
  mentions: "true",
  sessions: "true",
  purchases: "true",
  measures: "true",
};

interface OddAsked {
  readonly source: string;
  readonly rows: number;
  readonly kinds: readonly KindId[];
  /** Up to when the source is known to be complete. */
  readonly asOf: Date;
  /** From when on changes were asked for; null: all there is. */
  readonly askedFrom: Date | null;
  readonly zone: string;
  readonly workingTime: WorkingTime | null;
}

/**
 * What is strange about a pull that succeeded: nothing in it though there was before, or one of the
 * last whole days that is unlike the same weekday of the weeks before; the newest such day. Days off
 * are not judged, and a day only against those of the same working hours.
 */
export async function oddityOf(tables: Tables, asked: OddAsked): Promise<OddPull | null> {
  const { source, rows, kinds, asOf, zone, workingTime } = asked;
  const last = addDays(localDay(asOf, zone), -1);
  const hoursOn = openHoursIn(zone, workingTime);
  for (const id of kinds) {
    const kind = kindOf(id);
    const first = await firstDayOf(tables, asked, kind);
    if (first === null) continue;
    const counted = daily[id];
    const isPlanned = counted === undefined;
    if (rows === 0 && (await wouldComeAgain(tables, asked, { kind, isPlanned }))) {
      return { code: "empty" };
    }
    if (counted === undefined) continue;
    const from = addDays(last, 1 - daysJudged - 7 * weeksBefore);
    const held = await hoursHeld(tables, { source, kind, counted, from, to: last, zone });
    const days = Array.from({ length: daysJudged }, (_, ago) => addDays(last, -ago));
    const judged = days.flatMap((day) => {
      const hours = hoursOn(day);
      if (hours === "") return [];
      const weeks = Array.from({ length: weeksBefore }, (_, at) => addDays(day, -7 * (at + 1)));
      const alike = weeks.filter((each) => each >= first && hoursOn(each) === hours);
      return [{ day, hours: held(day), weeks: alike.map(held) }];
    });
    const found = oddDay(judged);
    if (found !== null) return { ...found, kind: id };
  }
  return null;
}

/** The working hours of a day as its clocks show them; empty on a day off. */
function openHoursIn(zone: string, workingTime: WorkingTime | null): (day: LocalDay) => string {
  if (workingTime === null) return () => "always";
  const known = new Map<LocalDay, string>();
  return (day) => {
    const found =
      known.get(day) ??
      workingTime
        .intervals(null, startOfDay(day, zone), startOfDay(addDays(day, 1), zone))
        .map(({ from, to }) => `${clockMs(from, zone)}-${clockMs(to, zone)}`)
        .join();
    known.set(day, found);
    return found;
  };
}

/** The day of a source's first record of a kind; null where it brought none. */
async function firstDayOf(
  { rows }: Tables,
  { source, zone }: OddAsked,
  { id, at }: Kind,
): Promise<LocalDay | null> {
  const [found] = await rows(
    `select min(${identifier(at)}) as first from ${identifier(id)} where source = ${literal(source)}`,
  );
  const first = found?.["first"];
  if (first instanceof Date) return localDay(first, zone);
  return typeof first === "string" && isLocalDay(first) ? first : null;
}

/**
 * Whether what was asked for holds records that are here. Of changes alone those that came about
 * since then; what is written before its day, such as a shift, need not have changed since.
 */
async function wouldComeAgain(
  { rows }: Tables,
  { source, askedFrom }: OddAsked,
  { kind: { id, at }, isPlanned }: { readonly kind: Kind; readonly isPlanned: boolean },
): Promise<boolean> {
  if (askedFrom === null) return true;
  if (isPlanned) return false;
  const found = await rows(
    `select 1 as one from ${identifier(id)} where source = ${literal(source)}
       and cast(${identifier(at)} as timestamp) >= ${instantSql(askedFrom)} limit 1`,
  );
  return found.length > 0;
}
