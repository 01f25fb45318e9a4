import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordStore } from "../../src/records/store.ts";
import { type FixtureRow, storeOf } from "../records/store-of.ts";
import { measuredOnce } from "./measured.ts";

const queuedAt = new Date("2026-11-16T10:00:00Z");
const day = { from: new Date("2026-11-16T00:00:00Z"), to: new Date("2026-11-17T00:00:00Z") };

const calls = (count: number, outcome: string, waitSeconds: number | null): FixtureRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${outcome}${waitSeconds}-${index}`,
    queued_at: queuedAt,
    outcome,
    wait_seconds: waitSeconds,
  }));

/** 1,000 answered, 860 of them within 20 s; 60 abandoned, 20 within 20 s, 10 of those within 5 s. */
const answered = [
  ...calls(430, "handled", 3),
  ...calls(430, "handled", 20),
  ...calls(140, "handled", 21),
];
const abandoned = [
  ...calls(10, "abandoned", 5),
  ...calls(10, "abandoned", 20),
  ...calls(40, "abandoned", 90),
];
const others = [...calls(7, "callback", 15), ...calls(9, "voicemail", 2)];

let store: RecordStore;
beforeAll(async () => {
  store = await storeOf({ calls: [...answered, ...abandoned, ...others] }, "UTC");
});
afterAll(() => store.close());

test.each([
  ["exclude_short", 81.9, 1050],
  ["offered", 81.13, 1060],
  ["answered_only", 86, 1000],
  ["exclude_within_threshold", 82.69, 1040],
  ["credit_within_threshold", 83.02, 1060],
  ["credit_short", 82.08, 1060],
])("%s treats abandoned calls as its users do", async (variant, percent, denominator) => {
  const row = await measuredOnce(store, "service_level", { window: day, options: { variant } });
  expect(row.value).toBeCloseTo(percent, 2);
  expect(row.denominator).toBe(denominator);
});

test("a call answered exactly at the threshold is in time", async () => {
  const options = { variant: "answered_only", within: 19 };
  const row = await measuredOnce(store, "service_level", { window: day, options });
  expect(row.numerator).toBe(430);
});

test("a fraction of a second after the threshold is late", async () => {
  const waits = [19.9, 20, 20.4];
  const few = await storeOf({ calls: waits.flatMap((wait) => calls(1, "handled", wait)) }, "UTC");
  const row = await measuredOnce(few, "service_level", { window: day });
  expect([row.numerator, row.denominator]).toEqual([2, 3]);
  await few.close();
});

test("no seconds switch the short abandons off", async () => {
  const row = await measuredOnce(store, "service_level", {
    window: day,
    options: { short_abandons: 0 },
  });
  expect(row.denominator).toBe(1060);
});

test.each(["exclude_short", "exclude_within_threshold", "credit_within_threshold", "credit_short"])(
  "%s falls back to offered where abandoned calls carry no wait, and says so",
  async (variant) => {
    const blind = await storeOf({ calls: [...answered, ...calls(60, "abandoned", null)] }, "UTC");
    const row = await measuredOnce(blind, "service_level", { window: day, options: { variant } });
    await blind.close();
    expect(row.value).toBeCloseTo(81.13, 2);
    expect(row.notes).toMatchObject({ abandons_without_wait: 60 });
  },
);

test("where no answered call carries its wait there is no value, however many were abandoned", async () => {
  const given = [...calls(3, "handled", null), ...calls(2, "abandoned", 40)];
  const blind = await storeOf({ calls: given }, "UTC");
  const level = await measuredOnce(blind, "service_level", { window: day });
  const options = { denominator: "offered" };
  const wait = await measuredOnce(blind, "asa", { window: day, options });
  const resolved = await measuredOnce(blind, "call_resolution_rate", { window: day, options });
  await blind.close();
  expect([level.value, wait.value, resolved.value]).toEqual([null, null, null]);
});

test("where every call was abandoned nobody was served in time: 0 %, not no data", async () => {
  const lost = await storeOf({ calls: calls(2, "abandoned", 40) }, "UTC");
  const level = await measuredOnce(lost, "service_level", { window: day });
  await lost.close();
  expect(level.value).toBe(0);
});
