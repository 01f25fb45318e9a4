import { describe, expect, test } from "vitest";
import { createSeen } from "../../src/documents/seen.ts";
import { seenContract } from "../contract/seen.ts";

describe("in memory", () => {
  seenContract(async () => {
    const seen = createSeen();
    return [seen, seen];
  });

  test("a flood does not make it forget what Slack may still repeat", async () => {
    const seen = createSeen();
    await seen.isFirst("event:Ev1");
    // A hundred requests a second for five minutes, each with its signature and its id.
    for (let nth = 0; nth < 60_000; nth += 1) await seen.isFirst(`${nth}`);
    expect(await seen.isFirst("event:Ev1")).toBe(false);
  });

  test("it is bounded: the oldest key goes first", async () => {
    const seen = createSeen(3);
    for (const key of ["a", "b", "c", "d"]) await seen.isFirst(key);
    expect([await seen.isFirst("d"), await seen.isFirst("b")]).toEqual([false, false]);
    expect(await seen.isFirst("a")).toBe(true);
  });
});
