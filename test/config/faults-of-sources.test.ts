import { describe, expect, test } from "vitest";
import { faultsOf, withWeb } from "./desk.ts";
import { start, source, type WrongConfig, tellsFaults } from "./tells-faults.ts";

const web = (name: string, url: string, ...more: readonly string[]): readonly string[] => [
  `  - name: ${name}`,
  ...["type: http", `url: ${url}`, ...more].map((line) => `    ${line}`),
  "    records: { tickets: { id: id, created_at: at } }",
];

const ofSources: readonly WrongConfig[] = [
  [
    "a source of no type",
    source("").replace("csv", "cvs"),
    ['4 sources[0].type: expected one of csv, http, found "cvs". Did you mean "csv"?'],
  ],
  [
    "two sources of one name",
    `${source("")}  - name: phones\n    type: csv\n    path: more.csv\n    records: { calls: { id: Id, queued_at: At, outcome: Outcome } }\n`,
    ['7 sources[1].name: expected a name of its own, found "phones". The first is on line 3.'],
  ],
  [
    "names that differ in their spelling alone",
    `workspace: { timezone: Europe/Berlin }
teams:
  Billing: {}
  billing: {}
people: { agents: { Becky: U0BECKY, "BECKY ": U0OTHER } }
targets: { first_response_time: { email: 1h, Email: 2h } }
sla:
  - { name: reply, kpi: asa, within: 1h, share: 80 }
  - { name: Reply, from: 2026-10-01, kpi: asa, within: 2h, share: 80 }
sources: []
`,
    [
      '4 teams.billing: expected a name of its own, found "billing". It differs from "Billing" on line 3 in its spelling alone.',
      '5 people.agents["BECKY "]: expected a name of its own, found "BECKY ". It differs from "Becky" on line 5 in its spelling alone.',
      '6 targets.first_response_time.Email: expected a name of its own, found "Email". It differs from "email" on line 6 in its spelling alone.',
      '9 sla[1].name: expected a name of its own, found "Reply". It differs from "reply" on line 8 in its spelling alone.',
    ],
  ],
  [
    "a schedule that is none",
    source('    schedule: "*/15 * * *"\n'),
    [
      '7 sources[0].schedule: expected a cron expression of five fields, such as "*/15 * * * *", found "*/15 * * *". Minute, hour, day, month, weekday; in quotes, since * means something to YAML.',
    ],
  ],
  [
    "a mapping of no kind and of no column",
    `${start}sources:\n  - name: phones\n    type: csv\n    path: a.csv\n    records:\n      calls:\n        id: Id\n        queued_at: { colum: At }\n        outcome: O\n      call: {}\n`,
    [
      "9 sources[0].records.calls.queued_at.column: expected text, or a list, found nothing. A column's name, or several to join by a space.",
      '9 sources[0].records.calls.queued_at.colum: expected one of value, column, format, as, values, missing, timezone, default, found "colum". Did you mean "column"?',
      '11 sources[0].records.call: expected one of tickets, calls, surveys, customers, revenue, purchases, costs, shifts, onboardings, mentions, notices, coaching, …, found "call". Did you mean "calls"?',
    ],
  ],
  [
    "an address that nobody should be sent to, and settings that do not fit each other",
    [
      start + "sources:",
      ...web("a", "http://desk.example.com/{sinc}", "token: abc", "user: x"),
      ...web("b", "http://user:pw@desk.example.com/a", "begins: yesterday"),
      ...web(
        "c",
        "http://desk.example.com/a?key=k",
        "next_as: c",
        "format: csv",
        "rows: r",
        "token_header: X",
      ),
      ...web("d", "https://desk.example.com/a", "user: u"),
      ...web("e", "https://desk.example.com/a", "format: lines", "more: m"),
      "",
    ]
      .join("\n")
      .replaceAll("\n\n", "\n"),
    [
      '5 sources[0].url: expected of braces only {since}, {since_day}, {since_epoch}, {page}, found "http://desk.example.com/{sinc}". What is asked: an answer of CSV, or of JSON, a page or many. {since} is the moment, {since_day} the day and {since_epoch} the second from when on it is asked, {page} counts from 1.',
      "6 sources[0].token: expected { env: NAME } or { file: path }, found a value that is not shown. Put it into the environment or into a file only Goalpost may read.",
      "11 sources[1].url: expected an address that begins with https://, without a name and a password in it, found a value that is not shown. What is asked: an answer of CSV, or of JSON, a page or many. {since} is the moment, {since_day} the day and {since_epoch} the second from when on it is asked, {page} counts from 1.",
      '12 sources[1].begins: expected a day such as 2024-01-01, found "yesterday". The first day that is asked for, where {since} is used and nothing is held yet.',
      "16 sources[2].url: expected https://, found a value that is not shown. Only in a network of your own http:// will do: private: true.",
      '17 sources[2].next_as: expected next: beside it, found "c". It says where the mark of the next page stands.',
      '19 sources[2].rows: expected none with format: csv, found "r". It is a place in an answer that is one JSON.',
      '20 sources[2].token_header: expected a token: to send in it, found "X". token: { env: NAME } says where it stands.',
      '25 sources[3].user: expected user: and password: together, found "u". Or give a token: alone.',
      '31 sources[4].more: expected none with format: lines, found "m". It is a place in an answer that is one JSON.',
    ],
  ],
];

describe("a fault names its line, what was expected and what to do", () => {
  tellsFaults(ofSources);
});

test("a key goes where HTTP has no other use for it, and beside no password", async () => {
  const key = "token: { env: DESK_TOKEN }";
  const text = [
    start + "sources:",
    ...web("a", "https://desk.example.com/", key, "token_header: Host"),
    ...web("b", "https://desk.example.com/", key, "token_header: Accept-Encoding"),
    ...web(
      "c",
      "https://desk.example.com/",
      key,
      "token_header: Authorization",
      "user: u",
      "password: { env: DESK_TOKEN }",
    ),
    "",
  ].join("\n");
  const faults = await faultsOf({
    text: text.replaceAll("\n\n", "\n"),
    env: { DESK_TOKEN: "k-12345678" },
  });
  expect(faults.map(({ path, expected }) => [path, expected])).toEqual([
    ["sources[0].token_header", expect.stringContaining("no other use")],
    ["sources[1].token_header", expect.stringContaining("no other use")],
    ["sources[2].token", "a token, or a user with a password"],
  ]);
});

test("what was asked before is asked again for as long as clocks and zones may differ", async () => {
  const text = [
    start + "sources:",
    ...web("a", "https://desk.example.com/?from={since}", "look_back: 9m"),
    ...web("b", "https://desk.example.com/?from={since}", "look_back: 10m"),
    ...web("c", "https://desk.example.com/?from={since_day}", "look_back: 23h"),
    ...web("d", "https://desk.example.com/", "look_back: 0s"),
    "",
  ].join("\n");
  const faults = await faultsOf({ text: text.replaceAll("\n\n", "\n") });
  expect(faults.map(({ path, expected }) => [path, expected])).toEqual([
    ["sources[0].look_back", "10m or more"],
    ["sources[2].look_back", "1d or more"],
  ]);
});

test("every fault of a file is named at once, in its order", async () => {
  const faults = await faultsOf({
    text: `workspace: { timezone: Mars }\npeople: { admins: [me] }\nprivacy: { keep_records: 3 }\nsources:\n  - type: csv\n`,
  });
  expect(faults.map(({ line, path }) => [line, path])).toEqual([
    [1, "workspace.timezone"],
    [2, "people.admins[0]"],
    [3, "privacy.keep_records"],
    [5, "sources[0].name"],
    [5, "sources[0].path"],
    [5, "sources[0].records"],
  ]);
});

const toldOfType = async (type: string) => {
  const faults = await faultsOf({
    text: `${start}sources:\n  - name: 5\n    type: ${type}\n    schedule: "61 * * * *"\n    pth: x\n    records: { calls: { id: Id } }\n`,
    shelf: withWeb,
  });
  return faults.map(({ line, path, hint }) => [line, path, hint]);
};

test("a wrong type hides no other fault of its source", async () => {
  const shared = [
    [3, "sources[0].name", "Put it in quotes."],
    [4, "sources[0].type", expect.any(String)],
    [5, "sources[0].schedule", expect.stringContaining("in quotes")],
    [7, "sources[0].records.calls.queued_at", expect.any(String)],
    [7, "sources[0].records.calls.outcome", expect.any(String)],
  ];
  const near = await toldOfType("cvs");
  expect(near).toEqual(
    expect.arrayContaining([...shared, [6, "sources[0].pth", 'Did you mean "path"?']]),
  );
  // Of a type near to none the keys of its own cannot be judged.
  const unknown = await toldOfType("spreadsheet");
  expect(unknown.map(([, path]) => path)).toEqual(shared.map(([, path]) => path));
});
