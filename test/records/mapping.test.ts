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

const calls = { id: "Id", queued_at: "At", outcome: { value: "handled" } };

test("one row feeds calls and surveys, with columns joined, words translated and constants", async () => {
  const desk = await opened({ zone: "Europe/Berlin" });
  desk.write(
    "calls.csv",
    lines(
      "Call Id,Agent,Date,Time,Answered,Speed,Talk,Rating,,",
      "C1, Becky ,03/11/2026,9:12:58,Y,109,0:02:23,3,,",
      "C2,Stewart,03/11/2026,18:00:00,N,,,0,,",
    ),
  );
  const when = { column: ["Date", "Time"], format: "dd/MM/yyyy H:mm:ss" };
  const outcome = await desk.pull({
    records: {
      calls: {
        id: "Call Id",
        queued_at: when,
        outcome: { column: "Answered", values: { Y: "handled", N: "abandoned" } },
        wait_seconds: "Speed",
        talk_seconds: { column: "Talk", as: "duration" },
        agent: "Agent",
      },
      surveys: {
        id: "Call Id",
        kind: { value: "csat" },
        scale: { value: [1, 5] },
        answered_at: when,
        score: { column: "Rating", missing: ["", "0"] },
      },
    },
  });
  expect(outcome).toEqual({
    rows: 2,
    changed: 4,
    badRows: 0,
    excluded: 0,
    kinds: ["calls", "surveys"],
  });
  expect(await desk.held("calls")).toMatchObject([
    {
      source: "phones",
      id: "C1",
      agent: "Becky",
      queued_at: new Date("2026-11-03T08:12:58Z"),
      queued_day: "2026-11-03",
      outcome: "handled",
      wait_seconds: 109,
      talk_seconds: 143,
      team: null,
    },
    { id: "C2", outcome: "abandoned", wait_seconds: null, talk_seconds: null },
  ]);
  expect(await desk.held("surveys")).toMatchObject([
    { id: "C1", kind: "csat", score: 3, scale_low: 1, scale_high: 5, high_is_good: null },
    { id: "C2", score: null },
  ]);
});

test.each([
  ["2026-11-03 09:12:58", {}, "2026-11-03T08:12:58Z"],
  ["2026-11-03T09:12:58Z", {}, "2026-11-03T09:12:58Z"],
  ["2026-11-03T09:12:58+09:00", {}, "2026-11-03T00:12:58Z"],
  ["2026-11-03T09:12:58-0330", {}, "2026-11-03T12:42:58Z"],
  ["2026-11-03T09:12:58+02", {}, "2026-11-03T07:12:58Z"],
  ["2026-11-03 09:12:58 UTC", {}, "2026-11-03T09:12:58Z"],
  ["2026-11-03 09:12:58.5 utc", {}, "2026-11-03T09:12:58.5Z"],
  ["2026-11-03 09:12:58 GMT", {}, "2026-11-03T09:12:58Z"],
  ["2026-11-03 09:12:58 +0900", {}, "2026-11-03T00:12:58Z"],
  ["2026-11-03", {}, "2026-11-02T23:00:00Z"],
  ["3.11.26 9:12", { format: "d.M.yy H:mm" }, "2026-11-03T08:12:00Z"],
  ["11/03/2026 09:12 PM", { format: "MM/dd/yyyy hh:mm a" }, "2026-11-03T20:12:00Z"],
  ["3 Nov 2026 at 9h", { format: "d MMM yyyy 'at' H'h'" }, "2026-11-03T08:00:00Z"],
  ["2026/11/03 09:12:58 +0900", { format: "yyyy/MM/dd HH:mm:ss XX" }, "2026-11-03T00:12:58Z"],
  ["2026-11-03 09:12:58", { timezone: "Asia/Seoul" }, "2026-11-03T00:12:58Z"],
  ["1762157578", { as: "epoch_seconds" }, "2025-11-03T08:12:58Z"],
  ["1762157578123", { as: "epoch_milliseconds" }, "2025-11-03T08:12:58.123Z"],
])("the moment %s read with %o is %s", async (text, how, expected) => {
  const desk = await opened({ zone: "Europe/Berlin" });
  desk.write("calls.csv", lines("Id,At", `1,"${text}"`));
  await desk.pull({ records: { calls: { ...calls, queued_at: { column: "At", ...how } } } });
  expect(await desk.held("calls")).toMatchObject([{ queued_at: new Date(expected) }]);
});

test.each([
  ["2:23", { as: "duration" }, 143],
  ["143:05", { as: "duration" }, 8585],
  ["0:02:23", { as: "duration" }, 143],
  ["100:02:23.4", { as: "duration" }, 360_143.4],
  ["143", { as: "duration" }, 143],
  ["143.6", { as: "duration" }, 143.6],
  ["2:23", { as: "duration", format: "H:mm" }, 8580],
  ["02:23", { as: "duration", format: "mm:ss" }, 143],
  ["2.5", { as: "minutes" }, 150],
  ["0.5", { as: "hours" }, 1800],
  ["1500", { as: "milliseconds" }, 1.5],
  ["1.234,4", { as: "decimal_comma" }, 1234.4],
  ["1234567,6", { as: "decimal_comma" }, 1_234_567.6],
  ["12", {}, 12],
  ["20.4", {}, 20.4],
  ["", { default: 7 }, 7],
  ["n/a", { missing: ["n/a", "-"] }, null],
])("the duration %s read with %o is %s seconds", async (text, how, expected) => {
  const desk = await opened();
  desk.write("calls.csv", lines("Id,At,Talk", `1,2026-11-03,"${text}"`));
  await desk.pull({ records: { calls: { ...calls, talk_seconds: { column: "Talk", ...how } } } });
  expect(await desk.held("calls")).toMatchObject([{ talk_seconds: expected }]);
});

test.each(["1.5", "1,5,0", "1.23,4", "1.2345", "1,234.5"])(
  "%s is no number where commas are decimal: a point only parts thousands",
  async (text) => {
    const desk = await opened();
    desk.write("calls.csv", lines("Id,At,Talk", `1,2026-11-03,"${text}"`));
    const talk_seconds = { column: "Talk", as: "decimal_comma" };
    await expect(desk.pull({ records: { calls: { ...calls, talk_seconds } } })).rejects.toThrow(
      /not_a_number/u,
    );
  },
);

test("ready-made figures become one record for each input and day, and an empty cell is none", async () => {
  const desk = await opened();
  desk.write(
    "figures.csv",
    lines("Date,Team,Offered,Handled", "2026-11-02,Billing,120,100", "2026-11-03,Billing,,90"),
  );
  const outcome = await desk.pull({
    records: {
      measures: { day: "Date", team: "Team", calls_offered: "Offered", calls_handled: "Handled" },
    },
  });
  expect(outcome).toMatchObject({ rows: 2, changed: 3, badRows: 0 });
  const held = await desk.records.query(
    "select day, input, value, team from measures order by day, input",
  );
  expect(held).toEqual([
    { day: "2026-11-02", input: "calls_handled", value: 100, team: "Billing" },
    { day: "2026-11-02", input: "calls_offered", value: 120, team: "Billing" },
    { day: "2026-11-03", input: "calls_handled", value: 90, team: "Billing" },
  ]);
});

test("excluded rows are counted, and go when they are found out later", async () => {
  const desk = await opened();
  const tickets = { id: "Id", created_at: "At" };
  desk.write(
    "t.csv",
    lines("Id,At,Status,Tags", "1,2026-11-02,open,", "2,2026-11-03,open,", "3,,spam,"),
  );
  const source = {
    name: "desk",
    records: { tickets },
    exclude: [
      { column: "Status", is: ["spam", "merged"] },
      { column: "Tags", contains: "test" },
    ],
  };
  expect(await desk.pull(source)).toMatchObject({ changed: 2, excluded: 1, badRows: 0 });
  desk.write(
    "t.csv",
    lines("Id,At,Status,Tags", "1,2026-11-02,merged,", "2,2026-11-03,open,a test b"),
  );
  expect(await desk.pull(source)).toMatchObject({ changed: 2, excluded: 2 });
  expect(await desk.held("tickets")).toEqual([]);
});

test("ticket durations are counted once, at the pull, and days in the workspace's zone", async () => {
  const desk = await opened({ zone: "Asia/Seoul" });
  desk.write(
    "t.csv",
    lines("Id,Created,Replied,Solved", "1,2026-11-02T16:00:00Z,2026-11-02T16:00:59.999Z,"),
  );
  await desk.pull({
    records: {
      tickets: {
        id: "Id",
        created_at: "Created",
        first_response_at: "Replied",
        solved_at: "Solved",
      },
    },
  });
  expect(await desk.held("tickets")).toMatchObject([
    {
      created_day: "2026-11-03",
      responded_day: "2026-11-03",
      solved_day: null,
      first_response_seconds: 59.999,
      first_response_working_seconds: 59.999,
      resolution_seconds: null,
    },
  ]);
});

test.each([
  ["a field nobody knows", { calls: { ...calls, waiting: "Wait" } }, /waiting/u],
  [
    "a key of a field nobody knows",
    { calls: { ...calls, agent: { column: "A", formt: "x" } } },
    /formt/u,
  ],
  ["a missing required field", { calls: { id: "Id" } }, /queued_at/u],
  ["an outcome that is none", { calls: { ...calls, outcome: { value: "lost" } } }, /lost/u],
  [
    "a translation to no outcome",
    { calls: { ...calls, outcome: { column: "A", values: { Y: "ok" } } } },
    /ok/u,
  ],
  [
    "unknown letters in a format",
    { calls: { ...calls, queued_at: { column: "At", format: "DD/MM/YYYY" } } },
    /DD, YYYY/u,
  ],
  [
    "a zone that does not exist",
    { calls: { ...calls, queued_at: { column: "At", timezone: "Europe/Atlantis" } } },
    /IANA/u,
  ],
  [
    "a duration of a text",
    { calls: { ...calls, agent: { column: "A", as: "duration" } } },
    /duration/u,
  ],
  [
    "a format of a number",
    { calls: { ...calls, wait_seconds: { column: "W", format: "m:ss" } } },
    /format/u,
  ],
  [
    "a scale upside down",
    { surveys: { id: "Id", kind: { value: "csat" }, scale: { value: [5, 1] } } },
    /./u,
  ],
  ["measures without an input", { measures: { day: "Date" } }, /input/u],
  [
    "an input that no KPI asks for",
    { measures: { day: "Date", calls_offred: "X" } },
    /unrecognized_keys.*calls_offred/u,
  ],
  [
    "a stock, whose days cannot be added",
    { measures: { day: "Date", tickets_open: "X" } },
    /tickets_open/u,
  ],
  ["no kind at all", {}, /kind/u],
  ["a kind nobody knows", { parrots: { id: "Id" } }, /parrots/u],
])("a mapping with %s is refused", (_, records, words) => {
  const result = recordsSchema.safeParse(records);
  expect(result.success).toBe(false);
  expect(JSON.stringify(result.error!.issues)).toMatch(words);
});
