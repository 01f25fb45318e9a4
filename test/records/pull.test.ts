import { utimesSync } from "node:fs";
import { expect, test } from "vitest";
import { lines } from "./pulling.ts";
import { opened, phones, header, good, many, hash } from "./phones.ts";

test("the same file twice changes nothing", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...many(1, 500)));
  expect(await desk.pull(phones)).toMatchObject({ rows: 500, changed: 500 });
  const before = await hash(desk);
  expect(await desk.pull(phones)).toMatchObject({ rows: 500, changed: 0 });
  expect(await hash(desk)).toEqual(before);
});

test("a changed row replaces its record, a new one is added, one that is gone stays", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1), good(2), good(3)));
  await desk.pull(phones);
  desk.write("a.csv", lines(header, good(2, { wait: "9" }), good(3), good(4)));
  expect(await desk.pull(phones)).toMatchObject({ rows: 3, changed: 2 });
  expect((await desk.held("calls")).map((row) => [row["id"], row["wait_seconds"]])).toEqual([
    ["1", 5],
    ["2", 9],
    ["3", 5],
    ["4", 5],
  ]);
});

test("of an id that comes twice the last row wins, across files in the order of their names", async () => {
  const desk = await opened();
  desk.write(
    "b.csv",
    lines(header, good(1, { wait: "30" }), good(2, { wait: "1" }), good(2, { wait: "2" })),
  );
  desk.write("a.csv", lines(header, good(1, { wait: "10" }), good(1, { wait: "20" })));
  expect(await desk.pull(phones)).toMatchObject({ rows: 5, changed: 2 });
  expect((await desk.held("calls")).map((row) => row["wait_seconds"])).toEqual([30, 2]);
  await desk.pull(phones);
  expect(
    await desk.records.query("select count(*) as n, count(distinct id) as ids from calls"),
  ).toEqual([{ n: 2, ids: 2 }]);
});

test("files of one source may have their columns in another order", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1)));
  desk.write("b.csv", lines("Extra,Agent,Wait,Outcome,At,Id", "x,Jun,7,abandoned,2026-11-04,2"));
  await desk.pull(phones);
  expect(await desk.held("calls")).toMatchObject([
    { id: "1", agent: "Mina" },
    { id: "2", agent: "Jun", wait_seconds: 7, outcome: "abandoned" },
  ]);
});

test("two sources may use the same ids", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1)));
  await desk.pull({ ...phones, name: "north" });
  await desk.pull({ ...phones, name: "south" });
  expect((await desk.held("calls")).map((row) => row["source"])).toEqual(["north", "south"]);
});

test.each([
  ["an impossible date", { at: "2026-02-30" }, "queued_at", "no_such_date", "2026-02-30"],
  [
    "an impossible time",
    { at: "2026-02-03 25:00" },
    "queued_at",
    "no_such_date",
    "2026-02-03 25:00",
  ],
  [
    "a year before telephones rang here",
    { at: "0026-02-03" },
    "queued_at",
    "no_such_date",
    "0026-02-03",
  ],
  ["an endless date", { at: "infinity" }, "queued_at", "no_such_date", "infinity"],
  ["digits of another script", { wait: "٣٤" }, "wait_seconds", "not_a_number", "٣٤"],
  [
    "full-width digits in a date",
    { at: "２０２６-11-03" },
    "queued_at",
    "no_such_date",
    "２０２６-11-03",
  ],
  ["a decimal comma", { wait: '"1,5"' }, "wait_seconds", "not_a_number", "1,5"],
  ["a number that is none", { wait: "NaN" }, "wait_seconds", "not_a_number", "NaN"],
  ["an endless number", { wait: "1e400" }, "wait_seconds", "not_a_number", "1e400"],
  ["no id", { id: "  " }, "id", "missing", "  "],
  ["no date", { at: "" }, "queued_at", "missing", null],
  ["an unknown outcome", { outcome: "lost" }, "outcome", "unknown_value", "lost"],
  ["a name as long as a book", { agent: "x".repeat(3000) }, "agent", "too_long", "x".repeat(80)],
  ["a NUL in a name", { agent: "Mi\0na" }, "agent", "control_character", "Mi\u2400na"],
  ["a cell too many", { agent: "Mina,extra" }, "", "ragged", null],
  ["a cell too few", { line: "1000,2026-11-03" }, "", "ragged", null],
  ["text after a closing quote", { agent: '"Mina" Kim' }, "", "broken_quotes", null],
  ["a record of a megabyte", { agent: "x".repeat(1_100_000) }, "", "too_long", null],
  ["a negative wait", { wait: "-5" }, "wait_seconds", "negative", "-5"],
  [
    "a call from the future",
    { at: "2026-11-16T09:05:01Z" },
    "queued_at",
    "in_the_future",
    "2026-11-16T09:05:01Z",
  ],
])(
  "a row with %s is set aside and named",
  async (_, { line, id, ...more }: Record<string, string>, field, reason, value) => {
    const desk = await opened();
    const bad = line ?? good(1000, more).replace(/^1000/u, id ?? "1000");
    desk.write("a.csv", lines(header, ...many(1, 150)));
    desk.write("b.csv", lines(header, good(151), bad, good(152)));
    expect(await desk.pull(phones)).toMatchObject({ rows: 153, changed: 152, badRows: 1 });
    expect(await desk.records.badRows("phones", 10)).toEqual([
      { kind: "calls", file: "b.csv", record: 2, field, reason, value },
    ]);
    expect(await desk.records.sourceStates()).toMatchObject([{ badRows: 1, rows: 153 }]);
  },
);

test("a call five minutes ahead of our clock is believed", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1, { at: "2026-11-16T09:05:00Z" })));
  expect(await desk.pull(phones)).toMatchObject({ changed: 1, badRows: 0 });
});

test("how fresh the data is follows the newest file, never the future", async () => {
  const desk = await opened();
  for (const [name, day] of [
    ["a.csv", "2026-11-10"],
    ["b.csv", "2026-11-12"],
  ] as const) {
    desk.write(name, lines(header, good(name === "a.csv" ? 1 : 2)));
    utimesSync(`${desk.folder}/${name}`, new Date(day), new Date(day));
  }
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([
    {
      asOf: new Date("2026-11-12"),
      newestAt: new Date("2026-11-03T09:00:00Z"),
      kinds: ["calls"],
      error: null,
    },
  ]);
  utimesSync(`${desk.folder}/b.csv`, new Date("2026-12-24"), new Date("2026-12-24"));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([
    { asOf: new Date("2026-11-16T09:00:00Z") },
  ]);
});

test("a kind the mapping lost, ids made otherwise and sources taken out haunt nobody", async () => {
  const desk = await opened();
  const surveys = { id: "Id", kind: { value: "csat" }, answered_at: "At" };
  const calls = { id: "Id", queued_at: "At", outcome: "Outcome" };
  desk.write("a.csv", lines(header, good(1), good(2)));
  await desk.pull({ records: { calls, surveys } });
  await desk.pull({ name: "other", records: { calls } });
  expect(await desk.records.kindsHeld()).toEqual(new Set(["calls", "surveys"]));
  await desk.pull({ records: { calls } });
  expect(await desk.records.kindsHeld()).toEqual(new Set(["calls"]));
  await desk.pull({
    records: {
      calls: { ...calls, id: { column: ["Id", "Agent"] } },
    },
  });
  expect((await desk.held("calls")).map(({ source, id }) => [source, id])).toEqual([
    ["other", "1"],
    ["other", "2"],
    ["phones", "1 Mina"],
    ["phones", "2 Mina"],
  ]);
  await desk.records.forgetSources(["other"]);
  expect((await desk.held("calls")).map(({ source }) => source)).toEqual(["other", "other"]);
  expect((await desk.records.sourceStates()).map(({ source }) => source)).toEqual(["other"]);
});
