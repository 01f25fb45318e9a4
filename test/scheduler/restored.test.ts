import { describe, expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { aDelivery } from "../fixtures/digest.ts";
import { aDesk, aReminder, dueAt, hour, minute } from "./ledger-desk.ts";

const key = "d1:C0TEAM:2026-W47";
const after = (ms: number) => new Date(dueAt.getTime() + ms);
const postedAt = (at: Date, change: { channel?: string; key?: string } = {}) => ({
  channel: "C0TEAM",
  key,
  at,
  text: "as it was",
  thread: null,
  ...change,
});

describe("a ledger that was brought back from a copy", () => {
  test("and started within two minutes of the hour asks the channel before it posts", async () => {
    const { slack, start, fates, time } = await aDesk();
    slack.posts.push(postedAt(after(5_000)));
    time.now = after(minute);
    await start("a").tick();
    expect(slack.posts).toHaveLength(1);
    expect(slack.reads()).toBe(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("under a running process asks too", async () => {
    const { slack, start, time, documents, live } = await aDesk();
    const ledger = start("a");
    await live(ledger, hour + minute);
    expect(slack.posts).toHaveLength(1);
    // What a copy of an hour ago knows: nothing of the digest.
    await documents.change({ who: "U0ADMIN", via: "terminal" }, async ({ marks, deliveries }) => {
      await deliveries.remove(key);
      await marks.remove("digests");
      await marks.put({ id: "restored", at: time.now.toISOString() });
    });
    await live(ledger, 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(slack.reads()).toBe(1);
  });

  test("waits as long as Slack asks it to, and gives nothing up for that", async () => {
    let reads = 0;
    const { slack, start, live, time } = await aDesk({
      fateOfRead: () => ((reads += 1) <= 30 ? "busy" : "ok"),
    });
    time.now = after(minute);
    await live(start("a"), hour);
    expect(slack.posts).toHaveLength(1);
  });

  test("asks again as soon as Slack says, not a minute later", async () => {
    let reads = 0;
    const busy = new AppError("slack_busy", "429", { retryAfterMs: 15_000 });
    const { slack, start, live, time } = await aDesk({
      fateOfRead: () => ((reads += 1) <= 2 ? busy : "ok"),
    });
    time.now = after(minute);
    await live(start("a"), 65_000);
    expect(reads).toBe(3);
    expect(slack.posts).toHaveLength(1);
  });

  test("does not ask what it cannot have forgotten", async () => {
    const { slack, start, live } = await aDesk();
    await live(start("a"), 2 * hour);
    expect(slack.posts).toHaveLength(1);
    expect(slack.reads()).toBe(0);
  });

  test("posts nothing while the channel cannot be read, and at most once when it can", async () => {
    let isReadable = false;
    const { slack, start, fates, live, time } = await aDesk({
      fateOfRead: () => (isReadable ? "ok" : "unreachable"),
    });
    slack.posts.push(postedAt(after(5_000)));
    time.now = after(minute);
    const ledger = start("a");
    await live(ledger, 5 * minute);
    expect(await fates()).toEqual(["2026-W47 ready"]);
    isReadable = true;
    await live(ledger, 5 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test.each(["unreachable", "refused"] as const)(
    "gives up rather than post on a guess where the channel stays %s, and says so",
    async (fate) => {
      const { slack, start, fates, live, time } = await aDesk({ fateOfRead: () => fate });
      time.now = after(minute);
      await live(start("a"), 20 * minute);
      expect(slack.posts).toEqual([]);
      expect(await fates()).toEqual(["2026-W47 dead unknown"]);
      expect(slack.told).toHaveLength(1);
    },
  );

  test("does not take a revoked token for an answer", async () => {
    let isRevoked = true;
    const { slack, start, live, time } = await aDesk({
      fateOfRead: () => (isRevoked ? "shut_out" : "ok"),
    });
    time.now = after(minute);
    const ledger = start("a");
    await live(ledger, hour);
    isRevoked = false;
    await live(ledger, 20 * minute);
    expect(slack.posts).toHaveLength(1);
  });

  test("finds a reminder of something noticed days ago, which is noticed anew", async () => {
    const { slack, start, fates, live, time, documents } = await aDesk({ digests: [] });
    await documents.change({ who: "scheduler", via: "scheduler" }, ({ deliveries }) =>
      deliveries.put(aDelivery({ state: "sent", sentAt: after(-72 * hour).toISOString() })),
    );
    const handOver = aReminder({ id: "hand-over:g1:U0GONE:U0OWNER" });
    slack.posts.push(postedAt(after(-48 * hour), { channel: "U0OWNER", key: handOver.id }));
    time.now = dueAt;
    const ledger = start("a");
    await ledger.tick();
    await ledger.remind([{ ...handOver, dueAt: time.now }]);
    await live(ledger, 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent", "2026-11-17 sent"]);
  });
});

describe("a clock that is wrong", () => {
  test("by five minutes against Slack's does not hide a message that arrived", async () => {
    for (const skew of [-5 * minute, 5 * minute]) {
      let posts = 0;
      const desk = await aDesk({ fateOfPost: () => ((posts += 1) === 1 ? "unanswered" : "ok") });
      const { slack, start, live } = desk;
      const ledger = start("a", {
        poster: {
          ...slack,
          findByKey: (channel, id, oldest, thread) =>
            slack.findByKey(channel, id, new Date(oldest.getTime() + skew), thread),
        },
      });
      await live(ledger, 2 * hour);
      expect(slack.posts).toHaveLength(1);
    }
  });

  test.each([
    ["back by ten minutes", -10 * minute],
    ["back by two hours", -2 * hour],
    ["forward by two hours", 2 * hour],
  ])("and set %s just after the hour: one post", async (_name, step) => {
    for (const at of [-minute, 0, minute]) {
      const { slack, start, fates, live, time } = await aDesk({
        startsAt: after(-3 * hour),
      });
      const ledger = start("a");
      await live(ledger, 3 * hour + at);
      time.now = new Date(time.now.getTime() + step);
      await live(ledger, 4 * hour);
      expect(slack.posts).toHaveLength(1);
      expect(await fates()).toEqual(["2026-W47 sent"]);
    }
  });

  test("and set between writing down that it is sent and the request: one post", async () => {
    for (const step of [-2 * hour, 2 * hour]) {
      const { slack, start, live, time, documents } = await aDesk({ startsAt: after(-3 * hour) });
      let isSet = false;
      const ledger = start("a", {
        documents: {
          ...documents,
          change: async (by, edit) => {
            const result = await documents.change(by, edit);
            const [delivery] = await documents.deliveries.list();
            if (delivery?.state === "sending" && !isSet) {
              isSet = true;
              time.now = new Date(time.now.getTime() + step);
            }
            return result;
          },
        },
      });
      await live(ledger, 9 * hour);
      expect(isSet).toBe(true);
      expect(slack.posts).toHaveLength(1);
    }
  });
});
