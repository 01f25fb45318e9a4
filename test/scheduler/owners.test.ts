import { describe, expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { reminderBlocks } from "../../src/blocks/reminder-blocks.ts";
import { AppError } from "../../src/errors.ts";
import { goalRemarks } from "../../src/digests/goal-remarks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { ownersJob } from "../../src/scheduler/jobs/owners.ts";
import { aGoal } from "../fixtures/goal.ts";
import { reminderDesk, type ReminderDeskOptions } from "./reminder-desk.ts";

const goal = aGoal({ owner: "U0GONE", createdBy: "U0MADE", checkpointOwners: ["U0ASKED"] });
const gone = { U0GONE: { isGone: true } };
const morning = new Date("2026-11-26T08:00:00Z");
const dayLater = new Date("2026-11-27T12:00:00Z");
const asked = (...people: readonly string[]) =>
  people.map((person) => `hand-over:g1:U0GONE:${person} sent`);

const everyLead = async () => ["U0LEAD", "U0ADMIN", "U0GONE"];

async function through(
  change: Parameters<typeof aGoal>[0] = {},
  more: Partial<ReminderDeskOptions> & {
    readonly readers?: readonly string[];
    readonly leads?: () => Promise<readonly string[]>;
  } = {},
) {
  const { readers = ["U0LEAD", "U0ADMIN"], leads = everyLead, ...options } = more;
  const desk = await reminderDesk({
    goals: [{ ...goal, ...change }],
    startsAt: morning,
    profiles: gone,
    ...options,
  });
  const job = ownersJob({
    ...desk.jobPorts,
    leads,
    mayRead: async (_channel, person) => readers.includes(person),
  });
  return { ...desk, run: job.run, live: (until: Date) => desk.live(job.run, until) };
}

describe("an owner whose account was closed", () => {
  test("makes everybody near ask once who takes over, and the goal goes on with a note", async () => {
    const { slack, said, live, fates, goals, ports } = await through();
    await live(dayLater);
    expect(await fates()).toEqual(asked("U0MADE", "U0ASKED", "U0LEAD", "U0ADMIN"));
    expect(slack.posts).toHaveLength(4);
    expect(said[0]?.reminder.parts[0]?.choices[0]?.words).toBe("goal take-over g1");
    const kept = await goals.find("g1");
    expect(kept).toMatchObject({ owner: "U0GONE", ownerGone: "U0GONE", paused: false });
    expect(goalRemarks(kept!, ports, "en")[0]).toContain("Its owner has left");
    await goals.takeOver("g1", { who: "U0MADE", via: "test" });
    expect(goalRemarks((await goals.find("g1"))!, ports, "en")).toEqual([]);
  });

  test("is not told to leads who may not read in the goal's channel", async () => {
    const { live, fates } = await through({}, { readers: ["U0ADMIN"] });
    await live(dayLater);
    expect(await fates()).toEqual(asked("U0MADE", "U0ASKED", "U0ADMIN"));
  });

  test("asks nobody who left too, and not of a goal that was archived", async () => {
    const both = { ...gone, U0MADE: { isGone: true } };
    const { live, fates } = await through({}, { profiles: both });
    await live(dayLater);
    expect(await fates()).toEqual(asked("U0ASKED", "U0LEAD", "U0ADMIN"));
    const archived = await through({ archived: true });
    await archived.live(dayLater);
    expect(await archived.fates()).toEqual([]);
  });

  test("is looked for again where Slack did not say who leads, and nobody is asked twice", async () => {
    let looks = 0;
    const leads = async () => {
      looks += 1;
      if (looks === 1) throw new AppError("slack_busy", "Slack did not say who is in S0LEADS");
      return await everyLead();
    };
    const { run, live, fates, goals } = await through({}, { leads });
    await expect(run()).rejects.toMatchObject({ code: "slack_busy" });
    expect((await goals.find("g1"))?.ownerGone).not.toBe("U0GONE");
    await live(dayLater);
    expect(await fates()).toEqual(asked("U0MADE", "U0ASKED", "U0LEAD", "U0ADMIN"));
  });

  test("that comes to light between two looks asks nobody twice", async () => {
    const { slack, run, ledger, documents, time, goals } = await through();
    await run();
    // As if the bot had died before it wrote the goal's own note.
    await documents.change({ who: "test", via: "test" }, (draft) => draft.goals.put(goal));
    time.now = new Date(morning.getTime() + 3_600_000);
    await run();
    await ledger.tick();
    expect(slack.posts).toHaveLength(4);
    expect((await goals.find("g1"))?.ownerGone).toBe("U0GONE");
  });

  test("and opened again has no note any more", async () => {
    const { run, goals } = await through({ ownerGone: "U0GONE" }, { profiles: {} });
    await run();
    expect(await goals.find("g1")).not.toHaveProperty("ownerGone");
  });

  test("who was followed by another before the message left is not asked for", async () => {
    const { slack, run, ledger, goals, fates } = await through();
    await run();
    await goals.takeOver("g1", { who: "U0LEAD", via: "test" });
    await ledger.tick();
    expect(slack.posts).toEqual([]);
    expect((await fates()).every((fate) => fate.endsWith("skipped needless"))).toBe(true);
  });

  test.each(locales)("is told in %s, in a message Slack takes", async (locale) => {
    const { said, live } = await through({}, { profiles: { ...gone, U0MADE: { locale } } });
    await live(dayLater);
    const [{ reminder } = { reminder: null }] = said;
    expect(JSON.stringify(reminder)).not.toMatch(/\{\w+\}/u);
    const drawn = reminderBlocks(reminder!, "key");
    expect(checkBlocks("message", drawn)).toEqual([]);
    // Whoever is asked to take over wants to know from whom.
    expect(JSON.stringify(drawn)).toMatch(/[:：] <@U0GONE>"/u);
  });
});
