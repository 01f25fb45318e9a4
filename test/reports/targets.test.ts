import { describe, expect, test } from "vitest";
import { ask, reportsOver, settings, ticketsOn } from "./ask.ts";

describe("targets", () => {
  const tickets = ticketsOn("2026-11-10", 6, 3, { channel: "email" });

  test("the configuration's wins over the source's", async () => {
    const call = {
      outcome: "handled",
      queued_at: new Date("2026-11-10T09:00:00Z"),
      wait_seconds: 9,
    };
    const calls = ["a", "b", "c", "d", "e"].map((id) => ({ ...call, id }));
    const usual = await ask(await reportsOver({ calls }), { kpi: "service_level" });
    expect(usual.target).toEqual({ value: 80, from: "default", gap: 20, verdict: "met" });
    const configured = { ...settings, targets: { service_level: 100.5 } };
    const raised = await ask(await reportsOver({ calls }, { settings: configured }), {
      kpi: "service_level",
    });
    expect(raised.target).toEqual({ value: 100.5, from: "config", gap: -0.5, verdict: "missed" });
  });

  test("a target by channel holds for that channel alone", async () => {
    const reports = await reportsOver({ tickets });
    const kpi = "first_response_time";
    const email = await ask(reports, { kpi, where: { channel: { in: ["Email"] } } });
    expect(email.target).toEqual({
      value: 86_400,
      from: "default",
      gap: 3_600 - 86_400,
      verdict: "met",
    });
    expect((await ask(reports, { kpi })).target).toBeNull();
    expect(
      (await ask(reports, { kpi, where: { channel: { in: ["email", "chat"] } } })).target,
    ).toBeNull();
    const alike = await ask(reports, { kpi, where: { channel: { in: ["social", "chat"] } } });
    expect(alike.target?.value).toBe(3_600);
  });

  test("each channel of a table has its own target, where targets are by channel", async () => {
    const configured = { ...settings, targets: { first_response_time: { email: 7_200 } } };
    const mixed = ["email", "fax"].flatMap((channel) => ticketsOn("2026-11-10", 3, 1, { channel }));
    const reports = await reportsOver({ tickets: mixed }, { settings: configured });
    const targetsOf = async (kpi: "first_response_time" | "fcr") => {
      const answer = await ask(reports, { kpi, by: ["team", "channel"] });
      return new Map(answer.segments.map(({ key, target }) => [key.channel, target]));
    };
    const own = await targetsOf("first_response_time");
    expect([own.size, own.get("email"), own.get("fax")]).toEqual([2, 7_200, undefined]);
    expect([...(await targetsOf("fcr")).values()]).toEqual([undefined, undefined]);
  });

  test("a percentage is no target for a mean score", async () => {
    const surveys = ["a", "b", "c", "d", "e"].map((id) => ({
      id,
      kind: "csat",
      answered_at: new Date("2026-11-10T09:00:00Z"),
      score: 4,
      scale_low: 1,
      scale_high: 5,
    }));
    const configured = { ...settings, targets: { csat: 90 } };
    const reports = await reportsOver({ surveys }, { settings: configured });
    const share = await ask(reports, { kpi: "csat" });
    const mean = await ask(reports, { kpi: "csat", options: { stat: "mean" } });
    expect([share.unit, share.target?.verdict]).toEqual(["percent", "met"]);
    expect([mean.unit, mean.value, mean.target]).toEqual(["score", 4, null]);
  });

  test("fewer than five records meet no target and miss none; a count of all does", async () => {
    const call = {
      outcome: "handled",
      queued_at: new Date("2026-11-10T09:00:00Z"),
      wait_seconds: 9,
    };
    const calls = ["a", "b", "c", "d"].map((id) => ({ ...call, id }));
    const configured = { ...settings, targets: { service_level: 80, resolved_issues: 5 } };
    const tickets = ticketsOn("2026-11-10", 4, 4);
    const reports = await reportsOver({ calls, tickets }, { settings: configured });
    const share = await ask(reports, { kpi: "service_level" });
    expect(share.target).toEqual({ value: 80, from: "config", gap: 20, verdict: null });
    const count = await ask(reports, { kpi: "resolved_issues" });
    expect(count.target).toMatchObject({ verdict: "missed" });
  });

  test("hours around the clock are no target for hours of work", async () => {
    const reports = await reportsOver({ tickets });
    const where = { channel: { in: ["email"] } } as const;
    const kpi = "first_response_time";
    expect((await ask(reports, { kpi, where })).target).not.toBeNull();
    const worked = await ask(reports, { kpi, where, options: { clock: "business" } });
    expect(worked.target).toBeNull();
  });

  test("asked against the target, nothing else is compared", async () => {
    const answer = await ask(await reportsOver({ tickets }), { versus: "target" });
    expect(answer.comparison).toBeNull();
    expect(answer.warnings).toContainEqual({
      code: "no_target",
      text: "There is no target for this figure. Set one in goalpost.yml under “targets:”, or a goal with /goal.",
    });
  });
});
