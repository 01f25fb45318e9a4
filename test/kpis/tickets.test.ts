import { afterAll, beforeAll, expect, test } from "vitest";
import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionValue } from "../../src/kpis/options.ts";
import type { Window } from "../../src/periods/period.ts";
import type { RecordStore } from "../../src/records/store.ts";
import { storeOf } from "../records/store-of.ts";
import {
  type ByHand,
  disagreements,
  isIn,
  meanByHand,
  percentileByHand,
  secondsBetween,
  shareByHand,
} from "./by-hand.ts";
import { tickets, type TicketRow, windows } from "./desk.ts";
import { measured } from "./measured.ts";

let store: RecordStore;
beforeAll(async () => {
  store = await storeOf({ tickets: tickets.map((row) => ({ ...row })) }, "Europe/Berlin");
});
afterAll(() => store.close());

type Loop = (window: Window) => ByHand;
type Options = Readonly<Record<string, OptionValue>>;

const inPeriod = (at: keyof TicketRow, window: Window): readonly TicketRow[] =>
  tickets.filter((row) => {
    const instant = row[at];
    return instant instanceof Date && isIn(instant, window);
  });

const createdIn = (window: Window) => inPeriod("created_at", window);
const solvedIn = (window: Window) => inPeriod("solved_at", window);

const numbers = (values: readonly (number | null)[]): number[] =>
  values.filter((value) => value !== null);

const firstReplies = (rows: readonly TicketRow[]): number[] =>
  numbers(
    rows.map(({ created_at, first_response_at: at }) =>
      at === null ? null : secondsBetween(created_at, at),
    ),
  );

const resolutions = (rows: readonly TicketRow[], end: "solved_at" | "first_solved_at"): number[] =>
  numbers(rows.map((row) => (row[end] === null ? null : secondsBetween(row.created_at, row[end]))));

const withoutPending = (rows: readonly TicketRow[], end: "solved_at" | "first_solved_at") =>
  numbers(
    rows.map((row) => {
      const ended = row[end];
      if (ended === null) return null;
      return Math.max(0, secondsBetween(row.created_at, ended) - (row.pending_seconds ?? 0));
    }),
  );

function isOneTouch(row: TicketRow): boolean {
  if (row.solved_at === null || row.agent_replies !== 1) return false;
  if (row.assignees !== null && row.assignees > 1) return false;
  if (row.transfers !== null && row.transfers > 0) return false;
  return row.reopens === null || row.reopens === 0;
}

const repliesKnown = ({ agent_replies }: TicketRow) => agent_replies !== null;
const isHandled = (row: TicketRow) => row.first_response_at !== null || row.solved_at !== null;
const openAt = ({ to }: Window): TicketRow[] =>
  tickets.filter((row) => row.created_at < to && !(row.solved_at !== null && row.solved_at < to));
const count = (n: number): ByHand => ({ value: n, sample: n });

function perCustomer(rows: readonly TicketRow[]): ByHand {
  const known = rows.filter(({ customer }) => customer !== null);
  const customers = new Set(known.map(({ customer }) => customer));
  return {
    value: customers.size === 0 ? null : known.length / customers.size,
    sample: known.length,
  };
}

const cases: readonly (readonly [KpiId, Options, Loop])[] = [
  ["first_response_time", {}, (w) => meanByHand(firstReplies(createdIn(w)))],
  [
    "first_response_time",
    { stat: "median" },
    (w) => percentileByHand(firstReplies(createdIn(w)), 0.5),
  ],
  [
    "first_response_time",
    { stat: "p90" },
    (w) => percentileByHand(firstReplies(createdIn(w)), 0.9),
  ],
  [
    "first_response_time",
    { clock: "business" },
    (w) => meanByHand(numbers(createdIn(w).map((row) => row.first_response_working_seconds))),
  ],
  [
    "first_response_time",
    { denominator: "all" },
    (w) => meanByHand(firstReplies(createdIn(w)), createdIn(w).length),
  ],
  [
    "first_response_time",
    { cohort: "replied" },
    (w) => meanByHand(firstReplies(inPeriod("first_response_at", w))),
  ],
  ["avg_resolution_time", {}, (w) => meanByHand(resolutions(solvedIn(w), "solved_at"))],
  [
    "avg_resolution_time",
    { stat: "median" },
    (w) => percentileByHand(resolutions(solvedIn(w), "solved_at"), 0.5),
  ],
  [
    "avg_resolution_time",
    { stat: "p90", variant: "first" },
    (w) => percentileByHand(resolutions(inPeriod("first_solved_at", w), "first_solved_at"), 0.9),
  ],
  [
    "avg_resolution_time",
    { variant: "first" },
    (w) => meanByHand(resolutions(inPeriod("first_solved_at", w), "first_solved_at")),
  ],
  [
    "avg_resolution_time",
    { clock: "business" },
    (w) => meanByHand(numbers(solvedIn(w).map((row) => row.resolution_working_seconds))),
  ],
  [
    "avg_resolution_time",
    { clock: "minus_pending" },
    (w) => meanByHand(withoutPending(solvedIn(w), "solved_at")),
  ],
  [
    "avg_resolution_time",
    { clock: "minus_pending", variant: "first", stat: "median" },
    (w) => percentileByHand(withoutPending(inPeriod("first_solved_at", w), "first_solved_at"), 0.5),
  ],
  [
    "avg_resolution_time",
    { cohort: "created" },
    (w) => meanByHand(resolutions(createdIn(w), "solved_at")),
  ],
  ["fcr", { kind: "tickets" }, (w) => shareByHand(createdIn(w).filter(repliesKnown), isOneTouch)],
  [
    "fcr",
    { kind: "tickets", denominator: "resolved" },
    (w) =>
      shareByHand(
        createdIn(w).filter((row) => repliesKnown(row) && row.solved_at !== null),
        isOneTouch,
      ),
  ],
  ["ticket_volume", { kind: "tickets" }, (w) => count(createdIn(w).length)],
  [
    "ticket_volume",
    { kind: "tickets", variant: "handled" },
    (w) => count(createdIn(w).filter(isHandled).length),
  ],
  ["resolved_issues", {}, (w) => count(solvedIn(w).length)],
  [
    "resolved_issues",
    { variant: "every" },
    (w) => ({
      value: solvedIn(w).reduce((sum, row) => sum + 1 + (row.reopens ?? 0), 0),
      sample: solvedIn(w).length,
    }),
  ],
  ["tickets_per_customer", {}, (w) => perCustomer(createdIn(w))],
  ["tickets_per_customer", { variant: "open" }, (w) => perCustomer(openAt(w))],
  ["backlog", {}, (w) => count(openAt(w).length)],
  [
    "reopen_rate",
    {},
    (w) =>
      shareByHand(
        solvedIn(w).filter(({ reopens }) => reopens !== null),
        ({ reopens }) => (reopens ?? 0) >= 1,
      ),
  ],
  [
    "transfer_rate",
    { kind: "tickets" },
    (w) =>
      shareByHand(
        createdIn(w).filter((row) => isHandled(row) && row.transfers !== null),
        ({ transfers }) => (transfers ?? 0) >= 1,
      ),
  ],
];

test.each(cases)(
  "%s %j agrees with a plain loop over the tickets",
  async (kpi, options, byHand) => {
    const rows = await measured(store, kpi, { windows, options, zone: "Europe/Berlin" });
    expect(disagreements(rows, windows, byHand)).toEqual([]);
  },
);

test("mean, median and ninetieth percentile stand beside the first response time", async () => {
  const [row] = await measured(store, "first_response_time", { windows: [windows[3]] });
  const seconds = firstReplies(createdIn(windows[3]));
  expect(row?.variants["mean"]).toBeCloseTo(meanByHand(seconds).value!, 6);
  expect(row?.variants["median"]).toBeCloseTo(percentileByHand(seconds, 0.5).value!, 6);
  expect(row?.variants["p90"]).toBeCloseTo(percentileByHand(seconds, 0.9).value!, 6);
});

test("tickets without a reply that are still open are counted as waiting", async () => {
  const [row] = await measured(store, "first_response_time", { windows: [windows[3]] });
  const waiting = createdIn(windows[3]).filter((each) => !isHandled(each));
  expect(waiting.length).toBeGreaterThan(0);
  expect(row?.notes["still_waiting"]).toBe(waiting.length);
});

test("tickets solved without a human reply are told, not counted as first contact", async () => {
  const [row] = await measured(store, "fcr", {
    windows: [windows[3]],
    options: { kind: "tickets" },
  });
  const silent = createdIn(windows[3]).filter(
    (each) => each.solved_at !== null && each.agent_replies === 0,
  );
  expect(silent.length).toBeGreaterThan(0);
  expect(row?.notes["solved_without_reply"]).toBe(silent.length);
});
