import { afterEach, describe, expect, test } from "vitest";
import { type Desk, lines, openDesk } from "./pulling.ts";
import { toRequest } from "./to-request.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
async function aDesk(): Promise<Desk> {
  const desk = await openDesk({ zone: "Europe/Berlin" });
  desks.push(desk);
  return desk;
}

/** Midnight in Berlin. */
const keptFrom = new Date("2025-06-30T22:00:00Z");

const tickets = {
  name: "tickets",
  path: "tickets.csv",
  records: {
    tickets: {
      id: "id",
      created_at: { column: "created", format: "yyyy-MM-dd HH:mm" },
      solved_at: { column: "solved", format: "yyyy-MM-dd HH:mm" },
    },
  },
};
const customers = {
  name: "customers",
  path: "customers.csv",
  records: {
    customers: {
      id: "id",
      started_at: { column: "start", format: "yyyy-MM-dd" },
      ended_at: { column: "end", format: "yyyy-MM-dd" },
    },
  },
};
const figures = {
  name: "figures",
  path: "figures.csv",
  records: { measures: { day: { column: "day", format: "yyyy-MM-dd" }, calls_offered: "calls" } },
};
const costs = {
  name: "costs",
  path: "costs.csv",
  records: {
    costs: {
      id: "id",
      month: { column: "month", format: "yyyy-MM" },
      amount: "amount",
      kind: { value: "staff" },
    },
  },
};

async function filled(): Promise<Desk> {
  const desk = await aDesk();
  desk.write(
    "tickets.csv",
    lines(
      "id,created,solved",
      "old,2025-06-30 10:00,2025-06-30 23:59",
      "open and old,2025-01-01 10:00,",
      "solved later,2025-06-30 10:00,2025-07-01 00:00",
      "new,2025-07-01 00:00,",
    ),
  );
  desk.write(
    "customers.csv",
    lines(
      "id,start,end",
      "gone,2020-01-01,2025-06-30",
      "here,2020-01-01,",
      "left,2020-01-01,2025-07-01",
    ),
  );
  desk.write("figures.csv", lines("day,calls", "2025-06-30,5", "2025-07-01,7"));
  desk.write("costs.csv", lines("id,month,amount", "a,2025-06,100", "b,2025-07,200"));
  return desk;
}
const sources = [tickets, customers, figures, costs];

/** Worked out by hand: what was over in Berlin by the end of 30 June 2025 is gone. */
const kept = {
  tickets: ["new", "solved later"],
  customers: ["here", "left"],
  costs: ["b"],
};

const idsIn = async (desk: Desk, table: string) =>
  (await desk.held(table)).map(({ id }) => String(id)).toSorted();

const heldIn = async (desk: Desk) => ({
  tickets: await idsIn(desk, "tickets"),
  customers: await idsIn(desk, "customers"),
  costs: await idsIn(desk, "costs"),
});

describe("records older than they are kept", () => {
  test("are dropped when they were over, to the day of the zone, and counted by kind", async () => {
    const desk = await filled();
    for (const each of sources) await desk.pull(each);
    const dropped = await desk.records.dropBefore(keptFrom);
    expect(Object.fromEntries(dropped)).toEqual({
      tickets: 2,
      customers: 1,
      costs: 1,
      measures: 1,
    });
    expect(await heldIn(desk)).toEqual(kept);
    expect((await desk.held("measures")).map(({ value }) => value)).toEqual([7]);
    expect(Object.fromEntries(await desk.records.dropBefore(keptFrom))).toEqual({});
  });

  test("do not come back with the next pull, which changes nothing then", async () => {
    const desk = await filled();
    for (const each of sources) {
      const request = { ...toRequest(each, desk.folder, "Europe/Berlin"), keptFrom };
      expect((await desk.records.pullSource(request)).changed).toBeGreaterThan(0);
      expect((await desk.records.pullSource(request)).changed).toBe(0);
    }
    expect(await heldIn(desk)).toEqual(kept);
    expect((await desk.held("measures")).map(({ value }) => value)).toEqual([7]);
  });
});
