import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastWeek, measure } from "../../src/digests/measure.ts";
import { kinds } from "../../src/kinds/index.ts";
import { inputsOf, needsOfMeasure } from "../../src/kpis/evaluate.ts";
import { isAdditive } from "../../src/kpis/inputs.ts";
import { kpis, type KpiId } from "../../src/kpis/index.ts";
import { periodsBefore } from "../../src/periods/periods-before.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { measureFigures } from "../../src/records/query.ts";
import type { RecordStore } from "../../src/records/store.ts";
import { planFor } from "../../src/reports/plan.ts";
import type { Reports } from "../../src/reports/reports.ts";
import { now, periods, reportsOf, settings, zone } from "./bench-desk.ts";
import { fillStore } from "./fill-store.ts";

const million = 1_000_000;
const recordKinds = kinds.map(({ id }) => id).filter((id) => id !== "measures");

/** A store for the tests of a block, with so many records of every kind. */
function filledWith(count: number) {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-bench-"));
  const at = { path: join(folder, "records.duckdb"), zone, roots: [], memoryLimit: "3GB" };
  const opened: { store?: RecordStore; reports?: Reports } = {};
  beforeAll(async () => {
    await fillStore(at, recordKinds, count);
    const records = await openDuckdb(at);
    opened.store = records;
    opened.reports = reportsOf(records);
  });
  afterAll(async () => {
    await opened.store?.close();
    rmSync(folder, { recursive: true });
  });
  return { store: () => opened.store!, reports: () => opened.reports! };
}

/** The quickest of five: what else the machine does only ever adds. */
async function bestMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

const print = (title: string, rows: readonly (readonly [name: string, said: string])[]): void => {
  const lines = rows.map(([name, said]) => `  ${name.padEnd(40)}${said}`);
  process.stdout.write(`\n${[title, ...lines].join("\n")}\n`);
};

/** Of tickets, where tickets and calls could both answer. */
const optionsOf = (id: KpiId) => {
  const { options } = kpis.find((each) => each.id === id)!;
  return "kind" in options ? { kind: "tickets" } : {};
};
const planOf = (id: KpiId) => planFor(id, optionsOf(id), settings);

/** Whether the figure is made of sums that add up over days: no stock, distinct count or percentile. */
function isOfSums(id: KpiId): boolean {
  const { inputs, percentiles } = needsOfMeasure(planOf(id).formula);
  return percentiles.length === 0 && inputs.every(isAdditive);
}

const ofLastWeek = (): { readonly from: Date; readonly to: Date } => {
  const period = resolvePeriod(lastWeek, now, periods);
  if ("fault" in period) throw new Error(period.fault);
  return period;
};

describe("over ten million records of each kind", () => {
  const count = Number(process.env["BENCH_RECORDS"] ?? 10 * million);
  const { store, reports } = filledWith(count);

  test("a week of every KPI; those of sums take less than 100 ms", async () => {
    const taken: (readonly [KpiId, number, boolean])[] = [];
    for (const { id } of kpis) {
      const ask = () => reports().figure(id, { period: ofLastWeek(), options: optionsOf(id) });
      taken.push([id, await bestMs(ask), isOfSums(id)]);
    }
    const slowest = taken.toSorted(([, a], [, b]) => b - a);
    print(
      `One week of ${taken.length} KPIs, ${count / million} million records of each kind, best of 5`,
      slowest.map(([id, ms, adds]) => [id, `${ms.toFixed(0)} ms${adds ? "" : " (not additive)"}`]),
    );
    expect(slowest.filter(([, ms, adds]) => adds && ms >= 100)).toEqual([]);
  });

  test("104 weeks of the mean, the median and the 90th percentile take less than a second", async () => {
    const { formula } = planOf("first_response_time");
    const last = resolvePeriod(lastWeek, now, periods);
    if ("fault" in last) throw new Error(last.fault);
    const needs = needsOfMeasure(formula, { withVariants: true });
    expect(new Set(inputsOf(formula).map(({ kind }) => kind))).toEqual(new Set(["tickets"]));
    const ms = await bestMs(async () => {
      const rows = await measureFigures(store(), {
        ...needs,
        windows: periodsBefore(last, 104, periods),
        by: [],
        where: {},
        zone,
        hideAfter: null,
        dueBefore: () => ({ teams: new Map(), others: now }),
        held: new Set(recordKinds),
        readyMade: new Set(),
      });
      expect(rows).toHaveLength(104);
    });
    print("first_response_time, 104 weeks", [["mean, median and p90", `${ms.toFixed(0)} ms`]]);
    expect(ms).toBeLessThan(1000);
  });
});

describe("over a million records of each kind", () => {
  const { reports } = filledWith(million);

  test("a scorecard of 20 KPIs takes less than half a second", async () => {
    const ids = kpis.map(({ id }) => id).slice(0, 20);
    const scorecard = () =>
      Promise.all(
        ids.map((kpi) =>
          measure(reports(), { kpi, where: {}, options: optionsOf(kpi) }, lastWeek, "en"),
        ),
      );
    const values = (await scorecard()).map((answer) => answer?.value ?? null);
    expect(values.filter((value) => value !== null).length).toBeGreaterThan(15);
    const ms = await bestMs(scorecard);
    print("A scorecard over a million records", [["20 KPIs", `${ms.toFixed(0)} ms`]]);
    expect(ms).toBeLessThan(500);
  });
});
