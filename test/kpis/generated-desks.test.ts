import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { isKpiId, kpiById } from "../../src/kpis/index.ts";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import type { Filters } from "../../src/kpis/where.ts";
import { createReports } from "../../src/reports/create-reports.ts";
import type { Reports } from "../../src/reports/reports.ts";
import { type AnyDesk, anyDesk } from "../fixtures/any-desk.ts";
import { anyPromises } from "../fixtures/any-promises.ts";
import { landDesk, openDeskIn, workingTimeIn } from "../fixtures/land-desk.ts";
import { type Desk } from "../records/pulling.ts";
import { settings } from "../reports/ask.ts";
import { type Asking, everyQuestion, namesOf } from "./plain/every-question.ts";
import { asOf, filtered, landed } from "./plain/landed.ts";
import type { Plain } from "./plain/plain.ts";
import { secondCalculations } from "./plain/second-calculations.ts";

const kpiIds = Object.keys(secondCalculations).filter(isKpiId);
const questions = kpiIds.flatMap(everyQuestion);

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Mostly of what the desk holds; and now and then of what nobody delivers there. */
function questionOf({ held }: AnyDesk, { kpi: place, options }: Asked): Asking {
  const isHeld = (each: Asking): boolean =>
    held.some((kind) => kind === (each.options["kind"] ?? kpiById(each.kpi).kinds[0]));
  const fitting = place % 10 === 0 ? questions : questions.filter(isHeld);
  const kpi = at([...new Set(fitting.map((each) => each.kpi))], place);
  return at(
    fitting.filter((each) => each.kpi === kpi),
    options,
  );
}

const places = new Map<AnyDesk["season"]["zone"], Desk>();
beforeAll(async () => {
  for (const zone of ["Europe/Berlin", "America/New_York"] as const) {
    places.set(zone, await openDeskIn(zone));
  }
});
afterAll(async () => {
  for (const place of places.values()) await place.close();
});

function reportsOf({ season }: AnyDesk, hideLater: boolean, sla: readonly SlaPolicy[]): Reports {
  const { zone, now } = season;
  const periods = {
    zone,
    weekStarts: "monday",
    fiscalYearStarts: 1,
    isWorkday: () => true,
  } as const;
  return createReports({
    records: places.get(zone)!.records,
    clock: stoppedAt(now),
    periods,
    periodsOf: () => periods,
    workingTime: workingTimeIn(zone),
    settings: { ...settings, sla },
    optedOut: [],
    freshness: { staleAfterSeconds: () => null, isOverdue: () => false },
    hideLater,
  });
}

const place = fc.noBias(fc.integer({ min: 0, max: 9_999 }));
const values = (...names: readonly string[]) =>
  fc
    .tuple(fc.subarray([...names], { minLength: 1 }), fc.boolean())
    .map(([some, isOut]) => (isOut ? { not_in: some } : { in: some }));
const where: fc.Arbitrary<Filters> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 2 },
  {
    arbitrary: fc.record(
      {
        channel: values("EMAIL", "chat", "phone"),
        team: values("billing", "Nights", "nobody"),
        priority: values("urgent"),
      },
      { requiredKeys: [] },
    ),
    weight: 1,
  },
);
const asking = fc.record({ kpi: place, options: place, period: place, where });

interface Asked {
  readonly kpi: number;
  readonly options: number;
}

const isClose = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

const isSame = (a: Plain, b: Plain): boolean =>
  isClose(a.value, b.value) &&
  isClose(a.numerator, b.numerator) &&
  isClose(a.denominator, b.denominator) &&
  a.sample === b.sample;

test("every KPI with every option is what a plain loop over the landed rows makes of it", async () => {
  const answered = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      anyDesk,
      fc.boolean(),
      anyPromises,
      fc.array(asking, { minLength: 60, maxLength: 60 }),
      async (desk, hideLater, sla, askings) => {
        const { season } = desk;
        await landDesk(places.get(season.zone)!, desk);
        const reports = reportsOf(desk, hideLater, sla);
        const held = landed(desk);
        const seen = hideLater ? asOf(held, season.now) : held;
        const found = await Promise.all(
          askings.map(async (each) => {
            const question = questionOf(desk, each);
            const { kpi, options } = question;
            const { from, to } = at(season.periods, each.period);
            const { where } = each;
            const actual = await reports.figure(kpi, { period: { from, to }, where, options });
            if (actual.value !== null && actual.value !== 0)
              namesOf(question).forEach((name) => answered.add(name));
            const byHand = secondCalculations[kpi]!({
              all: held,
              rows: filtered(seen, where),
              window: { from, to },
              options,
              season,
              hideLater,
              sla,
            });
            return isSame(actual, byHand)
              ? []
              : [{ kpi, options, where, from, to, actual, byHand }];
          }),
        );
        expect(found.flat()).toEqual([]);
      },
    ),
    { numRuns: 40, seed: 20_240_229, endOnFailure: true },
  );
  const names = new Set(questions.flatMap(namesOf));
  expect([...names].filter((each) => !answered.has(each))).toEqual([]);
});
