import type { Goal } from "../goals/goal.ts";
import { readOfCount } from "../goals/of-count.ts";
import { rangeOf } from "../goals/smart.ts";
import { readTarget, type TargetFault } from "../goals/target.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { shiftUnits } from "../src/periods/calendar-unit.ts";
import { addDays, isLocalDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { longestQuantity, parseNumber, plainText } from "../src/quantities/parse-number.ts";
import { commaReadings, type CommaFault } from "./goal-comma.ts";
import { readBand, type BandFault, type BandScale } from "./goal-band.ts";
import { readPeriodPhrase } from "./words/period-phrases.ts";

export type AimFault = TargetFault | BandFault | SeriesFault | CommaFault;

export type SeriesFault =
  /** Neither one value for each month, nor months with their values, in order. */
  | { readonly fault: "series_months"; readonly ends: readonly LocalDay[] }
  | { readonly fault: "series_back"; readonly value: number; readonly before: number }
  | { readonly fault: "series_keep" };

/** The target, the last of a series, or why it is none; and the steps on the way to it. */
export interface Aim {
  readonly typed: number | AimFault;
  /** The most, of a band whose least is `typed`. */
  readonly upTo?: number;
  /** How many there are, where the target was given as a count. */
  readonly outOf?: number;
  readonly steps: Goal["steps"];
}

/** What a target is read against. */
export interface AimScale extends BandScale {
  readonly today: LocalDay;
  /** Null where it says nothing that can be used. */
  readonly deadline: LocalDay | null;
  /** Where the way to the target began; absent: at the baseline. */
  readonly start?: number | null;
}

/** One target, a band, or a target for the end of each month: `75, 78, 80`, or `Oct 75, Nov 78, Dec 80`. */
export function readAim(text: string, scale: AimScale, locale: Locale): Aim {
  const parts = partsOf(text, locale);
  if (parts.length < 2) return oneAim(text, scale, locale);
  const series = seriesOf(parts, scale, locale);
  return "fault" in series ? { typed: series, steps: [] } : series;
}

function oneAim(text: string, scale: AimScale, locale: Locale): Aim {
  const band = readBand(text, scale, locale);
  if (band === null) {
    const typed = readTarget(text, scale, locale);
    const asked = typeof typed === "number" ? orTwo(text, scale, locale) : null;
    return { typed: asked ?? typed, ...outOf(text), steps: [] };
  }
  return "fault" in band
    ? { typed: band, steps: [] }
    : { typed: band.low, upTo: band.high, steps: [] };
}

/** Asked only where two targets, the one after the other, would be a way to go. */
function orTwo(text: string, scale: AimScale, locale: Locale): CommaFault | null {
  const comma = scale.direction === "keep" ? null : commaReadings(text, locale);
  if (comma === null || comma.first === comma.second) return null;
  const { low, high } = rangeOf(scale.unit);
  const isPossible = (value: number): boolean => low <= value && value <= high;
  return isPossible(comma.second) && stepBack([comma.first, comma.second], scale) === null
    ? comma
    : null;
}

function outOf(text: string): Pick<Aim, "outOf"> {
  const count = readOfCount(text);
  return count === null ? {} : { outOf: count.whole };
}

function seriesOf(parts: readonly Part[], scale: AimScale, locale: Locale): Aim | AimFault {
  if (scale.direction === "keep") return { fault: "series_keep" };
  const values: number[] = [];
  for (const { value } of parts) {
    const read = readTarget(value, scale, locale);
    if (typeof read !== "number") return read;
    values.push(read);
  }
  const back = stepBack(values, scale);
  if (back !== null) return back;
  const typed = values.at(-1) ?? Number.NaN;
  const last = outOf(parts.at(-1)?.value ?? "");
  const { today, deadline } = scale;
  // Of another deadline the form says what is wrong.
  if (deadline === null || deadline <= today || deadline > shiftUnits(today, "year", 3)) {
    return { typed, ...last, steps: [] };
  }
  const ends = monthEnds(today, deadline);
  const due = parts.every((part) => part.due === null)
    ? unnamed(ends, parts.length)
    : named(parts, today, ends);
  if (due === null) return { fault: "series_months", ends };
  const all = values.map((target, index) => ({ until: due[index] ?? deadline, target }));
  return { typed, ...last, steps: all.filter(({ until }) => until < deadline) };
}

/** The first value that is worse than the one before it, or than where the KPI stands. */
function stepBack(values: readonly number[], scale: AimScale): SeriesFault | null {
  const { baseline, start: began = baseline, towards } = scale;
  const [start = 0, last = 0] = [began ?? values[0], values.at(-1)];
  const sign = (towards ?? (last < start ? "down" : "up")) === "up" ? 1 : -1;
  let before = start;
  for (const value of values) {
    if (sign * (value - before) < 0) return { fault: "series_back", value, before };
    before = value;
  }
  return null;
}

interface Part {
  /** A day is due on that day, a month at its end. */
  readonly due: LocalDay | Month | null;
  readonly value: string;
}

interface Month {
  readonly month: number;
  readonly year: number | null;
}

/** By commas with a space behind, so that a comma within a number parts nothing. */
function partsOf(text: string, locale: Locale): readonly Part[] {
  if (text.length > 10 * longestQuantity) return [];
  const plain = plainText(text.replaceAll(/[，；;、→]/gu, ", "));
  const isBare = /^\d+(?:,\d+){2,}$/u.test(plain) && typeof parseNumber(plain, locale) !== "number";
  return plain
    .split(isBare ? "," : /, /u)
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map(partOf);
}

/** The longest beginning that means a month or a day is its name. */
function partOf(text: string): Part {
  const cuts = [...text.matchAll(/[\s:]+/gu)].toReversed();
  for (const { index, 0: gap } of cuts) {
    const name = text.slice(0, index);
    const due = isLocalDay(name) ? name : monthNamed(name);
    if (due !== null) return { due, value: text.slice(index + gap.length) };
  }
  return { due: null, value: text };
}

function monthNamed(text: string): Month | null {
  const [, year, month] = /^(\d{4})-(\d{1,2})$/u.exec(text) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month) };
  const folded = text.replaceAll(/[\s.]/gu, "");
  const spec = readPeriodPhrase(folded, 0, (at) => at === folded.length)?.spec;
  return spec?.kind === "month" ? spec : null;
}

/** The last day of each month that is still ahead, the last of them cut at the deadline. */
function monthEnds(today: LocalDay, deadline: LocalDay): readonly LocalDay[] {
  const ends: LocalDay[] = [];
  const first = `${today.slice(0, 7)}-01`;
  if (!isLocalDay(first)) return ends;
  for (let count = 1; ends.at(-1) !== deadline && count < 48; count += 1) {
    const end = addDays(shiftUnits(first, "month", count), -1);
    if (end > today) ends.push(end < deadline ? end : deadline);
  }
  return ends;
}

/** One for each month, or for each but the one that is running. */
const unnamed = (ends: readonly LocalDay[], count: number): readonly LocalDay[] | null =>
  count === ends.length || count === ends.length - 1 ? ends.slice(-count) : null;

function named(
  parts: readonly Part[],
  today: LocalDay,
  ends: readonly LocalDay[],
): readonly LocalDay[] | null {
  const days: LocalDay[] = [];
  for (const { due } of parts) {
    const day = due === null ? undefined : dayAfter(days.at(-1) ?? today, due, ends);
    if (day === undefined) return null;
    days.push(day);
  }
  return days;
}

function dayAfter(
  before: LocalDay,
  due: LocalDay | Month,
  ends: readonly LocalDay[],
): LocalDay | undefined {
  if (typeof due === "string") {
    return due > before && due <= (ends.at(-1) ?? before) ? due : undefined;
  }
  return ends.find(
    (day) =>
      day > before &&
      Number(day.slice(5, 7)) === due.month &&
      (due.year === null || Number(day.slice(0, 4)) === due.year),
  );
}
