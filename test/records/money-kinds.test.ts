import { afterEach, expect, test } from "vitest";
import { recordsSchema } from "../../src/records/mapping.ts";
import { type Desk, lines, openDesk } from "./pulling.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
const opened = async (more: Parameters<typeof openDesk>[0] = {}): Promise<Desk> => {
  const desk = await openDesk(more);
  desks.push(desk);
  return desk;
};

const month = { column: "Month", format: "yyyy-MM" };
const costs = { id: "Id", month, kind: "What", amount: "Amount", channel: "Channel" };

test("a cost is of a day or of a whole month, whose days it knows", async () => {
  const desk = await opened();
  desk.write(
    "costs.csv",
    lines(
      "Id,Day,Month,What,Amount,Channel",
      "1,,2026-02,Salaries,42000.50,phone",
      "2,2026-11-03,,Repair,-80,",
      "3,2026-11-04,2026-10,Both,1,",
    ),
  );
  const outcome = await desk.pull({ records: { costs: { ...costs, day: "Day" } } });
  expect(outcome).toMatchObject({ rows: 3, changed: 3, badRows: 0 });
  expect(await desk.held("costs")).toMatchObject([
    {
      id: "1",
      first_day: "2026-02-01",
      last_day: "2026-02-28",
      amount: 42_000.5,
      kind: "Salaries",
    },
    { id: "2", first_day: "2026-11-03", last_day: "2026-11-03", amount: -80 },
    { id: "3", first_day: "2026-11-04", last_day: "2026-11-04" },
  ]);
  const [state] = await desk.records.sourceStates();
  expect(state?.kinds).toEqual(["costs"]);
});

test("a source that knows only months needs no days", async () => {
  const desk = await opened();
  desk.write("costs.csv", lines("Id,Month,What,Amount,Channel", "1,2024-02,Rent,29,"));
  await desk.pull({ records: { costs } });
  expect(await desk.held("costs")).toMatchObject([
    { first_day: "2024-02-01", last_day: "2024-02-29", day: null },
  ]);
});

test("a cost of no day and no month is set aside, and a mapping of neither refused", async () => {
  const desk = await opened();
  const good = Array.from({ length: 200 }, (_, index) => `${index},2026-10,Rent,1,`);
  desk.write("costs.csv", lines("Id,Month,What,Amount,Channel", ...good, "x,,Rent,1,"));
  expect(await desk.pull({ records: { costs } })).toMatchObject({ badRows: 1 });
  expect(await desk.records.badRows("phones", 5)).toMatchObject([
    { kind: "costs", record: 201, field: "month", reason: "missing" },
  ]);
  const { month: _, ...neither } = costs;
  const read = recordsSchema.safeParse({ costs: neither });
  expect(read.error?.issues[0]?.message).toContain("day, month");
});

test("amounts below zero and customers who leave before they come contradict themselves", async () => {
  const desk = await opened();
  desk.write(
    "money.csv",
    lines(
      "Id,From,To,Customer,Amount",
      "1,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z,a,10",
      "2,2026-03-01T00:00:00Z,2026-02-01T00:00:00Z,b,10",
      "3,2026-01-01T00:00:00Z,2027-02-01T00:00:00Z,c,-5",
    ),
  );
  const outcome = await desk.pull({
    path: "money.csv",
    records: {
      customers: { id: "Id", started_at: "From", ended_at: "To" },
      purchases: { id: "Id", at: "From", customer: "Customer", amount: "Amount" },
    },
  });
  expect(outcome).toMatchObject({ changed: 4, badRows: 2 });
  const bad = await desk.records.badRows("phones", 5);
  expect(bad.map(({ kind, record, reason }) => [kind, record, reason])).toEqual([
    ["customers", 2, "ended_before_started"],
    ["purchases", 3, "negative"],
  ]);
  // A notice given already: the end may lie ahead.
  expect(await desk.held("customers")).toHaveLength(2);
});

test("why a customer left is the topic, unless the mapping has another", async () => {
  const desk = await opened();
  const fields = { id: "Id", started_at: "Since", ended_at: "Until", reason: "Why" };
  desk.write(
    "customers.csv",
    lines("Id,Since,Until,Why,Plan", "1,2026-01-01,2026-10-01,price,basic", "2,2026-01-01,,,pro"),
  );
  await desk.pull({ records: { customers: fields } });
  const plain = await desk.held("customers");
  expect(plain).toMatchObject([
    { id: "1", reason: "price", topic: "price" },
    { id: "2", reason: null, topic: null },
  ]);
  await desk.pull({ records: { customers: { ...fields, topic: "Plan" } } });
  const mapped = await desk.held("customers");
  expect(mapped).toMatchObject([
    { reason: "price", topic: "basic" },
    { reason: null, topic: "pro" },
  ]);
});
