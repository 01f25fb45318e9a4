import { describe, expect, test } from "vitest";
import type { Asker, Form, FormValues, GoalsReply, Page, Reply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { goalBlocks } from "../../src/blocks/goal-blocks.ts";
import { pageBlocks } from "../../src/blocks/page-blocks.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import { locales } from "../../src/i18n/locale.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

/** Last week 70 of 100 solved at once. */
const tickets = ticketsOn("2026-11-10", 100, 70);

/** A desk with a goal of U0OWNER: from 60 up to 80 by the end of the year. */
async function withGoal(change: Parameters<typeof aGoal>[0] = {}) {
  const made = await deskOver({ tickets });
  const kept = aGoal({
    owner: "U0OWNER",
    baseline: { value: 60, sample: 100, from: "2026-09-21", to: "2026-09-27" },
    ...change,
  });
  await made.documents.change({ who: "U0LEAD", via: "test" }, ({ goals }) => goals.put(kept));
  return made;
}

const owner = anAsker({ id: "U0OWNER", role: "member" });
const other = anAsker({ id: "U0OTHER", role: "member" });

async function say(words: string, desk: Desk, asker: Asker = owner): Promise<Reply> {
  return goal.run(words, asker, desk);
}
function isForm(reply: Reply): asserts reply is Form {
  if (reply.kind !== "form") throw new Error(`no form: ${JSON.stringify(reply)}`);
}
function isGoals(reply: Reply): asserts reply is GoalsReply {
  if (reply.kind !== "goals") throw new Error(`no goals: ${JSON.stringify(reply)}`);
}
function isPage(reply: Reply): asserts reply is Page {
  if (reply.kind !== "page") throw new Error(`no page: ${JSON.stringify(reply)}`);
}
const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));

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

describe("going on", () => {
  test("is asked for with words or a button, stands on the card and in the history", async () => {
    const { desk } = await withGoal();
    const choices = await say("renew g1", desk);
    isPage(choices);
    expect(choices.choices.map(({ words }) => words)).toEqual([
      "goal renew g1 month",
      "goal renew g1 quarter",
      "goal renew g1 no",
    ]);
    await say("renew g1 quarter", desk);
    expect(await say("renew g1 month 5%", desk)).toMatchObject({ refused: false });
    expect((await desk.goals.find("g1"))?.renews).toEqual({ every: "month", stepPercent: 5 });
    const shown = await say("show g1", desk);
    isGoals(shown);
    expect(shown.cards[0]?.remarks).toContain(
      "It begins anew each month after its deadline. Each time it is reached, the target moves on by 5 %.",
    );
    await say("renew g1 no", desk);
    expect(await desk.goals.find("g1")).not.toHaveProperty("renews");
    const history = await say("history g1", desk);
    isPage(history);
    expect(history.table?.rows.slice(0, 3).map((row) => row[2])).toEqual([
      expect.stringMatching(/^Goes on: .*by 5 %\. → –$/u),
      expect.stringMatching(/each quarter.*→ .*by 5 %/u),
      expect.stringMatching(/^Goes on: – → .*each quarter.* kept/u),
    ]);
  });

  test.each([
    "renew g1 weekly",
    "renew g1 month 60%",
    "renew g1 month -5",
    "renew g1 no 5%",
    "renew g1 month NaN",
  ])("is refused where it cannot be meant: %s", async (words) => {
    const { desk } = await withGoal();
    const refused = await say(words, desk);
    isPage(refused);
    expect([refused.refused, refused.choices.length]).toEqual([true, 3]);
    expect(await desk.goals.find("g1")).not.toHaveProperty("renews");
  });

  test.each([
    [null, undefined],
    ["no", undefined],
    ["quarter", { every: "quarter", stepPercent: 0 }],
  ] as const)("is chosen in the form: %s", async (renews, wanted) => {
    const { desk } = await deskOver({ tickets });
    const form = await say("fcr", desk, anAsker());
    isForm(form);
    const values = { ...initials(form), target: "80 %", why: "They call twice", renews };
    expect(await sendGoal(form, values, desk, anAsker())).toMatchObject({ ok: true });
    expect((await desk.goals.find("g1"))?.renews).toEqual(wanted);
  });

  test("of a goal that has gone on names the next one", async () => {
    const { desk } = await withGoal({ renews: { every: "month", stepPercent: 0 } });
    const next = { startsOn: "2027-01-01", deadline: "2027-01-31", checkpoints: [] } as const;
    const term = { ...next, steps: [], target: 80, baseline: null, direction: "reach" } as const;
    const begun = await desk.goals.renew("g1", term, { who: "scheduler", via: "test" });
    expect(begun).toMatchObject({ id: "g2", renewedFrom: "g1" });
    expect(await desk.goals.renew("g1", term, { who: "scheduler", via: "test" })).toBeNull();
    expect(await say("renew g1 month", desk)).toMatchObject({
      refused: true,
      choices: [{ words: "goal show g2" }],
    });
    const history = await say("history g2", desk);
    isPage(history);
    expect(history.table?.rows.map((row) => row[2])).toEqual(["Goes on from goal g1"]);
    expect(history.choices.map(({ words }) => words)).toContain("goal history g1");
  });

  test("is for those who may change the goal", async () => {
    const { desk } = await withGoal({ checkpointOwners: ["U0OTHER"] });
    expect(await say("renew g1 month", desk, other)).toMatchObject({ refused: true });
  });
});

describe("taking over", () => {
  const left = { ownerGone: "U0OWNER", checkpointOwners: ["U0OTHER"] } as const;

  test("a goal whose owner left makes whoever was near its owner, once, and stands in its history", async () => {
    const { desk } = await withGoal(left);
    const shown = await say("show g1", desk, anAsker());
    isGoals(shown);
    expect(shown.buttons["g1"]?.[0]?.words).toBe("goal take-over g1");
    expect(await say("take-over g1", desk, other)).toMatchObject({
      refused: false,
      title: "Goal g1 is yours now.",
    });
    expect(await say("take-over g1", desk, anAsker())).toMatchObject({ refused: true });
    expect(await desk.goals.find("g1")).toMatchObject({ owner: "U0OTHER", revision: 2 });
    const history = await say("history g1", desk, other);
    isPage(history);
    expect(history.table?.rows[0]?.[2]).toBe("Owner: U0OWNER → U0OTHER");
  });

  test("a goal that has its owner, or by somebody who is not near it, is refused", async () => {
    const { desk } = await withGoal();
    expect(await say("take-over g1", desk, anAsker())).toMatchObject({ refused: true });
    const { desk: free } = await withGoal({ ...left, checkpointOwners: [] });
    expect(await say("take-over g1", free, other)).toMatchObject({ refused: true });
    expect(await free.goals.find("g1")).toMatchObject({ owner: "U0OWNER" });
  });
});

describe("pausing and archiving", () => {
  test("a paused goal is not judged, and goes on when it is told to", async () => {
    const { desk } = await withGoal();
    expect(await say("pause g1", desk)).toMatchObject({ refused: false });
    const paused = await say("show g1", desk);
    isGoals(paused);
    expect(paused.cards[0]).toMatchObject({ state: "paused", stateText: "paused" });
    expect(paused.buttons["g1"]?.map(({ words }) => words)).toContain("goal resume g1");
    await say("resume g1", desk);
    const running = await say("show g1", desk);
    isGoals(running);
    expect(running.cards[0]?.state).toBe("on_track");
  });

  test("an archived one leaves the list, is found in the archive and can come back", async () => {
    const { desk } = await withGoal();
    await say("archive g1", desk);
    const idsIn = async (words: string) => {
      const list = await say(words, desk);
      isGoals(list);
      return list.cards.map(({ id }) => id);
    };
    expect(await idsIn("list")).toEqual([]);
    expect(await idsIn("list archived")).toEqual(["g1"]);
    expect(await say("pause g1", desk, other)).toMatchObject({ refused: true });
    await say("resume g1", desk);
    expect(await idsIn("list")).toEqual(["g1"]);
    expect((await desk.goals.find("g1"))?.edits.map(({ changes }) => changes[0]?.after)).toEqual([
      "archived",
      "running",
    ]);
  });
});

test.each(locales)(
  "an archived one offers its way back and no form to change it: %s",
  async (locale) => {
    const { desk } = await withGoal();
    const asker = anAsker({ id: "U0OWNER", role: "member", locale });
    await say("archive g1", desk, asker);
    const list = await say("list archived", desk, asker);
    isGoals(list);
    expect(list.buttons["g1"]?.map(({ words }) => words)).toEqual([
      "goal show g1",
      "goal resume g1",
    ]);
    for (const words of ["edit g1", "renew g1 month"]) {
      const refused = await say(words, desk, asker);
      isPage(refused);
      expect(refused).toMatchObject({
        refused: true,
        lines: [expect.stringMatching(/g1.*[.。]$/u)],
      });
      expect(refused.choices.map((each) => each.words)).toEqual([
        "goal resume g1",
        "goal history g1",
      ]);
    }
  },
);

test.each(locales)(
  "a deed without its goal is asked which, with an example: %s",
  async (locale) => {
    const { desk } = await withGoal();
    for (const verb of ["show", "edit", "check-in", "pause", "archive", "history", "take-over"]) {
      const refused = await say(verb, desk, anAsker({ locale }));
      isPage(refused);
      expect(refused).toMatchObject({ refused: true, choices: [{ words: "goal list" }] });
      expect(refused.lines).toEqual([
        expect.stringMatching(new RegExp(`/goal ${verb} g1[.。]$`, "u")),
      ]);
    }
  },
);

test("the words are understood in every language", async () => {
  const { desk } = await withGoal();
  const wanted = ["goals", "goals", "form", "form", "page", "page", "page"];
  for (const [locale, words] of Object.entries({
    en: ["list", "show g1", "edit g1", "check-in g1", "history g1", "renew g1 month", "odds"],
    ko: ["목록", "보기 g1", "수정 g1", "점검 g1", "기록 g1", "갱신 g1 매월", "확률"],
    ru: [
      "список",
      "показать g1",
      "изменить g1",
      "отметка g1",
      "история g1",
      "продлить g1 месяц",
      "шансы",
    ],
    "zh-TW": ["清單", "查看 g1", "編輯 g1", "回報 g1", "歷史 g1", "續期 g1 每月", "機率"],
  })) {
    const kinds = [];
    for (const each of words) kinds.push((await say(each, desk)).kind);
    expect([locale, ...kinds]).toEqual([locale, ...wanted]);
  }
});

test.each(locales)(
  "what is shown with all its buttons is a message Slack takes: %s",
  async (locale) => {
    const { desk } = await withGoal();
    await say("check-in g1 Fine", desk);
    for (const words of ["list", "show g1"]) {
      const reply = await say(words, desk, anAsker({ locale }));
      isGoals(reply);
      expect(checkBlocks("message", goalBlocks(reply, locale))).toEqual([]);
      expect(JSON.stringify(reply)).not.toMatch(/\{\w+\}/u);
    }
  },
);
