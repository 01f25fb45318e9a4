import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import type { Filters } from "../../src/kpis/where.ts";
import { openDesk } from "../records/pulling.ts";
import { toRequest } from "../records/to-request.ts";
import { ask, question, codes, now, periods, reportsOver, ticketsOn } from "./ask.ts";

const ofTeam = (team: string, count: number) =>
  ticketsOn("2026-11-10", count, 1, { team, agent: `Ann of ${team}`, channel: "email" });

describe("no data", () => {
  test("an empty denominator is no data and says why, in the reader's language", async () => {
    const reports = await reportsOver({
      tickets: [
        { id: "a", created_at: new Date("2026-11-10T09:00:00Z") },
        ...ticketsOn("2026-11-17", 1, 1),
      ],
    });
    const answer = await ask(reports, { kpi: "first_response_time" }, "ko");
    expect(answer).toMatchObject({
      value: null,
      numerator: 0,
      denominator: 0,
      sample: 0,
      interval: null,
      comparison: { value: null, change: null, verdict: null },
    });
    expect(answer.reason?.code).toBe("empty_denominator");
    expect(answer.reason?.text).toMatch(/[가-힣]/u);
    expect(codes(answer.warnings)).toEqual(["still_waiting"]);
  });

  test("nobody has delivered the kind", async () => {
    const reports = await reportsOver({ tickets: ticketsOn("2026-11-10", 3, 1) });
    const answer = await ask(reports, { kpi: "asa" });
    expect(answer.reason).toEqual({
      code: "no_records",
      text: "No source has delivered anything for “Calls” yet.",
    });
  });

  test("while a source is read for the first time the answer says that it comes", async () => {
    const desk = await openDesk({ clock: stoppedAt(now), zone: periods.zone });
    const reports = await reportsOver({}, { records: desk.records });
    const columns = ["Id", "Created", "Replied"];
    const rows = [["1", "2026-11-10T09:00:00Z", "2026-11-10T10:00:00Z"]];
    const records = { tickets: { id: "Id", created_at: "Created", first_response_at: "Replied" } };
    const pullAfter = ({ signal: isThere }: AbortController) =>
      desk.records.pullSource({
        ...toRequest({ records }, desk.folder, periods.zone),
        read: async function* read() {
          if (!isThere.aborted) await once(isThere, "abort");
          yield { kind: "rows", columns, rows };
        },
      });
    const said = async (kpi: "first_response_time" | "asa") =>
      (await ask(reports, { kpi })).reason?.code ?? null;

    expect(await said("first_response_time")).toBe("no_records");
    const wait = new AbortController();
    const first = pullAfter(wait);
    expect(await said("first_response_time")).toBe("being_read");
    wait.abort();
    await first;
    expect(await said("first_response_time")).toBeNull();

    const waitAgain = new AbortController();
    const second = pullAfter(waitAgain);
    expect(await said("asa")).toBe("no_records");
    waitAgain.abort();
    await second;
    await desk.close();
  });

  test("a period after the data names their last day", async () => {
    const reports = await reportsOver({ tickets: ticketsOn("2026-10-02", 3, 1) });
    const answer = await ask(reports, {});
    expect(answer.reason).toEqual({
      code: "empty_period",
      text: "The data reach only to 2 Oct 2026.",
    });
  });

  test("a period before the data names their first day", async () => {
    const reports = await reportsOver({ tickets: ticketsOn("2026-11-10", 3, 1) });
    const answer = await ask(reports, { period: { kind: "month", year: 2026, month: 9 } });
    expect(answer.reason).toEqual({
      code: "empty_period",
      text: "The data begin on 10 Nov 2026.",
    });
  });

  test("a filter that fits nothing is told apart from an empty period", async () => {
    const tickets = [
      ...ticketsOn("2026-11-03", 3, 1),
      ...ticketsOn("2026-11-10", 3, 1, { channel: "chat" }),
      ...ticketsOn("2026-11-17", 3, 1),
    ];
    const reports = await reportsOver({ tickets });
    const unmatched = await ask(reports, { where: { channel: { in: ["fax"] } } });
    expect(unmatched.reason).toEqual({
      code: "no_match",
      text: "No record of this period has channel “fax”. There are: chat.",
    });
    const blank = await ask(reports, {
      period: { kind: "range", from: "2026-11-05", to: "2026-11-06" },
    });
    expect(blank.reason?.text).toBe("There are no records in this period.");
  });

  test("a value that no record has is answered with those there are, but never with agents", async () => {
    const teams = [
      "Sales",
      "Orders",
      "Billing",
      "Returns",
      "Abuse",
      "Night",
      "Chat",
      "Mail",
      "Legal",
    ];
    const tickets = teams.flatMap((team, at) => ofTeam(team, 20 - at));
    const reports = await reportsOver({ tickets });
    // A month, since single agents are shown over no less.
    const period = { kind: "range", from: "2026-10-18", to: "2026-11-16" } as const;
    const said = async (where: Filters) => (await ask(reports, { where, period })).reason?.text;
    expect(await said({ team: { in: ["Biling"] } })).toBe(
      "No record of this period has team “Biling”. There are: Billing, Sales, Orders, Returns, Abuse, Night, Chat, Mail, ….",
    );
    // Both exist, only not together.
    const none = "There are records in this period, but none that fit the filters.";
    expect(await said({ team: { in: ["Sales"] }, channel: { not_in: ["email"] } })).toBe(none);
    expect(await said({ agent: { in: ["An of Sales"] } })).toBe(
      "No record of this period has agent “An of Sales”.",
    );
  });

  test("calls without customer ids give no first contact resolution", async () => {
    const call = { outcome: "handled", queued_at: new Date("2026-11-10T09:00:00Z"), transfers: 0 };
    const reports = await reportsOver({
      calls: [
        { ...call, id: "a" },
        { ...call, id: "b" },
      ],
    });
    const answer = await ask(reports, {});
    expect(answer.value).toBeNull();
    expect(answer.reason?.code).toBe("no_customers");
    expect(answer.warnings).toEqual([]);
  });

  test("a count is 0 where the data reach and nothing came, and no data where they do not", async () => {
    const tickets = [...ticketsOn("2026-11-02", 3, 1), ...ticketsOn("2026-11-11", 3, 1)];
    const reports = await reportsOver({ tickets });
    const inside = await ask(reports, {
      kpi: "ticket_volume",
      period: { kind: "range", from: "2026-11-04", to: "2026-11-05" },
    });
    const beyond = await ask(reports, {
      kpi: "ticket_volume",
      period: { kind: "range", from: "2026-11-13", to: "2026-11-14" },
    });
    expect([inside.value, beyond.value]).toEqual([0, null]);
    expect(beyond.reason?.code).toBe("empty_period");
  });
});

/** So many answers of an employee survey in each team. */
const esat = (teams: Readonly<Record<string, number>>) =>
  Object.entries(teams).flatMap(([team, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${team}${index}`,
      kind: "esat",
      answered_at: new Date("2026-11-10T09:00:00Z"),
      score: 5,
      scale_low: 1,
      scale_high: 5,
      team,
    })),
  );

test("few answers of an employee survey are withheld, in segments too", async () => {
  const reports = await reportsOver({
    surveys: esat({ Orders: 9, Sales: 7, Billing: 3, Night: 2 }),
  });
  const answer = await ask(reports, { kpi: "esat", by: ["team"] });
  expect(
    answer.segments.map(({ key, value, variants }) => [key.team, value, variants["mean"]]),
  ).toEqual([
    ["Orders", 100, 5],
    ["Sales", 100, 5],
    ["Billing", null, null],
    ["Night", null, null],
  ]);
  const few = await ask(reports, { kpi: "esat", where: { team: { in: ["Billing"] } } });
  expect(few.reason?.code).toBe("withheld");
});

test.each([
  // The whole less what is shown would be the one that is not.
  ["a single one", { Orders: 9, Sales: 7, Billing: 4 }, ["Orders"]],
  ["two of four people together", { Orders: 9, Sales: 7, Billing: 2, Night: 2 }, ["Orders"]],
  ["none", { Orders: 9, Sales: 7, Billing: 5 }, ["Orders", "Sales", "Billing"]],
])("of small groups, %s, nobody can work out the answers", async (_, teams, shown) => {
  const reports = await reportsOver({ surveys: esat(teams) });
  const { segments } = await ask(reports, { kpi: "esat", by: ["team"] });
  expect(segments.flatMap(({ key, value }) => (value === null ? [] : [key.team]))).toEqual(shown);
  const why = await reports.why(question({ kpi: "esat" }), "en");
  expect(why).toMatchObject({ by: [], parts: [] });
});
