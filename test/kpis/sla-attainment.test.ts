import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarSchema } from "../../src/calendar/calendar-schema.ts";
import { createCalendar } from "../../src/calendar/calendar.ts";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import type { RecordStore, WorkingTime } from "../../src/records/store.ts";
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

function dueFate(row: TicketRow): Fate {
  const { sla_due_at: due, first_response_at: replied, solved_at: solved } = row;
  if (due === null) return "running";
  const ended = replied ?? solved;
  if (ended !== null) return ended <= due ? "met" : "breached";
  return due < now ? "breached" : "running";
}

test("without policies each ticket's own due time is the promise", async () => {
  expect(await differences([], (row) => [dueFate(row)])).toEqual([]);
});

const reply: SlaPolicy = {
  name: "urgent-reply",
  from: null,
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
  const found = await differences([reply], (row) => [
    row.priority === "urgent" ? replyFate(row, 40_000) : dueFate(row),
  ]);
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
    row.priority === "urgent" ? replyFate(row, 40_000) : dueFate(row),
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
    row.priority === "urgent" ? replyFate(row, 40_000) : dueFate(row),
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

const office = { weekdays: [1, 2, 3, 4, 5], from: 9, to: 17 };
const billing = { weekdays: [0, 3, 6], from: 12, to: 20 };

/** Working seconds from each second of the records until `now`, counted one by one in Berlin. */
function workedSince({ weekdays, from, to }: typeof office): (start: Date) => number {
  const first = Date.parse("2026-10-05T00:00:00Z");
  const summerTimeEnds = Date.parse("2026-10-25T01:00:00Z");
  const worked = new Uint32Array((now.getTime() - first) / 1_000 + 1);
  for (let at = worked.length - 2; at >= 0; at -= 1) {
    const ms = first + at * 1_000;
    const local = new Date(ms + (ms < summerTimeEnds ? 2 : 1) * 3_600_000);
    const isOpen =
      weekdays.includes(local.getUTCDay()) &&
      local.getUTCHours() >= from &&
      local.getUTCHours() < to;
    worked[at] = worked[at + 1]! + (isOpen ? 1 : 0);
  }
  return (start) => worked[(start.getTime() - first) / 1_000] ?? 0;
}

test.each([1, 6, 8, 24, 60])(
  "a running promise of %d working hours is counted by the calendar of its team",
  async (hours) => {
    const calendarOf = (week: string, { from, to }: typeof office) =>
      createCalendar(
        calendarSchema.parse({ hours: { [week]: [`${from}:00-${to}:00`] } }),
        "Europe/Berlin",
      );
    const all = calendarOf("mon-fri", office);
    const own = calendarOf("wed,sat,sun", billing);
    const workingTime: WorkingTime = {
      key: "",
      teams: ["Billing"],
      intervals: (team, from, to) => (team === "Billing" ? own : all).intervals(from, to),
    };
    const waiting = tickets.filter(
      ({ created_at, first_response_at, solved_at }) =>
        created_at < now && first_response_at === null && solved_at === null,
    );
    const unanswered = await storeOf(
      { tickets: [...waiting, oneAnswered].map((row) => ({ ...row })) },
      "Europe/Berlin",
    );
    const policy: SlaPolicy = {
      ...reply,
      priority: null,
      clock: "business",
      withinSeconds: hours * 3_600,
    };
    const [officeSince, billingSince] = [workedSince(office), workedSince(billing)];
    const isLate = ({ team, created_at }: TicketRow): boolean =>
      (team === "Billing" ? billingSince : officeSince)(created_at) > hours * 3_600;

    const rows = await measured(unanswered, "sla_attainment", {
      windows: [{ from: new Date("2026-10-05T00:00:00Z"), to: now }],
      by: ["team"],
      now,
      sla: [policy],
      workingTime,
    });
    await unanswered.close();
    for (const team of ["Billing", "Orders", null]) {
      const late = waiting.filter((row) => row.team === team && isLate(row)).length;
      expect(late).toBeGreaterThan(0);
      expect(rows.find(({ key }) => key[0] === team)?.sample).toBe(late);
    }
  },
);

/** Somebody was answered once: without it nobody would know that answers are told at all. */
const oneAnswered: TicketRow = {
  ...tickets[0]!,
  id: "answered",
  team: "Answered",
  created_at: new Date("2026-10-05T10:00:00Z"),
  first_response_at: new Date("2026-10-05T10:00:00Z"),
  first_response_working_seconds: 0,
  solved_at: null,
};

test("a due time that lies ahead of the moment looked at stands all the same", async () => {
  const created_at = new Date("2026-11-08T10:00:00Z");
  const answered = {
    ...oneAnswered,
    created_at,
    first_response_at: new Date("2026-11-08T11:00:00Z"),
    sla_due_at: new Date("2026-11-08T16:00:00Z"),
  };
  const small = await storeOf({ tickets: [{ ...answered }] }, "UTC");
  const asked = { windows: [{ from: created_at, to: now }], now };
  const [live] = await measured(small, "sla_attainment", asked);
  const [then] = await measured(small, "sla_attainment", { ...asked, hideAfter: now });
  await small.close();
  expect(live).toMatchObject({ value: 100, sample: 1 });
  expect(then).toMatchObject({ value: 100, sample: 1 });
});
