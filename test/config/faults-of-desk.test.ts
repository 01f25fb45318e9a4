import { describe } from "vitest";
import { start, type WrongConfig, tellsFaults } from "./tells-faults.ts";

const ofDesk: readonly WrongConfig[] = [
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
];

describe("a fault names its line, what was expected and what to do", () => {
  tellsFaults(ofDesk);
});
