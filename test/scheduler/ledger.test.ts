import { EventEmitter, once } from "node:events";
import { describe, expect, test } from "vitest";
import type { Documents } from "../../src/documents/store.ts";
import { deliverySchema, digestSchema } from "../../src/documents/shape.ts";
import { AppError } from "../../src/errors.ts";
import type { Ledger } from "../../src/scheduler/ledger.ts";
import type { Poster } from "../../src/scheduler/poster.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { aDesk, aReminder, dueAt, forThread, hour, inTurn, minute } from "./ledger-desk.ts";

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

  test("is not posted when it was paused between the plan and the request", async () => {
    const { slack, start, fates, time, documents } = await aDesk({
      compose: async () => {
        await documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) =>
          digests.put(aDigest({ paused: true })),
        );
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

describe("a process that dies", () => {
  class Killed extends Error {}

  /** The n-th call of this process never comes back, and nothing it does after counts. */
  function killedAt(call: number, happened: boolean, documents: Documents, poster: Poster) {
    let calls = 0;
    const guard = async <T>(work: () => Promise<T>): Promise<T> => {
      calls += 1;
      if (calls > call) throw new Killed();
      if (calls === call && !happened) throw new Killed();
      const result = await work();
      if (calls === call) throw new Killed();
      return result;
    };
    return {
      documents: {
        ...documents,
        change: (by, edit) => guard(() => documents.change(by, edit)),
      } satisfies Documents,
      poster: {
        post: (...all) => guard(() => poster.post(...all)),
        findByKey: (...all) => guard(() => poster.findByKey(...all)),
        tell: (...all) => guard(() => poster.tell(...all)),
      } satisfies Poster,
      wasKilled: () => calls >= call,
    };
  }

  test.each([
    ["a digest", false],
    ["a digest", true],
    ["a reminder", false],
    ["a reminder", true],
  ] as const)(
    "at any of its calls for %s (the call took effect: %s) is followed by one that posts once",
    async (what, happened) => {
      const isReminder = what === "a reminder";
      const tick = async (ledger: Ledger) => {
        if (isReminder) await ledger.remind([aReminder()]);
        await ledger.tick();
      };
      let calls = 0;
      for (let call = 1; calls === 0; call += 1) {
        const { slack, start, fates, live, documents, time } = await aDesk(
          isReminder ? { digests: [] } : {},
        );
        const dying = killedAt(call, happened, documents, slack);
        time.now = dueAt;
        await tick(start("a", dying)).catch(() => {});
        if (!dying.wasKilled()) calls = call - 1;
        const next = start("b");
        await live({ tick: () => tick(next) }, 15 * minute);
        const sent = isReminder ? "2026-11-17 sent" : "2026-W47 sent";
        expect([call, slack.posts.length, await fates()]).toEqual([call, 1, [sent]]);
      }
      // Plan, claim, compose, claim, mark as sending, post, mark as sent.
      expect(calls).toBeGreaterThanOrEqual(7);
    },
  );

  test("frozen before its request, and woken after another took over, sends nothing more", async () => {
    const { slack, start, live, documents, time, fates } = await aDesk();
    const woken = new EventEmitter();
    const frozen: Documents = {
      ...documents,
      change: async (by, edit) => {
        const result = await documents.change(by, edit);
        const [delivery] = await documents.deliveries.list();
        if (delivery?.state === "sending") await once(woken, "woken");
        return result;
      },
    };
    time.now = dueAt;
    const sleeping = start("a", { documents: frozen }).tick();
    while ((await documents.deliveries.list())[0]?.state !== "sending") {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await live(start("b"), 10 * minute);
    woken.emit("woken");
    await sleeping;
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });
});
