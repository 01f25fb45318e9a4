import { describe, expect, test } from "vitest";
import { ask, reportsOver, ticketsOn } from "./ask.ts";

describe("ready-made figures", () => {
  const day = "2026-11-10";
  const brought = (figures: Readonly<Record<string, number>>) => ({
    measures: Object.entries(figures).map(([input, value]) => ({ id: input, day, input, value })),
  });

  test.each([
    ["csat", { stat: "mean" }, { csat_responses: 60, csat_satisfied: 50 }, "csat_score_sum"],
    ["service_level", {}, { calls_answered: 9, calls_abandoned: 1 }, "calls_answered_within_20s"],
    ["nps", {}, { nps_responses: 9, nps_promoters: 5 }, "nps_detractors"],
  ] as const)(
    "%s without one of its parts is no data and names it",
    async (kpi, options, figures, input) => {
      const answer = await ask(await reportsOver(brought(figures)), { kpi, options });
      expect(answer).toMatchObject({ value: null, reason: { code: "lacking_input" } });
      expect(answer.reason?.text).toContain(input);
    },
  );

  test("what may be left out counts as 0: holding, after-call work, short abandons", async () => {
    const reports = await reportsOver(
      brought({
        talk_seconds: 900,
        calls_timed: 9,
        calls_answered: 9,
        calls_abandoned: 1,
        calls_answered_within_20s: 8,
      }),
    );
    expect((await ask(reports, { kpi: "aht" })).value).toBe(100);
    expect((await ask(reports, { kpi: "service_level" })).value).toBe(80);
  });

  test("a day without a row of an input that others have counts as 0 of it", async () => {
    const { measures } = brought({ calls_offered: 4, calls_abandoned: 1 });
    const later = { id: "next", day: "2026-11-11", input: "calls_offered", value: 5 };
    const reports = await reportsOver({ measures: [...measures, later] });
    const period = { kind: "range", from: "2026-11-11", to: "2026-11-11" } as const;
    expect((await ask(reports, { kpi: "abandonment_rate", period })).value).toBe(0);
  });

  test.each([
    ["reopen_rate", { tickets_reopened: 12, tickets_reopens_known: 9 }],
    ["reopen_rate", { tickets_reopened: -1, tickets_reopens_known: 9 }],
    ["nps", { nps_promoters: 2, nps_detractors: 13, nps_responses: 9 }],
  ] as const)("%s over figures that contradict each other is no data: %o", async (kpi, figures) => {
    const answer = await ask(await reportsOver(brought(figures)), { kpi });
    expect(answer).toMatchObject({ value: null, reason: { code: "contradictory" } });
    expect(answer.reason?.text).toContain("of 9 cannot be");
  });

  test("all of them is no contradiction", async () => {
    const all = brought({ tickets_reopened: 9, tickets_reopens_known: 9 });
    expect((await ask(await reportsOver(all), { kpi: "reopen_rate" })).value).toBe(100);
  });

  test("they have no median, and the answer says so", async () => {
    const reports = await reportsOver(brought({ calls_answered: 9, answer_wait_seconds: 90 }));
    const answer = await ask(reports, { kpi: "asa", options: { stat: "median" } });
    expect(answer).toMatchObject({ value: null, reason: { code: "only_ready_made" } });
  });
});

describe("where no source says when tickets are answered or solved", () => {
  const mute = Array.from({ length: 6 }, (_, index) => ({
    id: `mute-${index}`,
    created_at: new Date("2026-11-10T09:00:00Z"),
    sla_due_at: new Date("2026-11-10T10:00:00Z"),
    customer: "c",
    agent_replies: 1,
  }));

  test.each([
    ["backlog", {}],
    ["tickets_per_customer", { variant: "open" }],
    ["fcr", {}],
    ["sla_attainment", {}],
    ["ticket_volume", { variant: "handled" }],
    ["resolved_issues", {}],
    ["reopen_rate", {}],
  ] as const)("%s %o is no data: not all open, and nothing broken", async (kpi, options) => {
    const answer = await ask(await reportsOver({ tickets: mute }), { kpi, options });
    expect(answer).toMatchObject({ value: null, reason: { code: "untold_events" } });
    expect(answer.reason?.text).toContain("solved_at");
    expect(answer.reason?.text).toContain("Tickets");
  });

  test("it guards nothing, and nobody is said to wait", async () => {
    const answer = await ask(await reportsOver({ tickets: mute }), { kpi: "ticket_volume" });
    expect(answer).toMatchObject({
      value: 6,
      guardrails: [{ kpi: "backlog", value: null, verdict: null }],
    });
    const first = await ask(await reportsOver({ tickets: mute }), { kpi: "first_response_time" });
    expect(first.warnings).toEqual([]);
    expect(first.reason?.text).toContain("first_response_at");
  });

  test("one solved ticket anywhere tells that the others are open", async () => {
    const solved = ticketsOn("2026-10-01", 1, 1);
    const reports = await reportsOver({ tickets: [...mute, ...solved] });
    expect((await ask(reports, { kpi: "backlog" })).value).toBe(6);
    expect((await ask(reports, { kpi: "sla_attainment" })).value).toBe(0);
  });
});
