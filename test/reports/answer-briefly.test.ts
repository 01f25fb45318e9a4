import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isKpiId, kpis } from "../../src/kpis/index.ts";
import type { Kpi } from "../../src/kpis/kpi.ts";
import type { Filters } from "../../src/kpis/where.ts";
import type { PeriodSpec } from "../../src/periods/period.ts";
import type { BriefQuestion } from "../../src/reports/answer-briefly.ts";
import type { Reports } from "../../src/reports/reports.ts";
import { desks, type GeneratedDesk } from "../kpis/generated-desk.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { reportsOver, ticketsOn } from "./ask.ts";

const at = new Date("2026-11-04T11:00:00Z");

const weekFrom = (from: number): PeriodSpec => ({
  kind: "range",
  from: `2026-10-${from}`,
  to: `2026-10-${from + 6}`,
});
const periods: readonly PeriodSpec[] = [
  { kind: "last", unit: "week" },
  ...[18, 19, 20, 24, 25].map(weekFrom),
];

/** Names as they are in the records, in other letters, of nobody, and for those without one. */
const values = fc.subarray(
  ["email", "CHAT", "phone", "ann", "Bo", "Not set", "nobody", "İstanbul"],
  { minLength: 1, maxLength: 3 },
);
const filter = fc.oneof(
  { weight: 4, arbitrary: values.map((names) => ({ in: names })) },
  { weight: 1, arbitrary: values.map((names) => ({ not_in: names })) },
);
const where: fc.Arbitrary<Filters> = fc.record(
  { channel: filter, team: filter },
  { requiredKeys: [] },
);

const plans = fc.constantFrom<Kpi>(...kpis).chain((kpi) => {
  const choices = Object.entries(kpi.options).flatMap(([name, spec]) =>
    spec.type === "choice" ? [[name, fc.constantFrom(...spec.values)] as const] : [],
  );
  return fc.record({
    kpi: fc.constant(kpi.id).filter(isKpiId),
    options: fc
      .record(Object.fromEntries(choices))
      .chain((all) => fc.subarray(Object.entries(all)).map((some) => Object.fromEntries(some))),
  });
});

const occasions = fc.record({
  period: fc.constantFrom(...periods),
  versus: fc.option(fc.constantFrom(...periods)),
  trend: fc.boolean(),
});

/** A few KPIs with any of their options, each for many parts of the desk, over any period against any other. */
const questions: fc.Arbitrary<readonly BriefQuestion[]> = fc
  .tuple(
    fc.array(plans, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(where, occasions), { minLength: 4, maxLength: 9 }),
  )
  .map(([measured, parts]) =>
    measured.flatMap((plan) => parts.map(([where, occasion]) => ({ ...plan, where, ...occasion }))),
  );

/** What the same question is told alone, by the way that a person's question goes. */
async function alone(reports: Reports, { trend, ...asked }: BriefQuestion) {
  const [kind] = await reports.kindsToChoose(asked.kpi, asked.options);
  const options = kind === undefined ? asked.options : { ...asked.options, kind };
  const question = { ...asked, options, by: [], every: null, trend: true };
  const answer = await reports.answer(question, "en");
  if (!("value" in answer)) return null;
  const { period, value, unit, currency, sample, freshness, series, comparison } = answer;
  const verdict = asked.versus === null ? null : (comparison?.verdict ?? null);
  const shown = trend ? series : [];
  return { options, period, value, unit, currency, sample, freshness, series: shown, verdict };
}

/** A second segment: everybody is a team. */
const inTeams = (desk: GeneratedDesk) =>
  Object.fromEntries(
    Object.entries(desk).map(([kind, rows]) => [
      kind,
      rows.map((row: FixtureRow) => ({ ...row, team: row["agent"] ?? null })),
    ]),
  );

test("many questions at once are told what each is told alone", async () => {
  await fc.assert(
    fc.asyncProperty(desks, questions, async (desk, asked) => {
      const reports = await reportsOver(inTeams(desk), { at });
      const together = await reports.briefly(asked);
      for (const [index, question] of asked.entries()) {
        const own = { question, told: await alone(reports, question) };
        expect({ question, told: together[index] }).toEqual(own);
      }
    }),
    { numRuns: 5 },
  );
});

test("the same KPI of many parts of the desk, however they are named", async () => {
  const names = ["email", "Email", "İade", "chat", null];
  const tickets = names.flatMap((channel, index) => {
    const hours = channel === "İade" || channel === "chat" ? 2 : 1;
    return [
      ...ticketsOn("2026-10-27", 10 + index, 3 + index, {
        channel,
        customer: `c${index % 2}`,
        first_response_at: new Date(`2026-10-27T${9 + hours}:00:00Z`),
      }),
      ...ticketsOn("2026-10-20", 20, 5 + index, { channel }),
    ];
  });
  const reports = await reportsOver({ tickets }, { at });
  const parts: readonly Filters[] = [
    { channel: { in: ["EMAIL"] } },
    { channel: { in: ["iade"] } },
    { channel: { in: ["chat", "Chat", "email"] } },
    { channel: { in: ["not set"] } },
    { channel: { in: ["fax"] } },
    { channel: { not_in: ["email"] } },
    {},
  ];
  const solved = [3 + 4, 5, 6 + 3 + 4, 7, 0, 5 + 6 + 7, 3 + 4 + 5 + 6 + 7];
  const askedOf = (kpi: BriefQuestion["kpi"], options: BriefQuestion["options"] = {}) =>
    parts.map((each) => ({
      kpi,
      options,
      period: { kind: "last", unit: "week" } as const,
      where: each,
      versus: null,
      trend: true,
    }));
  const asked = askedOf("fcr");
  const samples = [21, 12, 34, 14, 0, 39, 60];
  const answers = await reports.briefly(asked);
  expect(answers.map((each) => each?.sample)).toEqual(samples);
  expect(answers.map((each) => each?.value)).toEqual(
    samples.map((sample, index) => (sample === 0 ? null : (100 * solved[index]!) / sample)),
  );
  for (const [index, answer] of answers.entries()) {
    expect(answer).toEqual(await alone(reports, asked[index]!));
  }
  // A median, a distinct count and a share of the whole cannot be put together from their parts.
  const others = [
    ...askedOf("first_response_time", { stat: "median" }),
    ...askedOf("tickets_per_customer"),
    ...askedOf("channel_mix"),
  ];
  const told = await reports.briefly(others);
  for (const [index, each] of others.entries()) {
    expect({ each, told: told[index] }).toEqual({ each, told: await alone(reports, each) });
  }
  expect(told.slice(0, 3).map((each) => each?.value)).toEqual([3600, 7200, 3600]);
});
