import { describe, expect, test } from "vitest";
import type { Goal } from "../../goals/goal.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { reminderBlocks } from "../../src/blocks/reminder-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { reviewsJob } from "../../src/scheduler/jobs/reviews.ts";
import { aGoal } from "../fixtures/goal.ts";
import { reminderDesk, type ReminderDeskOptions } from "./reminder-desk.ts";

const goalOf = (id: string, change: Partial<Goal>): Goal =>
  aGoal({ id, owner: "U0OWNER", submission: id, ...change });
const said = (at: string) => [
  { at: `${at}T10:00:00.000Z`, who: "U0OWNER", text: "Fine", submission: at },
];

/** At the turn to 2027; the first of January is a holiday, and then comes a weekend. */
const goals = [
  goalOf("g1", { startsOn: "2026-10-01", deadline: "2026-12-15" }),
  goalOf("g2", { startsOn: "2026-08-01", deadline: "2027-02-28" }),
  goalOf("g3", { startsOn: "2026-08-01", deadline: "2027-06-30", checkIns: said("2026-12-01") }),
  goalOf("g4", { startsOn: "2026-08-01", deadline: "2027-02-28", checkIns: said("2026-12-01") }),
  goalOf("g5", { startsOn: "2026-11-01", deadline: "2027-06-30" }),
  goalOf("g6", { startsOn: "2026-08-01", deadline: "2026-12-15", archived: true }),
];

async function through(more: Partial<ReminderDeskOptions> = {}) {
  const desk = await reminderDesk({
    goals,
    startsAt: new Date("2026-12-30T20:00:00Z"),
    daysOff: ["2027-01-01"],
    ...more,
  });
  const { run } = reviewsJob({ ...desk.jobPorts, periods: desk.reviewPeriods });
  return { ...desk, live: (until: Date) => desk.live(run, until) };
}
const later = new Date("2027-01-05T20:00:00Z");

describe("the turn of the quarter", () => {
  test("brings owners what wants a decision, once, on the first working day at nine", async () => {
    const { slack, said: told, live, fates } = await through();
    await live(later);
    expect(await fates()).toEqual(["review:2027-q1:U0OWNER sent"]);
    expect(slack.posts).toMatchObject([
      { channel: "U0OWNER", at: new Date("2027-01-04T08:00:00Z") },
    ]);
    const parts = told[0]?.reminder.parts.map(({ lines, choices }) => [
      /\((g\d)\)$/u.exec(lines[0] ?? "")?.[1],
      ...choices.map(({ words }) => words),
    ]);
    expect(parts).toEqual([
      ["g1", "goal archive g1", "goal renew g1"],
      ["g2", "goal edit g2", "goal archive g2"],
      ["g3", "goal edit g3", "goal archive g3"],
    ]);
    expect(told[0]?.reminder.title).toBe("A new quarter: 3 goals want a decision");
  });

  test("asks nothing of a goal that goes on by itself, and says of one that did as what", async () => {
    const monthly = { renews: { every: "month", stepPercent: 0 } } as const;
    const over = { startsOn: "2026-10-01", deadline: "2026-12-15" } as const;
    const on = { field: "renewedAs", before: null, after: "g8" } as const;
    const edit = { at: "2026-12-16T08:00:00.000Z", who: "scheduler", reason: null, changes: [on] };
    const { said: told, live } = await through({
      goals: [
        goalOf("g1", { ...over, ...monthly }),
        goalOf("g2", { ...over, edits: [{ ...edit, submission: "renewal" }] }),
        goalOf("g3", { ...over, ...monthly, paused: true }),
      ],
    });
    await live(later);
    const parts = told[0]?.reminder.parts.map(({ lines, choices }) => [
      lines[1],
      ...choices.map(({ words }) => words),
    ]);
    expect(parts).toEqual([
      ["It is over and goes on as g8. Archive it.", "goal archive g2"],
      ["Its deadline is past. Archive it, or let it go on.", "goal archive g3", "goal renew g3"],
    ]);
  });

  test("asks nobody who owns nothing to decide, nor who left", async () => {
    const quiet = await through({ goals: goals.slice(3) });
    await quiet.live(later);
    expect(await quiet.fates()).toEqual([]);
    const gone = await through({ profiles: { U0OWNER: { isGone: true } } });
    await gone.live(later);
    expect(await gone.fates()).toEqual([]);
  });

  test("is needless where everything was put away before the morning", async () => {
    const { goals: book, live, fates, slack } = await through({ fateOfPost: () => "busy" });
    await live(new Date("2027-01-04T08:10:00Z"));
    for (const id of ["g1", "g2", "g3"]) {
      await book.setCourse(id, "archived", { who: "U0OWNER", via: "test" });
    }
    await live(new Date("2027-01-04T10:00:00Z"));
    expect(await fates()).toEqual(["review:2027-q1:U0OWNER skipped needless"]);
    expect(slack.posts).toEqual([]);
  });

  test("comes by the morning of each owner, east and west of here", async () => {
    const { slack, live } = await through({
      goals: [goals[0]!, { ...goals[1]!, owner: "U0SEOUL" }, { ...goals[2]!, owner: "U0LIMA" }],
      profiles: { U0SEOUL: { zone: "Asia/Seoul" }, U0LIMA: { zone: "America/Lima" } },
      daysOff: [],
    });
    await live(later);
    expect(slack.posts.map(({ channel, at }) => [channel, at.toISOString()])).toEqual([
      ["U0SEOUL", "2027-01-01T00:00:00.000Z"],
      ["U0OWNER", "2027-01-01T08:00:00.000Z"],
      ["U0LIMA", "2027-01-01T14:00:00.000Z"],
    ]);
  });

  test.each(locales)(
    "is said in %s, in a message Slack takes, however many goals",
    async (locale) => {
      const many = Array.from({ length: 40 }, (_, index) =>
        goalOf(`g${index}`, { startsOn: "2026-10-01", deadline: "2026-12-15" }),
      );
      const { said: told, live } = await through({
        goals: many,
        profiles: { U0OWNER: { locale } },
      });
      await live(later);
      const [{ reminder } = { reminder: null }] = told;
      expect(JSON.stringify(reminder)).not.toMatch(/\{\w+\}/u);
      expect(checkBlocks("message", reminderBlocks(reminder!, "key"))).toEqual([]);
    },
  );
});
