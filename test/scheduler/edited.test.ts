import { describe, expect, test } from "vitest";
import type { Digest } from "../../src/documents/shape.ts";
import { AppError } from "../../src/errors.ts";
import { hasPostgres } from "../fixtures/database.ts";
import { openForReplicas } from "../replicas/open-for-replicas.ts";
import { aDesk, dueAt, hour, minute, type Trial } from "./ledger-desk.ts";

const day = 24 * hour;
const by = { who: "U0LEAD", via: "/digest" };

/** A digest that came due five seconds ago, and nobody has looked since. */
async function justDue(trial: Trial) {
  const desk = await aDesk(trial);
  const { book, time, start, live, slack } = desk;
  const ledger = start("a");
  time.now = new Date(dueAt.getTime() - 10_000);
  await ledger.tick();
  time.now = new Date(dueAt.getTime() + 5_000);
  let edits = 0;
  const edit = async (change: Partial<Digest>) => {
    const before = (await book.find("d1"))!;
    const changed = { ...before, ...change, submission: `form ${(edits += 1)}` };
    expect(await book.edit("d1", changed, before.revision, by)).toMatchObject(change);
  };
  const pause = (paused: boolean) => book.setPaused("d1", paused, by);
  /** Looks around the moment so long after it was due. */
  const around = async (ms: number) => {
    time.now = new Date(dueAt.getTime() + ms - minute);
    await live(ledger, 2 * minute);
  };
  const posted = () => slack.posts.map(({ channel, at }) => [channel, at.getTime() - +dueAt]);
  return { ...desk, ledger, edit, pause, around, posted };
}

describe.each<[string, boolean, Trial]>([
  ["one machine", true, {}],
  ["PostgreSQL", hasPostgres, { open: async (clock) => (await openForReplicas(clock)).documents }],
])("a digest that is changed between its time and the next look, on %s", (_name, is, trial) => {
  test.skipIf(!is).each<[string, Partial<Digest>, number]>([
    ["an earlier time", { time: "08:00" }, 7 * day - hour],
    ["a later time", { time: "10:00" }, 7 * day + hour],
    // The next of those days are in the week that it came in already.
    ["an earlier weekday", { weekday: 7 }, 13 * day],
    ["a later weekday", { weekday: 3 }, 9 * day],
    ["another zone", { zone: "Asia/Seoul" }, 7 * day - 8 * hour],
  ])("to %s: it comes as it was due, and then by the new plan", async (_what, change, next) => {
    const { ledger, edit, live, around, posted, fates } = await justDue(trial);
    await edit(change);
    await live(ledger, 2 * minute);
    for (const again of [hour, next - 7 * day, next]) await around(again);
    expect(posted()).toEqual([
      ["C0TEAM", 25_000],
      ["C0TEAM", next],
    ]);
    expect(await fates()).toEqual(["2026-W47 sent", "2026-W48 sent"]);
  });

  test.skipIf(!is)("to another channel: it was due in the old one, and that is told", async () => {
    const { edit, around, posted, fates } = await justDue(trial);
    await edit({ channel: "C0NEW" });
    for (const at of [2 * minute, 7 * day]) await around(at);
    expect(posted()).toEqual([["C0NEW", 7 * day]]);
    expect(await fates()).toEqual(["2026-W47 skipped paused", "2026-W48 sent"]);
  });

  test.skipIf(!is)("and paused: it is not posted, and that is told", async () => {
    const { pause, around, posted, fates } = await justDue(trial);
    await pause(true);
    await around(2 * minute);
    await pause(false);
    await around(hour);
    expect(posted()).toEqual([]);
    expect(await fates()).toEqual(["2026-W47 skipped paused"]);
  });

  test.skipIf(!is)("and paused and resumed: it comes", async () => {
    const { pause, ledger, live, fates } = await justDue(trial);
    await pause(true);
    await pause(false);
    await live(ledger, minute);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  });

  test.skipIf(!is)("twice: it comes once", async () => {
    const { edit, around, posted } = await justDue(trial);
    await edit({ time: "08:00" });
    await edit({ time: "09:30" });
    for (const at of [2 * minute, hour / 2]) await around(at);
    expect(posted()).toEqual([["C0TEAM", minute + 20_000]]);
  });
});

test("an edit while nobody looked for weeks keeps what was due meanwhile", async () => {
  const { time, edit, fates, ledger, live } = await justDue({});
  time.now = new Date(dueAt.getTime() + 14 * day + hour);
  await edit({ time: "08:00" });
  await live(ledger, minute);
  expect(await fates()).toEqual([
    "2026-W47 skipped missed",
    "2026-W48 skipped missed",
    "2026-W49 sent",
  ]);
});

test("what comes due while a refusal pauses the digest is told", async () => {
  const { slack, time, start, live, book, fates } = await aDesk({
    startsAt: new Date("2026-12-01T07:59:00Z"),
    digests: [{ weekday: 2 }],
  });
  const monthly = { period: "last_month", time: "09:30", submission: "monthly" } as const;
  const ledger = start("a", {
    poster: {
      ...slack,
      post: async () => {
        const before = (await book.find("d1"))!;
        await book.edit("d1", { ...before, ...monthly }, before.revision, by);
        time.now = new Date("2026-12-01T08:30:05Z");
        throw new AppError("slack_closed", "is_archived");
      },
    },
  });
  await live(ledger, 2 * minute);
  expect((await book.find("d1"))?.paused).toBe(true);
  await live(ledger, minute);
  expect(await fates()).toEqual(["2026-W49 dead refused", "2026-12 skipped paused"]);
});
