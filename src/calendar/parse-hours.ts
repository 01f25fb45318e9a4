/** Working time of a day: ms on the clock since 00:00; `to` is beyond 24 h where it runs past midnight. */
export interface ClockInterval {
  readonly from: number;
  readonly to: number;
}

/** By weekday, 1 for Monday to 7 for Sunday; a missing day is free. */
export type WeekHours = ReadonlyMap<number, readonly ClockInterval[]>;

interface BadHours {
  readonly ok: false;
  readonly problem: string;
  readonly path: readonly (string | number)[];
}

export type ParsedHours = { readonly ok: true; readonly hours: WeekHours } | BadHours;

export type ParsedDay =
  | { readonly ok: true; readonly intervals: readonly ClockInterval[] }
  | BadHours;

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const dayMs = 86_400_000;
const intervalPattern = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/u;

/** Reads `{ "mon-fri": ["09:00-12:30", "13:30-18:00"], "sat": ["22:00-06:00"] }`. */
export function parseHours(hours: Readonly<Record<string, readonly string[]>>): ParsedHours {
  const week = new Map<number, readonly ClockInterval[]>();
  for (const [days, texts] of Object.entries(hours)) {
    const named = parseDays(days);
    if (named === null) {
      const problem = `no such weekday: ${days} (expected mon, mon-fri or mon,wed)`;
      return { ok: false, problem, path: [days] };
    }
    const parsed = parseDayHours(texts);
    if (!parsed.ok) return { ...parsed, path: [days, ...parsed.path] };
    for (const day of named) {
      if (week.has(day)) {
        return { ok: false, problem: `${weekdays[day - 1]} is named twice`, path: [days] };
      }
      week.set(day, parsed.intervals);
    }
  }
  return { ok: true, hours: week };
}

/** Reads the hours of one day: `["09:00-12:30", "13:30-18:00"]`. */
export function parseDayHours(texts: readonly string[]): ParsedDay {
  const intervals: ClockInterval[] = [];
  for (const [at, text] of texts.entries()) {
    const interval = parseInterval(text);
    if (interval === null) {
      return { ok: false, problem: `no such hours: ${text} (expected 09:00-18:00)`, path: [at] };
    }
    if (intervals.some((each) => each.from < interval.to && interval.from < each.to)) {
      return { ok: false, problem: `${text} overlaps the hours before it`, path: [at] };
    }
    intervals.push(interval);
  }
  return { ok: true, intervals };
}

function parseDays(text: string): readonly number[] | null {
  const days: number[] = [];
  for (const part of text.toLowerCase().split(",")) {
    const [first, last = first, ...rest] = part
      .split("-")
      .map((day) => weekdays.indexOf(day.trim()));
    if (first === undefined || last === undefined || first < 0 || last < 0 || rest.length > 0) {
      return null;
    }
    const count = ((last - first + 7) % 7) + 1;
    for (let step = 0; step < count; step += 1) days.push(((first + step) % 7) + 1);
  }
  return days;
}

function parseInterval(text: string): ClockInterval | null {
  const match = intervalPattern.exec(text.trim());
  if (match === null) return null;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.slice(1).map(Number);
  if (fromHour > 23 || toHour > 24 || fromMinute > 59 || toMinute > 59) return null;
  const from = (fromHour * 60 + fromMinute) * 60_000;
  const to = (toHour * 60 + toMinute) * 60_000;
  if (to > dayMs || from === to) return null;
  return { from, to: to > from ? to : to + dayMs };
}
