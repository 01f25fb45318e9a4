import { describe, expect, test } from "vitest";
import { reminderBlocks } from "../../src/blocks/reminder-blocks.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { remindersJob } from "../../src/scheduler/jobs/reminders.ts";
import { aGoal } from "../fixtures/goal.ts";
import { reminderDesk, type ReminderDeskOptions } from "./reminder-desk.ts";

/** Of U0OWNER, with a checkpoint on Monday 30 November 2026. */
const goal = aGoal({ owner: "U0OWNER", checkpoints: ["2026-11-30"] });
const thursday = new Date("2026-11-26T12:00:00Z");
const monday = new Date("2026-11-30T20:00:00Z");

const checkedInOn = (day: string) => ({
  at: `${day}T10:00:00.000Z`,
  who: "U0OWNER",
  text: "Fine",
  submission: day,
});

async function through(
  change: Parameters<typeof aGoal>[0] = {},
  more: Partial<ReminderDeskOptions> = {},
) {
  const desk = await reminderDesk({
    goals: [{ ...goal, ...change }],
    startsAt: thursday,
    ...more,
  });
  const { run } = remindersJob(desk.jobPorts);
  return { ...desk, run, live: (until: Date) => desk.live(run, until) };
}

describe("a checkpoint", () => {
  test("is brought to mind once, at nine on the working day before, with a button", async () => {
    const { slack, said, live, fates } = await through();
    await live(monday);
    expect(await fates()).toEqual(["checkpoint:g1:2026-11-30:U0OWNER sent"]);
    expect(slack.posts).toMatchObject([
      { channel: "U0OWNER", at: new Date("2026-11-27T08:00:00Z") },
    ]);
    const [{ reminder } = { reminder: null }] = said;
    expect(reminder?.title).toBe("Checkpoint on 30 November 2026: how does it go?");
    const [part] = reminder?.parts ?? [];
    expect(part?.lines.join("\n")).toMatch(/up to 80 %.*\(g1\)[^]*Now .*target 80 %/u);
    expect(part?.choices.map(({ words }) => words)).toEqual(["goal check-in g1", "goal show g1"]);
  });

  test("passes over days off, and counts the morning of who is asked", async () => {
    const { slack, live } = await through(
      { checkpointOwners: ["U0SEOUL", "U0OWNER"] },
      {
        daysOff: ["2026-11-27"],
        startsAt: new Date("2026-11-25T12:00:00Z"),
        profiles: { U0SEOUL: { zone: "Asia/Seoul", locale: "ko" } },
      },
    );
    await live(monday);
    expect(slack.posts.map(({ channel, at }) => [channel, at.toISOString()])).toEqual([
      ["U0SEOUL", "2026-11-26T00:00:00.000Z"],
      ["U0OWNER", "2026-11-26T08:00:00.000Z"],
    ]);
    expect(slack.posts[0]?.text).toContain("점검");
  });

  test("already checked in for asks nobody who did, and the others all the same", async () => {
    const { goals, slack, live } = await through({ checkpointOwners: ["U0OTHER"] });
    const comment = { text: "Fine", submission: "1" };
    await goals.checkIn("g1", comment, { who: "U0OWNER", via: "test" });
    await live(monday);
    expect(slack.posts.map(({ channel }) => channel)).toEqual(["U0OTHER"]);
  });

  test("checked in for between two tries is not asked for any more", async () => {
    let tries = 0;
    const { goals, slack, live, fates } = await through(
      {},
      { fateOfPost: () => ((tries += 1) === 1 ? "busy" : "ok") },
    );
    await live(new Date("2026-11-27T08:00:00Z"));
    expect(await fates()).toEqual(["checkpoint:g1:2026-11-30:U0OWNER retry busy"]);
    await goals.checkIn("g1", { text: "Fine", submission: "1" }, { who: "U0OWNER", via: "test" });
    await live(monday);
    expect(slack.posts).toEqual([]);
    expect(await fates()).toEqual(["checkpoint:g1:2026-11-30:U0OWNER skipped needless"]);
  });

  test("a check-in of long before, or for the checkpoint before, does not count", async () => {
    for (const change of [
      { checkIns: [checkedInOn("2026-11-20")] },
      { checkIns: [checkedInOn("2026-11-25")], checkpoints: ["2026-11-26", "2026-11-30"] as const },
    ]) {
      const { slack, live } = await through(change);
      await live(monday);
      expect(slack.posts).toHaveLength(1);
    }
  });

  test.each([
    ["paused", { paused: true }],
    ["a draft", { draft: true }],
    ["archived", { archived: true }],
    ["over", { deadline: "2026-11-25" }],
    ["not begun", { startsOn: "2026-12-01" }],
    ["set only after that morning", { createdAt: "2026-11-27T08:30:00.000Z" }],
  ] as const)("of a goal that is %s is nothing to be reminded of", async (_name, change) => {
    const { slack, live, fates } = await through(change);
    await live(monday);
    expect([slack.posts, await fates()]).toEqual([[], []]);
  });

  test("of a goal that belongs to a plain name reminds those who can be written to", async () => {
    const { slack, live } = await through({ owner: "terminal", checkpointOwners: ["U0OTHER"] });
    await live(monday);
    expect(slack.posts.map(({ channel }) => channel)).toEqual(["U0OTHER"]);
  });

  test("that the bot slept through is written down as missed, and not sent late", async () => {
    const { slack, fates, run, ledger, time } = await through();
    time.now = new Date("2026-11-27T15:30:00Z");
    await run();
    await ledger.tick();
    expect(slack.posts).toEqual([]);
    expect(await fates()).toEqual(["checkpoint:g1:2026-11-30:U0OWNER skipped missed"]);
  });

  test.each(locales)("is said in %s, in a message Slack takes", async (locale) => {
    const { said, live } = await through(
      { checkpointOwners: ["U0OTHER"], why: "x".repeat(3_000) },
      { profiles: { U0OWNER: { locale }, U0OTHER: { locale } } },
    );
    await live(monday);
    expect(said).toHaveLength(2);
    for (const { reminder } of said) {
      expect(JSON.stringify(reminder)).not.toMatch(/\{\w+\}/u);
      expect(checkBlocks("message", reminderBlocks(reminder, "checkpoint:g1:x:y"))).toEqual([]);
    }
  });
});
