import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { createBindings } from "../../src/records/bindings.ts";
import { openDuckdb } from "../../src/records/duckdb.ts";
import type { WorkingTime } from "../../src/records/store.ts";
import { filtersSql } from "../../src/records/where-sql.ts";
import { afterTest } from "../closing.ts";
import { ask, reportsOver, settings } from "../reports/ask.ts";
import { type Desk, lines, openDesk } from "./pulling.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const source = {
  name: "desk",
  path: "tickets.csv",
  records: { tickets: { id: "id", created_at: "at", channel: "channel", agent: "agent" } },
};
const head = "id,at,channel,agent";

async function opened(more: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const desk = await openDesk(more);
  desks.push(desk);
  return desk;
}

async function pulled(desk: Desk, ...rows: readonly string[]) {
  desk.write("tickets.csv", lines(head, ...rows));
  return await desk.pull(source);
}

const october = { kind: "range", from: "2026-10-01", to: "2026-10-31" } as const;
const counted = { kpi: "ticket_volume", period: october } as const;

const reportsOf = (desk: Desk, optedOut: readonly string[] = []) =>
  reportsOver({}, { records: desk.records, optedOut });

async function channelsOf(desk: Desk) {
  const rows = await desk.records.query(
    "select channel, count(*) as n from tickets group by channel order by channel nulls last",
  );
  return Object.fromEntries(rows.map(({ channel, n }) => [String(channel), n]));
}

test("a value is one value in every spelling, and is shown in the first that came", async () => {
  const desk = await opened();
  await pulled(
    desk,
    "1,2026-10-05,E-mail  in,Ann",
    "2,2026-10-05,chat,ANN",
    "3,2026-10-06,  e-MAIL in\u00a0,ann ",
    "4,2026-10-06,ＣＨＡＴ,Bob",
    "5,2026-10-07,email in,Bob",
    "6,2026-10-07,\u00a0\u2003,Cy",
  );
  expect(await channelsOf(desk)).toEqual({ "E-mail in": 2, chat: 2, "email in": 1, null: 1 });

  // A later pull with another spelling is no change, and makes no other value.
  expect(await pulled(desk, "2,2026-10-05,CHAT,Ann", "7,2026-10-08,Chat,Ann")).toMatchObject({
    changed: 1,
  });
  expect(await channelsOf(desk)).toEqual({ "E-mail in": 2, chat: 3, "email in": 1, null: 1 });
});

test("what is counted by channel is what the filter of each counts", async () => {
  const desk = await opened();
  const rows = ["email", "email", "EMAIL", "Chat", " chat"].map(
    (channel, at) => `${at},2026-10-05,${channel},Ann`,
  );
  await pulled(desk, ...rows);
  const reports = await reportsOf(desk);
  for (const kpi of ["ticket_volume", "channel_mix"] as const) {
    const { segments } = await ask(reports, { ...counted, kpi, by: ["channel"] });
    const of = async (channel: string) =>
      (await ask(reports, { ...counted, kpi, where: { channel: { in: [channel] } } })).value;
    expect(segments.map(({ key, value }) => [key.channel, value])).toEqual(
      kpi === "channel_mix"
        ? [
            ["email", 60],
            ["Chat", 40],
          ]
        : [
            ["email", 3],
            ["Chat", 2],
          ],
    );
    for (const { key, value } of segments) {
      expect(await of(String(key.channel).toUpperCase())).toBe(value);
      expect(await of(` ${String(key.channel)} `)).toBe(value);
    }
  }
});

test("an agent who opted out is never alone in the rest, however often their name is spelled", async () => {
  const desk = await opened();
  const agents = ["Ann", "ANN", "ann ", ...Array.from({ length: 5 }, () => "Bob"), "Cy", "Cy"];
  await pulled(desk, ...agents.map((agent, at) => `${at},2026-10-05,email,${agent}`));
  const answer = await ask(await reportsOf(desk, ["ANN"]), { ...counted, by: ["agent"] });
  // The smallest of the others keeps them company.
  expect(answer.segments.map(({ key, sample }) => [key.agent, sample])).toEqual([["Bob", 5]]);
  expect(answer.other).toMatchObject({ groups: 2, sample: 5 });
});

test("a pull that is refused leaves no spelling behind", async () => {
  const desk = await opened();
  await expect(pulled(desk, "1,someday,EMAIL,Ann", "2,2026-10-05,EMAIL,Ann")).rejects.toThrow(
    "cannot be read",
  );
  await pulled(desk, "1,2026-10-05,email,Ann");
  expect(await channelsOf(desk)).toEqual({ email: 1 });
  // Nor does what is set aside or what was dropped.
  await desk.records.dropBefore(new Date("2026-11-01"));
  await pulled(desk, "1,2026-10-05,Email,Ann");
  expect(await channelsOf(desk)).toEqual({ Email: 1 });
  await desk.records.forgetSources([]);
  expect(await desk.records.query("select * from spellings")).toEqual([]);
});

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

/** Values that differ, each with ways to write it and what is shown where that one came first. */
const names = ["email", "chat room", "straße", "전화", "почта", "e-mail", "café"] as const;
const ways: readonly ((name: string) => readonly [written: string, shown: string])[] = [
  (name) => [name, name],
  (name) => [name.toUpperCase(), name.toUpperCase()],
  (name) => [`  ${name}\u00a0`, name],
  (name) => [name.replace(" ", "  \t "), name],
  (name) => [name.normalize("NFD"), name],
  (name) => [
    name.charAt(0).toUpperCase() + name.slice(1),
    name.charAt(0).toUpperCase() + name.slice(1),
  ],
];
const cell = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  name: fc.constantFrom(...names),
  way: fc.constantFrom(...ways),
});

test("over any pulls each value is counted once and shown as it first came", async () => {
  const desk = await opened();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
      async (pulls) => {
        await desk.records.forgetSources([]);
        const shownAs = new Map<string, string>();
        const nameOf = new Map<number, string>();
        for (const rows of pulls) {
          const written = rows.map(({ id, name, way }) => `${id},2026-10-05,"${way(name)[0]}",`);
          await pulled(desk, ...written);
          // The same id twice in one pull: the last row is the one that came.
          const last = rows.filter(
            ({ id }, at) => rows.findLastIndex((row) => row.id === id) === at,
          );
          for (const { id, name, way } of last) {
            nameOf.set(id, name);
            if (!shownAs.has(name)) shownAs.set(name, way(name)[1]);
          }
        }
        const expected: Record<string, number> = {};
        for (const name of nameOf.values()) {
          const shown = shownAs.get(name) ?? "";
          expected[shown] = (expected[shown] ?? 0) + 1;
        }
        expect(await channelsOf(desk)).toEqual(expected);
        for (const { name, way } of pulls[0] ?? []) {
          const bindings = createBindings();
          const filter = filtersSql({ where: { channel: { in: [way(name)[0]] } } }, bindings);
          const sql = `select count(*) as n from tickets where ${filter}`;
          expect(await desk.records.query(sql, bindings.values)).toEqual([
            { n: [...nameOf.values()].filter((each) => each === name).length },
          ]);
        }
      },
    ),
    { numRuns: 15 },
  );
});
