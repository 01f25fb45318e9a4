import { once } from "node:events";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createQuotas } from "../../src/documents/quotas.ts";
import { createPace } from "../../src/scheduler/pace.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { aDesk, dueAt, hour, minute } from "./ledger-desk.ts";

/** Most of them within any stretch of that length. */
const mostWithin = (times: readonly number[], ms: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

const asks = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 900 }),
    channel: fc.constantFrom("A", "B", "C", "D", "E", "F", "G", "H"),
    isLate: fc.boolean(),
  }),
  { minLength: 300, maxLength: 600 },
);

test("however turns are asked for, Slack's limits are kept, and no turn is farther than five seconds", async () => {
  await fc.assert(
    fc.asyncProperty(asks, async (all) => {
      let now = 0;
      const pace = createPace(createQuotas(() => now));
      const taken: { at: number; channel: string; isLate: boolean }[] = [];
      for (const { afterMs, channel, isLate } of all) {
        now += afterMs;
        const { waitMs, isTaken } = await pace.next(channel, isLate);
        expect(waitMs <= 5_000).toBe(isTaken);
        if (isTaken) taken.push({ at: now + waitMs, channel, isLate });
      }
      const of = (wanted: (each: (typeof taken)[number]) => boolean) =>
        taken.filter(wanted).map(({ at }) => at);
      expect(
        mostWithin(
          of(() => true),
          minute,
        ),
      ).toBeLessThanOrEqual(200);
      const late = of(({ isLate }) => isLate);
      expect(mostWithin(late, minute)).toBeLessThanOrEqual(20);
      expect(mostWithin(late, 1_000)).toBeLessThanOrEqual(1);
      for (const each of "ABCDEFGH") {
        expect(
          mostWithin(
            of(({ channel }) => channel === each),
            1_000,
          ),
        ).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 10 },
  );
});

describe("many at once", () => {
  test("four go at once, never more, and one that hangs holds up none of the others", async () => {
    const digests = Array.from({ length: 8 }, (_, at) => ({ id: `d${at}`, channel: `C${at}` }));
    const { slack, start, time } = await aDesk({ digests });
    const [four, end] = [new AbortController(), new AbortController()];
    let atOnce = 0;
    let most = 0;
    const ledger = start("a", {
      compose: async ({ id, channel }) => {
        most = Math.max(most, (atOnce += 1));
        // A ledger that does fewer at once stands still here.
        if (atOnce === 4) four.abort();
        if (!four.signal.aborted) await once(four.signal, "abort");
        if (channel === "C7") await once(end.signal, "abort");
        atOnce -= 1;
        return { kind: "digest", digest: aComposedDigest({ key: id }) };
      },
    });
    time.now = dueAt;
    const ticking = ledger.tick();
    while (slack.posts.length < 7) await new Promise((resolve) => setImmediate(resolve));
    end.abort();
    await ticking;
    expect(slack.posts).toHaveLength(8);
    expect(most).toBe(4);
  });

  test("after a long stop they trickle in, at most twenty a minute, and what is on time goes first", async () => {
    const late = Array.from({ length: 30 }, (_, index) => ({
      id: `d${index}`,
      channel: `C${index}`,
    }));
    const { slack, start, live, time, clock } = await aDesk({
      digests: [...late, { id: "d99", channel: "C99", time: "10:01" }],
    });
    time.now = new Date(dueAt.getTime() + hour);
    const passing = {
      ms: () => clock.now().getTime(),
      wait: async (ms: number) => {
        time.now = new Date(time.now.getTime() + ms);
      },
    };
    await live(start("a", { timer: passing }), 10 * minute);
    expect(slack.posts).toHaveLength(31);
    const times = slack.posts
      .filter(({ channel }) => channel !== "C99")
      .map(({ at }) => at.getTime());
    expect(mostWithin(times, minute)).toBeLessThanOrEqual(21);
    const onTime = slack.posts.find(({ channel }) => channel === "C99");
    expect(onTime!.at.getTime() - dueAt.getTime() - hour).toBeLessThanOrEqual(2 * minute);
  });
});
