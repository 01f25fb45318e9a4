import { z } from "zod";
import { type DurationFault, parseDuration } from "../quantities/parse-duration.ts";
import { expectation } from "./expectation.ts";

/** A duration with its unit, as seconds. A bare number is refused: nobody knows its unit. */
export const durationSchema = z.union([z.string(), z.number()]).transform((value, context) => {
  const seconds = parseDuration(String(value));
  if (typeof seconds === "number") return seconds;
  context.addIssue(
    expectation(
      "a duration with its unit, such as 30s, 15m, 4h or 7d",
      durationHint(seconds, value),
    ),
  );
  return z.NEVER;
});

/** Whole days, `7d`. */
export const daysSchema = (most: number) =>
  z.union([z.string(), z.number()]).transform((value, context) => {
    const seconds = parseDuration(String(value));
    const days = typeof seconds === "number" ? seconds / 86_400 : Number.NaN;
    if (Number.isInteger(days) && days >= 1 && days <= most) return days;
    const hint = typeof value === "number" ? `Say the unit: ${value}d.` : null;
    context.addIssue(expectation(`whole days from 1d to ${most}d, such as 7d`, hint));
    return z.NEVER;
  });

export function durationHint({ fault }: DurationFault, value: string | number): string | null {
  switch (fault) {
    case "needs_unit":
      return `Say the unit: ${value}s, ${value}m or ${value}h.`;
    case "ambiguous_clock":
      return "Say the units: 1h30m or 1m30s.";
    case "too_long":
      return "Ten years are the most.";
    case "not_a_duration":
      return null;
  }
}
