import { describe, expect, test } from "vitest";
import { valuesHeld } from "../../src/records/values-held.ts";
import { afterTest } from "../closing.ts";
import { type Desk, lines, openDesk } from "./pulling.ts";
import { stores } from "./stores.ts";

const header = "id,created,solved,channel,agent,merged";
const tickets = {
  name: "desk",
  path: "tickets.csv",
  records: {
    tickets: {
      id: "id",
      created_at: "created",
      solved_at: "solved",
      channel: "channel",
      agent: "agent",
    },
  },
  exclude: [{ column: "merged", is: "yes" }],
};
const surveys = {
  name: "surveys",
  path: "surveys.csv",
  records: { surveys: { id: "id", kind: { value: "csat" }, answered_at: "at", sent_at: "sent" } },
};

const forgotten = {
  pseudonymOf: (name: string) => (name === "Ann" ? "Agent 1" : null),
  saltOf: () => "salt",
};

const pulled = async (desk: Desk, ...rows: readonly string[]) => {
  desk.write("tickets.csv", lines(header, ...rows));
  return desk.pull(tickets);
};
const held = async (desk: Desk, what: string) =>
  (await desk.records.query(`select ${what} as what from tickets order by id`)).map(
    (row) => row["what"],
  );

describe.each(stores)("records on %s", (store) => {
  const opened = async (more: Parameters<typeof openDesk>[0] = {}): Promise<Desk> => {
    const desk = await openDesk(more, store);
    afterTest(desk.close);
    return desk;
  };

  test("what comes again is not touched, what differs is replaced, what is gone stays", async () => {
    const desk = await opened();
    const rows = Array.from({ length: 300 }, (_, at) => `${at},2026-10-05T09:00:00Z,,email,Ann,`);
    expect(await pulled(desk, ...rows)).toMatchObject({ rows: 300, changed: 300 });
    const before = await desk.printOf("tickets");
    expect(await pulled(desk, ...rows)).toMatchObject({ rows: 300, changed: 0 });
    expect(await desk.printOf("tickets")).toEqual(before);
    const changed = ["7,2026-10-05T09:00:00Z,2026-10-06,chat,Ann,", "x,2026-10-05,,,,"];
    expect(await pulled(desk, ...changed)).toMatchObject({ rows: 2, changed: 2 });
    expect(await held(desk, "id")).toHaveLength(301);
    expect(await desk.records.query("select channel from tickets where id = '7'")).toEqual([
      { channel: "chat" },
    ]);
    expect(await desk.records.kindsHeld()).toEqual(new Set(["tickets"]));
  });

  test("a record whose month changes moves, and an id of a source is there once", async () => {
    const desk = await opened();
    await pulled(desk, "1,2026-09-30T23:59:59Z,,,,", "2,2026-10-05,,,,");
    await pulled(desk, "1,2026-10-01T00:00:00Z,,,,", "1,2026-11-01T00:00:00Z,,,,");
    expect(await held(desk, "created_at")).toEqual([
      new Date("2026-11-01"),
      new Date("2026-10-05"),
    ]);
    const inSpan = "select count(*) as n from tickets where created_at < cast($1 as timestamp)";
    expect(await desk.records.query(inSpan, ["2026-10-03"])).toEqual([{ n: 0 }]);
    desk.write("surveys.csv", lines("id,at,sent", "1,,2026-10-01", "2,2026-10-02,2026-10-01"));
    await desk.pull(surveys);
    desk.write("surveys.csv", lines("id,at,sent", "1,2026-10-09,2026-10-01", "2,,2026-10-01"));
    expect(await desk.pull(surveys)).toMatchObject({ changed: 2 });
    const answered = await desk.records.query("select id, answered_at from surveys order by id");
    expect(answered.map((row) => row["answered_at"])).toEqual([new Date("2026-10-09"), null]);
  });

  test("what is left out goes, and a refused pull changes nothing but what is said of it", async () => {
    const desk = await opened();
    const rows = Array.from({ length: 200 }, (_, at) => `${at},2026-10-05,,email,Ann,`);
    await pulled(desk, ...rows);
    expect(await pulled(desk, "3,2026-10-05,,,,yes")).toMatchObject({ changed: 1, excluded: 1 });
    const before = await desk.printOf("tickets");
    const broken = ["5,someday,,,,", 'tab\there "quoted" \\N,never,,,,'];
    await expect(pulled(desk, "4,2026-10-06,,chat,Ann,", ...broken)).rejects.toMatchObject({
      code: "pull_refused",
    });
    expect(await desk.printOf("tickets")).toEqual(before);
    const [state] = await desk.records.sourceStates();
    expect(state).toMatchObject({ rows: 1, error: expect.stringContaining("2 of 3") });
    const bad = await desk.records.badRows("desk", 10);
    expect(bad.map(({ record, value }) => [record, value])).toEqual([
      [2, "someday"],
      [3, "never"],
    ]);
  });

  test("texts are kept letter by letter, and ordered by their bytes", async () => {
    const desk = await opened();
    const ids = ["a\tb", "B", "a\\Nb", "a\\", '"', "é", "한", "\u{1F600}", "line\nbreak", "\\."];
    const quoted = ids.map((id) => `"${id.replaceAll('"', '""')}",2026-10-05,,,,`);
    await pulled(desk, ...quoted);
    expect(await pulled(desk, ...quoted)).toMatchObject({ changed: 0 });
    const byBytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(await held(desk, "id")).toEqual(byBytes);
  });

  test("a value has one spelling over all sources, and those that nobody has are forgotten", async () => {
    const desk = await opened();
    await pulled(desk, "1,2026-10-05,,E-Mail,Ann,");
    await desk.pull({ ...tickets, name: "other" });
    desk.write("tickets.csv", lines(header, "1,2026-10-05,, e-mail ,ANN,"));
    expect(await desk.pull({ ...tickets, name: "other" })).toMatchObject({ changed: 0 });
    await desk.records.forgetSources(["other"]);
    expect(await held(desk, "channel")).toEqual(["E-Mail"]);
    await pulled(
      desk,
      ...["É", "ada", "Zoe", "é"].map((name, id) => `${id},2026-10-05,,,${name},`),
    );
    expect(await valuesHeld(desk.records, "agent")).toEqual(["ada", "Ann", "Zoe", "É"]);
    await desk.records.forgetSources([]);
    expect(await desk.records.query("select * from spellings")).toEqual([]);
    await pulled(desk, "1,2026-10-05,, e-mail ,ANN,");
    expect(await held(desk, "agent")).toEqual(["ANN"]);
  });

  test("another zone and calendar count what is held anew, and what comes after", async () => {
    const desk = await opened({ zone: "Europe/Berlin" });
    await pulled(desk, "1,2026-10-05T20:00:00Z,2026-10-05T22:00:00Z,,,");
    expect(await held(desk, "cast(created_day as varchar)")).toEqual(["2026-10-05"]);
    const evening = {
      from: new Date("2026-10-05T21:00:00Z"),
      to: new Date("2026-10-05T22:00:00Z"),
    };
    const intervals = (_: string | null, from: Date, to: Date) =>
      evening.from < to && evening.to > from ? [evening] : [];
    const workingTime = { key: "evenings", teams: [], intervals };
    await desk.records.recount({ zone: "Asia/Seoul", workingTime });
    expect(await held(desk, "cast(created_day as varchar)")).toEqual(["2026-10-06"]);
    expect(await held(desk, "resolution_working_seconds")).toEqual([3_600]);
    await pulled(
      desk,
      "1,2026-10-05T20:00:00Z,2026-10-05T22:00:00Z,,,",
      "2,2026-10-05T21:30:00Z,2026-10-05T22:30:00Z,,,",
    );
    expect(await held(desk, "cast(created_day as varchar)")).toEqual(["2026-10-06", "2026-10-06"]);
    expect(await held(desk, "resolution_working_seconds")).toEqual([3_600, 1_800]);
  });

  test("what is too old goes, and who is forgotten keeps their sums under another name", async () => {
    const desk = await opened({ zone: "Europe/Berlin" });
    await pulled(
      desk,
      "Ann-1,2026-09-30T21:59:59Z,2026-09-30T21:59:59Z,,Ann,",
      "Ann-2,2026-09-30T22:00:00Z,2026-10-01,,Ann,",
    );
    const startOfOctober = new Date("2026-09-30T22:00:00Z");
    expect(await desk.records.dropBefore(startOfOctober)).toEqual(new Map([["tickets", 1]]));
    expect(await desk.records.forgetAgents(forgotten)).toEqual(new Map([["tickets", 1]]));
    expect(await held(desk, "agent")).toEqual(["Agent 1"]);
    expect((await held(desk, "id")).join()).toMatch(/^[0-9a-f]{64}$/u);
    const [kept] = await desk.records.query("select spelling from spellings");
    expect(kept).toEqual({ spelling: "Agent 1" });
  });

  test("a month of which everything went takes in records again, and the months beside it were left", async () => {
    const desk = await opened();
    const days = ["2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01", "2026-09-30"];
    const rows = days.map((day) => `${day},${day},${day},,,`);
    await pulled(desk, ...rows);
    const from = new Date("2026-09-30T00:00:00Z");
    expect(await desk.records.dropBefore(from)).toEqual(new Map([["tickets", 4]]));
    expect(await desk.records.dropBefore(from)).toEqual(new Map());
    expect(await held(desk, "id")).toEqual(["2026-09-30"]);
    expect(await pulled(desk, ...rows)).toMatchObject({ changed: 4 });
    expect(await held(desk, "id")).toEqual(days);
  });

  test("local days are those of the zone on both sides of a change of its clocks", async () => {
    const desk = await opened({ zone: "Europe/Berlin" });
    const moments = ["24T21:59:59", "24T22:00:00", "25T00:59:59", "25T01:00:00", "25T22:59:59"];
    await pulled(desk, ...[...moments, "25T23:00:00"].map((at, id) => `${id},2026-10-${at}Z,,,,`));
    expect(await held(desk, "created_day")).toEqual(
      ["24", "25", "25", "25", "25", "26"].map((day) => `2026-10-${day}`),
    );
  });

  test("a question is a select, is stopped past its time, and has values that are only values", async () => {
    const desk = await opened({ timeLimitMs: 100 });
    await pulled(desk, "1,2026-10-05,,it's; drop table tickets,,");
    const ask = desk.records.query;
    for (const sql of [
      "delete from tickets",
      "select 1; delete from tickets",
      "with gone as (delete from tickets returning id) select * from gone",
    ])
      await expect(ask(sql)).rejects.toBeInstanceOf(Error);
    const endless =
      "select count(*) as n from generate_series(1, 100000) as a, generate_series(1, 100000) as b, generate_series(1, 100000) as c";
    await expect(ask(endless)).rejects.toMatchObject({ code: "query_stopped" });
    const named = "select count(*) as n from tickets where channel = $1";
    expect(await ask(named, ["it's; drop table tickets"])).toEqual([{ n: 1 }]);
    expect(await ask(named, ["a NUL \0 in it"])).toEqual([{ n: 0 }]);
    const plain = `select cast($1 as date) as day, cast($2 as timestamp) as at, count(*) as n,
      sum(cast(2 as bigint)) as total, cast(1.5 as decimal(5, 2)) as share, cast($3 as varchar) as nothing,
      cast($4 as boolean) as yes from tickets`;
    expect(await ask(plain, ["2026-11-16", "2026-11-16 09:00:00.25", null, true])).toEqual([
      {
        day: "2026-11-16",
        at: new Date("2026-11-16T09:00:00.250Z"),
        n: 1,
        total: 2,
        share: 1.5,
        nothing: null,
        yes: true,
      },
    ]);
  });
});
