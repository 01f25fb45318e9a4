import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import type { WorkingTime } from "../../src/records/store.ts";
import { afterTest } from "../closing.ts";
import { ask, reportsOver, settings } from "../reports/ask.ts";
import { type Desk, lines } from "./pulling.ts";
import { source, opened, counted } from "./spelled-desk.ts";

test("a store from before is settled when it is opened, the working time of its teams too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  afterTest(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "records.duckdb");
  const settings = { path, zone: "UTC", roots: [folder] };
  await (await openDuckdb(settings)).close();
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run("drop table spellings");
  await connection.run("delete from settings");
  for (const [id, channel, team] of [
    ["1", "email", "NIGHTS"],
    ["2", "EMAIL", "Nights"],
    ["3", "chat", "Days"],
  ]) {
    await connection.run(
      `insert into tickets (source, id, created_at, first_response_at, channel, team) values
       ('desk', '${id}', '2026-10-05 10:00:00', '2026-10-05 12:00:00', '${channel}', '${team}')`,
    );
  }
  for (const [channel, value] of [
    ["EMAIL", 5],
    ["email", 10],
  ]) {
    const id = ["2026-10-05", "calls_offered", channel, "", "", "", "", "", ""].join("\u001f");
    await connection.run(
      `insert into measures (source, id, day, input, value, channel)
       values ('figures', '${id}', '2026-10-05', 'calls_offered', ${value}, '${channel}')`,
    );
  }
  connection.closeSync();
  instance.closeSync();

  // The teams of the configuration are spelled in a third way; nights have no working time by day.
  const workingTime: WorkingTime = {
    key: "nights",
    teams: ["nights"],
    intervals: (team, from, to) => (team === "nights" ? [] : [{ from, to }]),
  };
  const store = await openDuckdb({ ...settings, workingTime });
  afterTest(store.close);
  expect(
    await store.query(
      "select id, channel, team, first_response_working_seconds as worked from tickets order by id",
    ),
  ).toEqual([
    { id: "1", channel: "email", team: "NIGHTS", worked: 0 },
    { id: "2", channel: "email", team: "NIGHTS", worked: 0 },
    { id: "3", channel: "chat", team: "Days", worked: 7200 },
  ]);
  const figure = { id: "2026-10-05\u001fcalls_offered\u001femail".padEnd(36, "\u001f"), value: 15 };
  expect(await store.query("select id, value from measures")).toEqual([figure]);
});

test("a team has its calendar at the pull, in whatever spelling it comes", async () => {
  const workingTime: WorkingTime = {
    key: "nights",
    teams: ["Night Shift"],
    intervals: (team, from, to) => (team === "Night Shift" ? [] : [{ from, to }]),
  };
  const desk = await opened({ workingTime });
  desk.write(
    "tickets.csv",
    lines(
      "id,at,replied,team",
      "1,2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,NIGHT  SHIFT",
      "2,2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,Night Shift",
      "3,2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,Days",
    ),
  );
  const tickets = { id: "id", created_at: "at", first_response_at: "replied", team: "team" };
  await desk.pull({ ...source, records: { tickets } });
  const worked = (await desk.held("tickets")).map((row) => row["first_response_working_seconds"]);
  expect(worked).toEqual([0, 0, 3600]);
});

const figures = {
  name: "figures",
  path: "figures.csv",
  records: { measures: { day: "day", channel: "channel", agent: "agent", calls_offered: "n" } },
};

async function figuresOf(desk: Desk) {
  const rows = await desk.records.query(
    "select day, channel, sum(value) as n, count(*) as rows from measures group by day, channel order by day, channel",
  );
  return rows.map(({ day, channel, n, rows: held }) => [day, channel, n, held]);
}

test("a ready-made figure told apart by spelling alone is one figure, and comes again as that one", async () => {
  const desk = await opened();
  const pull = async (...rows: readonly string[]) => {
    desk.write("figures.csv", lines("day,channel,agent,n", ...rows));
    return (await desk.pull(figures)).changed;
  };
  // A query that groups by its own notion of a name brings a figure in parts.
  await pull("2026-10-05,email,,10", "2026-10-05,EMAIL,,5", "2026-10-05,chat,,1");
  expect(await figuresOf(desk)).toEqual([
    ["2026-10-05", "chat", 1, 1],
    ["2026-10-05", "email", 15, 1],
  ]);
  expect(await pull("2026-10-05,email,,10", "2026-10-05,EMAIL,,5")).toBe(0);
  // The source writes the name otherwise from now on: no figure is counted twice.
  await pull("2026-10-05,E-Mail,,2", "2026-10-05,Email,,16", "2026-10-06,EMAIL,,3");
  expect(await figuresOf(desk)).toEqual([
    ["2026-10-05", "E-Mail", 2, 1],
    ["2026-10-05", "chat", 1, 1],
    ["2026-10-05", "email", 16, 1],
    ["2026-10-06", "email", 3, 1],
  ]);
});

test("promises and targets find their channels and priorities in any spelling", async () => {
  const desk = await opened();
  desk.write(
    "tickets.csv",
    lines(
      "id,at,replied,channel,priority",
      "1,2026-10-05T10:00:00Z,2026-10-05T10:30:00Z,E-Mail,HIGH",
      "2,2026-10-05T10:00:00Z,2026-10-05T13:00:00Z,E-MAIL,High ",
      "3,2026-10-05T10:00:00Z,2026-10-05T13:00:00Z,chat,high",
      "4,2026-10-05T10:00:00Z,2026-10-05T13:00:00Z,e-mail,low",
    ),
  );
  const tickets = { id: "id", created_at: "at", first_response_at: "replied" };
  const mapping = { ...tickets, channel: "channel", priority: "priority" };
  await desk.pull({ ...source, records: { tickets: mapping } });
  const policy = {
    name: "first-reply",
    kpi: "first_response_time",
    withinSeconds: 3600,
    priority: ["high"],
    channel: ["e-mail"],
    clock: "calendar",
    share: 90,
    from: null,
  } as const;
  const targets = { first_response_time: { "e-MAIL": 7200, chat: 60 } };
  const reports = await reportsOver(
    {},
    { records: desk.records, settings: { ...settings, sla: [policy], targets } },
  );
  const kept = await ask(reports, { ...counted, kpi: "sla_attainment" });
  expect([kept.numerator, kept.denominator]).toEqual([1, 2]);
  const asked = { ...counted, kpi: "first_response_time" } as const;
  const mail = await ask(reports, { ...asked, where: { channel: { in: ["E-Mail"] } } });
  expect(mail.target?.value).toBe(7200);
  const { segments } = await ask(reports, { ...asked, by: ["channel"] });
  expect(segments.map(({ key, target }) => [key.channel, target])).toEqual([
    ["E-Mail", 7200],
    ["chat", 60],
  ]);
});
