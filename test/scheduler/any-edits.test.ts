import * as fc from "fast-check";
import { expect, test } from "vitest";
import { catchUpMs } from "../../src/scheduler/plan.ts";
import { openInMemoryFolder } from "./harness/open-in-memory-folder.ts";
import { aDesk, hour, minute } from "./ledger-desk.ts";
import { type DueBy, type InForce, planModel, type PlanOf } from "./plan-model.ts";

const begun = new Date("2026-10-21T10:10:00Z").getTime();
const day = 24 * hour;
/** What is over for sixty days is dropped. */
const last = begun + 50 * day;
const by = { who: "U0LEAD", via: "/digest" };
const daysOff = (channel: string) => (channel === "C0TEAM" ? ["2026-11-02", "2026-11-16"] : []);
const workdaysIn = (channel: string) => ({
  isDayOff: (date: string) => daysOff(channel).includes(date),
  isWorkday: (date: string) =>
    ![0, 6].includes(new Date(date).getUTCDay()) && !daysOff(channel).includes(date),
});
const dueBy = planModel(Math.floor(begun / hour) * hour, last + 40 * day, daysOff);

const plan: fc.Arbitrary<PlanOf> = fc.record({
  channel: fc.constantFrom("C0TEAM", "C0OTHER"),
  also: fc.constantFrom([], [], [{ channel: "C0BILLING", team: "Billing" }]),
  zone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Seoul"),
  period: fc.constantFrom("last_week", "last_week", "this_week", "last_month"),
  weekday: fc.integer({ min: 1, max: 7 }),
  time: fc.constantFrom("00:00", "02:30", "09:00", "09:30", "23:30"),
});
/** When the next thing happens: so long after the last, or around the next moment it is due. */
const wait = fc.oneof(
  fc.record({ from: fc.constant("now"), ms: fc.integer({ min: 1, max: 9 * day }) }),
  fc.record({ from: fc.constant("now"), ms: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ from: fc.constant("due"), ms: fc.constantFrom(-1, 0, 1, 5_000, catchUpMs) }),
  fc.record({ from: fc.constant("due"), ms: fc.integer({ min: 0, max: 8 * hour }) }),
);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: "look" } as const) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("edit" as const), plan }) },
  { weight: 1, arbitrary: fc.constant({ kind: "pause" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "start" } as const) },
);
const life = fc.array(fc.record({ wait, deed }), { minLength: 2, maxLength: 14 });

interface Look {
  readonly at: number;
  readonly isPaused: boolean;
  readonly channels: readonly string[];
}

test("whatever is edited, paused and resumed between whatever looks: each date has one end", async () => {
  const counts = { sent: 0, skipped: 0 };
  await fc.assert(
    fc.asyncProperty(plan, life, async (first, steps) => {
      const { ended, due, looks, posts } = await live(first, steps);
      // Every date that was due by the plan in force then, and no other, has one end.
      expect([...ended.keys()].toSorted()).toEqual([...due.keys()].toSorted());
      const keys = posts.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.toSorted()).toEqual(
        [...ended].flatMap(([key, state]) => (state === "sent" ? [key] : [])).toSorted(),
      );
      const early = posts.filter(({ key, at }) => at.getTime() < due.get(key)!.at);
      expect(early).toEqual([]);
      for (const each of due.values()) {
        const state = ended.get(each.key);
        const fitting = endsOf(each, [...due.values()], looks);
        expect([each.key, fitting]).toEqual([each.key, expect.arrayContaining([state])]);
        counts[state === "sent" ? "sent" : "skipped"] += 1;
      }
    }),
    { numRuns: 50, seed: Number(process.env["HARNESS_SEED"] ?? 7), endOnFailure: true },
  );
  // Dates in plenty, or nothing was shown.
  expect(counts.sent).toBeGreaterThan(50);
  expect(counts.skipped).toBeGreaterThan(50);
});

/** What the first look after it may make of it. */
function endsOf(
  { at, channel }: DueBy,
  due: readonly DueBy[],
  looks: readonly Look[],
): readonly string[] {
  const look = looks.find((each) => each.at >= at)!;
  const goes = !look.isPaused && look.channels.includes(channel);
  if (!goes || look.at - at > catchUpMs) {
    return ["skipped missed", "skipped too_late", "skipped paused"];
  }
  const isFollowed = due.some(
    (each) => each.channel === channel && each.at > at && each.at <= look.at,
  );
  return isFollowed ? ["sent", "skipped missed"] : ["sent"];
}

/** One digest among others, and what was due of it by the model. */
async function live(
  first: PlanOf,
  steps: readonly {
    readonly wait: { readonly from: string; readonly ms: number };
    readonly deed:
      | { readonly kind: "look" | "pause" | "start" }
      | { readonly kind: "edit"; readonly plan: PlanOf };
  }[],
) {
  const { book, time, start, slack, documents } = await aDesk({
    startsAt: new Date(begun),
    open: async (clock) =>
      (await openInMemoryFolder({ ...clock, ms: () => clock.now().getTime() })).documents,
    digests: [first, { id: "d2", channel: "C0SALES", zone: "UTC" }],
    workdaysIn,
  });
  let ledger = start("a");
  let current: Omit<InForce, "upTo"> = { after: begun, plan: first, isPaused: false };
  const past: InForce[] = [];
  const looks: Look[] = [];
  const now = (): number => time.now.getTime();

  const change = (to: Partial<InForce>): void => {
    past.push({ ...current, upTo: now() });
    current = { ...current, ...to, after: now() };
  };
  const look = async (): Promise<void> => {
    const { plan: seen, isPaused } = current;
    const channels = [seen.channel, ...seen.also.map(({ channel }) => channel)];
    // The second is for whatever waits for its second in the channel.
    for (const ms of [0, 3_000]) {
      time.now = new Date(now() + ms);
      looks.push({ at: now(), isPaused, channels });
      await ledger.tick();
    }
  };
  const nextDue = (): number => {
    const [next] = dueBy("d1", {
      ...current,
      isPaused: false,
      after: now(),
      upTo: now() + 32 * day,
    });
    return next?.at ?? now();
  };

  for (const [
    index,
    {
      wait: { from, ms },
      deed: done,
    },
  ] of steps.entries()) {
    const base = from === "due" ? nextDue() : now();
    const at = Math.max(now() + 1, base + ms);
    if (at > last) break;
    time.now = new Date(at);
    if (done.kind === "look") await look();
    if (done.kind === "start") ledger = start(`start ${index}`);
    const before = (await book.find("d1"))!;
    if (done.kind === "edit") {
      const edited = { ...before, ...done.plan, submission: `form ${index}` };
      if ((await book.edit("d1", edited, before.revision, by)) === null) throw new Error("refused");
      change({ plan: done.plan });
    }
    if (done.kind === "pause") {
      await book.setPaused("d1", !before.paused, by);
      change({ isPaused: !before.paused });
    }
  }
  time.now = new Date(now() + minute);
  await look();
  change({});
  const due = new Map<string, DueBy>();
  for (const each of past.flatMap((part) => dueBy("d1", part))) {
    if (!due.has(each.key) && each.at <= looks.at(-1)!.at) due.set(each.key, each);
  }
  const rows = (await documents.deliveries.list()).filter(({ digest }) => digest === "d1");
  const ended = new Map(
    rows.map(({ id, state, reason }) => [id, `${state}${reason === null ? "" : ` ${reason}`}`]),
  );
  return { ended, due, looks, posts: slack.posts.filter(({ key }) => key.startsWith("d1:")) };
}
