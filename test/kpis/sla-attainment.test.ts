import { afterAll, beforeAll, expect, test } from "vitest";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import type { RecordStore } from "../../src/records/store.ts";
import { storeOf } from "../records/store-of.ts";
import { disagreements, isIn, secondsBetween, shareByHand } from "./by-hand.ts";
import { tickets, type TicketRow, windows } from "./desk.ts";
import { measured } from "./measured.ts";

/** In the middle of the records: some promises are still running. */
const now = new Date("2026-11-08T12:00:00Z");

let store: RecordStore;
beforeAll(async () => {
  store = await storeOf({ tickets: tickets.map((row) => ({ ...row })) }, "Europe/Berlin");
});
afterAll(() => store.close());

type Fate = "met" | "breached" | "running";

/** Counts the fates of tickets one by one and holds the engine against them. */
async function differences(sla: readonly SlaPolicy[], fatesOf: (row: TicketRow) => Fate[]) {
  const rows = await measured(store, "sla_attainment", { windows, now, sla });
  return disagreements(rows, windows, (window) =>
    shareByHand(
      tickets
        .filter((each) => isIn(each.created_at, window))
        .flatMap(fatesOf)
        .filter((fate) => fate !== "running"),
      (fate) => fate === "met",
    ),
  );
}

test("without policies each ticket's own due time is the promise", async () => {
  const found = await differences(
    [],
    ({ sla_due_at: due, first_response_at: replied, solved_at: solved }) => {
      if (due === null) return [];
      const ended = replied ?? solved;
      if (ended !== null) return [ended <= due ? "met" : "breached"];
      return [due < now ? "breached" : "running"];
    },
  );
  expect(found).toEqual([]);
});

const reply: SlaPolicy = {
  name: "urgent-reply",
  kpi: "first_response_time",
  withinSeconds: 40_000,
  priority: ["urgent"],
  channel: null,
  clock: "calendar",
  share: 90,
};

function replyFate(row: TicketRow, withinSeconds: number): Fate {
  const ended = row.first_response_at ?? row.solved_at;
  if (ended !== null) {
    return secondsBetween(row.created_at, ended) <= withinSeconds ? "met" : "breached";
  }
  return secondsBetween(row.created_at, now) > withinSeconds ? "breached" : "running";
}

test("a running promise is neither met nor broken; past due and unanswered is broken", async () => {
  const found = await differences([reply], (row) =>
    row.priority === "urgent" ? [replyFate(row, 40_000)] : [],
  );
  const waiting = tickets.filter(
    (row) => row.priority === "urgent" && row.first_response_at === null && row.solved_at === null,
  );
  expect(found).toEqual([]);
  expect(new Set(waiting.map((row) => replyFate(row, 40_000)))).toEqual(
    new Set(["breached", "running"]),
  );
});

test("the first policy that fits is the promise: a later one of the same KPI does not count again", async () => {
  const everyone = { ...reply, name: "reply", priority: null, withinSeconds: 80_000 };
  const found = await differences([reply, everyone], (row) => [
    replyFate(row, row.priority === "urgent" ? 40_000 : 80_000),
  ]);
  expect(found).toEqual([]);
});

test("two policies whose names share no letter of an id stay two", async () => {
  const urgent = { ...reply, name: "긴급" };
  const email = {
    ...reply,
    name: "메일",
    kpi: "avg_resolution_time",
    priority: null,
    channel: ["email"],
  };
  const found = await differences([urgent, { ...email, withinSeconds: 200_000 }], (row) => [
    ...(row.priority === "urgent" ? [replyFate(row, 40_000)] : []),
    ...(row.channel === "email" ? [solutionFate(row)] : []),
  ]);
  expect(found).toEqual([]);
});

test("a promise of a solution is a promise of its own", async () => {
  const solution: SlaPolicy = {
    ...reply,
    name: "solution",
    kpi: "avg_resolution_time",
    priority: null,
    channel: ["email"],
    withinSeconds: 200_000,
  };
  const found = await differences([reply, solution], (row) => [
    ...(row.priority === "urgent" ? [replyFate(row, 40_000)] : []),
    ...(row.channel === "email" ? [solutionFate(row)] : []),
  ]);
  expect(found).toEqual([]);
});

function solutionFate({ created_at, solved_at }: TicketRow): Fate {
  if (solved_at !== null) {
    return secondsBetween(created_at, solved_at) <= 200_000 ? "met" : "breached";
  }
  return secondsBetween(created_at, now) > 200_000 ? "breached" : "running";
}
