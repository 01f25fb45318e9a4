import { describe, expect, test } from "vitest";
import { isWorkable } from "../../src/scheduler/lease.ts";
import { isOverdue } from "../../src/scheduler/overdue.ts";
import { aDelivery } from "../fixtures/digest.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { hasPostgres } from "../fixtures/database.ts";
import { openForReplicas } from "../replicas/open-for-replicas.ts";
import { aDesk, aReminder, dueAt, hour, minute, type Trial } from "./ledger-desk.ts";

const day = 24 * hour;
const later = (ms: number) => new Date(dueAt.getTime() + ms);

describe("a clock that was far ahead for a while", () => {
  test("keeps nothing from being posted when it is due", async () => {
    const { slack, start, fates, time, live } = await aDesk();
    const ledger = start("a");
    time.now = later(24 * day);
    await ledger.tick();
    expect(await fates()).toEqual([
      "2026-W47 skipped missed",
      "2026-W48 skipped missed",
      "2026-W49 skipped missed",
      "2026-W50 skipped missed",
    ]);
    time.now = later(-hour);
    await live(ledger, 2 * hour);
    time.now = later(7 * day - hour);
    await live(ledger, 2 * hour);
    expect(slack.posts.map(({ key, at }) => [key, at.getTime() - dueAt.getTime()])).toEqual([
      ["d1:C0TEAM:2026-W47", 0],
      ["d1:C0TEAM:2026-W48", 7 * day],
    ]);
  });

  test("does not let come twice what it let come too early", async () => {
    const { slack, start, time, live } = await aDesk();
    time.now = later(7 * day);
    await start("a").tick();
    time.now = later(-hour);
    const ledger = start("b");
    await live(ledger, 2 * hour);
    time.now = later(7 * day - hour);
    await live(ledger, 2 * hour);
    expect(slack.posts.map(({ key }) => key)).toEqual(["d1:C0TEAM:2026-W48", "d1:C0TEAM:2026-W47"]);
  });

  test("leaves no lease and no pause that nobody outlives", () => {
    const ahead = later(300 * day).toISOString();
    const lease = { holder: "gone", until: ahead };
    expect(isWorkable(aDelivery({ state: "sending", lease }), dueAt)).toBe(true);
    expect(isWorkable(aDelivery({ state: "unknown", nextAt: ahead }), dueAt)).toBe(true);
    const soon = { holder: "here", until: later(60_000).toISOString() };
    expect(isWorkable(aDelivery({ state: "sending", lease: soon }), dueAt)).toBe(false);
    const pause = later(5 * hour).toISOString();
    expect(isWorkable(aDelivery({ state: "retry", nextAt: pause }), dueAt)).toBe(false);
  });

  test("does not keep a source from being read", () => {
    const hourly = { schedule: "0 * * * *", zone: "UTC" };
    expect(isOverdue(hourly, later(300 * day), dueAt, 0)).toBe(true);
    // Clocks of two processes may disagree by as much.
    expect(isOverdue(hourly, later(10 * 60_000), dueAt, 0)).toBe(false);
  });
});

const dead = new Error("killed");
const week = 7 * day;

/** What the process wrote last before it died. */
type Left = "due" | "ready";

/** A process whose clock is three weeks ahead dies as soon as it has written `left`; then the clock is right. */
async function diedAhead(left: Left, trial: Trial) {
  const desk = await aDesk(trial);
  const { start, time, documents } = desk;
  time.now = later(3 * week);
  const ledger = start("gone", {
    documents: {
      ...documents,
      change: async (by, edit) => {
        const found = (await documents.deliveries.list()).some(({ state }) => state === left);
        if (found) throw dead;
        return documents.change(by, edit);
      },
    },
  });
  await ledger.tick();
  expect((await desk.fates()).at(-1)).toBe(`2026-W50 ${left}`);
  time.now = later(-hour);
  return { ...desk, ledger: start("b") };
}

describe.each<[string, boolean, Trial]>([
  ["one machine", true, {}],
  ["PostgreSQL", hasPostgres, { open: async (clock) => (await openForReplicas(clock)).documents }],
])("what a process left that died under such a clock, on %s", (_name, is, trial) => {
  test.skipIf(!is).each<Left>(["due", "ready"])(
    "%s: it is posted when it is due and not before, once, measured then, and holds up no other",
    async (left) => {
      const { slack, ledger, live, time, fates } = await diedAhead(left, trial);
      await live(ledger, minute);
      expect(slack.posts).toEqual([]);
      for (const weeks of [0, 1, 2, 3]) {
        time.now = later(weeks * week - minute);
        await live(ledger, 2 * minute);
        expect(slack.posts).toHaveLength(weeks + 1);
        const text = `composed ${weeks + (left === "ready" ? 2 : 1)}`;
        expect(slack.posts.at(-1)).toMatchObject({ at: later(weeks * week), text });
      }
      expect(await fates()).toEqual([47, 48, 49, 50].map((number) => `2026-W${number} sent`));
    },
  );

  test.skipIf(!is).each([
    ["three weeks", 3 * week],
    ["eight hours", 8 * hour],
  ])("a message that left under a clock %s ahead: it is found", async (_ahead, ms) => {
    const { slack, start, live, time, fates } = await aDesk({
      ...trial,
      fateOfPost: () => "unanswered",
      lagMs: 100_000,
    });
    time.now = later(ms - (ms % week) + minute);
    await start("gone").tick();
    const [post] = slack.posts.splice(0);
    // Slack's own clock was right.
    time.now = new Date(time.now.getTime() - ms);
    slack.posts.push({ ...post!, at: time.now });
    await live(start("b"), 10 * minute);
    expect((await fates()).filter((fate) => fate.endsWith(" sent"))).toHaveLength(1);
    time.now = later(ms - (ms % week) - minute);
    await live(start("c"), 10 * minute);
    expect(slack.posts.filter(({ key }) => key === post!.key)).toHaveLength(1);
  });
});

test("a clock that is set right between measuring and posting posts nothing early", async () => {
  const { slack, start, live, time } = await aDesk({
    compose: async () => {
      if (time.now > later(day)) time.now = later(-hour);
      return { kind: "digest", digest: aComposedDigest() };
    },
  });
  time.now = later(2 * week);
  const ledger = start("a");
  await ledger.tick();
  expect(slack.posts).toEqual([]);
  await live(ledger, 2 * hour);
  expect(slack.posts.map(({ at }) => at)).toEqual([dueAt]);
});

test("a digest that was set up or changed meanwhile comes when it is due", async () => {
  const { slack, start, live, time, book } = await aDesk();
  time.now = later(3 * week);
  await book.setPaused("d1", true, { who: "U0LEAD", via: "/digest" });
  await book.setPaused("d1", false, { who: "U0LEAD", via: "/digest" });
  time.now = later(-hour);
  await live(start("a"), 2 * hour);
  expect(slack.posts.map(({ at }) => at)).toEqual([dueAt]);
});

test("a reminder is not sent before its day, and one of something found out at once", async () => {
  const { slack, start, live, time, fates } = await aDesk({ digests: [] });
  time.now = later(week);
  const handOver = aReminder({ id: "hand-over:g1:U0GONE:U0OWNER", dueAt: time.now });
  const ledger = start("a");
  await ledger.remind([aReminder({ dueAt: later(week) }), handOver]);
  time.now = later(-hour);
  await live(ledger, minute);
  expect(slack.posts.map(({ key }) => key)).toEqual([handOver.id]);
  expect(await fates()).toEqual(["2026-11-17 sent"]);
  time.now = later(week);
  await ledger.remind([aReminder({ dueAt: later(week) })]);
  await ledger.tick();
  expect(slack.posts.map(({ key }) => key)).toEqual([handOver.id, aReminder().id]);
});
