import { describe, expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { goalBlocks } from "../../src/blocks/goal-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";
import {
  tickets,
  withGoal,
  other,
  say,
  isForm,
  isGoals,
  isPage,
  initials,
} from "./goal-in-life.ts";

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
