import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/documents/store.ts";
import { AppError } from "../../src/errors.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { aDigest } from "../fixtures/digest.ts";
import { aDesk, dueAt, hour, inTurn, minute } from "./ledger-desk.ts";

describe("a digest that is due", () => {
  test("is posted once, within a tick, and never again", async () => {
    const { slack, start, fates, live } = await aDesk();
    await live(start("a"), 4 * hour);
    expect(slack.posts).toHaveLength(1);
    expect(slack.posts[0]).toMatchObject({ channel: "C0TEAM", key: "d1:C0TEAM:2026-W47" });
    expect(slack.posts[0]!.at.getTime() - dueAt.getTime()).toBeLessThanOrEqual(20_000);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("is posted once by two processes that look at the same moments", async () => {
    const { slack, start, fates, live } = await aDesk();
    const [a, b] = [start("a"), start("b")];
    await live(
      { tick: async () => void (await Promise.all([a.tick(), b.tick()])) },
      hour + 10 * minute,
    );
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("stopped for three days after two missed weeks: one late digest, the others skipped", async () => {
    const startsAt = new Date("2026-10-27T12:00:00Z");
    const { slack, start, fates, time } = await aDesk({ startsAt });
    time.now = new Date("2026-11-16T11:00:00Z");
    await start("a").tick();
    expect(await fates()).toEqual([
      "2026-W45 skipped missed",
      "2026-W46 skipped missed",
      "2026-W47 sent",
    ]);
    expect(slack.posts).toHaveLength(1);
  });

  test("more than six hours late is skipped, and that is written down", async () => {
    const { slack, start, fates, time } = await aDesk();
    time.now = new Date(dueAt.getTime() + 7 * hour);
    await start("a").tick();
    expect(slack.posts).toHaveLength(0);
    expect(await fates()).toEqual(["2026-W47 skipped missed"]);
  });

  test.each<[string, (digests: Draft["digests"]) => Promise<unknown>]>([
    ["paused", (digests) => digests.put(aDigest({ paused: true }))],
    ["removed", (digests) => digests.remove("d1")],
    ["moved to another channel", (digests) => digests.put(aDigest({ channel: "C0OTHER" }))],
  ])("is not posted when it was %s between the plan and the request", async (_name, edit) => {
    const { slack, start, fates, time, documents } = await aDesk({
      compose: async () => {
        await documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) => edit(digests));
        return { kind: "digest", digest: aComposedDigest() };
      },
    });
    time.now = dueAt;
    await start("a").tick();
    expect(slack.posts).toHaveLength(0);
    expect(await fates()).toEqual(["2026-W47 skipped paused"]);
  });

  test("is not posted again from a restored backup: the channel is read first", async () => {
    const { slack, start, fates, time } = await aDesk();
    slack.posts.push({
      channel: "C0TEAM",
      key: "d1:C0TEAM:2026-W47",
      at: dueAt,
      text: "",
      thread: null,
    });
    time.now = new Date(dueAt.getTime() + hour);
    await start("a").tick();
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });
});

describe("a request that fails", () => {
  test("with nothing posted and no answer is sent again, after looking twice", async () => {
    const { slack, start, fates, live } = await aDesk({ fateOfPost: inTurn("lost", "ok") });
    await live(start("a"), hour + 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(slack.reads()).toBe(2);
    expect(slack.posts[0]!.at.getTime() - dueAt.getTime()).toBeGreaterThanOrEqual(3 * minute);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("after Slack took it is found, and not sent again", async () => {
    const { slack, start, fates, live } = await aDesk({ fateOfPost: inTurn("unanswered", "ok") });
    await live(start("a"), hour + 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("after Slack took it is found although the history lags by two minutes", async () => {
    const { slack, start, fates, live } = await aDesk({
      fateOfPost: inTurn("unanswered", "ok"),
      lagMs: 2 * minute,
    });
    await live(start("a"), hour + 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("because Slack is busy is tried after 1, 2, 5, 15 and 30 minutes, with the same figures", async () => {
    const tries: number[] = [];
    const { slack, start, fates, live, clock } = await aDesk({
      fateOfPost: () => {
        tries.push(Math.round((clock.now().getTime() - dueAt.getTime()) / minute));
        return tries.length < 6 ? "busy" : "ok";
      },
    });
    await live(start("a"), 3 * hour);
    expect(tries).toEqual([0, 1, 3, 8, 23, 53]);
    expect(slack.posts.map(({ text }) => text)).toEqual(["composed 1"]);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("for ever is dead in the end, and its owner hears of it once", async () => {
    const { slack, start, fates, live } = await aDesk({ fateOfPost: () => "busy" });
    await live(start("a"), 7 * hour);
    expect(await fates()).toEqual(["2026-W47 dead busy"]);
    expect(slack.told).toEqual([
      "U0LEAD: Digest d1 could not be posted: Slack was too busy for too long.",
    ]);
  });

  test("for good pauses the digest, and its owner hears of it once", async () => {
    const { slack, start, fates, live, documents } = await aDesk({ fateOfPost: () => "closed" });
    await live(start("a"), 2 * hour);
    expect(await fates()).toEqual(["2026-W47 dead refused"]);
    expect(slack.told).toHaveLength(1);
    expect((await documents.digests.get("d1"))?.paused).toBe(true);
  });

  test("and cannot be looked into is never repeated on a guess", async () => {
    for (const fateOfRead of ["refused", "unreachable"] as const) {
      const { slack, start, fates, live } = await aDesk({
        fateOfPost: inTurn("unanswered", "ok"),
        fateOfRead: () => fateOfRead,
      });
      await live(start("a"), hour + 20 * minute);
      expect(slack.posts).toHaveLength(1);
      expect(await fates()).toEqual(["2026-W47 dead unknown"]);
      expect(slack.told).toHaveLength(1);
    }
  });
});

describe("a digest whose data are late", () => {
  test("waits, looks again every five minutes, and goes out once they are there", async () => {
    const looks: number[] = [];
    const { slack, start, fates, live, documents, clock } = await aDesk({
      awaits: () => {
        looks.push(Math.round((clock.now().getTime() - dueAt.getTime()) / minute));
        return looks.length < 4 ? new Date(dueAt.getTime() + 2 * hour) : null;
      },
    });
    const ledger = start("a");
    await live(ledger, hour + 10 * minute);
    expect(await fates()).toEqual(["2026-W47 due not_fresh"]);
    expect(slack.posts).toHaveLength(0);
    await live(ledger, hour);
    expect(looks).toEqual([0, 5, 10, 15]);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
    expect((await documents.deliveries.list())[0]).toMatchObject({ hasWaited: true });
  });

  test("and is paused meanwhile is not posted any more", async () => {
    const { slack, start, fates, live, documents } = await aDesk({
      awaits: () => new Date(dueAt.getTime() + 2 * hour),
    });
    const ledger = start("a");
    await live(ledger, hour + 10 * minute);
    await documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) =>
      digests.put(aDigest({ paused: true })),
    );
    await live(ledger, 10 * minute);
    expect(slack.posts).toHaveLength(0);
    expect(await fates()).toEqual(["2026-W47 skipped paused"]);
  });
});

describe("a digest of several teams", () => {
  const also = [{ channel: "C0OTHER", team: "Billing" }];

  test("is posted once in each of their channels", async () => {
    const { slack, start, live } = await aDesk({ digests: [{ also }] });
    await live(start("a"), 2 * hour);
    expect(slack.posts.map(({ key }) => key).toSorted()).toEqual([
      "d1:C0OTHER:2026-W47",
      "d1:C0TEAM:2026-W47",
    ]);
  });

  test("goes on for the others when one channel is closed to it, and its owner hears of it", async () => {
    const { slack, start, live, documents } = await aDesk({
      digests: [{ also }],
      fateOfPost: inTurn("closed", "ok"),
    });
    await live(start("a"), 2 * hour);
    expect(slack.posts).toHaveLength(1);
    expect((await documents.digests.get("d1"))?.paused).toBe(false);
    expect(slack.told).toHaveLength(1);
    expect(slack.told[0]).not.toContain("paused");
  });
});

describe("figures", () => {
  test("that cannot be measured are tried again, then given up with a reason", async () => {
    const { slack, start, fates, live } = await aDesk({
      compose: async () => {
        throw new AppError("query_stopped", "too long");
      },
    });
    await live(start("a"), 3 * hour);
    expect(slack.posts).toHaveLength(0);
    expect(await fates()).toEqual(["2026-W47 dead not_measured"]);
    expect(slack.told).toHaveLength(1);
  });
});
