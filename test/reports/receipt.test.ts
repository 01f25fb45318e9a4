import { describe, expect, test } from "vitest";
import type { Question } from "../../src/reports/question.ts";
import type { Receipt } from "../../src/reports/receipt.ts";
import type { SourceState } from "../../src/records/store.ts";
import { tickets } from "../kpis/desk.ts";
import { isIn } from "../kpis/by-hand.ts";
import { type FixtureRows, storeOf } from "../records/store-of.ts";
import { ask, now, periods, question, reportsOver, settings, ticketsOn } from "./ask.ts";

async function receiptOf(
  reports: Awaited<ReturnType<typeof reportsOver>>,
  change: Partial<Question>,
): Promise<Receipt> {
  const receipt = await reports.receipt(question(change), "en");
  if (!("statements" in receipt)) throw new Error(`no receipt: ${JSON.stringify(receipt)}`);
  return receipt;
}

async function deskOf(rows: FixtureRows) {
  const records = await storeOf(rows, periods.zone);
  return { records, reports: await reportsOver({}, { records }) };
}

const desk: FixtureRows = {
  tickets: tickets.map((each) => ({ ...each, url: `https://desk.example/${each.id}` })),
};
const week = { from: new Date("2026-11-08T23:00:00Z"), to: new Date("2026-11-15T23:00:00Z") };

/** One touch, by the words of its definition. */
const isOneTouch = (ticket: (typeof tickets)[number]): boolean =>
  ticket.solved_at !== null &&
  ticket.agent_replies === 1 &&
  (ticket.assignees ?? 1) <= 1 &&
  (ticket.transfers ?? 0) === 0 &&
  (ticket.reopens ?? 0) === 0;

test.each([{}, { topic: { in: ["price"] } }])(
  "the records of a stock that the period found are those it began with: %j",
  async (where) => {
    const stay = { started_at: new Date("2026-09-01T08:00:00Z"), ended_at: null };
    const gone = { ...stay, ended_at: new Date("2026-10-12T08:00:00Z"), topic: "price" };
    const late = { ...stay, started_at: new Date("2026-10-20T08:00:00Z") };
    const all = [stay, stay, gone, late, late].map((each, at) => ({ ...each, id: `c${at}` }));
    const { reports } = await deskOf({ customers: all });
    const period = { kind: "month", year: 2026, month: 10 } as const;
    const { rows, value } = await receiptOf(reports, { kpi: "customer_churn_rate", period, where });
    expect(value).toBeCloseTo(100 / 3, 9);
    expect(rows).toMatchObject({ inPeriod: 3, used: 3 });
  },
);

describe("the receipt of a share", () => {
  test("has the answer's value, its formula with numbers, and every option in force", async () => {
    const { reports } = await deskOf(desk);
    const [receipt, answer] = [await receiptOf(reports, {}), await ask(reports, {})];
    const counted = tickets.filter(
      (each) => isIn(each.created_at, week) && each.agent_replies !== null,
    );
    const hits = counted.filter(isOneTouch);
    expect(receipt).toMatchObject({
      kpi: "fcr",
      definition: "fcr@1",
      changed: [],
      options: { kind: "tickets", denominator: "received" },
      value: answer.value,
      sample: counted.length,
      formula: {
        take: "ratio",
        times: 100,
        numerator: [{ times: 1, input: "tickets_one_touch", value: hits.length }],
        denominator: [{ times: 1, input: "tickets_replies_known", value: counted.length }],
      },
    });
    expect(receipt.value).toBeCloseTo((100 * hits.length) / counted.length, 9);
  });

  test("has the very statements: sent again with their values they give the figure", async () => {
    const { records, reports } = await deskOf(desk);
    const receipt = await receiptOf(reports, { by: ["channel"] });
    const results = await Promise.all(
      receipt.statements.map(({ sql, values }) => records.query(sql, values)),
    );
    const [figure, ...more] = results.filter((rows) => rows[0] !== undefined && "i0" in rows[0]);
    const [row] = figure ?? [];
    expect((100 * Number(row?.["i0"])) / Number(row?.["i1"])).toBe(receipt.value);
    // The split is asked beside it, and comes to the same.
    const sum = (column: string) => more[0]?.reduce((all, each) => all + Number(each[column]), 0);
    expect([sum("i0"), sum("i1")]).toEqual([row?.["i0"], row?.["i1"]]);
  });

  test("has ten records of the figure, hits and misses in turn, with their addresses", async () => {
    const { reports } = await deskOf(desk);
    const { records: found, sample } = await receiptOf(reports, {});
    expect(found.total).toBe(sample);
    expect(found.records).toHaveLength(10);
    for (const { id, part, url } of found.records) {
      const ticket = tickets.find((each) => each.id === id)!;
      expect({ id, part }).toEqual({ id, part: isOneTouch(ticket) ? 1 : 0 });
      expect(isIn(ticket.created_at, week) && ticket.agent_replies !== null).toBe(true);
      expect(url).toBe(`https://desk.example/${id}`);
    }
    expect(found.records.map(({ part }) => part)).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
  });

  test("names no customer and no agent anywhere", async () => {
    const named = ticketsOn("2026-11-10", 12, 6).map((ticket) => ({
      ...ticket,
      customer: "Ada Lovelace",
      agent: "Becky",
    }));
    const { reports } = await deskOf({ tickets: named });
    const text = JSON.stringify(await receiptOf(reports, {}));
    expect(text).toContain("2026-11-10");
    expect(text).not.toMatch(/Ada|Becky/u);
  });

  test("counts what was left out, and says why", async () => {
    const { reports } = await deskOf(desk);
    const { rows } = await receiptOf(reports, {});
    const created = tickets.filter((each) => isIn(each.created_at, week));
    const unknown = created.filter((each) => each.agent_replies === null).length;
    expect(rows).toMatchObject({ inPeriod: created.length, used: created.length - unknown });
    expect(rows.leftOut.map(({ code }) => code)).toContain("incomplete_records");
    expect(unknown).toBeGreaterThan(0);
  });
});

test("a duration shows the seconds of its records, a percentile too", async () => {
  const { reports } = await deskOf(desk);
  for (const stat of ["mean", "p90"]) {
    const receipt = await receiptOf(reports, {
      kpi: "first_response_time",
      options: { stat },
    });
    expect(receipt.records.records.length).toBe(10);
    for (const { id, part } of receipt.records.records) {
      const { created_at: from, first_response_at: to } = tickets.find((each) => each.id === id)!;
      expect(part).toBe((+to! - +from) / 1_000);
    }
  }
});

const call = (id: string, day: string, customer: string) => ({
  id,
  customer,
  queued_at: new Date(`${day}T09:00:00Z`),
  outcome: "handled",
});

test("a repeat within the window is judged for single calls as for the figure", async () => {
  const { reports } = await deskOf({
    calls: [
      call("once", "2026-11-10", "a"),
      call("came back", "2026-11-11", "b"),
      call("again", "2026-11-17", "b"),
    ],
  });
  const { records: found, value } = await receiptOf(reports, {});
  expect(value).toBe(50);
  expect(found.records.map(({ id, part }) => [id, part])).toEqual([
    ["once", 1],
    ["came back", 0],
  ]);
});

test("an anonymous survey shows no single answers, and no sums of a few", async () => {
  const answers = Array.from({ length: 4 }, (_, index) => ({
    id: String(index),
    kind: "esat",
    answered_at: new Date("2026-11-10T09:00:00Z"),
    score: 1,
    scale_low: 1,
    scale_high: 5,
  }));
  const { reports } = await deskOf({ surveys: answers });
  const receipt = await receiptOf(reports, { kpi: "esat" });
  expect(receipt.value).toBeNull();
  expect(receipt.records).toEqual({ records: [], total: 0 });
  const { formula } = receipt;
  if (formula.take !== "ratio") throw new Error("a satisfaction is a ratio");
  expect([...formula.numerator, ...formula.denominator].map(({ value }) => value)).toEqual([
    null,
    null,
  ]);
});

test("what came ready-made has a figure and a statement, and no records", async () => {
  const measures = [{ id: "1", day: "2026-11-10", input: "calls_offered", value: 30 }];
  const { reports } = await deskOf({ measures });
  const receipt = await receiptOf(reports, { kpi: "ticket_volume" });
  expect(receipt).toMatchObject({ value: 30, records: { total: 0 }, rows: { inPeriod: null } });
  expect(receipt.statements.some(({ sql }) => sql.includes("from measures"))).toBe(true);
});

test("each source says how far it reaches and how many rows it lost", async () => {
  const state: SourceState = {
    source: "desk",
    succeededAt: now,
    failedAt: null,
    error: null,
    hint: null,
    asOf: now,
    newestAt: now,
    kinds: ["tickets"],
    rows: 12,
    changed: 12,
    badRows: 3,
    odd: null,
  };
  const other: SourceState = { ...state, source: "phones", kinds: ["calls"] };
  const rows = { tickets: ticketsOn("2026-11-10", 6, 3) };
  const reports = await reportsOver(rows, { states: [state, other] });
  const { sources } = await receiptOf(reports, {});
  expect(sources).toEqual([
    {
      source: "desk",
      asOf: now,
      state: "fresh",
      rows: 12,
      badRows: 3,
      reasons: [],
      excluded: 0,
    },
  ]);
});

describe("a definition changed", () => {
  const options = { fcr: { kind: "calls", window: 14 } };
  const calls = [
    {
      id: "a",
      customer: "c",
      queued_at: new Date("2026-11-10T09:00:00Z"),
      outcome: "handled",
    },
  ];

  test("by the configuration stays the same version and says what differs", async () => {
    const reports = await reportsOver({ calls }, { settings: { ...settings, options } });
    const answer = await ask(reports, {});
    expect(answer).toMatchObject({
      definition: "fcr@1",
      changed: [
        { name: "kind", value: "calls", from: "configured" },
        { name: "window", value: 14, from: "configured" },
      ],
    });
    expect((await receiptOf(reports, {})).changed).toEqual(answer.changed);
    expect(reports.configured("fcr")).toEqual(answer.changed);
    expect(reports.configured("csat")).toEqual([]);
  });

  test("by the question wins, and what is as usual is not named", async () => {
    const reports = await reportsOver({ calls }, { settings: { ...settings, options } });
    const { changed } = await receiptOf(reports, { options: { window: 7 } });
    expect(changed.map(({ name }) => name)).toEqual(["kind"]);
    const asked = await receiptOf(reports, { options: { window: 3 } });
    expect(asked.changed).toContainEqual({ name: "window", value: 3, from: "asked" });
  });
});

test("a figure of promises says how many were held to a rule, and how many to their own due time", async () => {
  const ticket = { sla_due_at: new Date("2026-11-10T09:30:00Z") };
  const rows = [
    ...ticketsOn("2026-11-10", 2, 2, { ...ticket, priority: "urgent" }),
    ...ticketsOn("2026-11-10", 3, 3, { ...ticket, priority: "low" }),
  ];
  const urgent = {
    name: "urgent",
    from: null,
    kpi: "first_response_time",
    withinSeconds: 7_200,
    priority: ["urgent"],
    channel: null,
    clock: "calendar",
    share: 90,
  } as const;
  const receiptWith = async (sla: readonly (typeof urgent)[]) =>
    receiptOf(await reportsOver({ tickets: rows }, { settings: { ...settings, sla } }), {
      kpi: "sla_attainment",
    });
  expect(await receiptWith([urgent])).toMatchObject({
    value: 40,
    sample: 5,
    promises: { rules: 2, own: 3 },
  });
  expect(await receiptWith([])).toMatchObject({ value: 0, promises: { rules: 0, own: 5 } });
  const fcr = await receiptOf(await reportsOver({ tickets: rows }), {});
  expect(fcr.promises).toBeNull();
});
