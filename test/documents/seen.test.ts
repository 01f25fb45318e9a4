import { describe, expect, test } from "vitest";
import { createSeen } from "../../src/documents/seen.ts";
import { seenContract } from "../contract/seen.ts";

describe("in memory", () => {
  seenContract(async () => {
    const seen = createSeen();
    return [seen, seen];
  });

  test("it is bounded: the oldest key goes first", async () => {
    const seen = createSeen(3);
    for (const key of ["a", "b", "c", "d"]) await seen.isFirst(key);
    expect([await seen.isFirst("d"), await seen.isFirst("b")]).toEqual([false, false]);
    expect(await seen.isFirst("a")).toBe(true);
  });
});
