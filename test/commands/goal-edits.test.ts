import { describe, expect, test } from "vitest";
import type { Asker, FormValues } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { pageBlocks } from "../../src/blocks/page-blocks.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { anAsker } from "./desk-for-tests.ts";
import { withGoal, owner, other, say, isForm, isGoals, isPage, initials } from "./goal-in-life.ts";

async function editing(desk: Desk, asker: Asker = owner) {
  const form = await say("edit g1", desk, asker);
  isForm(form);
  const values = initials(form);
  return {
    values,
    send: (change: FormValues, by = asker) =>
      goal.submit!(form.state, { ...values, ...change }, by, desk),
  };
}

describe("an edit", () => {
  test("changes what was changed, and the history says who, what and why", async () => {
    const { desk } = await withGoal();
    const { send, values } = await editing(desk);
    expect(values).toMatchObject({ target: "80 %", deadline: "2026-12-31", owner: "U0OWNER" });
    const saved = await send({ target: "85 %" });
    expect(saved).toMatchObject({ ok: true, reply: { title: "Goal g1 is changed." } });
    expect(await desk.goals.find("g1")).toMatchObject({ target: 85, revision: 2 });
    const history = await say("history g1", desk);
    isPage(history);
    expect(history.table?.rows[0]?.slice(1)).toEqual([
      { person: "U0OWNER" },
      "Target: 80 % → 85 %",
      "",
    ]);
    expect(checkBlocks("message", pageBlocks(history, "en"))).toEqual([]);
  });

  test.each([
    ["an easier target", { target: "75" }],
    ["a later deadline", { deadline: "2027-02-28" }],
  ])("to %s needs a reason, which everybody reads", async (_name, change) => {
    const { desk, ports } = await withGoal();
    const { send } = await editing(desk);
    expect(await send(change)).toEqual({
      ok: false,
      errors: { reason: expect.stringContaining("needs a reason") },
    });
    expect(await desk.goals.find("g1")).toMatchObject({ revision: 1 });
    expect(await send({ ...change, reason: "Two people left" })).toMatchObject({ ok: true });
    const shown = await say("show g1", desk);
    isGoals(shown);
    expect(shown.cards[0]?.remarks.join("\n")).toContain("(Two people left)");
    const digest = await composeDigest(composeAsked(), ports);
    expect(digest.goals[0]?.remarks.join("\n")).toContain("(Two people left)");
    const history = await say("history g1", desk);
    isPage(history);
    expect(history.table?.rows[0]?.[3]).toBe("Two people left");
  });

  test("to a later deadline divides the rest of the way anew", async () => {
    const { desk } = await withGoal({ checkpoints: ["2026-11-02", "2026-11-30"] });
    const { send } = await editing(desk);
    await send({ deadline: "2026-12-09", reason: "" });
    expect((await desk.goals.find("g1"))?.checkpoints).toEqual([
      "2026-11-02",
      "2026-11-25",
      "2026-12-02",
    ]);
  });

  test.each([
    ["target", { target: "50 %" }],
    ["target", { target: "many" }],
    ["target", { target: "120 %" }],
    ["deadline", { deadline: "2026-11-01" }],
    ["deadline", { deadline: null }],
    ["owner", { owner: null }],
    ["why", { why: " " }],
  ] as const)("is held to what a goal must be: %s", async (field, change) => {
    const { desk } = await withGoal();
    const { send } = await editing(desk);
    const result = await send({ reason: "because", ...change });
    expect(result.ok ? [] : Object.keys(result.errors)).toEqual([field]);
    expect(await desk.goals.find("g1")).toMatchObject({ revision: 1 });
  });

  test("of a goal that changed meanwhile keeps the form, and the other's change", async () => {
    const { desk } = await withGoal();
    const [first, second] = [await editing(desk), await editing(desk, anAsker())];
    expect(await second.send({ target: "90" })).toMatchObject({ ok: true });
    expect(await first.send({ target: "85" })).toEqual({
      ok: false,
      errors: { target: expect.stringContaining("Somebody changed goal g1") },
    });
    expect(await desk.goals.find("g1")).toMatchObject({ target: 90 });
  });

  test("of a goal that is gone or archived is told calmly", async () => {
    const { desk, documents } = await withGoal();
    const { send } = await editing(desk);
    await say("archive g1", desk);
    expect(await send({ target: "85" })).toMatchObject({
      ok: false,
      errors: { target: expect.stringContaining("archived") },
    });
    await documents.change({ who: "x", via: "test" }, ({ goals }) => goals.remove("g1"));
    expect(await send({ target: "85" })).toMatchObject({ ok: false });
  });

  test("sent twice has one effect, and a comment meanwhile is in nobody's way", async () => {
    const { desk } = await withGoal();
    const { send } = await editing(desk);
    await say("check-in g1 Called the vendor", desk);
    const [first, second] = await Promise.all([send({ target: "85" }), send({ target: "85" })]);
    expect(first.ok && second.ok).toBe(true);
    expect((await desk.goals.find("g1"))?.edits).toHaveLength(1);
  });

  test("is for its owner, leads and admins, whatever the form says", async () => {
    const { desk } = await withGoal();
    expect(await say("edit g1", desk, other)).toMatchObject({ refused: true });
    const { send } = await editing(desk);
    expect(await send({ target: "85" }, other)).toMatchObject({ ok: false });
    expect(await goal.submit!("edit:g1:1:x", {}, other, desk)).toMatchObject({ ok: false });
    expect(await desk.goals.find("g1")).toMatchObject({ revision: 1 });
  });
});

describe("a check-in", () => {
  test("is kept with who and when, and stands on the card", async () => {
    const { desk } = await withGoal();
    expect(await say("check-in g1 Called the vendor. Next: training", desk)).toMatchObject({
      refused: false,
      title: "Checked in on goal g1.",
    });
    expect((await desk.goals.find("g1"))?.checkIns).toMatchObject([
      { who: "U0OWNER", at: "2026-11-18T11:00:00.000Z", text: "Called the vendor. Next: training" },
    ]);
    const list = await say("list", desk, other);
    isGoals(list);
    expect(list.cards[0]?.remarks).toEqual([
      "Check-in of 18 November 2026: Called the vendor. Next: training",
    ]);
  });

  test("by its form is one, however often it is sent; an empty one is none", async () => {
    const { desk } = await withGoal();
    const form = await say("check in g1", desk);
    isForm(form);
    const send = (text: string | null) => goal.submit!(form.state, { text }, owner, desk);
    expect(await send("  ")).toMatchObject({ ok: false, errors: { text: expect.any(String) } });
    expect(await send("x".repeat(501))).toMatchObject({ ok: false });
    await Promise.all([send("All well"), send("All well")]);
    expect((await desk.goals.find("g1"))?.checkIns).toHaveLength(1);
  });

  test("is for whoever is asked to, who may change nothing else", async () => {
    const { desk } = await withGoal({ checkpointOwners: ["U0OTHER"] });
    expect(await say("check-in g1 hi", desk, other)).toMatchObject({ refused: false });
    expect(await say("edit g1", desk, other)).toMatchObject({ refused: true });
    const shown = await say("show g1", desk, other);
    isGoals(shown);
    expect(shown.buttons["g1"]?.map(({ words }) => words)).toEqual([
      "goal check-in g1",
      "goal history g1",
    ]);
  });

  test("is not for everybody", async () => {
    const { desk } = await withGoal();
    expect(await say("check-in g1 hi", desk, other)).toMatchObject({ refused: true });
    expect(await goal.submit!("check-in:g1:x", { text: "hi" }, other, desk)).toMatchObject({
      ok: false,
    });
    expect(await goal.submit!("check-in:g9:x", { text: "hi" }, owner, desk)).toMatchObject({
      ok: false,
    });
    expect((await desk.goals.find("g1"))?.checkIns).toEqual([]);
  });
});
