import { expect, test } from "vitest";
import type { Seen } from "../../src/documents/seen.ts";

/** What every memory of things done promises; `two` processes, or one twice. */
export function seenContract(open: () => Promise<readonly [Seen, Seen]>): void {
  test("a key counts once, until it is forgotten", async () => {
    const [one, other] = await open();
    expect(await other.has("a")).toBe(false);
    expect([await one.isFirst("a"), await other.isFirst("a")]).toEqual([true, false]);
    expect([await one.has("a"), await other.has("a")]).toEqual([true, true]);
    expect(await other.isFirst("b")).toBe(true);
    await other.forget("a");
    expect(await one.has("a")).toBe(false);
    expect([await one.isFirst("a"), await other.isFirst("a")]).toEqual([true, false]);
  });

  test("of many at once exactly one is the first", async () => {
    const both = await open();
    const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`);
    const firsts = await Promise.all(
      keys.flatMap((key) => [0, 1, 0, 1].map((which) => both[which]!.isFirst(key))),
    );
    expect(firsts.filter(Boolean)).toHaveLength(keys.length);
  });
}
