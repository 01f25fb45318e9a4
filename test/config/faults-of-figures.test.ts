import { describe } from "vitest";
import { start, type WrongConfig, tellsFaults } from "./tells-faults.ts";

const ofFigures: readonly WrongConfig[] = [
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
];

describe("a fault names its line, what was expected and what to do", () => {
  tellsFaults(ofFigures);
});
