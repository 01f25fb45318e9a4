import { expect, test } from "vitest";
import { hasPostgres } from "../fixtures/database.ts";
import { aWiredDesk } from "../replicas/wired-desk.ts";
import { dueAt, minute } from "../scheduler/ledger-desk.ts";

test.skipIf(!hasPostgres)(
  "a digest whose database goes away at any commit, for a moment or for longer, is posted once",
  async () => {
    const commits: number[] = [];
    for (const isAway of [false, true]) {
      for (const where of ["request", "answer"] as const) {
        let nth = 1;
        while (await cutAtCommit(nth, where, isAway)) nth += 1;
        commits.push(nth - 1);
      }
    }
    // Plan, claim, compose, claim, mark as sending, mark as sent.
    expect(Math.min(...commits)).toBeGreaterThanOrEqual(6);
  },
);

/** Whether there was an n-th commit to cut the wire at. */
async function cutAtCommit(
  nth: number,
  where: "request" | "answer",
  isAway: boolean,
): Promise<boolean> {
  const { slack, start, fates, live, time, proxy } = await aWiredDesk();
  let left = nth;
  proxy.cut(where, (message) => {
    if (!message.includes("commit")) return false;
    left -= 1;
    if (left === 0 && isAway) queueMicrotask(() => proxy.turn("off"));
    return left === 0;
  });
  time.now = dueAt;
  await start("a")
    .tick()
    .catch(() => {});
  const wasCut = proxy.cuts() > 0;
  proxy.turn("on");
  // Whoever takes over: the process before may stand still with what it knew.
  const next = start("b");
  await live({ tick: () => next.tick().catch(() => {}) }, 15 * minute);
  expect([nth, where, isAway, slack.posts.length]).toEqual([nth, where, isAway, 1]);
  expect(await fates()).toEqual(["2026-W47 sent"]);
  return wasCut;
}
