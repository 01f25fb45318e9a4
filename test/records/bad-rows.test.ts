import { expect, test } from "vitest";
import { lines } from "./pulling.ts";
import { opened, phones, header, good, many, hash } from "./phones.ts";

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
