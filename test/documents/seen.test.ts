import { expect, test } from "vitest";
import { createSeen } from "../../src/documents/seen.ts";

test("a key counts once, until it is forgotten", async () => {
  const seen = createSeen();
  expect(await Promise.all(["a", "a", "b"].map(seen.isFirst))).toEqual([true, false, true]);
  await seen.forget("a");
  expect(await seen.isFirst("a")).toBe(true);
});

test("the memory is bounded: the oldest key goes first", async () => {
  const seen = createSeen(3);
  for (const key of ["a", "b", "c", "d"]) await seen.isFirst(key);
  expect([await seen.isFirst("d"), await seen.isFirst("b")]).toEqual([false, false]);
  expect(await seen.isFirst("a")).toBe(true);
});
