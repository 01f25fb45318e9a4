import { segments, type Segment } from "../kinds/kind.ts";
import { foldValue } from "../kpis/same-value.ts";
import { needsOfMeasure, type Needs } from "../kpis/evaluate.ts";
import { isAdditive } from "../kpis/inputs.ts";
import { namesUnset } from "../kpis/names-unset.ts";
import type { Filters } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import type { FigureRow } from "../records/query.ts";
import type { Extent } from "../records/query-extent.ts";
import { blankTest, withoutBlanks } from "./blanks.ts";
import type { Measuring } from "./measuring.ts";
import type { Plan } from "./plan.ts";
import { readingOf, type Reading } from "./reading.ts";

/** A KPI over some windows of one part of the desk. */
export interface ReadingsAsked {
  readonly plan: Plan;
  readonly windows: readonly Window[];
  readonly where: Filters;
}

interface ReadWith {
  readonly measuring: Measuring;
  readonly extent: (plan: Plan) => Promise<Extent | null>;
}

/**
 * How each KPI stood in each of its windows, in the order asked. Parts of the desk that differ only
 * in the values of the same segments are measured together, split by those segments: a hundred
 * teams cost the statements of one.
 */
export async function readMany(
  asked: readonly ReadingsAsked[],
  { measuring, extent }: ReadWith,
): Promise<readonly (readonly Reading[])[]> {
  const answers = new Map<ReadingsAsked, readonly Reading[]>();
  const byPlan = grouped(asked, ({ plan }) => JSON.stringify([plan.id, plan.options]));
  const work = byPlan.map(async (alike) => {
    const [{ plan }] = alike;
    const needs = needsOfMeasure(plan.formula);
    const isBlank = blankTest(plan.formula);
    const rows = await rowsOfParts(alike, needs, measuring);
    const readings = alike.map((each) => (rows.get(each) ?? []).map((row) => readingOf(plan, row)));
    const reach = readings.flat().some(isBlank) ? await extent(plan) : null;
    for (const [place, each] of alike.entries()) {
      const own = readings[place] ?? [];
      answers.set(each, own.some(isBlank) ? withoutBlanks(own, each.windows, isBlank, reach) : own);
    }
  });
  await Promise.all(work);
  return asked.map((each) => answers.get(each) ?? []);
}

type RowsOf = ReadonlyMap<ReadingsAsked, readonly FigureRow[]>;
type Some<T> = readonly [T, ...T[]];

/** The sums of one KPI in each window of each part. */
async function rowsOfParts(
  asked: Some<ReadingsAsked>,
  needs: Needs,
  measuring: Measuring,
): Promise<RowsOf> {
  const alone = async (each: Some<ReadingsAsked>) => rowsOfOne(each, needs, measuring);
  const found = await Promise.all(
    grouped(asked, shapeFor(needs)).map(async (alike) => {
      const parts = grouped(alike, partOf);
      if (parts.length === 1) return [await alone(alike)];
      const { rows, left } = await rowsTogether(alike, needs, measuring);
      return [rows, ...(await Promise.all(grouped(left, partOf).map(alone)))];
    }),
  );
  return new Map(found.flat().flatMap((rows) => [...rows]));
}

const partOf = ({ where }: ReadingsAsked): string => JSON.stringify(where);

/** What may be measured together. A whole that a segment does not split cannot be taken apart by it again. */
function shapeFor({ inputs }: Needs): (asked: ReadingsAsked) => string {
  const unsplit = new Set(inputs.flatMap(({ ignores = [] }) => ignores));
  return (asked) => {
    const by = segmentsOf(asked);
    const isOfValues = Object.values(asked.where).every((filter) => "in" in filter);
    return isOfValues && by.every((segment) => !unsplit.has(segment))
      ? by.join(" ")
      : partOf(asked);
  };
}

const segmentsOf = ({ where }: ReadingsAsked): readonly Segment[] =>
  segments.filter((segment) => where[segment] !== undefined);

/** Of one part of the desk, whatever its filters. */
async function rowsOfOne(
  asked: Some<ReadingsAsked>,
  needs: Needs,
  measuring: Measuring,
): Promise<RowsOf> {
  const { windows, placeOf } = windowsOf(asked);
  const rows = await measuring({ needs, windows, where: asked[0].where });
  const byPlace = new Map(rows.map((row) => [row.window, row]));
  return new Map(
    asked.map((each) => [each, each.windows.map((at) => rowAt(byPlace, placeOf(at)))]),
  );
}

/** Of parts that name values of the same segments. Left are those that must be measured alone. */
async function rowsTogether(asked: Some<ReadingsAsked>, needs: Needs, measuring: Measuring) {
  const { windows, placeOf } = windowsOf(asked);
  const by = segmentsOf(asked[0]);
  const measured = await measuring({
    needs,
    windows,
    by,
    where: anyOf(asked, by),
    withEmpty: true,
  });
  const empty = new Map<number, FigureRow>();
  const byKey = new Map<string, FigureRow[]>();
  for (const row of measured) {
    if (row.key.length < by.length) empty.set(row.window, row);
    else {
      const name = keyName(row.window, row.key);
      byKey.set(name, [...(byKey.get(name) ?? []), row]);
    }
  }
  const addsUp = needs.percentiles.length === 0 && needs.inputs.every(isAdditive);
  const rows = new Map<ReadingsAsked, readonly FigureRow[]>();
  const left: ReadingsAsked[] = [];
  for (const each of asked) {
    const keys = keysOf(each.where, by);
    const own = each.windows.map((window) => {
      const place = placeOf(window);
      const parts = keys.flatMap((key) => byKey.get(keyName(place, key)) ?? []);
      return parts.length <= 1 || addsUp ? sumOfRows(parts, rowAt(empty, place)) : null;
    });
    const known = own.filter((row) => row !== null);
    if (known.length === own.length) rows.set(each, known);
    else left.push(each);
  }
  return { rows, left };
}

const nameOf = ({ from, to }: Window): string => `${+from} ${+to}`;

/** Each window once, and the place of each. */
function windowsOf(asked: readonly ReadingsAsked[]) {
  const once = new Map(asked.flatMap((each) => each.windows).map((each) => [nameOf(each), each]));
  const places = new Map([...once.keys()].map((name, place) => [name, place]));
  return {
    windows: [...once.values()],
    placeOf: (window: Window): number => places.get(nameOf(window)) ?? -1,
  };
}

function rowAt(rows: ReadonlyMap<number, FigureRow>, place: number): FigureRow {
  const row = rows.get(place);
  if (row === undefined) throw new RangeError(`window ${place} was not measured`);
  return row;
}

/** Every value that any of them names. */
const anyOf = (asked: readonly ReadingsAsked[], by: readonly Segment[]): Filters =>
  Object.fromEntries(
    by.map((segment) => [
      segment,
      { in: [...new Set(asked.flatMap(({ where }) => valuesIn(where, segment)))] },
    ]),
  );

function valuesIn(where: Filters, segment: Segment): readonly string[] {
  const filter = where[segment];
  return filter !== undefined && "in" in filter ? filter.in : [];
}

type Key = readonly (string | null)[];

/** The groups that filters let through, each once. */
function keysOf(where: Filters, by: readonly Segment[]): readonly Key[] {
  return by.reduce<readonly Key[]>(
    (keys, segment) => {
      const values = valuesIn(where, segment);
      const wanted = new Set<string | null>(values.map(foldValue));
      if (values.some(namesUnset)) wanted.add(null);
      return keys.flatMap((key) => [...wanted].map((value) => [...key, value]));
    },
    [[]],
  );
}

const keyName = (place: number, key: Key): string =>
  JSON.stringify([place, ...key.map((value) => (value === null ? null : foldValue(value)))]);

function sumOfRows(rows: readonly FigureRow[], empty: FigureRow): FigureRow {
  const [first, ...others] = rows;
  if (first === undefined) return empty;
  if (others.length === 0) return first;
  const sums = new Map(empty.sums);
  for (const row of rows) {
    for (const [id, value] of row.sums) sums.set(id, (sums.get(id) ?? 0) + value);
  }
  return { ...first, sums, hasReadyMade: rows.some(({ hasReadyMade }) => hasReadyMade) };
}

/** Those of one name together, in the order in which their names first came. */
function grouped<T>(items: readonly T[], nameOf: (item: T) => string): readonly Some<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
