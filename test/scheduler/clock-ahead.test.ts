import { describe, expect, test } from "vitest";
import { isWorkable } from "../../src/scheduler/lease.ts";
import { isOverdue } from "../../src/scheduler/overdue.ts";
import { aDelivery } from "../fixtures/digest.ts";
import { aDesk, dueAt, hour } from "./ledger-desk.ts";

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
