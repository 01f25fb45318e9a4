import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  double,
  option,
  record,
  string,
} from "fast-check";
import { describe, expect, test } from "vitest";
import type { Goal } from "../../goals/goal.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { type } from "./desk.ts";
import { anApp, exported, goalsIn, importing, minimal } from "./goal-files.ts";

/** What a file leaves out: how the goal came to be what it is. */
const withoutCourse = ({ revision: _r, submission: _s, edits: _e, ...goal }: Goal) => ({
  ...goal,
  checkIns: goal.checkIns.map(({ submission: _form, ...checkIn }) => checkIn),
});

const byId = (goals: readonly Goal[]) =>
  Object.fromEntries(goals.map((goal) => [goal.id, withoutCourse(goal)]));

describe("goals out and in", () => {
  test("any goals come back whole, and once more changes nothing", async () => {
    const word = string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter(
      (each) => each.trim() === each,
    );
    const checkIn = record({
      at: constant("2026-10-09T09:00:00.000Z"),
      who: word,
      text: word,
      submission: word,
    });
    const goals = array(
      record({
        target: double({ min: 71, max: 100, noNaN: true }),
        why: word,
        owner: constantFrom("U0LEAD", "U0OTHER", "former agent 1"),
        channel: option(constant("C0TEAM")),
        where: constantFrom(
          {},
          { channel: { in: ["e mail", "채팅"] } },
          { team: { not_in: ["A:B", "no"] } },
        ),
        severity: constantFrom("low", "normal", "high"),
        checkpointOwners: array(constantFrom("U0A", "U0B"), { maxLength: 2 }),
        steps: constantFrom([], [{ until: "2026-11-01" as const, target: 71 }]),
        archived: boolean(),
        draft: boolean(),
        paused: boolean(),
        accepted: option(record({ rules: array(word), reason: word })),
        checkIns: array(checkIn, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ).map((all) =>
      all.map((each, at) => aGoal({ ...each, id: `g${at + 1}`, submission: `f${at}` })),
    );
    const from = await anApp();
    await assert(
      asyncProperty(goals, async (all) => {
        await from.importGoals(
          { fresh: all.map(({ id, ...goal }) => ({ id, goal })), changed: [] },
          "x",
        );
        const text = await exported(from);
        const held = await goalsIn(from);
        // What is there of an earlier run may differ in what never changes: so to an empty place each time.
        const empty = await anApp();
        expect((await importing(empty, text)).err).toBe("");
        expect(byId(await goalsIn(empty))).toEqual(byId(held));
        expect(await exported(empty)).toBe(text);
        const before = await goalsIn(empty);
        expect((await importing(empty, text)).out).toBe(
          `Done: 0 new, 0 changed, ${held.length} the same.\n`,
        );
        expect(await goalsIn(empty)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });

  test("what a file does not say of a goal that is there stays", async () => {
    const app = await anApp();
    const { id, ...goal } = aGoal({
      where: { channel: { in: ["phone"] } },
      options: { kind: "calls" },
      severity: "high",
      steps: [{ until: "2026-11-01", target: 75 }],
      renews: { every: "month", stepPercent: 5 },
      surveyEvery: "month",
      checkpointOwners: ["U0A"],
      checkpoints: ["2026-11-20"],
      paused: true,
      accepted: { rules: ["x"], reason: "y" },
      checkIns: [{ at: "2026-10-09T09:00:00.000Z", who: "U0A", text: "z", submission: "s" }],
    });
    await app.importGoals({ fresh: [{ id, goal }], changed: [] }, "U0ADMIN");
    expect((await importing(app, "goals: [{ id: g1 }]")).out).toBe(
      "Done: 0 new, 0 changed, 1 the same.\n",
    );
    const said = await importing(app, "goals: [{ id: g1, why: Because }]");
    expect(said.out).toContain("Done: 0 new, 1 changed, 0 the same.");
    const [after] = await goalsIn(app);
    expect(after).toEqual({
      ...goal,
      id,
      why: "Because",
      revision: 2,
      edits: [
        expect.objectContaining({
          changes: [{ field: "why", before: goal.why, after: "Because" }],
        }),
      ],
    });
  });

  test("a goal written by hand gets from the desk what the form would give it", async () => {
    const app = await anApp();
    await type(["pull"], { app });
    const said = await importing(app, minimal);
    expect([said.exit, said.err]).toEqual([0, ""]);
    expect(said.out).toContain("from 75.0 % up to 90 % or better by 31 December 2026");
    const [goal] = await goalsIn(app);
    expect(goal).toMatchObject({
      id: "g1",
      target: 90,
      towards: "up",
      baseline: { value: 75, sample: 40, from: "2026-11-09", to: "2026-11-15" },
      startsOn: "2026-11-18",
      createdBy: "terminal",
      revision: 1,
    });
    expect(goal?.checkpoints.length).toBeGreaterThan(0);
    expect((await importing(app, minimal)).out).toBe("Done: 0 new, 0 changed, 1 the same.\n");
    expect(await goalsIn(app)).toEqual([goal]);
  });

  test("a changed file changes the goal, with a reason where it becomes easier", async () => {
    const app = await anApp();
    await importing(app, minimal);
    const text = await exported(app);
    const easier = text.replace("target: 90", "target: 85");
    const refused = await importing(app, easier);
    expect(refused.exit).toBe(1);
    expect(refused.err).toMatch(/^goals\.yml:\d+ g1 would become easier or later/u);
    const [before] = await goalsIn(app);
    expect(before?.target).toBe(90);
    const said = await importing(
      app,
      easier.replace("target: 85", "target: 85\n    reason: New line"),
    );
    expect(said.out).toContain("Done: 0 new, 1 changed, 0 the same.");
    expect((await goalsIn(app))[0]).toMatchObject({
      target: 85,
      revision: 2,
      edits: [
        {
          who: "terminal",
          reason: "New line",
          changes: [{ field: "target", before: 90, after: 85 }],
        },
      ],
    });
    await importing(app, (await exported(app)).replace("archived: false", "archived: true"));
    expect(await app.deskAt(null).goals.list()).toEqual([]);
  });
});

test("an export to a file never writes over one", async () => {
  const app = await anApp();
  await importing(app, minimal);
  const file = join(newFolder(), "out.yml");
  expect((await type(["goal", "export", file], { app })).out).toBe(`1 goal written to ${file}\n`);
  expect(readFileSync(file, "utf8")).toBe(await exported(app));
  const again = await type(["goal", "export", file], { app });
  expect([again.exit, again.err]).toEqual([1, expect.stringContaining("is there already")]);
  expect(existsSync(file)).toBe(true);
});
