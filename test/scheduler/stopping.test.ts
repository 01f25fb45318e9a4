import { EventEmitter, once } from "node:events";
import { describe, expect, test } from "vitest";
import { aDesk, dueAt, hour, minute } from "./ledger-desk.ts";

describe("a ledger that is stopped", () => {
  test("begins nothing more, and leaves what is due to whoever starts next", async () => {
    const { slack, start, fates, live, time } = await aDesk();
    const ledger = start("a");
    time.now = dueAt;
    await ledger.stop();
    await ledger.tick();
    expect(await fates()).toEqual([]);
    await live(start("b"), 10 * minute);
    expect(slack.posts).toHaveLength(1);
  });

  test("waits for a request that is answered in time", async () => {
    const answer = new EventEmitter();
    const { slack, start, fates, time } = await aDesk();
    const asked = new EventEmitter();
    const ledger = start("a", {
      // As long as a wait is asked for, it lasts: the answer comes first.
      timer: {
        ms: () => time.now.getTime(),
        wait: async (_ms, signal) => void (await once(signal, "abort")),
      },
      poster: {
        ...slack,
        post: async (...all) => {
          const answered = once(answer, "comes");
          asked.emit("request");
          await answered;
          return slack.post(...all);
        },
      },
    });
    time.now = new Date(dueAt.getTime() + 1);
    const request = once(asked, "request");
    const ticking = ledger.tick();
    await request;
    const stopped = ledger.stop();
    answer.emit("comes");
    await stopped;
    await ticking;
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test.each([
    ["arrived", true],
    ["never arrived", false],
  ])(
    "lets go of a request without an answer, which %s: the next one posts it once",
    async (_name, arrives) => {
      const { slack, start, fates, live, time } = await aDesk();
      const asked = new EventEmitter();
      const ledger = start("a", {
        poster: {
          ...slack,
          post: async (...all) => {
            if (arrives) await slack.post(...all);
            asked.emit("request");
            return new Promise(() => {});
          },
        },
      });
      time.now = dueAt;
      const request = once(asked, "request");
      void ledger.tick();
      await request;
      await ledger.stop();
      expect(await fates()).toEqual(["2026-W47 unknown no_answer"]);
      await live(start("b"), 4 * minute);
      expect(slack.posts).toHaveLength(1);
      expect(await fates()).toEqual(["2026-W47 sent"]);
    },
  );

  test("lets go of a message that is being composed, and the next one composes it at once", async () => {
    const asked = new EventEmitter();
    const { slack, start, fates, time } = await aDesk();
    const ledger = start("a", {
      compose: () => {
        asked.emit("compose");
        return new Promise(() => {});
      },
    });
    time.now = dueAt;
    const composing = once(asked, "compose");
    void ledger.tick();
    await composing;
    await ledger.stop();
    expect(await fates()).toEqual(["2026-W47 due"]);
    await start("b").tick();
    expect(slack.posts).toHaveLength(1);
  });
});

describe("a lease", () => {
  test("that runs out before the request could be over lets nothing leave", async () => {
    const { slack, start, fates, live, time, documents } = await aDesk();
    let isLate = false;
    const ledger = start("a", {
      documents: {
        ...documents,
        // The store's clock tells that nearly two minutes went by; this process did not notice.
        now: async () => {
          const [delivery] = await documents.deliveries.list();
          const passed = delivery?.state === "sending" && !isLate ? 110_000 : 0;
          if (passed > 0) isLate = true;
          return new Date(time.now.getTime() + passed);
        },
      },
    });
    time.now = dueAt;
    await ledger.tick();
    expect(isLate).toBe(true);
    expect(slack.posts).toEqual([]);
    expect(await fates()).toEqual(["2026-W47 sending"]);
    await live(start("b"), 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("is counted by the store's clock: a process whose own is an hour ahead takes nothing over", async () => {
    const { slack, start, fates, live, clock } = await aDesk();
    const [a, b] = [
      start("a"),
      start("b", { clock: { now: () => new Date(+clock.now() + hour) } }),
    ];
    await live({ tick: async () => void (await Promise.all([b.tick(), a.tick()])) }, 2 * hour);
    expect(slack.posts).toHaveLength(1);
    expect(slack.posts[0]!.at.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });
});
