import { describe, expect, test } from "vitest";
import { deliverySchema, digestSchema } from "../../src/documents/shape.ts";
import { toAsked } from "../../src/scheduler/new-delivery.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { aDesk, aReminder, dueAt, forThread, hour, inTurn, minute } from "./ledger-desk.ts";

describe("a message for a thread", () => {
  test("whose answer was lost is found there, and not posted again however often it is asked for", async () => {
    const { slack, start, fates, live } = await aDesk({
      digests: [],
      fateOfPost: inTurn("unanswered", "ok"),
    });
    const ledger = start("a");
    await ledger.ask(forThread("1.2"));
    await ledger.ask(forThread("1.2"));
    await live(ledger, 10 * minute);
    expect(slack.posts).toMatchObject([{ channel: "C0TEAM", thread: "1.2" }]);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });
});

describe("a digest asked for by hand", () => {
  test.each([
    ["an hour later, by the next start", hour, "2026-W47 sent", 1],
    ["and not three days later", 72 * hour, "2026-W47 skipped too_late", 0],
  ])("whose process died over it is posted %s", async (_name, ms, fate, posts) => {
    const { slack, start, fates, documents, time } = await aDesk({ digests: [] });
    await documents.change({ who: "U0LEAD", via: "slack" }, ({ deliveries }) =>
      deliveries.put(toAsked(forThread(null), time.now)),
    );
    time.now = new Date(time.now.getTime() + ms);
    await start("b").tick();
    expect(await fates()).toEqual([fate]);
    expect(slack.posts).toHaveLength(posts);
  });

  test("and one that nobody asked for, a correction, is told by its name where it fails", async () => {
    const { slack, start, live } = await aDesk({ digests: [], fateOfPost: () => "refused" });
    const ledger = start("a");
    await ledger.ask({ ...forThread("1.2"), digest: "correction" });
    await live(ledger, 2 * minute);
    expect(slack.told).toEqual([
      "U0LEAD: A correction under a digest of yours could not be posted: Slack refused it (is the bot in the channel?).",
    ]);
  });
});

describe("a reminder that is due", () => {
  test("reaches its person once, however often it is asked for, and two processes look", async () => {
    const { slack, start, fates, live } = await aDesk({ digests: [] });
    const [a, b] = [start("a"), start("b")];
    const both = async () => {
      await Promise.all([a.remind([aReminder()]), b.remind([aReminder()])]);
      await Promise.all([a.tick(), b.tick()]);
    };
    await live({ tick: both }, 4 * hour);
    expect(slack.posts).toMatchObject([{ channel: "U0OWNER", key: aReminder().id }]);
    expect(await fates()).toEqual(["2026-11-17 sent"]);
  });

  test("is not sent when it is needless by then, also between two tries", async () => {
    let isNeedless = false;
    const { slack, start, fates, live, time } = await aDesk({
      digests: [],
      isNeedless: () => isNeedless,
      fateOfPost: inTurn("busy", "ok"),
    });
    const ledger = start("a");
    time.now = dueAt;
    await ledger.remind([aReminder()]);
    await ledger.tick();
    expect(await fates()).toEqual(["2026-11-17 retry busy"]);
    isNeedless = true;
    await live(ledger, hour);
    expect(slack.posts).toHaveLength(0);
    expect(await fates()).toEqual(["2026-11-17 skipped needless"]);
  });

  test("more than six hours late is written down as missed, and not sent", async () => {
    const { slack, start, fates, live, time } = await aDesk({ digests: [] });
    time.now = new Date(dueAt.getTime() + 7 * hour);
    const ledger = start("a");
    await ledger.remind([aReminder()]);
    await live(ledger, hour);
    expect(slack.posts).toHaveLength(0);
    expect(await fates()).toEqual(["2026-11-17 skipped missed"]);
  });

  test("is kept for sixty days, also where no digest is ever due", async () => {
    const { start, fates, documents, live, time } = await aDesk({ digests: [] });
    const ledger = start("a");
    time.now = dueAt;
    await ledger.remind([aReminder()]);
    await live(ledger, minute);
    time.now = new Date(dueAt.getTime() + 60 * 24 * hour);
    await ledger.tick();
    expect(await fates()).toEqual(["2026-11-17 sent"]);
    time.now = new Date(time.now.getTime() + minute);
    await ledger.tick();
    expect(await fates()).toEqual([]);
    const history = await documents.history(({ id }) => id === aReminder().id, 1);
    expect(history[0]?.edits[0]?.before).toMatchObject({ state: "sent" });
  });

  test("is not sent again from a restored backup: the direct messages are read first", async () => {
    const { slack, start, fates, time } = await aDesk({ digests: [] });
    slack.posts.push({
      channel: "U0OWNER",
      key: aReminder().id,
      at: dueAt,
      text: "",
      thread: null,
    });
    time.now = new Date(dueAt.getTime() + hour);
    const ledger = start("a");
    await ledger.remind([aReminder()]);
    await ledger.tick();
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-11-17 sent"]);
  });

  test("and refused is dead in the log: nobody is told, no digest is paused", async () => {
    const { slack, start, fates, live, documents, time } = await aDesk({
      digests: [{ weekday: 5 }],
      fateOfPost: () => "refused",
    });
    time.now = dueAt;
    const ledger = start("a");
    await ledger.remind([aReminder()]);
    await live(ledger, hour);
    expect(await fates()).toEqual(["2026-11-17 dead refused"]);
    expect(slack.told).toEqual([]);
    expect((await documents.digests.get("d1"))?.paused).toBe(false);
  });
});

describe("a ledger of an earlier version", () => {
  test("knew one digest a channel, by the week: it comes when it came, and not twice", async () => {
    const { slack, start, fates, live, documents } = await aDesk({ digests: [] });
    const whole = aDigest({ activeFrom: "2026-11-15T00:00:00.000Z" });
    const { period: _period, also: _also, waitMinutes: _wait, ...stored } = whole;
    const read = digestSchema.parse(stored);
    expect(read).toEqual(whole);
    await documents.change({ who: "U0LEAD", via: "slack" }, async (draft) => {
      await draft.digests.put(read);
      await draft.deliveries.put(aDelivery({ state: "sent", ts: "1.2" }));
    });
    await live(start("a"), 2 * hour);
    expect(slack.posts).toHaveLength(0);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test("held digests alone: what waits in it is posted", async () => {
    const { slack, start, fates, documents, time } = await aDesk({ digests: [{}] });
    const { movers, snoozed, ...old } = aComposedDigest({ headline: "as it was" });
    const { guardrails, ...columns } = old.columns;
    expect({ movers, snoozed, guardrails }).toBeDefined();
    const {
      about: _,
      thread: _thread,
      hasWaited: _waited,
      ...stored
    } = aDelivery({
      state: "ready",
      payload: JSON.parse(
        JSON.stringify({
          ...old,
          columns,
          rows: old.rows.map(({ guardrailsText: _text, ...row }) => row),
        }),
      ),
    });
    await documents.change({ who: "scheduler", via: "scheduler" }, ({ deliveries }) =>
      deliveries.put(deliverySchema.parse(stored)),
    );
    time.now = dueAt;
    await start("a").tick();
    expect(slack.posts).toMatchObject([{ channel: "C0TEAM", text: "as it was" }]);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });
});
