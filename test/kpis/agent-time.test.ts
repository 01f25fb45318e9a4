import { expect, test } from "vitest";
import type { Window } from "../../src/periods/period.ts";
import { type ByHand, isIn, shareByHand } from "./by-hand.ts";
import { type GeneratedDesk } from "./generated-desk.ts";
import {
  type Case,
  sum,
  ratio,
  toldBy,
  handled,
  created,
  handleSeconds,
  timed,
  agreeWithLoops,
} from "./agree-with-loops.ts";

const shiftsIn = ({ shifts }: GeneratedDesk, w: Window) =>
  shifts.filter((each) => isIn(each.from, w));

const handledTickets = (desk: GeneratedDesk, w: Window) =>
  created(desk, w).filter((each) => each.first_response_at !== null || each.solved_at !== null);

function perHour(
  desk: GeneratedDesk,
  w: Window,
  column: "logged_seconds" | "scheduled_seconds",
  contacts: number,
): ByHand {
  const hours = sum(shiftsIn(desk, w).map((shift) => shift[column])) / 3_600;
  const told = desk.shifts.map((shift) => shift[column]);
  return toldBy(told, ratio(contacts, hours, contacts));
}

function onQueue(
  desk: GeneratedDesk,
  w: Window,
  contacts: number = handled(desk, w).length,
): ByHand {
  const idle = sum(shiftsIn(desk, w).map((shift) => shift.available_seconds));
  const value = ratio(contacts, (handleSeconds(desk, w) + idle) / 3_600, contacts);
  return toldBy(
    desk.shifts.map((shift) => shift.available_seconds),
    value,
  );
}

/** Where no ticket tells whether it was answered or solved, none can be counted. */
const ofTickets = (desk: GeneratedDesk, figure: ByHand): ByHand =>
  toldBy(
    desk.tickets.flatMap((each) => [each.first_response_at, each.solved_at]),
    figure,
  );

function planKept(
  desk: GeneratedDesk,
  w: Window,
  column: "adherent_seconds" | "logged_seconds",
): ByHand {
  const both = shiftsIn(desk, w).filter(
    (shift) => shift[column] !== null && shift.scheduled_seconds !== null,
  );
  const planned = sum(both.map((shift) => shift.scheduled_seconds));
  return ratio(sum(both.map((shift) => shift[column])), planned, both.length, 100);
}

function occupancy(desk: GeneratedDesk, w: Window): ByHand {
  const busy = handleSeconds(desk, w);
  const known = shiftsIn(desk, w).filter((shift) => shift.available_seconds !== null);
  const sample = timed(desk, w).length;
  const isBlind = known.length === 0 && sample > 0;
  const value = ratio(busy, busy + sum(known.map((each) => each.available_seconds)), sample, 100);
  return toldBy(
    desk.shifts.map((shift) => shift.available_seconds),
    isBlind ? { value: null, sample } : value,
  );
}

const ofAgents: readonly Case[] = [
  ["calls_per_hour", {}, (d, w) => perHour(d, w, "logged_seconds", handled(d, w).length)],
  [
    "calls_per_hour",
    { hours: "scheduled" },
    (d, w) => perHour(d, w, "scheduled_seconds", handled(d, w).length),
  ],
  ["calls_per_hour", { hours: "on_queue" }, (d, w) => onQueue(d, w)],
  ...(["logged", "scheduled"] as const).map((hours): Case => {
    const column = `${hours}_seconds` as const;
    const byHand: Case[2] = (d, w) =>
      ofTickets(d, perHour(d, w, column, handledTickets(d, w).length));
    return ["calls_per_hour", { kind: "tickets", hours }, byHand];
  }),
  [
    "calls_per_hour",
    { kind: "tickets", hours: "on_queue" },
    (d, w) => ofTickets(d, onQueue(d, w, handledTickets(d, w).length)),
  ],
  ["schedule_adherence", {}, (d, w) => planKept(d, w, "adherent_seconds")],
  ["schedule_adherence", { variant: "conformance" }, (d, w) => planKept(d, w, "logged_seconds")],
  ["occupancy", {}, occupancy],
  [
    "resource_usage",
    {},
    (d, w) =>
      shareByHand(
        handled(d, w).filter((call) => call.script_used !== null),
        (call) => call.script_used === true,
      ),
  ],
];

test("every figure of agents' time is what a plain loop over the records makes of it", async () => {
  await expect(agreeWithLoops(ofAgents)).resolves.toBeUndefined();
});
