import type { Options } from "../../../src/kpis/options.ts";
import type { SlaPolicy } from "../../../src/kpis/kpi.ts";
import type { Window } from "../../../src/periods/period.ts";
import type { AnyRecords } from "../../fixtures/any-record.ts";
import type { Season } from "../../fixtures/seasons.ts";

/** What a plain loop makes of a KPI: the second calculation that the engine's is held against. */
export interface Plain {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sample: number;
}

export interface PlainAsked {
  /** Everything that is held: whether anybody tells an event at all, and what else a customer did. */
  readonly all: AnyRecords;
  /** Those of it that the filters let through. */
  readonly rows: AnyRecords;
  readonly window: Window;
  readonly options: Options;
  readonly season: Season;
  /** What happens after the season's now has not happened yet. */
  readonly hideLater: boolean;
  readonly sla: readonly SlaPolicy[];
}

export type PlainKpi = (asked: PlainAsked) => Plain;

export const isIn = (at: Date | null, { from, to }: Window): boolean =>
  at !== null && at >= from && at < to;

export const secondsFrom = (from: Date, to: Date): number => (+to - +from) / 1_000;

/** Null where nobody tells what it counts: that is no data, and no 0. */
export type Told = number | null;

/** Σ ÷ Σ. An empty denominator is no data. */
export function ratio(times: number, numerator: Told, denominator: Told): Plain {
  const isAnswer = numerator !== null && denominator !== null && denominator !== 0;
  return {
    value: isAnswer ? (times * numerator) / denominator : null,
    numerator,
    denominator,
    sample: denominator ?? 0,
  };
}

/** A share in percent of some rows; `isTold` is false where nobody could know of a hit. */
export function share<T>(rows: readonly T[], isHit: (row: T) => boolean, isTold = true): Plain {
  let hits = 0;
  for (const row of rows) if (isHit(row)) hits += 1;
  return ratio(100, isTold ? hits : null, rows.length);
}

export const nothing: Plain = { value: null, numerator: null, denominator: null, sample: 0 };

export function sum(values: readonly (number | null)[]): number {
  let total = 0;
  for (const value of values) total += value ?? 0;
  return total;
}

/** Between the two nearest values where the place falls between them. */
export function percentile(values: readonly number[], p: number): Plain {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  const value =
    low === undefined || high === undefined
      ? null
      : low + (high - low) * (place - Math.floor(place));
  return { value, numerator: null, denominator: null, sample: sorted.length };
}

/** A count; of a period before the first record it is no data. */
export function counted(
  value: number,
  instants: readonly (Date | null)[],
  { to }: Window,
  sample = value,
): Plain {
  const begun = instants.some((at) => at !== null && at < to);
  return { ...nothing, value: value === 0 && !begun ? null : value, sample };
}

/** What an option's value means. A value without a second calculation is a fault. */
export function pick<T>(options: Options, name: string, meanings: Readonly<Record<string, T>>): T {
  const value = options[name];
  if (typeof value !== "string" || !Object.hasOwn(meanings, value)) {
    throw new Error(`no second calculation of ${name}: ${JSON.stringify(value)}`);
  }
  return meanings[value]!;
}

export function numberOf(options: Options, name: string): number {
  const value = options[name];
  if (typeof value === "number") return value;
  throw new Error(`${name} is no number: ${JSON.stringify(value)}`);
}
