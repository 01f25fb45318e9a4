import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder, read } from "./desk.ts";
import { source } from "./tells-faults.ts";

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
