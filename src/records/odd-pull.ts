import type { KindId } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { addDays, localDay, startOfDay } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";
import { identifier, literal } from "./quoting.ts";
import { kindOf } from "./schema.ts";
import type { OddPull, WorkingTime } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Less than half or more than three times of the usual is odd. */
const fewShare = 0.5;
const manyShare = 3;
/** A desk this small swings by itself. */
const fewestUsual = 10;
const weeksBefore = 8;
const fewestWeeks = 4;

interface OddAsked {
  readonly source: string;
  readonly rows: number;
  readonly kinds: readonly KindId[];
  /** Up to when the source is known to be complete. */
  readonly asOf: Date;
  readonly zone: string;
  readonly workingTime: WorkingTime | null;
}

/**
 * What is strange about a pull that succeeded: nothing in it though there was before, or a last
 * whole day that is unlike the same weekday of the weeks before. Days off are not judged.
 */
export async function oddityOf(tables: Tables, asked: OddAsked): Promise<OddPull | null> {
  const { source, rows, kinds, asOf, zone, workingTime } = asked;
  const day = addDays(localDay(asOf, zone), -1);
  const window = { from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) };
  const isDayOff =
    workingTime !== null && workingTime.intervals(null, window.from, window.to).length === 0;
  for (const id of kinds) {
    const counts = await countsOf(tables, source, kindOf(id), day);
    if (counts === null) continue;
    if (rows === 0) return { code: "empty" };
    if (isDayOff || counts.before.length < fewestWeeks) continue;
    const usual = median(counts.before);
    if (usual < fewestUsual) continue;
    const found = { kind: id, day, count: counts.count, usual };
    if (counts.count < usual * fewShare) return { code: "few", ...found };
    if (counts.count > usual * manyShare) return { code: "many", ...found };
  }
  return null;
}

/** Records of that day, and of the same weekday in the weeks since the source's first; null without any. */
async function countsOf(
  { rows }: Tables,
  source: string,
  kind: Kind,
  day: LocalDay,
): Promise<{ readonly count: number; readonly before: readonly number[] } | null> {
  const column = identifier(dayColumnOf(kind));
  const days = Array.from({ length: weeksBefore + 1 }, (_, weeks) => addDays(day, -7 * weeks));
  const on = days.map((each, at) => `count(*) filter (where ${column} = '${each}') as d${at}`);
  const [found] = await rows(
    `select cast(min(${column}) as varchar) as first, ${on.join(", ")}
     from ${identifier(kind.id)} where source = ${literal(source)}`,
  );
  const first = found?.["first"];
  if (typeof first !== "string") return null;
  const [count = 0, ...weeks] = days.map((_, at) => Number(found?.[`d${at}`]));
  return { count, before: weeks.filter((_, at) => (days[at + 1] ?? "") >= first) };
}

/** The local day of the instant that says when a record happened. */
function dayColumnOf(kind: Kind): string {
  const derived = Object.entries(kind.derived).find(
    ([, each]) => each.take === "day" && each.of === kind.at,
  );
  return derived === undefined ? kind.at : derived[0];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}
