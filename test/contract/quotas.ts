import { describe, expect, test } from "vitest";
import type { Quotas } from "../../src/documents/quotas.ts";

export interface OpenedQuotas {
  /** Of two processes, or of one twice. */
  readonly both: readonly [Quotas, Quotas];
  /** Lets time pass for both. */
  readonly pass: (ms: number) => void;
}

/** What every count of how often something is done promises. */
export function quotasContract(open: () => Promise<OpenedQuotas>): void {
  const second = { key: "channel", everyMs: 1_000, atOnce: 1 };
  const few = { key: "person", everyMs: 6_000, atOnce: 3 };
  const now = { waitMs: 0, isTaken: true };

  test("so many come at once, whichever process is asked, and what is spent comes back evenly", async () => {
    const { both, pass } = await open();
    const [one, other] = both;
    for (const each of [one, other, one]) expect(await each.next([few], 0)).toEqual(now);
    expect(await other.next([few], 0)).toEqual({ waitMs: 6_000, isTaken: false });
    pass(5_000);
    expect(await one.next([few], 0)).toEqual({ waitMs: 1_000, isTaken: false });
    pass(1_000);
    expect(await other.next([few], 0)).toEqual(now);
    expect((await one.next([few], 0)).isTaken).toBe(false);
    pass(3_600_000);
    for (const each of [other, one, other]) expect(await each.next([few], 0)).toEqual(now);
    expect((await one.next([few], 0)).isTaken).toBe(false);
  });

  test("one within reach is taken for later, one beyond it is only told", async () => {
    const [one, other] = (await open()).both;
    expect(await one.next([second], 2_500)).toEqual(now);
    expect(await other.next([second], 2_500)).toEqual({ waitMs: 1_000, isTaken: true });
    expect(await one.next([second], 2_500)).toEqual({ waitMs: 2_000, isTaken: true });
    for (const each of [one, other, one]) {
      expect(await each.next([second], 2_500)).toEqual({ waitMs: 3_000, isTaken: false });
    }
  });

  test("under several limits the strictest counts, and what is not taken is counted under none", async () => {
    const { both, pass } = await open();
    const [one, other] = both;
    await one.next([second], 0);
    expect(await other.next([second, few], 0)).toEqual({ waitMs: 1_000, isTaken: false });
    for (const each of [one, other, one]) expect(await each.next([few], 0)).toEqual(now);
    pass(1_000);
    expect(await one.next([second, few], 0)).toEqual({ waitMs: 5_000, isTaken: false });
    expect(await other.next([second], 0)).toEqual(now);
  });

  test("what is held is held for all, never shorter than before, and other keys go on", async () => {
    const { both, pass } = await open();
    const [one, other] = both;
    await one.hold("channel", 600_000);
    await other.hold("channel", 60_000);
    expect(await other.next([second], 0)).toEqual({ waitMs: 600_000, isTaken: false });
    expect(await other.next([few], 0)).toEqual(now);
    pass(600_000);
    expect(await one.next([second], 0)).toEqual(now);
  });

  describe("of many who ask at once", () => {
    test("no more get through than may", async () => {
      const { both } = await open();
      const asked = Array.from({ length: 40 }, (_, at) => both[at % 2]!.next([few], 0));
      expect((await Promise.all(asked)).filter(({ isTaken }) => isTaken)).toHaveLength(3);
    });

    test("everybody has a place of their own, under limits given in any order", async () => {
      const { both } = await open();
      const wide = { key: "all", everyMs: 10, atOnce: 1 };
      const asked = Array.from({ length: 40 }, (_, at) =>
        both[at % 2]!.next(at % 3 === 0 ? [wide, second] : [second, wide], 60_000),
      );
      const waits = (await Promise.all(asked)).map(({ waitMs }) => waitMs);
      expect(waits.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, at) => at * 1_000),
      );
    });
  });
}
