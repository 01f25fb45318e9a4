import type { LocalDay, PeriodSpec } from "../../src/periods/period.ts";

export interface Dates {
  readonly text: string;
  readonly spec: PeriodSpec;
}

const day = String.raw`(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?`;
const between = String.raw`\s{0,3}(?:\.{2,3}|~|–|—|-|−|to|until|till|through|до|по|至|到|부터)\s{0,3}`;

const rangePattern = new RegExp(`${day}${between}${day}`, "uy");
const weekPattern = /(\d{4})-?w(\d{1,2})/iuy;
const quarterPattern = /(\d{4})-?q(\d)/iuy;
const dayPattern = new RegExp(day, "uy");

/** A date in figures at that place: `2026-10-01..2026-10-15`, `2026-W46`, `2026-10`, `2026-q3`. */
export function readDates(text: string, at: number): { token: Dates; end: number } | null {
  for (const [pattern, toSpec] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = at + match[0].length;
    // `2026-10-015` and `2026-10-1x` are no dates.
    if (/[\p{Script=Latin}\d]/u.test(text.charAt(end))) continue;
    const spec = toSpec(match.slice(1));
    if (spec !== null) return { token: { text: match[0], spec }, end };
  }
  return null;
}

type Parts = readonly (string | undefined)[];

const patterns: readonly (readonly [RegExp, (parts: Parts) => PeriodSpec | null])[] = [
  [rangePattern, ofRange],
  [weekPattern, ([year, week]) => ({ kind: "week", year: Number(year), week: Number(week) })],
  [
    quarterPattern,
    ([year, quarter]) => ({ kind: "quarter", year: Number(year), quarter: Number(quarter) }),
  ],
  [dayPattern, ofDay],
];

/** A month at the end of a range stands for its last day. */
function ofRange([fromYear, fromMonth, fromDay, toYear, toMonth, toDay]: Parts): PeriodSpec | null {
  const from = toDayText(fromYear, fromMonth, fromDay ?? "1");
  const to = toDayText(toYear, toMonth, toDay ?? lastDayOf(toYear, toMonth));
  return from === null || to === null ? null : { kind: "range", from, to };
}

function ofDay([year, month, dayOfMonth]: Parts): PeriodSpec | null {
  if (dayOfMonth === undefined) {
    return { kind: "month", year: Number(year), month: Number(month) };
  }
  const day = toDayText(year, month, dayOfMonth);
  return day === null ? null : { kind: "range", from: day, to: day };
}

const lastDayOf = (year: string | undefined, month: string | undefined): string =>
  String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());

/** Not whether the day exists: that is said when the period is laid on the calendar. */
function toDayText(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string,
): LocalDay | null {
  const text = `${year}-${(month ?? "").padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return looksLikeDay(text) ? text : null;
}

const looksLikeDay = (text: string): text is LocalDay => /^\d{4}-\d{2}-\d{2}$/u.test(text);
