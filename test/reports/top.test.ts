import { expect, test } from "vitest";
import type { Question } from "../../src/reports/question.ts";
import type { Top } from "../../src/reports/top.ts";
import { calls, surveys, tickets } from "../kpis/desk.ts";
import { isIn, secondsBetween } from "../kpis/by-hand.ts";
import { question, reportsOver, ticketsOn } from "./ask.ts";

async function topOf(
  rows: Parameters<typeof reportsOver>[0],
  change: Partial<Question>,
): Promise<Top> {
  const top = await (await reportsOver(rows)).top(question(change), "en");
  if (!("ranking" in top)) throw new Error(`nothing on top: ${JSON.stringify(top)}`);
  return top;
}

const week = { from: new Date("2026-11-08T23:00:00Z"), to: new Date("2026-11-15T23:00:00Z") };
const ids = ({ records }: Top): string[] => records.records.map(({ id }) => id);

test("of a duration the slowest lead", async () => {
  const top = await topOf(
    { tickets: tickets.map((each) => ({ ...each })) },
    { kpi: "first_response_time" },
  );
  const slowest = tickets
    .filter((each) => isIn(each.created_at, week) && each.first_response_at !== null)
    .map(({ id, created_at, first_response_at }) => ({
      id,
      seconds: secondsBetween(created_at, first_response_at!),
    }))
    .toSorted((a, b) => b.seconds - a.seconds);
  expect(top).toMatchObject({ ranking: "largest", records: { total: slowest.length } });
  expect(top.records.records.map(({ part }) => part)).toEqual(
    slowest.slice(0, 15).map(({ seconds }) => seconds),
  );
});

test("of a share, those that are not part of it", async () => {
  const rows = [...ticketsOn("2026-11-10", 6, 2), ...ticketsOn("2026-11-03", 4, 0)];
  const top = await topOf({ tickets: rows }, {});
  expect(top).toMatchObject({ ranking: "against", records: { total: 4 } });
  expect(top.records.records.every(({ part, at }) => part === 0 && isIn(at, week))).toBe(true);
});

test("of a share that should be small, those that are part of it", async () => {
  const top = await topOf(
    { calls: calls.map((each) => ({ ...each })) },
    { kpi: "abandonment_rate" },
  );
  const abandoned = calls.filter(
    (each) => isIn(each.queued_at, week) && each.outcome === "abandoned",
  );
  expect(top.records.total).toBe(abandoned.length);
  const known = new Set(abandoned.map(({ id }) => id));
  expect(ids(top).filter((id) => !known.has(id))).toEqual([]);
});

test("of recommendations, the detractors and not the passives", async () => {
  const scores = [10, 9, 8, 7, 6, 0];
  const rows = scores.map((score) => ({
    id: `s${score}`,
    kind: "nps",
    answered_at: new Date("2026-11-10T09:00:00Z"),
    score,
  }));
  expect(ids(await topOf({ surveys: rows }, { kpi: "nps" })).toSorted()).toEqual(["s0", "s6"]);
});

test("of what is open, the oldest", async () => {
  const open = ["2026-11-03", "2026-10-01", "2026-11-10"].map((day) => ({
    id: day,
    created_at: new Date(`${day}T09:00:00Z`),
  }));
  const rows = [...open, ...ticketsOn("2026-11-10", 2, 2)];
  const top = await topOf({ tickets: rows }, { kpi: "backlog" });
  expect(top.ranking).toBe("oldest");
  expect(ids(top)).toEqual(["2026-10-01", "2026-11-03", "2026-11-10"]);
});

test("of a count, the topics with most of it; the channels where no topic is known", async () => {
  const asked = { kpi: "ticket_volume" } as const;
  const rows = [
    ...ticketsOn("2026-11-10", 5, 0, { topic: "Refund", channel: "email" }),
    ...ticketsOn("2026-11-10", 9, 0, { topic: "Login", channel: "email" }),
  ];
  const top = await topOf({ tickets: rows }, asked);
  expect(top.ranking).toBe("segments");
  expect(top.segments.map(({ key, value }) => [key.topic, value])).toEqual([
    ["Login", 9],
    ["Refund", 5],
  ]);
  const plain = rows.map((row) => ({ ...row, topic: null }));
  const byChannel = await topOf({ tickets: plain }, asked);
  expect(byChannel.segments.map(({ key, value }) => [key.channel, value])).toEqual([["email", 14]]);
});

test("of an anonymous survey, nothing", async () => {
  const top = await topOf({ surveys: surveys.map((each) => ({ ...each })) }, { kpi: "esat" });
  expect(top.records).toEqual({ records: [], total: 0 });
});

test("of a rate of those who were there before, those it speaks of: customers who left", async () => {
  const started_at = new Date("2026-01-10T09:00:00Z");
  const customers = [
    ...["a", "b", "c", "d"].map((id) => ({ id, started_at })),
    { id: "gone", started_at, ended_at: new Date("2026-10-07T09:00:00Z") },
    { id: "gone too", started_at, ended_at: new Date("2026-10-21T09:00:00Z") },
  ];
  const rows = { customers };
  const change = {
    kpi: "customer_churn_rate",
    period: { kind: "month", year: 2026, month: 10 },
  } as const;
  const top = await topOf(rows, change);
  expect(top.records.total).toBe(2);
  expect(ids(top).toSorted()).toEqual(["gone", "gone too"]);
  const receipt = await (await reportsOver(rows)).receipt(question(change), "en");
  expect(receipt).toMatchObject({ records: { total: 2, records: [{ part: 1 }, { part: 1 }] } });
});
