import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isKpiId } from "../../src/kpis/index.ts";
import { afterTest } from "../closing.ts";
import { anyDesk } from "../fixtures/any-desk.ts";
import { hasPostgres } from "../fixtures/database.ts";
import { workingTimeIn } from "../fixtures/land-desk.ts";
import { openDesk } from "../records/pulling.ts";
import { byHand, playIn } from "./desk-scene.ts";
import { everyQuestion } from "./plain/every-question.ts";
import { isSame } from "./plain/same-figure.ts";
import { secondCalculations } from "./plain/second-calculations.ts";

const kpis = Object.keys(secondCalculations).filter(isKpiId);
/** Over a change of clocks in New York and one in Berlin; rows come twice, late and reopened. */
const desks = fc
  .sample(anyDesk, { seed: 5, numRuns: 30 })
  .toSorted((a, b) => b.held.length - a.held.length)
  .slice(0, 2);

test.skipIf(!hasPostgres).each(desks)(
  "every KPI of records in PostgreSQL is what a plain loop makes of them: desk %#",
  async (desk) => {
    const { zone, periods } = desk.season;
    const clock = { now: () => new Date("2025-01-15T00:00:00Z") };
    const place = await openDesk({ zone, workingTime: workingTimeIn(zone), clock }, "PostgreSQL");
    afterTest(place.close);
    const scene = await playIn(place, { desk, hideLater: false, sla: [] });
    let figures = 0;
    for (const kpi of kpis) {
      const [asking] = everyQuestion(kpi);
      for (const { from, to } of periods) {
        const where = {};
        const { options } = asking!;
        const actual = await scene.reports.figure(kpi, { period: { from, to }, where, options });
        const loop = byHand(scene, asking!, { from, to }, (all) => all);
        if (loop.value !== null) figures += 1;
        expect({ kpi, from, to, actual, loop, same: isSame(actual, loop) }).toMatchObject({
          same: true,
        });
      }
    }
    expect(figures).toBeGreaterThan(kpis.length);
  },
);
