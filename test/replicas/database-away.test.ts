import { expect, test } from "vitest";
import { hasPostgres } from "../fixtures/database.ts";
import { dueAt, minute } from "../scheduler/ledger-desk.ts";
import { aWiredDesk } from "./wired-desk.ts";

test.skipIf(!hasPostgres)(
  "a digest whose database is away from before nine until five past is posted once, when it is back",
  async () => {
    const { slack, start, fates, live, time, proxy } = await aWiredDesk();
    const ledger = start("a");
    await ledger.tick();
    time.now = new Date(dueAt.getTime() - minute);
    proxy.turn("off");
    for (let looks = 0; looks < 6; looks += 1) {
      await expect(ledger.tick()).rejects.toMatchObject({ code: "database_unreachable" });
      time.now = new Date(time.now.getTime() + minute);
    }
    expect(slack.posts).toEqual([]);
    proxy.turn("on");
    // As the clockwork does: what fails is done again at the next look.
    await live({ tick: () => ledger.tick().catch(() => {}) }, 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(slack.posts[0]!.at.getTime() - dueAt.getTime()).toBeLessThanOrEqual(6 * minute);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  },
);
