import { afterAll, beforeAll, expect, test } from "vitest";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import type { RecordStore } from "../../src/records/store.ts";
import { storeOf } from "../records/store-of.ts";
import { disagreements, isIn, secondsBetween, shareByHand } from "./by-hand.ts";
import { type CallRow, calls, tickets, type TicketRow, windows } from "./desk.ts";
import { measured } from "./measured.ts";

const now = new Date("2026-11-08T12:00:00Z");
const changed = new Date("2026-10-24T22:00:00Z");

let store: RecordStore;
beforeAll(async () => {
  const rows = { tickets: tickets.map((row) => ({ ...row })), calls: calls.map((r) => ({ ...r })) };
  store = await storeOf(rows, "Europe/Berlin");
});
afterAll(() => store.close());

type Fate = "met" | "breached" | null;

interface ByHand {
  readonly ticket?: (row: TicketRow) => readonly Fate[];
  readonly call?: (row: CallRow) => readonly Fate[];
}

/** Judges tickets and calls one by one and holds the engine against them. */
async function differences(sla: readonly SlaPolicy[], { ticket, call }: ByHand) {
  const rows = await measured(store, "sla_attainment", { windows, now, sla });
  return disagreements(rows, windows, (window) => {
    const fates: Fate[] = [];
    for (const row of tickets) {
      if (isIn(row.created_at, window) && ticket !== undefined) fates.push(...ticket(row));
    }
    for (const row of calls) {
      if (isIn(row.queued_at, window) && call !== undefined) fates.push(...call(row));
    }
    return shareByHand(
      fates.filter((fate) => fate !== null),
      (fate) => fate === "met",
    );
  });
}

const policy = (change: Partial<SlaPolicy>): SlaPolicy => ({
  name: "reply",
  from: null,
  kpi: "first_response_time",
  withinSeconds: 40_000,
  priority: null,
  channel: null,
  clock: "calendar",
  share: 90,
  ...change,
});

const fateOf = (seconds: number, within: number): Fate => (seconds <= within ? "met" : "breached");

function replyFate(row: TicketRow, within: number): Fate {
  const ended = row.first_response_at ?? row.solved_at;
  if (ended !== null) return fateOf(secondsBetween(row.created_at, ended), within);
  return secondsBetween(row.created_at, now) > within ? "breached" : null;
}

function dueFate({ sla_due_at: due, first_response_at, solved_at }: TicketRow): Fate {
  if (due === null) return null;
  const ended = first_response_at ?? solved_at;
  if (ended !== null) return ended <= due ? "met" : "breached";
  return due < now ? "breached" : null;
}

const isLater = ({ created_at }: TicketRow): boolean => created_at >= changed;

const byVersion = (row: TicketRow) => [replyFate(row, isLater(row) ? 20_000 : 40_000)];

test("each ticket is held to the version in force when its clock began", async () => {
  const sla = [policy({}), policy({ from: changed, withinSeconds: 20_000 })];
  expect(await differences(sla, { ticket: byVersion })).toEqual([]);
  // In whatever order they are written.
  expect(await differences(sla.toReversed(), { ticket: byVersion })).toEqual([]);
});

test("a later version leaves what was measured before it as it was", async () => {
  const past = windows.slice(0, 1);
  const before = await measured(store, "sla_attainment", { windows: past, now, sla: [policy({})] });
  const sla = [policy({}), policy({ from: changed, withinSeconds: 60 })];
  expect(await measured(store, "sla_attainment", { windows: past, now, sla })).toEqual(before);
  expect(before[0]?.sample).toBeGreaterThan(0);
});

const withinOf = (row: TicketRow): number => {
  const named = isLater(row) ? ["urgent", "high"] : ["urgent"];
  if (row.priority === null || !named.includes(row.priority)) return 60_000;
  return isLater(row) ? 15_000 : 10_000;
};

test("a version may promise to others, and takes the place of its name among the policies", async () => {
  const sla = [
    policy({ name: "urgent", priority: ["urgent"], withinSeconds: 10_000 }),
    policy({ withinSeconds: 60_000 }),
    policy({
      name: "urgent",
      from: changed,
      priority: ["urgent", "high"],
      withinSeconds: 15_000,
    }),
  ];
  expect(await differences(sla, { ticket: (row) => [replyFate(row, withinOf(row))] })).toEqual([]);
});

const ruleOrOwn = (row: TicketRow): readonly Fate[] => {
  const isPromised = row.priority === "urgent" && isLater(row);
  return [
    isPromised ? replyFate(row, 40_000) : dueFate(row),
    ...(row.channel === "email" ? [solutionFate(row)] : []),
  ];
};

test("a ticket that no policy promised a first reply is held to the due time it brought", async () => {
  const urgent = policy({ priority: ["urgent"], from: changed });
  const solution = policy({ name: "solution", kpi: "avg_resolution_time", channel: ["email"] });
  expect(await differences([urgent, solution], { ticket: ruleOrOwn })).toEqual([]);
  expect(tickets.some((row) => row.priority === "urgent" && !isLater(row) && dueFate(row))).toBe(
    true,
  );
});

function solutionFate({ created_at, solved_at }: TicketRow): Fate {
  if (solved_at !== null) return fateOf(secondsBetween(created_at, solved_at), 40_000);
  return secondsBetween(created_at, now) > 40_000 ? "breached" : null;
}

const replied = (row: TicketRow) => [replyFate(row, 40_000)];

const isAfter = ({ queued_at }: CallRow): boolean => queued_at >= changed;

const waitFates = (row: CallRow): readonly Fate[] => {
  const within = isAfter(row) ? 20 : 30;
  if (row.wait_seconds === null) return [];
  if (row.outcome === "handled") return [fateOf(row.wait_seconds, within)];
  return row.outcome === "abandoned" && row.wait_seconds > within ? ["breached"] : [];
};

test("a promise on the wait: answered in time, or answered or given up later", async () => {
  const sla = [
    policy({ name: "wait", kpi: "asa", withinSeconds: 30 }),
    policy({ name: "wait", kpi: "asa", withinSeconds: 20, from: changed }),
    policy({ withinSeconds: 40_000 }),
  ];
  expect(await differences(sla, { ticket: replied, call: waitFates })).toEqual([]);
});

const handlingFates = (row: CallRow): readonly Fate[] => {
  if (row.channel !== "phone" || row.outcome !== "handled" || row.talk_seconds === null) return [];
  const handled = row.talk_seconds + (row.hold_seconds ?? 0) + (row.wrap_seconds ?? 0);
  return [fateOf(handled, 300)];
};

test("a promise on the handle time is about answered calls, and about no ticket", async () => {
  const sla = [
    policy({ name: "handling", kpi: "aht", withinSeconds: 300, channel: ["phone"] }),
    policy({ withinSeconds: 40_000 }),
  ];
  expect(await differences(sla, { ticket: replied, call: handlingFates })).toEqual([]);
  expect(new Set(calls.flatMap(handlingFates))).toEqual(new Set(["met", "breached"]));
});

test("with a stopped clock a due time that still lies ahead has been kept by an answer before it", async () => {
  const answered = {
    created_at: new Date("2026-11-03T08:00:00Z"),
    first_response_at: new Date("2026-11-03T10:00:00Z"),
    sla_due_at: new Date("2026-11-03T12:00:00Z"),
  };
  const due = await storeOf({ tickets: [answered] }, "UTC");
  const stopped = new Date("2026-11-03T11:00:00Z");
  const asked = { windows: windows.slice(3), now: stopped, hideAfter: stopped };
  const [row] = await measured(due, "sla_attainment", asked);
  await due.close();
  expect(row).toMatchObject({ value: 100, sample: 1 });
});

test("promises on calls alone need no tickets", async () => {
  const phones = await storeOf({ calls: calls.map((row) => ({ ...row })) }, "Europe/Berlin");
  const sla = [policy({ name: "wait", kpi: "asa", withinSeconds: 30 })];
  const [row] = await measured(phones, "sla_attainment", { windows: windows.slice(3), now, sla });
  await phones.close();
  expect(row?.value).toBeGreaterThan(0);
});
