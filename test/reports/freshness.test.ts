import { describe, expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { oddText } from "../../src/reports/odd-text.ts";
import { state } from "../fixtures/source-state.ts";
import { statusOf } from "../../src/digests/choose.ts";
import { ask, codes, reportsOver, settings, ticketsOn } from "./ask.ts";

describe("freshness", () => {
  const tickets = ticketsOn("2026-11-10", 40, 20);
  const rule = { staleAfterSeconds: () => 7_200, isOverdue: (source: string) => source === "slow" };

  test.each([
    ["fresh", state({}), []],
    ["late", state({ failedAt: new Date("2026-11-18T10:30:00Z") }), ["source_late"]],
    ["late", state({ source: "slow" }), ["source_late"]],
    ["stale", state({ asOf: new Date("2026-11-18T08:59:00Z") }), ["source_stale"]],
    ["stale", state({ asOf: null }), ["source_stale"]],
  ] as const)("a source is %s", async (expected, source, warnings) => {
    const reports = await reportsOver({ tickets }, { states: [source], freshness: rule });
    const answer = await ask(reports, {});
    expect(answer.freshness).toEqual([
      { source: source.source, asOf: source.asOf, state: expected },
    ]);
    expect(codes(answer.warnings)).toEqual(warnings);
  });

  test("only sources that feed the KPI are told", async () => {
    const states = [state({}), state({ source: "phones", kinds: ["calls"] })];
    const answer = await ask(await reportsOver({ tickets }, { states }), {});
    expect(answer.freshness.map(({ source }) => source)).toEqual(["desk"]);
  });

  test("data that end before the period does are told", async () => {
    const states = [state({ asOf: new Date("2026-11-13T07:00:00Z") })];
    const answer = await ask(await reportsOver({ tickets }, { states }), {});
    expect(answer.warnings).toEqual([
      {
        code: "data_end",
        text: "The data of desk end at 13 Nov 2026, 08:00, before the period does.",
      },
    ]);
  });

  test("with a stopped clock the data reach no further than it", async () => {
    const at = new Date("2026-11-17T11:00:00Z");
    const reports = await reportsOver({ tickets }, { states: [state({})], at, hideLater: true });
    expect((await ask(reports, {})).freshness[0]?.asOf).toEqual(at);
  });
});

describe("a pull that is odd", () => {
  const tickets = ticketsOn("2026-11-10", 40, 20);
  const odd = { code: "few", kind: "tickets", day: "2026-11-15", count: 3, usual: 40 } as const;

  test("is told where the period holds the day", async () => {
    const reports = await reportsOver({ tickets }, { states: [state({ odd })] });
    const within = await ask(reports, {});
    expect(within.warnings).toContainEqual({
      code: "source_odd",
      text: "desk brought only 3 records of “Tickets” for 15 Nov 2026, where about 40 are usual: see whether the export is whole.",
    });
    const before = await ask(reports, { period: { kind: "month", year: 2026, month: 10 } });
    expect(codes(before.warnings)).not.toContain("source_odd");
  });

  test.each([
    [1, "lie 1 hour later"],
    [9, "lie 9 hours later"],
    [-1, "lie 1 hour earlier"],
  ])("by %i hours is told with what to set", async (hours, text) => {
    const shifted = { code: "shifted", kind: "tickets", day: "2026-11-15", hours } as const;
    const reports = await reportsOver({ tickets }, { states: [state({ odd: shifted })] });
    const [warning] = (await ask(reports, {})).warnings;
    expect(warning).toMatchObject({ code: "source_odd", text: expect.stringContaining(text) });
    for (const locale of locales) {
      const said = oddText("desk", shifted, "Europe/Berlin", locale);
      expect(said).toContain(String(Math.abs(hours)));
      expect(said).toMatch(/timezone:.*goalpost\.yml|goalpost\.yml.*timezone:/u);
      expect(said).not.toContain("{");
    }
  });

  test("and empty is told in every period", async () => {
    const states = [state({ odd: { code: "empty" } })];
    const answer = await ask(await reportsOver({ tickets }, { states }), {});
    expect(codes(answer.warnings)).toContain("source_empty");
  });
});

describe("a figure over data that end too early", () => {
  const tickets = [...ticketsOn("2026-11-03", 40, 20), ...ticketsOn("2026-11-10", 40, 39)];
  const rule = { staleAfterSeconds: () => 7_200, isOverdue: () => false };
  const targets = { settings: { ...settings, targets: { fcr: 80 } } };

  test.each([
    ["is not judged, neither good nor bad", "2026-11-13T07:00:00Z", null, null],
    ["is judged where only the days after it lack", "2026-11-16T00:00:00Z", "better", "met"],
  ])("%s", async (_, asOf, verdict, met) => {
    const states = [state({ asOf: new Date(asOf) })];
    const reports = await reportsOver({ tickets }, { states, freshness: rule, ...targets });
    const answer = await ask(reports, {});
    expect(answer.freshness).toMatchObject([{ state: "stale" }]);
    expect(answer).toMatchObject({
      value: 97.5,
      comparison: { verdict },
      target: { verdict: met },
    });
    expect(statusOf(answer)).toBe(met ?? "not_current");
  });
});

describe("an unfinished period", () => {
  /** A ticket every hour from Monday 9 November on; now is Wednesday the 18th, 12:00 in Berlin. */
  const tickets = Array.from({ length: 9 * 24 + 11 }, (_, hours) => ({
    id: String(hours),
    created_at: new Date(Date.UTC(2026, 10, 9, hours)),
  }));
  const asked = { kpi: "ticket_volume", period: { kind: "day", which: "today" } } as const;

  test("ends where the data do: what has not arrived is no fall", async () => {
    const asOf = new Date("2026-11-18T08:30:00Z");
    const arrived = tickets.filter(({ created_at: at }) => at < asOf);
    const states = [state({ asOf })];
    const answer = await ask(await reportsOver({ tickets: arrived }, { states }), asked);
    // From 23:00 to 08:30 UTC there are ten full hours, today as a week ago.
    expect(answer).toMatchObject({
      value: 10,
      period: { to: asOf, complete: false },
      comparison: { value: 10, change: 0, period: { to: new Date("2026-11-11T08:30:00Z") } },
    });
  });

  test.each([
    ["its source is not current", { asOf: new Date("2026-11-18T08:30:00Z") }, 7_200],
    ["the data end before it begins", { asOf: new Date("2026-11-17T08:30:00Z") }, null],
    ["nothing is known of its source", { asOf: null }, null],
  ])("ends now where %s", async (_, change, staleAfter) => {
    const freshness = { staleAfterSeconds: () => staleAfter, isOverdue: () => false };
    const states = [state(change)];
    const answer = await ask(await reportsOver({ tickets }, { states, freshness }), asked);
    expect(answer.period.to).toEqual(new Date("2026-11-18T11:00:00Z"));
  });
});
