import { utimesSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { recordsSchema } from "../../src/records/mapping.ts";
import type { PullProgress } from "../../src/records/store.ts";
import { type Desk, lines, openDesk } from "./pulling.ts";
import { stores } from "./stores.ts";
import type { SourceBlock } from "./to-request.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
const opened = async (...more: Parameters<typeof openDesk>): Promise<Desk> => {
  const desk = await openDesk(...more);
  desks.push(desk);
  return desk;
};

const phones: SourceBlock = {
  path: "*.csv",
  records: {
    calls: {
      id: "Id",
      queued_at: "At",
      outcome: "Outcome",
      wait_seconds: "Wait",
      agent: "Agent",
    },
  },
};
const header = "Id,At,Outcome,Wait,Agent";
const good = (id: number, more: Readonly<Record<string, string>> = {}): string =>
  [
    id,
    more["at"] ?? "2026-11-03T09:00:00Z",
    more["outcome"] ?? "handled",
    more["wait"] ?? "5",
    more["agent"] ?? "Mina",
  ].join(",");
const many = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => good(from + at));
const hash = (desk: Desk): Promise<unknown> => desk.printOf("calls");

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

test("one file alone is held to the same: ragged rows, doubled ids, places of bad rows", async () => {
  const desk = await opened();
  const doubled = [good(7, { wait: "70" }), good(7, { wait: "71" })];
  desk.write("a.csv", lines(header, ...many(1, 300), "301,2026-11-03", ...doubled));
  expect(await desk.pull(phones)).toMatchObject({ rows: 303, changed: 300, badRows: 1 });
  expect(await desk.records.badRows("phones", 5)).toMatchObject([
    { record: 301, reason: "ragged" },
  ]);
  desk.write("a.csv", lines(header, ...many(1, 300), good(301, { wait: "-1" }), ...doubled));
  expect(await desk.pull(phones)).toMatchObject({ rows: 303, changed: 0, badRows: 1 });
  expect(await desk.records.badRows("phones", 5)).toMatchObject([
    { record: 301, reason: "negative", value: "-1" },
  ]);
  expect(await desk.records.query("select wait_seconds from calls where id = '7'")).toEqual([
    { wait_seconds: 71 },
  ]);
});

test("a call five minutes ahead of our clock is believed", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1, { at: "2026-11-16T09:05:00Z" })));
  expect(await desk.pull(phones)).toMatchObject({ changed: 1, badRows: 0 });
});

test("more than one unreadable row in a hundred refuses the pull and keeps the old records", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...many(1, 99), good(100, { wait: "soon" })));
  expect(await desk.pull(phones)).toMatchObject({ badRows: 1 });
  const before = await hash(desk);
  desk.write("a.csv", lines(header, ...many(200, 98), good(300, { wait: "soon" })));
  await expect(desk.pull(phones)).rejects.toMatchObject({
    code: "pull_refused",
    message:
      '1 of 99 rows for calls cannot be read, such as a.csv, record 99, wait_seconds: not_a_number "soon"',
    hint: expect.stringContaining("doctor"),
  });
  expect(await hash(desk)).toEqual(before);
  expect(await desk.records.sourceStates()).toMatchObject([
    {
      error: expect.stringContaining("1 of 99"),
      succeededAt: expect.any(Date),
      failedAt: expect.any(Date),
      rows: 100,
    },
  ]);
});

test("contradictions and futures alone refuse nothing", async () => {
  const desk = await opened();
  const tickets = { id: "Id", created_at: "Created", solved_at: "Solved" };
  desk.write(
    "t.csv",
    lines(
      "Id,Created,Solved",
      "1,2026-11-03,2026-11-02",
      "2,2026-11-03,2026-11-04",
      "3,2027-01-01,",
    ),
  );
  expect(await desk.pull({ records: { tickets } })).toMatchObject({ changed: 1, badRows: 2 });
  expect(
    (await desk.records.badRows("phones", 10)).map(({ record, reason }) => [record, reason]),
  ).toEqual([
    [1, "solved_before_created"],
    [3, "in_the_future"],
  ]);
});

const withFutures = (bad: number) => [
  ...Array.from({ length: bad }, (_, index) => `b${index},2027-01-01,`),
  ...Array.from({ length: 20 }, (_, index) => `g${index},2026-11-03,2026-11-04`),
];

test("a file of which more than half contradicts itself is read wrongly: it is refused", async () => {
  const desk = await opened();
  const tickets = { id: "Id", created_at: "Created", solved_at: "Solved" };
  desk.write("t.csv", lines("Id,Created,Solved", ...withFutures(20)));
  expect(await desk.pull({ records: { tickets } })).toMatchObject({ changed: 20, badRows: 20 });
  desk.write("t.csv", lines("Id,Created,Solved", ...withFutures(21)));
  await expect(desk.pull({ records: { tickets } })).rejects.toMatchObject({
    code: "pull_refused",
    message: expect.stringContaining("21 of 41"),
  });
});

test("a score outside its scale contradicts itself", async () => {
  const desk = await opened();
  desk.write("s.csv", lines("Id,At,Score", "1,2026-11-03,5", "2,2026-11-03,6", "3,2026-11-03,0"));
  const surveys = {
    id: "Id",
    kind: { value: "csat" },
    scale: { value: [1, 5] },
    answered_at: "At",
    score: "Score",
  };
  expect(await desk.pull({ records: { surveys } })).toMatchObject({ changed: 1, badRows: 2 });
  expect(await desk.records.badRows("phones", 1)).toMatchObject([
    { record: 2, field: "score", reason: "score_outside_scale", value: "6" },
  ]);
});

test("an answer before the question, and more time as planned than was planned, contradict themselves", async () => {
  const desk = await opened();
  const surveys = { id: "Id", kind: { value: "csat" }, sent_at: "Sent", answered_at: "At" };
  const asked = ["1,2026-11-03,2026-11-03", "2,2026-11-04,2026-11-03", "3,,2026-11-03"];
  desk.write("s.csv", lines("Id,Sent,At", ...asked));
  expect(await desk.pull({ records: { surveys } })).toMatchObject({ changed: 2, badRows: 1 });
  expect(await desk.records.badRows("phones", 1)).toMatchObject([
    { record: 2, reason: "answered_before_sent" },
  ]);
  const planned = await opened();
  const shifts = {
    id: "Id",
    agent: "Agent",
    from: "From",
    scheduled_seconds: "Planned",
    adherent_seconds: "Kept",
  };
  const kept = ["1,Ann,2026-11-03,100,100", "2,Ann,2026-11-04,100,101", "3,Ann,2026-11-05,100,"];
  planned.write("t.csv", lines("Id,Agent,From,Planned,Kept", ...kept));
  expect(await planned.pull({ records: { shifts } })).toMatchObject({ changed: 2, badRows: 1 });
  expect(await planned.records.badRows("phones", 1)).toMatchObject([
    { record: 2, reason: "adherent_over_scheduled" },
  ]);
});

test("a column that is missing or there twice refuses the pull and says which", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1)));
  await desk.pull(phones);
  desk.write("b.csv", lines("Id,At,Result,Wait,Agent", good(2)));
  await expect(desk.pull(phones)).rejects.toMatchObject({
    message: 'b.csv: there is no column "Outcome"',
    hint: "It has Id, At, Result, Wait, Agent.",
  });
  desk.write("b.csv", lines("Id,At,Outcome,Wait,Agent,Agent", `${good(2)},Jun`));
  await expect(desk.pull(phones)).rejects.toMatchObject({
    message: 'b.csv: two columns are called "Agent"',
  });
  expect(await desk.held("calls")).toMatchObject([{ id: "1" }]);
});

test("an unclosed quote refuses the pull: who knows what it swallowed", async () => {
  const desk = await opened();
  desk.write(
    "a.csv",
    lines(header, ...many(1, 300), good(301, { agent: '"Mina' }), ...many(302, 3)),
  );
  await expect(desk.pull(phones)).rejects.toMatchObject({
    message: "a.csv: the quote opened in record 301 is never closed",
  });
});

test("a file with only a header brings nothing, and an empty one is refused", async () => {
  const desk = await opened();
  desk.write("a.csv", `${header}\n`);
  expect(await desk.pull(phones)).toMatchObject({ rows: 0, changed: 0 });
  desk.write("a.csv", header);
  expect(await desk.pull(phones)).toMatchObject({ rows: 0, changed: 0 });
  desk.write("a.csv", "");
  await expect(desk.pull(phones)).rejects.toMatchObject({ message: "a.csv is empty" });
  desk.write("a.csv", "\n\n \n".repeat(3));
  await expect(desk.pull(phones)).rejects.toMatchObject({ code: "pull_refused" });
});

test("hostile headers are names like any other", async () => {
  const desk = await opened();
  const names = [
    '"; drop table calls; --',
    "__proto__",
    "constructor",
    "s0) from stage; --",
    "'",
    "${1}",
  ];
  desk.write(
    "a.csv",
    lines(
      names.map((name) => `"${name.replaceAll('"', '""')}"`).join(","),
      "1,2026-11-03,handled,5,O'Neil; drop table calls,x",
    ),
  );
  const [id, queued_at, outcome, wait_seconds, agent, team] = names;
  await desk.pull({ records: { calls: { id, queued_at, outcome, wait_seconds, agent, team } } });
  expect(await desk.held("calls")).toMatchObject([
    { id: "1", outcome: "handled", wait_seconds: 5, agent: "O'Neil; drop table calls", team: "x" },
  ]);
});

test("a NUL in a header, in the mapping or in a value ends nothing but its own row", async () => {
  const desk = await opened();
  const rows = Array.from({ length: 150 }, (_, at) => `${at + 10},2026-11-03,Jun`);
  desk.write("a.csv", lines("I\0d,At,Agent", "1,2026-11-03,a\0b", "2,2026-11-03,c\0d", ...rows));
  const agent = { column: "Agent", values: { "a\0b": "Mina" }, missing: "x\0" };
  const tickets = { id: "I\0d", created_at: "At", agent };
  expect(await desk.pull({ records: { tickets } })).toMatchObject({ changed: 151, badRows: 1 });
  expect((await desk.held("tickets"))[0]).toMatchObject({ id: "1", agent: "Mina" });
  const lost = { records: { tickets: { ...tickets, team: "Te\0am" } } };
  await expect(desk.pull(lost)).rejects.toMatchObject({
    message: 'a.csv: there is no column "Te\\u0000am"',
  });
  expect(await desk.records.sourceStates()).toMatchObject([
    { hint: "It has I\u2400d, At, Agent." },
  ]);
});

test("values in the configuration are only values, whatever they say", async () => {
  const desk = await opened();
  desk.write("a.csv", lines("Id,At,Agent", "1,2026-11-03,it's '); drop table calls; --"));
  const evil = "it's '); drop table calls; --";
  await desk.pull({
    name: "o'phones'; drop table calls; --",
    records: {
      calls: {
        id: "Id",
        queued_at: "At",
        outcome: { value: "handled" },
        agent: { column: "Agent", values: { [evil]: "O'Neil" } },
        team: { column: "Agent", missing: [evil], default: "'" },
      },
    },
    exclude: [
      { column: "Agent", is: "'" },
      { column: "Agent", contains: "';" },
    ],
  });
  expect(await desk.held("calls")).toMatchObject([{ agent: "O'Neil", team: "'" }]);
  expect(await desk.records.badRows("o'phones'; drop table calls; --", 1)).toEqual([]);
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

test("a source is never pulled twice at once", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...many(1, 50)));
  const first = desk.pull(phones);
  await expect(desk.pull(phones)).rejects.toMatchObject({ code: "pull_refused" });
  const other = desk.pull({ ...phones, name: "other" });
  expect(await first).toMatchObject({ changed: 50 });
  expect(await other).toMatchObject({ changed: 50 });
});

test("a pull that is told to stop leaves what was there, and the next one works", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, good(1)));
  await desk.pull(phones);
  desk.write("a.csv", lines(header, ...many(1, 50_000)));
  const stop = new AbortController();
  const pulling = desk.pull(phones, { signal: stop.signal, progress: () => stop.abort() });
  await expect(pulling).rejects.toMatchObject({ name: "AbortError" });
  expect(await desk.records.query("select count(*) as n from calls")).toEqual([{ n: 1 }]);
  expect(await desk.records.sourceStates()).toMatchObject([{ failedAt: null }]);
  expect(await desk.pull(phones)).toMatchObject({ changed: 49_999 });
});

/** How far is asked every now and then: a quick machine may be done before the first time. */
const sizes = [400_000, 1_600_000, 6_400_000];

test("a large file shows how far it is read, and then that it is stored", async () => {
  const readings: (number | null)[][] = [];
  for (const size of sizes) {
    const desk = await opened();
    desk.write("a.csv", lines(header, many(1, size).join("\n")));
    const seen: PullProgress[] = [];
    let isOver = false;
    await desk.pull(phones, {
      progress: (progress) => {
        expect(isOver).toBe(false);
        seen.push(progress);
      },
    });
    isOver = true;
    expect(seen.at(-1)).toEqual({ rows: size, share: 1, isStoring: true });
    readings.push(seen.filter(({ isStoring }) => !isStoring).map(({ share }) => share));
    if (readings.at(-1)?.length !== 0) break;
  }
  const reading = readings.at(-1) ?? [];
  expect(reading.length).toBeGreaterThan(0);
  expect(reading).toEqual(reading.toSorted((a, b) => Number(a) - Number(b)));
  expect(new Set(reading).size).toBe(reading.length);
  expect(reading.every((share) => share !== null && share > 0 && share < 1)).toBe(true);
});

test("of several files the rows of those that are read and the share of the next are told", async () => {
  let ofSecond: PullProgress[] = [];
  for (const size of sizes) {
    const desk = await opened();
    desk.write("a.csv", lines(header, ...many(1, 10)));
    desk.write("b.csv", lines(header, many(11, size).join("\n")));
    const seen: PullProgress[] = [];
    await desk.pull(phones, { progress: (progress) => void seen.push(progress) });
    const rows = seen.map((each) => each.rows);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(rows.at(-1)).toBe(size + 10);
    const reading = seen.filter(({ share, isStoring }) => share !== null && !isStoring);
    // On a busy machine even the small one is seen while it is read.
    expect(reading.filter((each) => each.rows !== 0 && each.rows !== 10)).toEqual([]);
    ofSecond = reading.filter((each) => each.rows === 10);
    if (ofSecond.length > 0) break;
  }
  expect(ofSecond.length).toBeGreaterThan(0);
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

test("rows without a file land as well, in slices", async () => {
  const desk = await opened();
  const rows = Array.from({ length: 2500 }, (_, at) => [
    String(at),
    "2026-11-03T09:00:00Z",
    at % 2 ? "handled" : null,
  ]);
  const outcome = await desk.records.pullSource({
    name: "api",
    zone: "UTC",
    records: recordsSchema.parse({
      calls: { id: "id", queued_at: "at", outcome: { column: "o", default: "abandoned" } },
    }),
    exclude: [],
    read: async function* () {
      yield { kind: "rows", columns: ["id", "at", "o"], rows };
      yield { kind: "rows", columns: ["o", "at", "id"], rows: [["handled", "2026-11-04", "x"]] };
    },
  });
  expect(outcome).toMatchObject({ rows: 2501, changed: 2501 });
  expect(
    await desk.records.query("select outcome, count(*) as n from calls group by 1 order by 1"),
  ).toEqual([
    { outcome: "abandoned", n: 1250 },
    { outcome: "handled", n: 1251 },
  ]);
});

/** Ten calls a weekday for nine weeks, but on the last whole day, Sunday 15 November, `last` of them. */
const sundays = (last: number): string[] =>
  Array.from({ length: 9 }, (_, weeks) => {
    const day = new Date(Date.UTC(2026, 10, 15 - 7 * weeks)).toISOString().slice(0, 10);
    return Array.from({ length: weeks === 0 ? last : 10 + (weeks % 3) }, (_, at) =>
      good(weeks * 100 + at, { at: `${day}T10:00:00Z` }),
    );
  }).flat();

test.each([
  [2, { code: "few", kind: "calls", day: "2026-11-15", count: 2, usual: 11 }],
  // As few come by chance, once or twice in a hundred days.
  [4, null],
  [33, null],
  [34, { code: "many", kind: "calls", day: "2026-11-15", count: 34, usual: 11 }],
])("a last whole day of %i records where 11 are usual is kept, and %o", async (last, odd) => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...sundays(last)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd }]);
  expect(await desk.held("calls")).toHaveLength(last + sundays(0).length);
});

test("an empty export after a full one is kept out and told, until a full one comes", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...many(1, 5)));
  await desk.pull(phones);
  const [full] = await desk.records.sourceStates();
  expect(full!.odd).toBeNull();
  desk.write("a.csv", lines(header));
  await desk.pull(phones);
  // Nothing came, so the data reach no further than before.
  expect(await desk.records.sourceStates()).toMatchObject([
    { odd: { code: "empty" }, asOf: full!.asOf },
  ]);
  expect(await desk.held("calls")).toHaveLength(5);
  desk.write("a.csv", lines(header, ...many(1, 6)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: null }]);
});

/** Office hours of nine weeks of Berlin; on Friday the source told them by another clock. */
const officeHours = (movedBy: number): string[] =>
  Array.from({ length: 63 }, (_, ago) => {
    const day = new Date(Date.UTC(2026, 10, 15 - ago)).toISOString().slice(0, 10);
    // The clocks went back on 25 October.
    const ahead = day < "2026-10-25" ? 2 : 1;
    return Array.from({ length: 135 }, (__, at) => {
      const hour = 9 + (at % 9) - ahead + (ago === 2 ? movedBy : 0);
      return good(ago * 1_000 + at, { at: `${day}T${String(hour).padStart(2, "0")}:10:00Z` });
    });
  }).flat();

test.each(stores)(
  "on %s a day at other hours is told, a change of the clocks is not",
  async (on) => {
    for (const [by, odd] of [
      [0, null],
      [1, { code: "shifted", kind: "calls", day: "2026-11-13", hours: 1 }],
      [-2, { code: "shifted", kind: "calls", day: "2026-11-13", hours: -2 }],
    ] as const) {
      const desk = await opened({ zone: "Europe/Berlin" }, on);
      desk.write("a.csv", lines(header, ...officeHours(by)));
      await desk.pull(phones);
      expect(await desk.records.sourceStates()).toMatchObject([{ odd }]);
    }
  },
);

/** Half a day on that Sunday. */
const hoursOn = (day: string): number => (day === "2026-11-15" ? 4 : 8);

const intervals = (_: string | null, from: Date) => [
  { from, to: new Date(from.getTime() + hoursOn(from.toISOString().slice(0, 10)) * 3_600_000) },
];

test("a day is judged against those of the same working hours alone", async () => {
  for (const [workingTime, code] of [
    [null, "few"],
    [{ key: "half", teams: [], intervals }, undefined],
  ] as const) {
    const desk = await opened({ workingTime });
    desk.write("a.csv", lines(header, ...sundays(2)));
    await desk.pull(phones);
    const [state] = await desk.records.sourceStates();
    expect(state!.odd?.code).toBe(code);
  }
});

test("a day that is odd is told for a week, until its records come after all", async () => {
  const desk = await opened({ clock: stoppedAt(new Date("2026-11-21T09:00:00Z")) });
  desk.write("a.csv", lines(header, ...sundays(2)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: { day: "2026-11-15" } }]);
  desk.write("a.csv", lines(header, ...sundays(10)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: null }]);
});

test("a day off is not judged", async () => {
  const desk = await opened({
    workingTime: { key: "closed", teams: [], intervals: () => [] },
  });
  desk.write("a.csv", lines(header, ...sundays(0)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: null }]);
});
