import { expect, test } from "vitest";
import { createSeen } from "../../src/slack/seen.ts";

test("a key counts once, until it is forgotten", () => {
  const seen = createSeen();
  expect([seen.isFirst("a"), seen.isFirst("a"), seen.isFirst("b")]).toEqual([true, false, true]);
  seen.forget("a");
  expect(seen.isFirst("a")).toBe(true);
});

test("the memory is bounded: the oldest key goes first", () => {
  const seen = createSeen(3);
  for (const key of ["a", "b", "c", "d"]) seen.isFirst(key);
  expect([seen.isFirst("d"), seen.isFirst("b")]).toEqual([false, false]);
  expect(seen.isFirst("a")).toBe(true);
});
