import type { PeriodSpec } from "../../src/periods/period.ts";

const two = (number: number): string => String(number).padStart(2, "0");

const monthNames =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** The words of the guide for a period: reading them gives it back. */
export function periodToWords(spec: PeriodSpec): string {
  switch (spec.kind) {
    case "day":
      return spec.which;
    case "this":
    case "last":
      return `${spec.kind}-${spec.unit}`;
    case "to-date":
      return `${spec.unit.charAt(0)}td`;
    case "last-n":
      return `last-${spec.count}-${spec.unit}s`;
    case "week":
      return `${spec.year}-W${two(spec.week)}`;
    case "month":
      return monthToWords(spec.year, spec.month);
    case "quarter":
      return spec.year === null ? `q${spec.quarter}` : `${spec.year}-q${spec.quarter}`;
    case "year":
      return String(spec.year);
    case "range":
      return spec.from === spec.to ? spec.from : `${spec.from}..${spec.to}`;
    case "since":
      return `since ${spec.day}`;
  }
}

function monthToWords(year: number | null, month: number): string {
  if (year !== null) return `${year}-${two(month)}`;
  return monthNames[month - 1] ?? `${month}월`;
}
