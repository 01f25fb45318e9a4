import { expect, test } from "vitest";
import { keepFor } from "../../src/slack/keep-for.ts";

const minute = 60_000;

test("an answer is kept for five minutes, whichever way the clock is set, and a failure not at all", async () => {
  let ms = Date.parse("2026-11-18T10:00:00Z");
  let asked = 0;
  let isAway = false;
  const askedOf = keepFor({ now: () => new Date(ms) }, async () => {
    asked += 1;
    if (isAway) throw new Error("Slack is away");
    return asked;
  });
  const after = (passedMs: number) => {
    ms += passedMs;
    return askedOf("U0LENA");
  };
  expect([await after(0), await after(5 * minute - 1), await after(1)]).toEqual([1, 1, 2]);
  expect(await after(-365 * 24 * 60 * minute)).toBe(3);
  isAway = true;
  await expect(after(5 * minute)).rejects.toThrow("away");
  isAway = false;
  expect(await after(0)).toBe(5);
});
