import type { Digest } from "../../src/documents/shape.ts";

/** What decides when a digest comes, and to which channels. */
export type PlanOf = Pick<Digest, "channel" | "also" | "zone" | "period" | "weekday" | "time">;

/** A part of a digest's life: from just after the one moment up to and with the other. */
export interface InForce {
  readonly after: number;
  readonly upTo: number;
  readonly plan: PlanOf;
  readonly isPaused: boolean;
}

export interface DueBy {
  readonly key: string;
  readonly channel: string;
  readonly at: number;
}

const halfHour = 1_800_000;
const dayOf = (date: string): Date => new Date(`${date}T12:00:00Z`);
const plus = (date: string, days: number): string =>
  new Date(dayOf(date).getTime() + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (date: string): number => dayOf(date).getUTCDay() || 7;

const isWorkday = (date: string, off: readonly string[]): boolean =>
  weekday(date) <= 5 && !off.includes(date);

/** The week that has its Thursday. */
function weekOf(date: string): string {
  const thursday = plus(date, 4 - weekday(date));
  const year = thursday.slice(0, 4);
  const days = (dayOf(thursday).getTime() - dayOf(`${year}-01-01`).getTime()) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}

const weekly = (date: string, wanted: number, off: readonly string[]): string | null => {
  for (const back of [0, 1, 2, 3, 4, 5, 6]) {
    const meant = plus(date, -back);
    if (weekday(meant) !== wanted) continue;
    const later = [1, 2, 3, 4, 5, 6].map((days) => plus(meant, days));
    const on = off.includes(meant) ? (later.find((day) => isWorkday(day, off)) ?? meant) : meant;
    return on === date ? weekOf(meant) : null;
  }
  return null;
};

const monthly = (date: string, off: readonly string[]): string | null => {
  const first = `${date.slice(0, 7)}-01`;
  const days = Array.from({ length: 28 }, (_, at) => plus(first, at));
  return days.find((day) => isWorkday(day, off)) === date ? date.slice(0, 7) : null;
};

/** Days off of a channel; everybody else works from Monday to Friday. */
export type DaysOff = (channel: string) => readonly string[];

/**
 * When digests were due, told by the clocks on the wall alone: each half hour of each zone is looked
 * at, and asked whether the plan that was in force then names it. It shares nothing with the planner.
 */
export function planModel(from: number, to: number, daysOff: DaysOff) {
  const walls = new Map<string, readonly { at: number; date: string; time: string }[]>();

  const wallsOf = (zone: string) => {
    const known = walls.get(zone);
    if (known !== undefined) return known;
    const format = new Intl.DateTimeFormat("sv-SE", {
      dateStyle: "short",
      timeStyle: "short",
      timeZone: zone,
    });
    const seen = new Set<string>();
    const all = [];
    for (let at = from; at <= to; at += halfHour) {
      const text = format.format(at);
      // An hour that comes twice counts once.
      if (seen.has(text)) continue;
      seen.add(text);
      all.push({ at, date: text.slice(0, 10), time: text.slice(11) });
    }
    walls.set(zone, all);
    return all;
  };

  return (id: string, { after, upTo, plan, isPaused }: InForce): readonly DueBy[] => {
    if (isPaused) return [];
    const { zone, period, time, channel, also } = plan;
    const moments = wallsOf(zone).filter(
      (each) => each.at > after && each.at <= upTo && each.time === time,
    );
    return [channel, ...also.map((more) => more.channel)].flatMap((place) =>
      moments.flatMap(({ at, date }) => {
        const off = daysOff(place);
        const name = period === "last_month" ? monthly(date, off) : weekly(date, plan.weekday, off);
        return name === null ? [] : [{ key: `${id}:${place}:${name}`, channel: place, at }];
      }),
    );
  };
}
