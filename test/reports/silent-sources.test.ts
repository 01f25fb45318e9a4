import { beforeAll, expect, test } from "vitest";
import { silentSources } from "../../src/app/silent-sources.ts";
import type { Filters } from "../../src/kpis/where.ts";
import { recordsSchema } from "../../src/records/mapping.ts";
import type { Reports } from "../../src/reports/reports.ts";
import { afterFile } from "../closing.ts";
import { lines, openDesk } from "../records/pulling.ts";
import { ask, codes, periods, reportsOver, settings } from "./ask.ts";

const all = {
  id: "id",
  created_at: "created",
  first_response_at: "replied",
  solved_at: "solved",
  agent_replies: "replies",
  channel: "channel",
};
const { first_response_at: _, solved_at: _solved, ...few } = all;
const customers = { id: "id", started_at: "created" };
const calls = {
  id: "id",
  queued_at: "created",
  outcome: {
    column: "solved",
    values: { "2026-11-11T12:00:00Z": "handled" },
    default: "abandoned",
  },
  channel: "channel",
};
const mappings = {
  whole: { tickets: all },
  bare: { tickets: few },
  "whole customers": { customers: { ...customers, ended_at: "solved" } },
  "bare customers": { customers },
  "whole calls": { calls: { ...calls, wait_seconds: "replies" } },
  "bare calls": { calls },
};

/** Forty of one desk, of which ten are open, and sixty of another that says nothing of solutions. */
const rows = (count: number, channel: string) =>
  Array.from({ length: count }, (_each, at) => {
    const solved = at % 4 === 0 ? "" : "2026-11-11T12:00:00Z";
    return `${at},2026-10-10T09:00:00Z,2026-10-10T10:00:00Z,${solved},1,${channel}`;
  });

let reports: Reports;

beforeAll(async () => {
  const desk = await openDesk({ zone: periods.zone });
  afterFile(desk.close);
  const sources = Object.entries(mappings).map(([name, records]) => ({ name, records }));
  for (const { name, records } of sources) {
    const isWhole = name.startsWith("whole");
    const some = rows(isWhole ? 40 : 60, isWhole ? "email" : "chat");
    desk.write(`${name}.csv`, lines("id,created,replied,solved,replies,channel", ...some));
    await desk.pull({ name, path: `${name}.csv`, records });
  }
  const silent = silentSources(
    sources.map(({ name, records }) => ({ name, records: recordsSchema.parse(records) })),
  );
  reports = await reportsOver({}, { records: desk.records, settings: { ...settings, silent } });
});

const november = { kind: "month", year: 2026, month: 11 } as const;
const october = { kind: "month", year: 2026, month: 10 } as const;

test("a ticket of a source that never says when tickets are solved is not open", async () => {
  const answer = await ask(reports, { kpi: "backlog", period: november, by: ["channel"] });
  expect(answer.value).toBe(10);
  expect(answer.segments.map(({ key, value }) => [key["channel"], value])).toEqual([["email", 10]]);
  const said = answer.warnings.find(({ code }) => code === "left_out_source");
  expect(said?.text).toBe(
    "bare does not tell “solved_at”: its records are left out. If the source knows it, map it under “records:”.",
  );
});

test.each(["backlog", "resolved_issues"] as const)(
  "of such a source alone %s is no data, not 0",
  async (kpi) => {
    const where: Filters = { channel: { in: ["chat"] } };
    const { value, reason } = await ask(reports, { kpi, period: november, where });
    expect([value, reason?.code]).toEqual([null, "untold_events"]);
    const email = await ask(reports, {
      kpi,
      period: november,
      where: { channel: { in: ["email"] } },
    });
    expect(email.value).toBe(kpi === "backlog" ? 10 : 30);
  },
);

test("nor is it in what a figure is divided by, nor among those who wait", async () => {
  const fcr = await ask(reports, { kpi: "fcr", period: october, options: { kind: "tickets" } });
  expect([fcr.numerator, fcr.denominator]).toEqual([30, 40]);
  const replies = await ask(reports, {
    kpi: "first_response_time",
    period: october,
    options: { denominator: "all" },
  });
  expect([replies.value, replies.denominator]).toEqual([3_600, 40]);
  expect(codes(replies.warnings)).not.toContain("still_waiting");
});

test("a customer of a source that never says who left is not one who stayed", async () => {
  const churn = await ask(reports, { kpi: "customer_churn_rate", period: november });
  expect([churn.numerator, churn.denominator]).toEqual([30, 40]);
  const options = { cohort: "counts" };
  const kept = await ask(reports, { kpi: "customer_retention_rate", period: november, options });
  expect([kept.numerator, kept.denominator]).toEqual([10, 40]);
});

test("calls of a source without waiting times are neither in time nor abandoned too late", async () => {
  const level = await ask(reports, { kpi: "service_level", period: october });
  // Of forty waited all a second, and ten hung up then: too soon to count.
  expect([level.numerator, level.denominator]).toEqual([30, 30]);
  expect(codes(level.warnings)).toContain("left_out_source");
  const answered = await ask(reports, { kpi: "answer_rate", period: october });
  expect([answered.numerator, answered.denominator]).toEqual([75, 100]);
});

test("where nobody says how often tickets were reopened, every solve is no data", async () => {
  const ways = ["unique", "every"].map(async (variant) => {
    const asked = { kpi: "resolved_issues", period: november, options: { variant } } as const;
    const { value, reason } = await ask(reports, asked);
    return [value, reason?.code ?? null];
  });
  expect(await Promise.all(ways)).toEqual([
    [30, null],
    [null, "untold_events"],
  ]);
});

test("what needs no such event counts all, and a receipt names the sources left out", async () => {
  const volume = await ask(reports, {
    kpi: "ticket_volume",
    period: october,
    options: { kind: "tickets" },
  });
  expect(volume.value).toBe(100);
  expect(codes(volume.warnings)).not.toContain("left_out_source");
  const asked = { kpi: "first_response_time", period: october, by: [], every: null } as const;
  const options = { denominator: "all" };
  const receipt = await reports.receipt(
    { ...asked, where: {}, versus: null, trend: false, options },
    "en",
  );
  expect(receipt).toMatchObject({
    formula: { denominator: [{ input: "tickets_created without bare", value: 40 }] },
    rows: { inPeriod: 100, used: 40 },
  });
});

test("where no source says it, there is nobody to tell apart: no data at all", () => {
  const both = ["one", "other"].map((name) => ({
    name,
    records: recordsSchema.parse({ tickets: few }),
  }));
  expect(silentSources(both)("tickets", ["solved_at"])).toEqual([]);
});
