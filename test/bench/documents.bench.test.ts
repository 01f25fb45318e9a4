import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { aDelivery } from "../fixtures/digest.ts";
import { now } from "./bench-desk.ts";

const clock = stoppedAt(now);
const by = { who: "scheduler", via: "scheduler" };
const folder = mkdtempSync(join(tmpdir(), "goalpost-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A digest's message as it is kept: some five thousand characters of blocks. */
const payload = { blocks: Array.from({ length: 25 }, (_, at) => ({ at, text: "x".repeat(170) })) };
const delivery = (nth: number) =>
  aDelivery({ id: `d1:C0TEAM${nth}:2026-W47`, state: "sent", payload });

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN;

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Changes one delivery of so many, again and again. */
async function changing(deliveries: number, changes: number) {
  const documents = await openLowdb({
    folder: join(folder, String(deliveries)),
    clock,
    warn: () => {},
  });
  await documents.change(by, async (draft) => {
    for (let nth = 0; nth < deliveries; nth += 1) await draft.deliveries.put(delivery(nth));
  });
  await documents.close();
  const again = await openLowdb({
    folder: join(folder, String(deliveries)),
    clock,
    warn: () => {},
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const took: number[] = [];
  const held: number[] = [];
  const used = process.cpuUsage();
  for (let nth = 0; nth < changes; nth += 1) {
    delay.reset();
    delay.enable();
    const began = performance.now();
    await again.change(by, (draft) =>
      draft.deliveries.put({ ...delivery(nth % deliveries), looks: nth + 1 }),
    );
    took.push(performance.now() - began);
    delay.disable();
    held.push(Math.max(0, delay.max / 1e6));
  }
  const { user, system } = process.cpuUsage(used);
  await again.close();
  const { size } = statSync(join(folder, String(deliveries), "documents.json"));
  process.stdout.write(
    `  ${(size / 1e6).toFixed(1)} MB: a change in ${ms(percentile(took, 0.5))}, p99 ${ms(percentile(took, 0.99))}; the first ${ms(took[0] ?? 0)}; loop held p50 ${ms(percentile(held, 0.5))}, p99 ${ms(percentile(held, 0.99))}; ${ms((user + system) / 1_000 / changes)} of processor each\n`,
  );
  return { p99: percentile(took.slice(1), 0.99), heldP99: percentile(held.slice(1), 0.99) };
}

test("a change of documents of 1 MB is durable within 40 ms, and holds the loop for less than 20", async () => {
  const { p99, heldP99 } = await changing(200, 400);
  expect(p99).toBeLessThan(40);
  expect(heldP99).toBeLessThan(20);
});

test("documents of 20 MB hold the loop for less than 50 ms", async () => {
  const { heldP99 } = await changing(4_000, 100);
  expect(heldP99).toBeLessThan(50);
});
