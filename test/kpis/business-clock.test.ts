import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarSchema } from "../../src/calendar/calendar-schema.ts";
import { createCalendar } from "../../src/calendar/calendar.ts";
import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionValue } from "../../src/kpis/options.ts";
import type { Window } from "../../src/periods/period.ts";
import { type Desk, lines, openDesk } from "../records/pulling.ts";
import {
  type ByHand,
  disagreements,
  isIn,
  meanByHand,
  percentileByHand,
  shareByHand,
} from "./by-hand.ts";
import { windows } from "./desk.ts";
import { measured } from "./measured.ts";

const zone = "Europe/Berlin";
const minuteMs = 60_000;
const first = Date.parse("2026-10-12T00:00:00Z");
const minutes = 30 * 1_440;

const calendar = createCalendar(
  calendarSchema.parse({
    hours: { "mon-fri": ["09:00-12:30", "13:30-18:00"] },
    changes: [{ from: "2026-10-26", hours: { "mon-sat": ["08:00-20:00"] } }],
  }),
  zone,
);

const wall = new Intl.DateTimeFormat("sv-SE", {
  timeZone: zone,
  dateStyle: "short",
  timeStyle: "short",
});

function isWorked(ms: number): boolean {
  const [day = "", time = ""] = wall.format(ms).split(" ");
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (day >= "2026-10-26") return weekday !== 0 && time >= "08:00" && time < "20:00";
  if (weekday === 0 || weekday === 6) return false;
  return (time >= "09:00" && time < "12:30") || (time >= "13:30" && time < "18:00");
}

/** Minutes worked before each minute, counted one by one. */
const before = [0];
for (let at = 0; at < minutes; at += 1) {
  before.push(before[at]! + (isWorked(first + at * minuteMs) ? 1 : 0));
}

interface Row {
  readonly id: number;
  readonly created: number;
  readonly replied: number | null;
  readonly firstSolved: number | null;
  readonly solved: number | null;
}

/** Minutes since the first; some are never answered, some reopened. */
const rows: readonly Row[] = Array.from({ length: 240 }, (_, id) => {
  const created = (id * 7_919) % (20 * 1_440);
  const replied = created + ((id * 104_729) % 3_000);
  const firstSolved = replied + ((id * 1_299_709) % 4_000);
  return {
    id,
    created,
    replied: id % 6 === 0 ? null : replied,
    firstSolved: id % 4 === 0 ? null : firstSolved,
    solved: id % 4 === 0 ? null : firstSolved + (id % 5 === 0 ? 2_000 : 0),
  };
});

const stamp = (minute: number | null): string =>
  minute === null ? "" : new Date(first + minute * minuteMs).toISOString();

const intervals = (_: string | null, from: Date, to: Date) => calendar.intervals(from, to);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ zone, workingTime: { key: "1", teams: [], intervals } });
  desk.write(
    "t.csv",
    lines(
      "Id,Created,Replied,First,Solved",
      ...rows.map((row) =>
        [row.id, ...[row.created, row.replied, row.firstSolved, row.solved].map(stamp)].join(","),
      ),
    ),
  );
  const replied = { created_at: "Created", first_response_at: "Replied" };
  await desk.pull({
    records: {
      tickets: { id: "Id", ...replied, first_solved_at: "First", solved_at: "Solved" },
      mentions: { id: "Id", ...replied },
    },
  });
});
afterAll(() => desk.close());

type End = "replied" | "firstSolved" | "solved";

const isAt = (minute: number | null, window: Window): boolean =>
  minute !== null && isIn(new Date(first + minute * minuteMs), window);

/** The working seconds until an end, of the rows whose `at` lies in the window. */
function worked(window: Window, end: End, at: "created" | End = "created"): number[] {
  const seconds: number[] = [];
  for (const row of rows) {
    const to = row[end];
    if (to === null || !isAt(row[at], window)) continue;
    seconds.push(60 * (before[to]! - before[row.created]!));
  }
  return seconds;
}

const shareWithin = (seconds: readonly number[], limit: number): ByHand =>
  shareByHand(seconds, (each) => each <= limit);

function ofAllMentions(window: Window, limit: number): ByHand {
  const all = rows.filter((row) => isAt(row.created, window)).length;
  const inTime = worked(window, "replied").filter((each) => each <= limit).length;
  return { value: all === 0 ? null : (100 * inTime) / all, sample: all };
}

type Case = readonly [KpiId, Readonly<Record<string, OptionValue>>, (window: Window) => ByHand];

/** Each stat over the working seconds of the same rows. */
const stats = (kpi: KpiId, options: Case[1], secondsIn: (window: Window) => number[]): Case[] => [
  [kpi, options, (w) => meanByHand(secondsIn(w))],
  [kpi, { ...options, stat: "median" }, (w) => percentileByHand(secondsIn(w), 0.5)],
  [kpi, { ...options, stat: "p90" }, (w) => percentileByHand(secondsIn(w), 0.9)],
];

const cases: readonly Case[] = [
  ...stats("first_response_time", {}, (w) => worked(w, "replied")),
  ...stats("first_response_time", { cohort: "replied" }, (w) => worked(w, "replied", "replied")),
  [
    "first_response_time",
    { stat: "share", within: 7_200 },
    (w) => shareWithin(worked(w, "replied"), 7_200),
  ],
  [
    "first_response_time",
    { stat: "share", within: 7_200, cohort: "replied" },
    (w) => shareWithin(worked(w, "replied", "replied"), 7_200),
  ],
  ["first_response_time", { stat: "share", denominator: "all" }, (w) => ofAllMentions(w, 3_600)],
  ...stats("avg_resolution_time", {}, (w) => worked(w, "solved", "solved")),
  ...stats("avg_resolution_time", { variant: "first" }, (w) =>
    worked(w, "firstSolved", "firstSolved"),
  ),
  ...stats("avg_resolution_time", { variant: "first", cohort: "created" }, (w) =>
    worked(w, "firstSolved"),
  ),
  ...stats("social_response_time", {}, (w) => worked(w, "replied")),
  ["social_response_time", { stat: "share" }, (w) => ofAllMentions(w, 1_800)],
  ["social_response_time", { stat: "share", within: 60 }, (w) => ofAllMentions(w, 60)],
];

test.each(cases)(
  "%s %j in working time is what counting minute by minute makes of it",
  async (kpi, said, byHand) => {
    const options = { ...said, clock: "business" };
    const found = await measured(desk.records, kpi, { windows, options, zone });
    expect(disagreements(found, windows, byHand)).toEqual([]);
    expect(found[3]?.sample).toBeGreaterThan(100);
  },
);
