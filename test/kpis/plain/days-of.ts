import type { AnyCost } from "../../fixtures/any-record.ts";
import type { Season } from "../../fixtures/seasons.ts";

const dayMs = 86_400_000;

/** Days since 1970, the first and the last that a cost is about. */
export function daysOf({ day, month }: AnyCost): { readonly first: number; readonly last: number } {
  if (day !== null) return { first: Date.parse(day) / dayMs, last: Date.parse(day) / dayMs };
  const [year, place] = month!.split("-").map(Number);
  return {
    first: Date.UTC(year!, place! - 1, 1) / dayMs,
    last: Date.UTC(year!, place, 1) / dayMs - 1,
  };
}

/** The day on the wall clock of the season's zone. */
export const localDayOf = (at: Date, { change }: Pick<Season, "change">): number =>
  Math.floor((+at + (at < change.at ? change.before : change.after) * 3_600_000) / dayMs);
