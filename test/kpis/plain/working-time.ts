import { hoursOf } from "../../fixtures/land-desk.ts";
import type { Season } from "../../fixtures/seasons.ts";

const hourMs = 3_600_000;

/** Working seconds of a team in `[from, to)`: every hour of it is looked at on the wall clock. */
export function workingSeconds(
  { change }: Season,
  team: string | null,
  from: Date,
  to: Date,
): number {
  const hours = team === "Nights" ? hoursOf.Nights : hoursOf.others;
  const weekdays: readonly number[] = hours.weekdays;
  let worked = 0;
  for (let hour = Math.floor(+from / hourMs) * hourMs; hour < +to; hour += hourMs) {
    const offset = hour < +change.at ? change.before : change.after;
    const local = new Date(hour + offset * hourMs);
    const isOpen =
      weekdays.includes(local.getUTCDay()) &&
      local.getUTCHours() >= hours.from &&
      local.getUTCHours() < hours.to;
    if (isOpen) worked += Math.min(+to, hour + hourMs) - Math.max(+from, hour);
  }
  return worked / 1_000;
}
