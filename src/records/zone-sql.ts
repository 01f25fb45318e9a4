import { literal } from "./quoting.ts";

interface Transition {
  readonly atMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** No record is older; how zones change their clocks after the end is anybody's guess. */
export const firstInstant = new Date("1990-01-01T00:00:00Z");
const firstMs = firstInstant.getTime();
const lastMs = Date.UTC(2045, 0, 1);

/** No zone has changed its clock twice within four weeks since then; a Ramadan is longer. */
const stepMs = 28 * 86_400_000;

const minuteMs = 60_000;

const known = new Map<string, readonly Transition[]>();

/**
 * A local time of a zone as UTC. `column` is a name, not an expression: it is repeated. A time that
 * a clock skips is moved forward by as much; of one that it shows twice, the first is meant.
 * The zone's changes are compiled into the statement: the engine's own zone library is slower and
 * may know other rules than Node, which counts the periods.
 */
export const toUtcSql = (column: string, zone: string): string =>
  shifted(
    column,
    transitionsOf(zone).map(({ atMs, beforeMs, afterMs }) => ({
      fromMs: atMs + Math.max(beforeMs, afterMs),
      shiftMs: -afterMs,
    })),
    -offsetMs(zone, firstMs),
  );

/** The local day of a UTC instant in a zone. `column` is a name, not an expression. */
export const toLocalDaySql = (column: string, zone: string): string =>
  `cast(${shifted(
    column,
    transitionsOf(zone).map(({ atMs, afterMs }) => ({ fromMs: atMs, shiftMs: afterMs })),
    offsetMs(zone, firstMs),
  )} as date)`;

interface Shift {
  readonly fromMs: number;
  readonly shiftMs: number;
}

/** A balanced tree of comparisons: seven of them reach any of a hundred shifts. */
function shifted(column: string, shifts: readonly Shift[], firstShiftMs: number): string {
  if (shifts.every(({ shiftMs }) => shiftMs === 0) && firstShiftMs === 0) return column;
  const branch = (from: number, to: number): string => {
    if (from === to) return String((shifts[from - 1]?.shiftMs ?? firstShiftMs) * 1000);
    const middle = Math.floor((from + to) / 2);
    const border = instantSql(new Date(shifts[middle]?.fromMs ?? 0));
    return `case when ${column} < ${border} then ${branch(from, middle)} else ${branch(middle + 1, to)} end`;
  };
  return `make_timestamp(epoch_us(${column}) + (${branch(0, shifts.length)}))`;
}

/** An instant as the engine reads it. */
export const instantSql = (instant: Date): string =>
  `timestamp ${literal(instant.toISOString().replace("T", " ").replace("Z", ""))}`;

function transitionsOf(zone: string): readonly Transition[] {
  const found = known.get(zone) ?? findTransitions(zone);
  known.set(zone, found);
  return found;
}

function findTransitions(zone: string): readonly Transition[] {
  const found: Transition[] = [];
  let beforeMs = offsetMs(zone, firstMs);
  for (let at = firstMs; at < lastMs; at += stepMs) {
    const afterMs = offsetMs(zone, at + stepMs);
    if (afterMs !== beforeMs) {
      found.push({ atMs: changeBetween(zone, at, at + stepMs, beforeMs), beforeMs, afterMs });
    }
    beforeMs = afterMs;
  }
  return found;
}

function changeBetween(zone: string, fromMs: number, toMs: number, beforeMs: number): number {
  let [low, high] = [fromMs / minuteMs, toMs / minuteMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(zone, middle * minuteMs) === beforeMs) low = middle;
    else high = middle;
  }
  return high * minuteMs;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clock is ahead of UTC. */
function offsetMs(zone: string, instantMs: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset", year: "numeric" });
  formats.set(zone, format);
  const written = format.format(instantMs);
  const [, sign, hours, minutes, seconds] =
    /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/u.exec(written) ?? [];
  if (sign === undefined) return 0;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return (sign === "-" ? -total : total) * 1000;
}
