import { describe, expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { reminderBlocks } from "../../src/blocks/reminder-blocks.ts";
import { goalRemarks } from "../../src/digests/goal-remarks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { renewalsJob } from "../../src/scheduler/jobs/renewals.ts";
import { aGoal } from "../fixtures/goal.ts";
import { reminderDesk, type ReminderDeskOptions } from "./reminder-desk.ts";

/** It ends on Sunday 15 November; in the seven days before, 70 of 100 were solved at once. */
const goal = aGoal({
  owner: "U0OWNER",
  createdBy: "U0MADE",
  target: 70,
  startsOn: "2026-10-16",
  deadline: "2026-11-15",
  checkIns: [{ at: "2026-11-10T08:00:00.000Z", who: "U0OWNER", text: "Fine", submission: "1" }],
  steps: [{ until: "2026-10-31", target: 68 }],
  renews: { every: "month", stepPercent: 5 },
});

async function through(
  change: Parameters<typeof aGoal>[0] = {},
  more: Partial<ReminderDeskOptions> = {},
) {
  const desk = await reminderDesk({
    goals: [{ ...goal, ...change }],
    startsAt: new Date("2026-11-15T20:00:00Z"),
    ...more,
  });
  const { run } = renewalsJob({ ...desk.jobPorts, reports: desk.ports.reports });
  return { ...desk, run, live: (until: Date) => desk.live(run, until) };
}
const dies = async () => {
  throw new Error("killed");
};
const mondayNoon = new Date("2026-11-16T11:00:00Z");

describe("a goal that goes on", () => {
  test("begins anew the day after its deadline, once, further where it was reached", async () => {
    const { goals, live, fates, said } = await through();
    await live(mondayNoon);
    const all = await goals.list();
    expect(all.map(({ id }) => id)).toEqual(["g1", "g2"]);
    expect(all[1]).toMatchObject({
      startsOn: "2026-11-16",
      deadline: "2026-12-15",
      target: 73.5,
      direction: "reach",
      baseline: { value: 70, sample: 100, from: "2026-11-09", to: "2026-11-15" },
      owner: "U0OWNER",
      createdBy: "U0MADE",
      renewedFrom: "g1",
      steps: [],
      checkIns: [],
      edits: [],
    });
    expect(all[1]?.checkpoints.every((day) => day > "2026-11-16" && day < "2026-12-15")).toBe(true);
    expect(all[0]?.edits.at(-1)?.changes).toEqual([
      { field: "renewedAs", before: null, after: "g2" },
    ]);
    expect(await fates()).toEqual(["renewed:g2:U0OWNER sent"]);
    expect(said[0]?.reminder.parts[0]?.lines[0]).toMatch(/^Goal g1 ended: achieved, at 70/u);
  });

  test("says on the next card what it goes on from, and on the old one that it does not any more", async () => {
    const { goals, live, ports } = await through();
    await live(mondayNoon);
    const remarks = async (id: string) =>
      goalRemarks((await goals.find(id))!, ports, "en").join("\n");
    expect(await remarks("g2")).toContain("Goes on from goal g1");
    expect(await remarks("g2")).toContain("anew each month");
    expect(await remarks("g1")).not.toContain("anew each month");
  });

  test.each([
    ["paused", { paused: true }],
    ["a draft", { draft: true }],
    ["archived", { archived: true }],
    ["not over yet", { deadline: "2026-11-16" }],
  ] as const)("does not begin anew while it is %s", async (_name, change) => {
    const { goals, live } = await through(change);
    await live(mondayNoon);
    expect((await goals.list()).concat(await goals.listArchived())).toHaveLength(1);
  });

  test("waits a week for the data of its end, then begins without knowing them", async () => {
    const { goals, run, time } = await through({ kpi: "asa", target: 20, towards: "down" });
    time.now = mondayNoon;
    await run();
    expect(await goals.list()).toHaveLength(1);
    time.now = new Date("2026-11-23T11:00:00Z");
    await run();
    expect((await goals.list())[1]).toMatchObject({ target: 20, baseline: null });
  });

  test("is told by the next look where the process died once it had begun", async () => {
    const desk = await reminderDesk({
      goals: [goal],
      startsAt: new Date("2026-11-15T20:00:00Z"),
    });
    const { jobPorts, ports, live, fates, said, time } = desk;
    const renewing = { ...jobPorts, reports: ports.reports };
    time.now = mondayNoon;
    await expect(renewalsJob({ ...renewing, remind: dies }).run()).rejects.toThrow("killed");
    expect(await fates()).toEqual([]);
    const { run } = renewalsJob(renewing);
    await live(run, new Date(mondayNoon.getTime() + 3 * 86_400_000));
    expect(await fates()).toEqual(["renewed:g2:U0OWNER sent"]);
    expect(said).toHaveLength(1);
  });

  test("is not begun twice by two looks at once", async () => {
    const { goals, run, time } = await through();
    time.now = mondayNoon;
    await Promise.all([run(), run()]);
    expect(await goals.list()).toHaveLength(2);
  });

  test.each(locales)("is told in %s, in a message Slack takes", async (locale) => {
    const { said, live } = await through({}, { profiles: { U0OWNER: { locale } } });
    await live(mondayNoon);
    const [{ reminder } = { reminder: null }] = said;
    expect(JSON.stringify(reminder)).not.toMatch(/\{\w+\}/u);
    expect(checkBlocks("message", reminderBlocks(reminder!, "key"))).toEqual([]);
  });
});
