import { EventEmitter, once } from "node:events";
import { describe, expect, test } from "vitest";
import type { Documents } from "../../src/documents/store.ts";
import type { Ledger } from "../../src/scheduler/ledger.ts";
import { killedAt } from "./killed-at.ts";
import { aDesk, aReminder, dueAt, minute } from "./ledger-desk.ts";

describe("a process that dies", () => {
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
