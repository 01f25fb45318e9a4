import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, asyncProperty, constantFrom, jsonValue, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigError, faultText } from "../../src/config/fault.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { faultsOf, newFolder, read, withWeb } from "./desk.ts";

const start = "workspace: { timezone: Europe/Berlin }\n";
const source = (more: string): string => `${start}sources:
  - name: phones
    type: csv
    path: calls.csv
    records: { calls: { id: Id, queued_at: At, outcome: Outcome } }
${more}`;

/** Text, and of each fault its line, path and what follows. */
const wrong: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "an unknown key",
    `${start}sourcs: []\n`,
    [
      '2 sourcs: expected one of workspace, calendar, people, teams, sla, privacy, kpis, targets, benchmarks, sources, found "sourcs". Did you mean "sources"?',
    ],
  ],
  [
    "a benchmark that nobody published",
    `${start}benchmarks: { nps: { value: 75, on: 2025-06 } }\n`,
    ["2 benchmarks.nps.source: expected text, found nothing. Who reached or published it."],
  ],
  [
    "a benchmark of no day",
    `${start}benchmarks: { nps: { value: 75, source: Apple, on: June } }\n`,
    [
      '2 benchmarks.nps.on: expected a year, a month or a day, such as 2025-06, found "June". When: a year, a month or a day, such as 2025-06.',
    ],
  ],
  [
    "a zone nobody knows",
    "workspace: { timezone: Europe/Berlim }\n",
    [
      '1 workspace.timezone: expected an IANA time zone such as Europe/Berlin, found "Europe/Berlim". Did you mean "Europe/Berlin"?',
    ],
  ],
  [
    "a city for a zone",
    "workspace:\n  timezone: seoul\n",
    [
      '2 workspace.timezone: expected an IANA time zone such as Europe/Berlin, found "seoul". Did you mean "Asia/Seoul"?',
    ],
  ],
  [
    "an offset for a zone",
    'workspace:\n  timezone: "+02:00"\n',
    [
      '2 workspace.timezone: expected an IANA time zone such as Europe/Berlin, found "+02:00". The zone of every figure: where a day begins and ends.',
    ],
  ],
  [
    "no workspace",
    "people: {}\n",
    ["1 workspace: expected a mapping, found nothing. How this workspace counts time and money."],
  ],
  [
    "a language Goalpost does not speak",
    "workspace: { timezone: UTC, locale: de }\n",
    [
      '1 workspace.locale: expected one of en, ko, ru, zh-TW, found "de". The language where a person\'s own is not known.',
    ],
  ],
  [
    "a month cut short",
    "workspace: { timezone: UTC, fiscal_year_starts: apr }\n",
    [
      '1 workspace.fiscal_year_starts: expected one of january, february, march, april, may, june, july, august, september, october, november, december, found "apr". Did you mean "april"?',
    ],
  ],
  [
    "a name where Slack's id belongs",
    `${start}people:\n  admins: [U0ADMIN]\n  leads:\n    - U0LEAD\n    - "@becky"\n`,
    [
      '6 people.leads[1]: expected a Slack member id such as U024BE7LH, or a user group id such as S0614TZR7, found "@becky". A member id (profile, ⋮, “Copy member ID”) or a user group id (its page, ⋮, “Copy group ID”).',
    ],
  ],
  [
    "one value where a list belongs",
    `${start}people: { admins: U0ADMIN }\n`,
    ['2 people.admins: expected a list, found "U0ADMIN". Put it in brackets.'],
  ],
  [
    "a number where text belongs",
    `${start}people: { agents: { Becky: 5 } }\n`,
    ["2 people.agents.Becky: expected text, found 5. Put it in quotes."],
  ],
  [
    "text where a number belongs",
    `${start}sla: [{ name: a, kpi: asa, within: 30s, share: "90" }]\n`,
    ['2 sla[0].share: expected a number, found "90". Take the quotes away.'],
  ],
  [
    "a promise about no KPI",
    `${start}sla: [{ name: a, kpi: first_respons_time, within: 4h, share: 90 }]\n`,
    [
      '2 sla[0].kpi: expected one of first_response_time, avg_resolution_time, asa, aht, found "first_respons_time". Did you mean "first_response_time"?',
    ],
  ],
  [
    "two promises of one name",
    `${start}sla:\n  - { name: a, kpi: asa, within: 30s, share: 90 }\n  - { name: a, kpi: asa, within: 60s, share: 95 }\n`,
    [
      '4 sla[1].name: expected a name of its own, found "a". The first is on line 3. A later version of it needs another `from`.',
    ],
  ],
  [
    "two versions of a promise from one day",
    `${start}sla:\n  - { name: a, from: 2026-10-01, kpi: asa, within: 30s, share: 90 }\n  - { name: a, from: 2026-10-01, kpi: asa, within: 60s, share: 95 }\n`,
    [
      '4 sla[1].name: expected a name of its own, found "a". The first is on line 3. A later version of it needs another `from`.',
    ],
  ],
  [
    "a version of a promise of another KPI",
    `${start}sla:\n  - { name: a, kpi: asa, within: 30s, share: 90 }\n  - { name: a, from: 2026-10-01, kpi: aht, within: 60s, share: 95 }\n`,
    [
      '4 sla[1].kpi: expected asa, found "aht". Versions of one promise are of one KPI: give it a name of its own.',
    ],
  ],
  [
    "a version from a day that does not exist",
    `${start}sla: [{ name: a, from: 2026-02-30, kpi: asa, within: 30s, share: 90 }]\n`,
    [
      '2 sla[0].from: expected 2026-12-24, found "2026-02-30". The first day of this version: what began earlier is held to the one before. Versions of a promise share its name.',
    ],
  ],
  [
    "days of a promise in working time",
    `${start}sla: [{ name: a, kpi: first_response_time, within: 1d, clock: business, share: 70 }]\n`,
    [
      '2 sla[0].within: expected working days or hours, found "1d". Say 1bd for one working day, or 24h.',
    ],
  ],
  [
    "working days by the wall clock",
    `${start}sla: [{ name: a, kpi: first_response_time, within: 1bd, share: 70 }]\n`,
    [
      '2 sla[0].within: expected a duration, found "1bd". Working days need clock: business beside them.',
    ],
  ],
  [
    "working days without hours",
    `${start}sla: [{ name: a, kpi: first_response_time, within: 1bd, clock: business, share: 70 }]\n`,
    [
      '2 sla[0].within: expected a duration, found "1bd". Nobody knows how long a working day is: name the hours under calendar.',
    ],
  ],
  [
    "a promise without its unit",
    `${start}sla: [{ name: a, kpi: first_response_time, within: 4, share: 70 }]\n`,
    [
      "2 sla[0].within: expected a duration with its unit, such as 30s, 15m, 4h or 7d, or working days, such as 1bd, found 4. Say the unit: 4s, 4m or 4h.",
    ],
  ],
  [
    "a duration without its unit",
    `${start}kpis: { service_level: { within: 20 } }\n`,
    [
      "2 kpis.service_level.within: expected a duration with its unit, such as 30s, 15m, 4h or 7d, found 20. Say the unit: 20s, 20m or 20h.",
    ],
  ],
  [
    "a time on the clock for a duration",
    `${start}kpis: { service_level: { within: "1:30" } }\n`,
    [
      '2 kpis.service_level.within: expected a duration with its unit, such as 30s, 15m, 4h or 7d, found "1:30". Say the units: 1h30m or 1m30s.',
    ],
  ],
  [
    "options of no KPI, and no option of a KPI",
    `${start}kpis:\n  servise_level: { within: 20s }\n  fcr: { windw: 7d }\n`,
    [
      '3 kpis.servise_level: expected one of fcr, csat, first_response_time, avg_resolution_time, service_level, asa, abandonment_rate, aht, call_resolution_rate, nps, ces, esat, …, found "servise_level". Did you mean "service_level"?',
      '4 kpis.fcr.windw: expected one of kind, denominator, window, found "windw". Did you mean "window"?',
    ],
  ],
  [
    "a share for a percentage",
    `${start}targets: { service_level: 0.8 }\n`,
    [
      '2 targets.service_level: expected a percentage, such as 80, found 0.8. Write 80 for 80 %, or "0.8 %" for less than one percent.',
    ],
  ],
  [
    "an input of ready-made figures that no KPI asks for",
    `${start}sources:
  - name: ready
    type: csv
    path: ready.csv
    records:
      measures: { day: Day, calls_offred: Offered, calls_answered_within_45s: In time }
`,
    [
      '7 sources[0].records.measures.calls_offred: expected one of channel, team, agent, topic, priority, customer_segment, language, day, tickets_one_touch, tickets_replies_known, tickets_solved_without_reply, tickets_replies_unknown, …, found "calls_offred". Did you mean "calls_offered"?',
    ],
  ],
  [
    "a share of more than all",
    `${start}targets: { csat: 180 }\n`,
    [
      "2 targets.csat: expected a percentage of at most 100, found 180. Customer satisfaction, in percent; or by channel: { email: …, chat: … }.",
    ],
  ],
  [
    "a key of shared costs that leaves some out",
    `${start}kpis: { cost_per_contact: { shared: key, key: { email: 60, phone: 30 } } }\n`,
    [
      "2 kpis.cost_per_contact.key: expected shares that add up to 100, found a mapping. They add up to 90: what is shared would be lost, or counted twice.",
    ],
  ],
  [
    "one channel with two shares of the costs",
    `${start}kpis: { cost_per_contact: { key: { email: 60, Email: 40 } } }\n`,
    [
      "2 kpis.cost_per_contact.key.Email: expected each channel once, found 40. “email” is the same channel: give it one share.",
    ],
  ],
  [
    "costs to be spread by a key that is not there",
    `${start}kpis: { cost_per_contact: { shared: key } }\n`,
    [
      '2 kpis.cost_per_contact.shared: expected “key”, found "key". “shared: key” needs “key” beside it.',
    ],
  ],
  [
    "a place that the scale does not have",
    `${start}kpis: { csat: { satisfied: { 5: [4, 9] } } }\n`,
    [
      "2 kpis.csat.satisfied.5[1]: expected a place from 1 to 5, found 9. Places are counted from 1 at the low end, whatever the scale's own numbers.",
    ],
  ],
  [
    "a target by channel without its unit",
    `${start}targets:\n  first_response_time:\n    email: 24\n    chat: 1h\n`,
    [
      "4 targets.first_response_time.email: expected a duration with its unit, such as 24h, found 24. Say the unit: 24s, 24m or 24h.",
    ],
  ],
  [
    "a target of no KPI",
    `${start}targets: { fccr: 80 }\n`,
    [
      '2 targets.fccr: expected one of fcr, csat, first_response_time, avg_resolution_time, service_level, asa, abandonment_rate, answer_rate, aht, call_resolution_rate, nps, ces, …, found "fccr". Did you mean "fcr"?',
    ],
  ],
  [
    "a team's calendar with days that do not exist",
    `${start}teams:\n  Billing:\n    calendar:\n      closed: [2026-02-30]\n    chanel: C0BILLING\n`,
    [
      '5 teams.Billing.calendar.closed[0]: expected 2026-12-24, found "2026-02-30".',
      '6 teams.Billing.chanel: expected one of calendar, channel, members, found "chanel". Did you mean "channel"?',
    ],
  ],
  [
    "a change of the calendar that changes nothing, and two from one day",
    `${start}calendar:\n  changes:\n    - { from: 2026-10-01 }\n    - { from: 2026-11-01, holidays: DE-BE }\n    - { from: 2026-11-01, hours: { mon: [] } }\n`,
    [
      "4 calendar.changes[0].hours: expected hours, found nothing. The hours of a week from then on.",
      '6 calendar.changes[2].from: expected another value, found "2026-11-01". 2026-11-01 is named twice: put both changes into one.',
    ],
  ],
  [
    "a change from no day, to a region that is none",
    `${start}calendar: { changes: [{ from: October, holidays: Berlin }] }\n`,
    [
      '2 calendar.changes[0].from: expected 2026-12-24, found "October". The first day on which it holds.',
      '2 calendar.changes[0].holidays: expected DE, DE-BE, KR, TW, …, found "Berlin". The public holidays from then on: a region, or none.',
    ],
  ],
  [
    "a source of no type",
    source("").replace("csv", "cvs"),
    ['4 sources[0].type: expected csv, found "cvs". Did you mean "csv"?'],
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
    "a key given twice",
    `${start}people: {}\nworkspace: { timezone: UTC }\n`,
    ['3 workspace: expected each key once, found a second "workspace". The first is on line 1.'],
  ],
  [
    "a key programs keep for themselves",
    `${start}teams:\n  __proto__: { channel: C0A }\n`,
    ['3 teams.__proto__: expected another key, found "__proto__".'],
  ],
  [
    "a list as a key",
    `${start}teams:\n  ? [a, b]\n  : { channel: C0A }\n`,
    ["3 teams: expected a word as key, found a list, a mapping or an alias."],
  ],
  [
    "an alias inside what it names",
    `${start}teams: &a\n  Billing: *a\n`,
    ["3 teams.Billing: expected values that end, found an alias inside what it names."],
  ],
  [
    "an alias of nothing",
    `${start}privacy: *nobody\n`,
    ['2 privacy: expected the name of an anchor above, found "*nobody".'],
  ],
  [
    "a tab",
    "workspace:\n\ttimezone: UTC\n",
    [
      "2: expected spaces before the first word of a line, found a tab. Replace the tab by two spaces for each level.",
    ],
  ],
  [
    "a quote that is never closed",
    'workspace: { timezone: "UTC }\n',
    [
      "2: expected a closing quote or bracket, or a colon and a space after a key, found none. Write `key: value`, and close what is open.",
    ],
  ],
  [
    "a second document",
    `${start}---\nworkspace: { timezone: UTC }\n`,
    ["2: expected one document, found a second one after `---`. Take the line out."],
  ],
  [
    "a tag",
    "workspace: !!js/function x\n",
    [
      "1: expected a value without a tag, found a tag that begins with !. Put the value in quotes if it begins with an exclamation mark.",
    ],
  ],
  [
    "an empty file",
    "# nothing yet\n",
    [
      "1: expected at least `workspace:` with a timezone, found an empty file. `goalpost config example` shows everything that may stand here.",
    ],
  ],
  ["a word alone", "hello\n", ['1: expected a mapping, found "hello".']],
  [
    "a thousand open brackets",
    `a: ${"[".repeat(1_000)}`,
    [
      "1: expected at most 40 levels of nesting, found more. Look for a bracket that is never closed.",
    ],
  ],
];

describe("a fault names its line, what was expected and what to do", () => {
  test.for(wrong)("%s", async ([, text, expected]) => {
    const faults = await faultsOf({ text });
    const told = faults.map((fault) => faultText({ ...fault, file: "" }).slice(1));
    expect(told).toEqual(expected);
  });
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

test("a tab is one fault, on its own line, wherever in the file it stands", async () => {
  const lines = source("").trimEnd().split("\n");
  for (const [at, line] of lines.entries()) {
    for (const indent of ["\t", "\t\t", "  \t"]) {
      const text = lines.with(at, indent + line.trimStart()).join("\n");
      const told = (await faultsOf({ text })).map((fault) => [fault.line, fault.found]);
      // Before the first word of all YAML takes a tab.
      expect([at === 0 ? [] : null, [[at + 1, "a tab"]]]).toContainEqual(told);
    }
  }
});

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

test("aliases of aliases are refused before they unfold", async () => {
  const bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
  for (let level = 1; level < 12; level += 1) {
    bomb.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(",")}]`,
    );
  }
  const faults = await faultsOf({ text: bomb.join("\n") });
  expect(faults.map(({ expected }) => expected)).toContain("at most 50000 values");
});

test("more than a hundred faults are counted, not printed", async () => {
  const text = Array.from({ length: 5_000 }, (_, at) => `key${at}: 1`).join("\n");
  const faults = await faultsOf({ text });
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)).toMatchObject({ found: "4901 more" });
});

const refusal = async (path: string): Promise<string> => {
  try {
    await readConfig({ path, env: {} });
  } catch (error) {
    if (error instanceof ConfigError) return error.message.replace(path, "");
    throw error;
  }
  return "read";
};

describe("what is no configuration is refused", () => {
  test("a file that is not there", async () => {
    expect(await refusal(join(newFolder(), "goalpost.yml"))).toBe(
      ": expected a configuration file, found none. `goalpost config example > goalpost.yml` writes one to start from.",
    );
  });
  test("a folder", async () => {
    expect(await refusal(newFolder())).toBe(
      ": expected a file, found something else. Name the file with --config.",
    );
  });
  test.for([
    [
      "more than a megabyte",
      "#".repeat(1_048_577),
      "at most 1 MB, found more. Is this the right file?",
    ],
    [
      "UTF-16",
      Buffer.from(`\uFEFF${start}`, "utf16le"),
      "UTF-8 text, found other bytes. Save the file as UTF-8.",
    ],
    ["a NUL", `${start}\0`, "UTF-8 text, found other bytes. Save the file as UTF-8."],
  ] as const)("%s", async ([, bytes, expected]) => {
    const path = join(newFolder(), "goalpost.yml");
    writeFileSync(path, bytes);
    expect(await refusal(path)).toBe(`: expected ${expected}`);
  });
});

test("a byte order mark, Windows line ends and comments change nothing", async () => {
  const text = `\uFEFF# mine\r\nworkspace:\r\n  timezone: Asia/Seoul # here\r\n`;
  expect((await read({ text })).workspace).toEqual({
    zone: "Asia/Seoul",
    weekStarts: "monday",
    fiscalYearStarts: 1,
    locale: "en",
    currency: "USD",
  });
});

test("the words of the file become the words of the program", async () => {
  const folder = newFolder();
  const config = await read({
    folder,
    text: `workspace: { timezone: europe/berlin, week_starts: sunday, fiscal_year_starts: april, locale: ko, currency: KRW }
calendar: { hours: { mon-fri: ["09:00-12:30"] }, holidays: DE-BE, closed: [2026-12-24] }
people: { admins: [U0ADMIN], leads: [U0LEAD, S0GROUP], agents: { Becky: U0BECKY } }
teams: { Billing: { channel: C0BILLING } }
sla: [{ name: first-reply, kpi: first_response_time, within: 4h, priority: [high], clock: business, share: 90 }]
privacy: { keep_records: 2y, agent_figures_in: [C0LEADS], shared_channels: [C0PARTNER], agents_opted_out: [Ann] }
kpis: { service_level: { within: 30s }, fcr: { window: 14d }, csat: { satisfied: { 5: [5] } } }
targets: { service_level: "80 %", first_response_time: { email: 24h, social: 1h30m }, nps: -5 }
sources:
  - name: phones
    type: csv
    path: calls/*.csv
    schedule: "*/15 * * * *"
    stale_after: 2h
    timezone: Asia/Seoul
    records: { calls: { id: Id, queued_at: At, outcome: { column: Out, values: { Y: handled } } } }
    exclude: [{ column: Status, is: spam }]
`,
  });
  expect(config).toMatchObject({
    folder,
    path: join(folder, "goalpost.yml"),
    workspace: {
      zone: "Europe/Berlin",
      weekStarts: "sunday",
      fiscalYearStarts: 4,
      locale: "ko",
      currency: "KRW",
    },
    people: { admins: ["U0ADMIN"], leads: ["U0LEAD", "S0GROUP"], agents: { Becky: "U0BECKY" } },
    teams: { Billing: { calendar: null, channel: "C0BILLING" } },
    sla: [
      {
        name: "first-reply",
        kpi: "first_response_time",
        withinSeconds: 14_400,
        priority: ["high"],
        channel: null,
        clock: "business",
        share: 90,
      },
    ],
    privacy: {
      keepRecordsSeconds: 2 * 365.25 * 86_400,
      agentFiguresIn: ["C0LEADS"],
      sharedChannels: ["C0PARTNER"],
      agentsOptedOut: ["Ann"],
    },
    kpis: { service_level: { within: 30 }, fcr: { window: 14 }, csat: { satisfied: { 5: [5] } } },
    targets: {
      service_level: 80,
      first_response_time: { email: 86_400, social: 5_400 },
      nps: -5,
    },
    sources: [
      {
        name: "phones",
        type: "csv",
        settings: { path: "calls/*.csv" },
        schedule: "*/15 * * * *",
        staleAfterSeconds: 7_200,
        zone: "Asia/Seoul",
        exclude: [{ column: "Status", test: { kind: "in", values: ["spam"] } }],
      },
    ],
  });
  expect(config.calendar?.closed).toEqual(["2026-12-24"]);
  expect(Object.keys(config.sources[0]!.records)).toEqual(["calls"]);
});

test("a source without a zone has the workspace's", async () => {
  const config = await read({ text: source("") });
  expect(config.sources[0]?.zone).toBe("Europe/Berlin");
});

const web = (token: string): string => `${start}sources:
  - name: desk
    type: web
    url: https://desk.example.com
    token: ${token}
    records: { calls: { id: Id, queued_at: At, outcome: Outcome } }
`;

const lookedFor = async (token: string) =>
  (await faultsOf({ text: web(token), shelf: withWeb })).map(({ expected, found }) => [
    expected,
    found,
  ]);

describe("secrets", () => {
  test("come from the environment or from a file beside the configuration", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "desk.key"), "planted-in-a-file\n");
    const fromFile = await read({ text: web("{ file: desk.key }"), shelf: withWeb, folder });
    const fromEnv = await read({
      text: web("{ env: DESK_KEY }"),
      shelf: withWeb,
      env: { DESK_KEY: "planted-in-the-environment" },
    });
    expect(fromFile.sources[0]?.settings).toMatchObject({ token: "planted-in-a-file" });
    expect(fromEnv.sources[0]?.settings).toMatchObject({ token: "planted-in-the-environment" });
  });

  test("that are missing are named by where they were looked for", async () => {
    expect(await lookedFor("{ env: DESK_KEY }")).toEqual([
      ["a value in the environment variable DESK_KEY", null],
    ]);
    expect(await lookedFor("{ file: nowhere }")).toEqual([
      ["a small text file with the secret", "none that can be read"],
    ]);
  });

  test("are never printed, wherever they stand and whatever is wrong with them", async () => {
    const short = "Pl4nted";
    const planted = "planted-4f1c9a7be2d84c0e9b1a55d0";
    const readings = [
      { text: web("{ env: KEY }"), env: { KEY: short } },
      { text: web(planted) },
      { text: web(`[${planted}]`) },
      {
        text: web("{ env: KEY }").replace("https://desk.example.com", `ftp//${planted}@host`),
        env: { KEY: planted },
      },
      {
        text: web("{ env: KEY }").replace("url: https", `url: ${planted} # https`),
        env: { KEY: planted },
      },
      { text: web("x").replace("token:", "tokn:").replace(": x", `: ${planted}`) },
      { text: `workspace: { timezone: ${planted} }\n` },
      { text: `workspace: { timezone: xoxb-1-${short} }\nxoxb-1-${short}: 1\n` },
      { text: `${start}people: { admins: ["Bearer ${short}"] }\n` },
      { text: `${web(planted)}  broken: [ "${planted}\n` },
      { text: `${start}sources: "https://user:${short}@desk.example.com"\n` },
    ];
    for (const reading of readings) {
      const faults = await faultsOf({ shelf: withWeb, ...reading });
      expect(faults).not.toHaveLength(0);
      const told = new ConfigError(faults).message + JSON.stringify(faults);
      expect(told).not.toContain(short);
      expect(told).not.toContain(planted);
    }
  });

  test("do not stand in the file", async () => {
    const [fault] = await faultsOf({ text: web("written-down-here"), shelf: withWeb });
    expect(fault).toMatchObject({
      line: 6,
      path: "sources[0].token",
      expected: "{ env: NAME } or { file: path }",
      found: "a value that is not shown",
    });
  });

  test("are no matter of the data: a value that says env stays a value", async () => {
    const text = source("").replace(
      "outcome: Outcome",
      "outcome: { column: A, values: { env: handled } }",
    );
    const config = await read({ text });
    expect(JSON.stringify(config.sources[0]?.records.calls?.fields["outcome"])).toContain(
      '[["env","handled"]]',
    );
  });
});

/** What no fault may say: our own stumbles, marks of the terminal, more than a line. */
const stumbles = /[\n\u202E]|undefined|\[object|NaN|node_modules|at .*\.[jt]s:/u;

const strangeWords = async (text: string): Promise<readonly string[]> =>
  (await faultsOf({ text }))
    .map(faultText)
    .filter((told) => stumbles.test(told) || told.length > 1_000);

describe("whatever a file holds, the answer is a configuration or faults", () => {
  test("text of any kind", async () => {
    const property = asyncProperty(string({ unit: "grapheme", maxLength: 200 }), async (text) => {
      expect(await strangeWords(text)).toEqual([]);
    });
    await assert(property, { numRuns: 200, seed: 1 });
  });

  test("marks YAML lives by, shuffled", async () => {
    const mark = constantFrom(
      ..."workspace:|timezone|sources:|- |: |\n|  |\t|[|]|{|}|&a|*a|!!map|>|'|#|? |%|@|`".split(
        "|",
      ),
      ...'<<: |---|...|null|~|0x1f|.nan|1e999|\u202E|\uFEFF|__proto__|constructor|"'.split("|"),
    );
    const text = array(mark, { maxLength: 60 }).map((each) => each.join(""));
    const property = asyncProperty(text, async (each) => {
      expect(await strangeWords(each)).toEqual([]);
    });
    await assert(property, { numRuns: 400, seed: 2 });
  });

  test("values of any shape behind the keys there are", async () => {
    const keys = "workspace calendar people teams sla privacy kpis targets sources".split(" ");
    const text = tuple(constantFrom(...keys), jsonValue({ maxDepth: 4 })).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
    );
    const property = asyncProperty(text, async (each) => {
      expect(await strangeWords(each)).toEqual([]);
    });
    await assert(property, { numRuns: 200, seed: 3 });
  });
});

test.each([
  [
    "one working day",
    "1bd",
    { "mon-thu": ["09:00-12:30", "13:30-18:00"], fri: ["09:00-13:00"] },
    8,
  ],
  ["two and a half", "2.5 bd", { "mon-fri": ["09:00-17:00"] }, 20],
  ["of nights", "1BD", { "mon-fri": ["22:00-06:00"], sat: ["10:00-12:00"] }, 8],
  ["of two lengths alike, the longer", "1bd", { mon: ["09:00-17:00"], tue: ["09:00-13:00"] }, 8],
  ["hours stay hours", "36h", { "mon-fri": ["09:00-17:00"] }, 36],
])(
  "a promise of %s is as long as the calendar's working day",
  async (_, within, hours, expected) => {
    const written = { workspace: { timezone: "Europe/Berlin" }, calendar: { hours } };
    const promise = {
      name: "mail",
      kpi: "first_response_time",
      within,
      clock: "business",
      share: 70,
    };
    // JSON is YAML too.
    const { sla } = await read({
      text: JSON.stringify({ ...written, sla: [promise], sources: [] }),
    });
    expect(sla.map(({ withinSeconds }) => withinSeconds / 3_600)).toEqual([expected]);
  },
);
