import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastWeek, measure } from "../../src/digests/measure.ts";
import type { KindId } from "../../src/kinds/index.ts";
import { inputsOf, needsOfMeasure } from "../../src/kpis/evaluate.ts";
import { kpis, type KpiId } from "../../src/kpis/index.ts";
import { periodsBefore } from "../../src/periods/periods-before.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { bringRecords, claimRecords } from "../../src/records/moving/move-records.ts";
import { openPostgresRecords } from "../../src/records/postgres/open-postgres-records.ts";
import { measureFigures } from "../../src/records/query.ts";
import type { MovableRecords } from "../../src/records/moving/transfer.ts";
import { planFor } from "../../src/reports/plan.ts";
import { aDatabase } from "../fixtures/database.ts";
import { now, periods, settings, reportsOf, zone } from "./bench-desk.ts";
import { fillStore } from "./fill-store.ts";

const count = Number(process.env["BENCH_RECORDS"] ?? 1_000_000);
const filled: readonly KindId[] = ["tickets", "calls", "surveys"];
const held = new Set(filled);
const folder = mkdtempSync(join(tmpdir(), "goalpost-bench-"));
let records: MovableRecords;

beforeAll(async () => {
  const path = join(folder, "records.duckdb");
  await fillStore({ path, zone, roots: [], memoryLimit: "3GB" }, filled, count);
  const connection = { connectionString: (await aDatabase()).url };
  records = await openPostgresRecords({ connection, zone, roots: [], timeLimitMs: 120_000 });
  const inFolder = await openDuckdb({ path, zone, roots: [] });
  const began = performance.now();
  await inFolder.transfer((from) =>
    records.transfer(async (to) => {
      await claimRecords(from, to, { source: "folder", isFree: false });
      await bringRecords(from, to, { place: "the database", progress: () => {} });
    }),
  );
  print(`${filled.length} × ${count} records moved and compared`, performance.now() - began);
  await inFolder.close();
}, 1_800_000);
afterAll(async () => {
  await records.close();
  rmSync(folder, { recursive: true });
});

const print = (what: string, ms: number): void =>
  void process.stdout.write(`  ${what.padEnd(50)}${ms.toFixed(0)} ms\n`);

async function bestMs(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    await work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

const reports = () => reportsOf(records);
const optionsOf = (id: KpiId) =>
  "kind" in kpis.find((each) => each.id === id)!.options ? { kind: "tickets" } : {};
const last = resolvePeriod(lastWeek, now, periods);
if ("fault" in last) throw new Error(last.fault);

test("one week of fcr", async () => {
  const options = optionsOf("fcr");
  const ms = await bestMs(() => reports().figure("fcr", { period: last, options }));
  print("fcr last-week, the figure alone", ms);
  expect(ms).toBeLessThan(500);
});

test("104 weeks of the mean, the median and the 90th percentile", async () => {
  const { formula } = planFor("first_response_time", {}, settings);
  expect(new Set(inputsOf(formula).map(({ kind }) => kind))).toEqual(new Set(["tickets"]));
  const asked = {
    ...needsOfMeasure(formula, { withVariants: true }),
    windows: periodsBefore(last, 104, periods),
    by: [],
    where: {},
    zone,
    hideAfter: null,
    dueBefore: () => ({ teams: new Map(), others: now }),
    held,
    readyMade: new Set<string>(),
  };
  const ms = await bestMs(async () => {
    expect(await measureFigures(records, asked)).toHaveLength(104);
  });
  print("first_response_time, 104 weeks", ms);
  expect(ms).toBeLessThan(20_000);
});

test("a scorecard of 20 KPIs of tickets, calls and surveys", async () => {
  const ids = kpis
    .filter(({ kinds: [kind] }) => filled.some((each) => each === kind))
    .map(({ id }) => id)
    .slice(0, 20);
  const scorecard = () =>
    Promise.all(
      ids.map((kpi) =>
        measure(reports(), { kpi, where: {}, options: optionsOf(kpi) }, lastWeek, "en"),
      ),
    );
  const ms = await bestMs(scorecard);
  print(`a scorecard of ${ids.length} KPIs`, ms);
  expect(ms).toBeLessThan(20_000);
});
