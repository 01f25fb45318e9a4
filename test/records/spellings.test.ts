import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBindings } from "../../src/records/bindings.ts";
import { filtersSql } from "../../src/records/where-sql.ts";
import { ask, reportsOver } from "../reports/ask.ts";
import { type Desk, lines } from "./pulling.ts";
import { source, opened, counted } from "./spelled-desk.ts";

const head = "id,at,channel,agent";

async function pulled(desk: Desk, ...rows: readonly string[]) {
  desk.write("tickets.csv", lines(head, ...rows));
  return await desk.pull(source);
}

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
