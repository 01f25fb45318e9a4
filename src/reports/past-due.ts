import type { Calendar } from "../calendar/calendar.ts";

const dayMs = 86_400_000;
/** Longer than any promise: beyond it working time is not looked for. */
const mostDays = 1_000;

/**
 * The latest start of something that was due by now: `seconds` before it by the wall clock, or as
 * much working time before it.
 */
export function dueBefore(
  { intervals }: Pick<Calendar, "intervals">,
  now: Date,
  seconds: number,
  clock: "calendar" | "business",
): Date {
  const wanted = seconds * 1_000;
  const byWallClock = new Date(now.getTime() - wanted);
  if (clock === "calendar") return byWallClock;
  for (let days = wanted / dayMs + 7; days <= mostDays; days *= 2) {
    let left = wanted;
    for (const { from, to } of intervals(
      new Date(now.getTime() - days * dayMs),
      now,
    ).toReversed()) {
      const worked = to.getTime() - from.getTime();
      if (worked >= left) return new Date(to.getTime() - left);
      left -= worked;
    }
  }
  return new Date(now.getTime() - mostDays * dayMs);
}
