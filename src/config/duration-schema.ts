import { z } from "zod";
import { expectation } from "./expectation.ts";

const unitSeconds: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  min: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_557_600,
};

/** `20s`, `1h30m`, `7d`, `3y` as seconds; null for anything else. */
function durationSeconds(text: string): number | null {
  if (text.length > 40 || !/^(?:\d+(?:\.\d+)?\s?(?:s|min|m|h|d|w|y)\s?)+$/u.test(text)) return null;
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s?(min|[smhdwy])/gu)) {
    seconds += Number(count) * (unitSeconds[unit ?? ""] ?? 0);
  }
  return seconds;
}

const numberHint = (value: unknown, unit: string): string | null =>
  typeof value === "number" ? `Say the unit: ${value}${unit}?` : null;

/** A duration with its unit, as seconds. A bare number is refused: nobody knows its unit. */
export const durationSchema = z.union([z.string(), z.number()]).transform((value, context) => {
  const seconds = typeof value === "string" ? durationSeconds(value.trim()) : null;
  if (seconds !== null) return seconds;
  context.addIssue(
    expectation("a duration with its unit, such as 30s, 15m, 4h or 7d", numberHint(value, "s")),
  );
  return z.NEVER;
});

/** Whole days, `7d`. */
export const daysSchema = (most: number) =>
  z.union([z.string(), z.number()]).transform((value, context) => {
    const seconds = typeof value === "string" ? durationSeconds(value.trim()) : null;
    const days = seconds === null ? Number.NaN : seconds / 86_400;
    if (Number.isInteger(days) && days >= 1 && days <= most) return days;
    context.addIssue(
      expectation(`whole days from 1d to ${most}d, such as 7d`, numberHint(value, "d")),
    );
    return z.NEVER;
  });
