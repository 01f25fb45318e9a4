import { expect, test } from "vitest";
import { goal } from "../../commands/goal.ts";
import type { GoalsReply, Page } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { goalBlocks } from "../../src/blocks/goal-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { sayDay } from "../../src/digests/say-when.ts";
import { say } from "../../src/i18n/say.ts";
import { drawReply } from "../../src/slack/draw.ts";
import { renderGoals } from "../../src/terminal/render-goals.ts";
import { paintFor } from "../../src/terminal/paint.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const channels = Array.from({ length: 10 }, (_, index) => `channel ${index}`);
/** Of a hundred contacts in each channel, so many more are solved at once in each. */
const tickets = channels.flatMap((channel, index) =>
  ticketsOn("2026-11-10", 100, 60 + index, { channel }),
);

/** From 50 to 100 in the time of which 69 % is past: the further back, the more there is to do. */
const goals = Array.from({ length: 100 }, (_, index) =>
  aGoal({
    id: `g${index + 1}`,
    where: { channel: { in: [channels[index % 10]!] } },
    baseline: { value: 50, sample: 100, from: "2026-09-28", to: "2026-10-04" },
    startsOn: "2026-10-05",
    deadline: "2026-12-04",
    target: 100,
    submission: `form-${index}`,
  }),
);

async function deskWith(kept: typeof goals) {
  const { desk, documents } = await deskOver({ tickets });
  await documents.change({ who: "U0LEAD", via: "test" }, async (all) => {
    for (const each of kept) await all.goals.put(each);
  });
  return desk;
}

async function list(words: string, desk: Desk, change = {}): Promise<GoalsReply> {
  const reply = await goal.run(words, anAsker(change), desk);
  if (reply.kind !== "goals") throw new Error("no goals");
  return reply;
}

test("a hundred goals are looked through page by page, those first that are furthest behind", async () => {
  const desk = await deskWith(goals);
  const seen: string[] = [];
  for (let words = "goal list", pages = 0; words !== "" && pages < 20; pages += 1) {
    const page = await list(words.slice("goal ".length), desk);
    seen.push(...page.cards.map(({ id, value }) => `${value} ${id}`));
    expect(page.left).toBe(100 - seen.length);
    words = page.choices.find((each) => each.words.startsWith("goal list"))?.words ?? "";
  }
  // By hand: the channels one after the other, and of each its ten goals as they were set.
  const wanted = channels.flatMap((_, place) =>
    Array.from({ length: 10 }, (_each, nth) => `${60 + place} g${nth * 10 + place + 1}`),
  );
  expect(seen).toEqual(wanted);
});

test.each(locales)(
  "says until when nobody is called for it, alone and in the list: %s",
  async (locale) => {
    const desk = await deskWith([
      { ...goals[0]!, snoozedUntil: "2026-11-18" },
      { ...goals[1]!, snoozedUntil: "2026-11-17" },
      { ...goals[2]!, snoozedUntil: "2026-11-18", paused: true },
    ]);
    const told = say(locale, (t) => t.digestMore.quiet, { day: sayDay("2026-11-18", locale) });
    const { cards } = await list("list", desk, { locale });
    expect(cards.map(({ id, remarks }) => `${id} ${remarks.includes(told)}`).toSorted()).toEqual([
      "g1 true",
      "g2 false",
      "g3 false",
    ]);
    for (const words of ["list", "show g1"]) {
      const reply = await list(words, desk, { locale });
      expect(JSON.stringify(goalBlocks(reply, locale).blocks)).toContain(told);
      const reader = { locale, paint: paintFor(false), zone: "Europe/Berlin" };
      expect(renderGoals(reply, reader).join("\n")).toContain(told);
    }
  },
);

test("a button leads to the archived ones where there are some, and back", async () => {
  const wordsOf = async (words: string, desk: Desk) =>
    (await list(words, desk)).choices.map((each) => each.words);
  expect(await wordsOf("list", await deskWith([goals[0]!]))).not.toContain("goal list archived");
  const desk = await deskWith([goals[0]!, { ...goals[1]!, archived: true }]);
  expect(await wordsOf("list", desk)).toContain("goal list archived");
  expect((await list("list archived", desk)).cards.map(({ id }) => id)).toEqual(["g2"]);
  expect(await wordsOf("list archived", desk)).toContain("goal list");
});

test("a page past the last is the last", async () => {
  const desk = await deskWith(goals.slice(0, 3));
  expect((await list("list 9", desk)).cards).toHaveLength(3);
  expect((await list("list 0", desk)).cards).toHaveLength(3);
});

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 1, 8, minute)).toISOString();
const longest = "<&*_~ЖㅎW長 ".repeat(400);

test.each(locales)("with the longest texts a page is one that Slack takes: %s", async (locale) => {
  const long = goals.map((each) => ({
    ...each,
    where: { channel: { in: [longest.slice(0, 200)] }, team: { in: [longest.slice(0, 200)] } },
    why: longest,
    accepted: { rules: [], reason: longest },
    checkIns: [{ at: "2026-11-01T08:00:00.000Z", who: "U0A", text: longest, submission: "s" }],
  }));
  const desk = await deskWith(long);
  for (const words of ["list", "list 7", "show g7"]) {
    const reply = await list(words, desk, { locale });
    expect(checkBlocks("message", goalBlocks(reply, locale))).toEqual([]);
    const lines = renderGoals(reply, { locale, zone: "Europe/Berlin", paint: paintFor(false) });
    expect(lines.join("\n")).not.toMatch(/\{\w+\}/u);
  }
});

test.each(locales)("a history of a hundred changes is one that Slack takes: %s", async (locale) => {
  const hundred = Array.from({ length: 100 }, (_, index) => index);
  const edits = hundred.map((index) => ({
    at: at(index),
    who: "U0LEAD",
    reason: longest,
    changes: [{ field: "why" as const, before: longest, after: longest }],
    submission: `edit-${index}`,
  }));
  const checkIns = hundred.map((index) => ({
    at: at(index),
    who: "U0LEAD",
    text: longest,
    submission: `check-in-${index}`,
  }));
  const desk = await deskWith([{ ...goals[0]!, edits, checkIns }]);
  const reply = await goal.run("history g1", anAsker({ locale }), desk);
  const drawn = drawReply(reply as Page, {
    asker: anAsker({ locale }),
    canShare: false,
    sharedBy: null,
  });
  expect(checkBlocks("message", drawn)).toEqual([]);
  // What there was no room for is said.
  expect(drawn.blocks.at(-1)?.type).not.toBe("data_table");
  expect(JSON.stringify(drawn)).not.toMatch(/\{\w+\}|undefined/u);
});
