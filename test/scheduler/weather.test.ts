import { describe, expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { aDesk, aReminder, dueAt, forThread, hour, inTurn, minute } from "./ledger-desk.ts";

const minutesLate = (at: Date) => (at.getTime() - dueAt.getTime()) / minute;
const teams = [{ id: "d1" }, { id: "d2", channel: "C0OTHER" }];
const wait = (retryAfterMs?: number) =>
  new AppError("slack_busy", "429", retryAfterMs === undefined ? {} : { retryAfterMs });

describe("Slack that lets nothing in", () => {
  test("pauses no digest: they come once it does again, and nobody hears of it", async () => {
    let isRevoked = true;
    const { slack, start, fates, live, documents } = await aDesk({
      digests: teams,
      fateOfPost: () => (isRevoked ? "shut_out" : "ok"),
    });
    const ledger = start("a");
    await live(ledger, 3 * hour);
    expect(await fates()).toEqual(["2026-W47 retry shut_out", "2026-W47 retry shut_out"]);
    expect(ledger.condition().isShutOut).toBe(true);
    isRevoked = false;
    await live(ledger, 20 * minute);
    expect(slack.posts.map(({ channel }) => channel).toSorted()).toEqual(["C0OTHER", "C0TEAM"]);
    expect((await documents.digests.list()).map(({ paused }) => paused)).toEqual([false, false]);
    expect(slack.told).toEqual([]);
    expect(ledger.condition().isShutOut).toBe(false);
  });

  test("for longer than a digest is worth: it is given up, and its owner hears of it when that is possible", async () => {
    let isRevoked = true;
    const fate = () => (isRevoked ? "shut_out" : "ok");
    const { slack, start, fates, live, documents } = await aDesk({
      fateOfPost: fate,
      fateOfRead: fate,
      fateOfTell: fate,
    });
    const ledger = start("a");
    await live(ledger, 8 * hour);
    expect(await fates()).toEqual(["2026-W47 dead shut_out"]);
    expect((await documents.digests.get("d1"))?.paused).toBe(false);
    isRevoked = false;
    await live(ledger, hour);
    expect(slack.posts).toEqual([]);
    expect(slack.told).toEqual([
      "U0LEAD: Digest d1 could not be posted: Slack does not let Goalpost in (its token or its scopes).",
    ]);
  });

  test("while an outcome is unknown leaves it open until the channel can be read", async () => {
    let isRevoked = true;
    const { slack, start, fates, live } = await aDesk({
      fateOfPost: inTurn("unanswered", "ok"),
      fateOfRead: () => (isRevoked ? "shut_out" : "ok"),
    });
    const ledger = start("a");
    await live(ledger, 2 * hour);
    expect(await fates()).toEqual(["2026-W47 unknown no_answer"]);
    isRevoked = false;
    await live(ledger, 20 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("is told at once to whoever asks by hand", async () => {
    const { start } = await aDesk({ digests: [], fateOfPost: () => "shut_out" });
    const { state, reason } = await start("a").ask(forThread(null));
    expect([state, reason]).toEqual(["dead", "shut_out"]);
  });
});

describe("a channel that people of other organizations have come to read", () => {
  test("gets no figure: the digest is paused, its owner told once, and edited it comes again", async () => {
    let isShared = true;
    const { slack, start, fates, live, documents } = await aDesk({
      fateOfPost: () => (isShared ? new AppError("slack_shared", "shared") : "ok"),
    });
    const ledger = start("a");
    await live(ledger, 2 * hour);
    expect(await fates()).toEqual(["2026-W47 dead shared"]);
    expect((await documents.digests.get("d1"))?.paused).toBe(true);
    expect(slack.told).toHaveLength(1);
    expect(slack.told[0]).toContain("U0LEAD");
    isShared = false;
    const digest = (await documents.digests.get("d1"))!;
    await documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) =>
      digests.put({ ...digest, paused: false }),
    );
    await live({ tick: async () => {} }, 7 * 24 * hour - 2 * hour);
    await live(ledger, 2 * hour);
    expect(await fates()).toEqual(["2026-W47 dead shared", "2026-W48 sent"]);
    expect(slack.told).toHaveLength(1);
  });
});

describe("a message that Slack does not take", () => {
  test("is given up, and the digest goes on: its channel is open", async () => {
    const { slack, start, fates, live, documents } = await aDesk({ fateOfPost: () => "refused" });
    await live(start("a"), 2 * hour);
    expect(await fates()).toEqual(["2026-W47 dead refused"]);
    expect(slack.told).toHaveLength(1);
    expect((await documents.digests.get("d1"))?.paused).toBe(false);
  });
});

describe("Slack that asks to wait", () => {
  test.each([
    ["a second", wait(1_000), 1],
    ["ten minutes", wait(600_000), 10],
    ["without saying how long", wait(), 1],
  ])("%s is not asked before, and other channels go on", async (_name, answer, minutes) => {
    let asks = 0;
    const tries: number[] = [];
    const { slack, start, live, clock } = await aDesk({
      digests: teams,
      fateOfPost: (channel) => {
        if (channel !== "C0TEAM") return "ok";
        tries.push(minutesLate(clock.now()));
        return (asks += 1) === 1 ? answer : "ok";
      },
    });
    await live(start("a"), 2 * hour);
    expect(slack.posts.map(({ channel, at }) => [channel, minutesLate(at)])).toEqual([
      ["C0OTHER", 0],
      ["C0TEAM", tries[1]],
    ]);
    expect(tries[1]).toBeGreaterThanOrEqual(minutes);
    expect(tries[1]).toBeLessThan(minutes + 1);
  });

  test("again and again for hours is waited for: that is no failed try", async () => {
    let isBusy = true;
    const tries: number[] = [];
    const { slack, start, fates, live, clock } = await aDesk({
      fateOfPost: () => {
        tries.push(minutesLate(clock.now()));
        return isBusy ? wait(600_000) : "ok";
      },
    });
    const ledger = start("a");
    await live(ledger, 4 * hour);
    expect(tries.length).toBeGreaterThan(10);
    expect(tries.slice(1).every((at, nth) => at - tries[nth]! >= 10)).toBe(true);
    expect(await fates()).toEqual(["2026-W47 retry busy"]);
    isBusy = false;
    await live(ledger, 20 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(slack.told).toEqual([]);
  });

  test("for longer than a digest is worth ends it, and its owner hears of it once", async () => {
    const { slack, start, fates, live } = await aDesk({ fateOfPost: () => wait(600_000) });
    await live(start("a"), 8 * hour);
    expect(await fates()).toEqual(["2026-W47 dead busy"]);
    expect(slack.told).toHaveLength(1);
  });

  test("leaves the whole channel alone meanwhile", async () => {
    const tries: number[] = [];
    const { slack, start, live, clock } = await aDesk({
      digests: [{ id: "d1" }, { id: "d2", time: "09:02" }],
      fateOfPost: () => {
        tries.push(minutesLate(clock.now()));
        return tries.length === 1 ? wait(600_000) : "ok";
      },
    });
    await live(start("a"), 2 * hour);
    expect(slack.posts).toHaveLength(2);
    expect(tries.slice(1).every((at) => at >= 10)).toBe(true);
  });

  test("when the channel is read back is not asked before", async () => {
    const reads: number[] = [];
    const { slack, start, live, clock } = await aDesk({
      fateOfPost: inTurn("unanswered", "ok"),
      fateOfRead: () => {
        reads.push(minutesLate(clock.now()));
        return reads.length === 1 ? wait(300_000) : "ok";
      },
    });
    await live(start("a"), 2 * hour);
    expect(slack.posts).toHaveLength(1);
    expect(reads[1]! - reads[0]!).toBeGreaterThanOrEqual(5);
  });
});

describe("owners", () => {
  test("hear of one failure of a digest a day, in however many channels", async () => {
    const also = ["A", "B", "C"].map((team) => ({ channel: `C0${team}`, team }));
    const { slack, start, live, documents } = await aDesk({
      digests: [{ also }, { id: "d2", channel: "C0ELSE" }],
      fateOfPost: () => "refused",
    });
    await live(start("a"), 2 * hour);
    expect((await documents.deliveries.list()).every(({ told }) => told)).toBe(true);
    const named = slack.told.map((text) => /d\d/u.exec(text)?.[0]);
    expect(named).toHaveLength(2);
    expect(new Set(named)).toEqual(new Set(["d1", "d2"]));
  });

  test("of several failures a week apart hear of each", async () => {
    const { slack, start, live } = await aDesk({ fateOfPost: () => "refused" });
    const ledger = start("a");
    await live(ledger, 2 * hour);
    await live({ tick: async () => {} }, 7 * 24 * hour - 2 * hour);
    await live(ledger, 2 * hour);
    expect(slack.told).toHaveLength(2);
  });

  test("of reminders are not told that they were not reminded", async () => {
    const { slack, start, live } = await aDesk({ digests: [], fateOfPost: () => "refused" });
    const ledger = start("a");
    await ledger.remind([aReminder()]);
    await live(ledger, 2 * hour);
    expect(slack.told).toEqual([]);
  });
});

test("a store that takes no writes shows as a clockwork that stands still, until it takes some", async () => {
  const { slack, start, live, documents, fates } = await aDesk();
  let isShut = false;
  const ledger = start("a", {
    documents: {
      ...documents,
      change: async (by, edit) => {
        if (isShut) throw new AppError("store_failed", "the disk reports a fault");
        return await documents.change(by, edit);
      },
    },
    // Planned, and then the disk fails.
    awaits: async () => {
      isShut = true;
      return null;
    },
  });
  await live(ledger, hour + 10 * minute);
  expect(ledger.condition().tickAgeMs).toBeGreaterThan(2 * minute);
  expect(slack.posts).toEqual([]);
  isShut = false;
  const mended = start("b", { documents });
  await live(mended, 3 * minute);
  expect(mended.condition().tickAgeMs).toBeLessThanOrEqual(minute);
  expect(await fates()).toEqual(["2026-W47 sent"]);
});
