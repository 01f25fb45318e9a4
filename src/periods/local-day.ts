import { tzOffset } from "@date-fns/tz";
import type { LocalDay } from "./period.ts";

const dayMs = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/u;

/** A day of the calendar that exists, of the years 1900 to 2999: `2026-02-30` does not. */
export function isLocalDay(text: string): text is LocalDay {
  if (!looksLikeDay(text) || text < "1900" || text >= "3000") return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Whether the calendar of this machine knows the zone: the next version of its data may not. */
export function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/** The day the clock shows in the zone at that instant. */
export const localDay = (instant: Date, zone: string): LocalDay =>
  toDay(wallMs(instant.getTime(), zone));

/** How long the clock in the zone has run since it showed 00:00, in ms. */
export const clockMs = (instant: Date, zone: string): number => {
  const wall = wallMs(instant.getTime(), zone);
  return wall - Math.floor(wall / dayMs) * dayMs;
};

/** The first instant of the day: after 00:00 where the clock jumps over midnight. */
export const startOfDay = (day: LocalDay, zone: string): Date => atClock(day, 0, zone);

/**
 * The instant at which the clock shows that time of that day: the first of two where it repeats,
 * the end of the gap where it never does.
 */
export function atClock(day: LocalDay, ms: number, zone: string): Date {
  const wall = utcOf(day) + ms;
  const earlier = wall - offsetMs(wall - dayMs, zone);
  const later = wall - offsetMs(wall + dayMs, zone);
  const shown = [earlier, later].filter((at) => wallMs(at, zone) === wall);
  if (shown.length > 0) return new Date(Math.min(...shown));
  return endOfGap(Math.min(earlier, later), Math.max(earlier, later), zone);
}

export const addDays = (day: LocalDay, days: number): LocalDay => toDay(utcOf(day) + days * dayMs);

/** Whole days from one day to the other. */
export const daysBetween = (from: LocalDay, to: LocalDay): number =>
  (utcOf(to) - utcOf(from)) / dayMs;

/** A day as date-fns reads it: midnight UTC, so that no zone of the machine can shift it. */
export const toUtcDate = (day: LocalDay): Date => new Date(utcOf(day));

export const fromUtcDate = (date: Date): LocalDay => toDay(date.getTime());

const looksLikeDay = (text: string): text is LocalDay => pattern.test(text);

const utcOf = (day: LocalDay): number => Date.parse(`${day}T00:00:00Z`);

function toDay(utcMs: number): LocalDay {
  const text = new Date(utcMs).toISOString().slice(0, 10);
  if (!looksLikeDay(text)) throw new RangeError(`No calendar day at ${utcMs}`);
  return text;
}

/** The same few instants are asked for again and again, and each time costs the platform's calendar. */
const offsets = new Map<string, number>();
const mostOffsets = 50_000;

function offsetMs(at: number, zone: string): number {
  const key = `${zone} ${at}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostOffsets) offsets.clear();
  const offset = tzOffset(zone, new Date(at)) * 60_000;
  offsets.set(key, offset);
  return offset;
}

const wallMs = (at: number, zone: string): number => at + offsetMs(at, zone);

/** Between the two the offset changes once: the instant of the change, to the millisecond. */
function endOfGap(from: number, to: number, zone: string): Date {
  const before = offsetMs(from, zone);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle, zone) === before) low = middle;
    else high = middle;
  }
  return new Date(high);
}
