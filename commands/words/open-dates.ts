import { shiftUnits } from "../../src/periods/calendar-unit.ts";
import { isLocalDay } from "../../src/periods/local-day.ts";
import type { LocalDay, PeriodSpec } from "../../src/periods/period.ts";
import { readDates } from "./dates.ts";
import { periodToWords } from "./period-to-words.ts";

/** Dates with one end only: that means "since", or cannot be laid on the calendar. */
export type OpenDates =
  | { readonly kind: "since"; readonly text: string; readonly spec: PeriodSpec }
  | {
      readonly kind: "open";
      readonly text: string;
      readonly what: "no_beginning" | "no_end" | "not_begun";
      /** The end that is there, as people write it. */
      readonly named: string;
      /** Periods that may have been meant. */
      readonly instead: readonly PeriodSpec[];
    };

/** Behind dates, unless others follow. */
const openEnd = /\s{0,3}(?:\.{2,3}|~)(?!\s{0,3}\d)/uy;
const openBeginning = /(?:\.{2,3}|~)\s{0,3}(?=\d)/uy;

/** `2021-01-01..` and `2021-02..` begin there and go on until now; `..2021-01-01` has no beginning. */
export function readOpenDates(text: string, at: number): { token: OpenDates; end: number } | null {
  const before = endOf(openBeginning, text, at);
  if (before !== null) {
    const last = readDates(text, before);
    return last === null ? null : { token: withoutBeginning(last.token.spec), end: last.end };
  }
  const first = readDates(text, at) ?? readYear(text, at);
  const end = first === null ? null : endOf(openEnd, text, first.end);
  return first === null || end === null
    ? null
    : { token: withoutEnd(first.token.spec, text.slice(at, end)), end };
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : at + match[0].length;
}

function readYear(text: string, at: number) {
  const [year] = /^\d{4}(?=\s{0,3}(?:\.\.|~))/u.exec(text.slice(at, at + 9)) ?? [];
  if (year === undefined) return null;
  const spec: PeriodSpec = { kind: "year", year: Number(year) };
  return { token: { spec }, end: at + year.length };
}

function withoutEnd(spec: PeriodSpec, text: string): OpenDates {
  const day = spec.kind === "month" || spec.kind === "range" ? firstDayOf(spec) : null;
  if (day !== null) return { kind: "since", text, spec: { kind: "since", day } };
  // Where a year, a quarter or a week begins is the workspace's to say.
  const first = firstDayOf(spec);
  const named = periodToWords(spec);
  const since: readonly PeriodSpec[] = first === null ? [] : [{ kind: "since", day: first }];
  return { kind: "open", text, what: "no_end", named, instead: [spec, ...since] };
}

function withoutBeginning(spec: PeriodSpec): OpenDates {
  const named = periodToWords(spec);
  const to = spec.kind === "range" ? spec.to : null;
  const instead: readonly PeriodSpec[] =
    to === null || !isLocalDay(to)
      ? [spec]
      : (["month", "year"] as const).map((unit) => ({
          kind: "range",
          from: shiftUnits(to, unit, -1),
          to,
        }));
  return { kind: "open", text: `..${named}`, what: "no_beginning", named, instead };
}

function firstDayOf(spec: PeriodSpec): LocalDay | null {
  if (spec.kind === "range") return spec.from === spec.to ? spec.from : null;
  if (spec.kind === "year") return dayText(spec.year, 1);
  if (spec.kind !== "month" && spec.kind !== "quarter") return null;
  const month = spec.kind === "month" ? spec.month : 3 * spec.quarter - 2;
  return spec.year === null ? null : dayText(spec.year, month);
}

function dayText(year: number, month: number): LocalDay | null {
  const day = `${year}-${String(month).padStart(2, "0")}-01`;
  return isLocalDay(day) ? day : null;
}
