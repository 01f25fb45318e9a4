import { expect, test } from "vitest";
import type { Goal } from "../../goals/goal.ts";
import type { Message, Snapshot } from "../../src/playground/wire.ts";
import { texts } from "../../src/i18n/texts.ts";
import { aGoal } from "../fixtures/goal.ts";
import { fromBot } from "../slack/bot-for-tests.ts";
import { aWorkspace } from "./posting-workspace.ts";

const hers = { owner: "U0LENA", createdBy: "U0LENA", channel: "C0BILLING" } as const;

const whispered = ({ messages }: Snapshot) =>
  messages.filter(({ author, visibleTo }) => author === "U0GOALPOST" && visibleTo !== null);
const isDigest = ({ channel, threadTs }: Message) => channel === "C0BILLING" && threadTs === null;

/** A channel with a digest that shows these goals, all of them Lena's. */
async function underADigest(goals: readonly Partial<Goal>[], role: "lead" | "member" = "lead") {
  const { bot, desk, documents, poster } = await aWorkspace(role);
  await documents.change({ who: "U0LENA", via: "test" }, async (draft) => {
    for (const each of goals) await draft.goals.put(aGoal({ ...hers, ...each }));
  });
  const asker = { id: "U0LENA", name: "Lena", role: "lead", locale: "en", zone: "UTC" } as const;
  const [digest] = bot.commands.filter(({ name }) => name === "digest");
  await digest!.run("now", { ...asker, channel: "C0BILLING" }, desk);
  const seen = await bot.as("U0LENA").sees((all) => fromBot(all).some(isDigest));
  const { ts } = fromBot(seen).find(isDigest)!;
  const say = (person: string, text: string, threadTs: string | null = ts) =>
    bot.as(person).do({ kind: "say", channel: "C0BILLING", text, threadTs });
  const hears = async (person: string, text: string) =>
    whispered(await bot.as(person).sees((all) => JSON.stringify(whispered(all)).includes(text)));
  const comments = async (id = "g1") =>
    (await desk.goals.find(id))!.checkIns.map(({ who, text }) => `${who}: ${text}`);
  return { bot, say, hears, comments, ts, poster };
}

test("a reply under a digest that begins with a goal's code is its check-in, once, told to its author alone", async () => {
  const { bot, say, hears, comments, ts } = await underADigest([{ id: "g1" }, { id: "g2" }]);
  await say("U0LENA", "G1: called the vendor, <fix> on Monday");
  const [answer] = await hears("U0LENA", "called the vendor");
  expect(answer).toMatchObject({ visibleTo: "U0LENA", threadTs: ts });
  expect(await comments()).toEqual(["U0LENA: called the vendor, <fix> on Monday"]);
  expect(await comments("g2")).toEqual([]);
  expect(JSON.stringify(fromBot(await bot.as("U0ANDREI").see()))).not.toContain(
    "called the vendor",
  );
});

test("called by its name, the bot takes a reply under a message about one goal without a code", async () => {
  const { say, hears, comments } = await underADigest([{ id: "g1" }]);
  await say("U0LENA", "@Goalpost two more people from Monday");
  await hears("U0LENA", "two more people");
  await say("U0LENA", "@Goalpost g1 and one more");
  await hears("U0LENA", "and one more");
  expect(await comments()).toEqual(["U0LENA: two more people from Monday", "U0LENA: and one more"]);
});

test("called under a message about several goals, it asks which", async () => {
  const { say, hears, comments } = await underADigest([{ id: "g1" }, { id: "g2" }]);
  await say("U0LENA", "@Goalpost two more people from Monday");
  await hears("U0LENA", "Begin your reply with the code of one: g1, g2.");
  expect([await comments(), await comments("g2")]).toEqual([[], []]);
});

test("a question under a digest is a question, and what else people say there is their own", async () => {
  const { bot, say, comments, ts } = await underADigest([{ id: "g1" }]);
  await say("U0LENA", "g1");
  await say("U0LENA", "g9 is no goal");
  await say("U0LENA", "the g1 looks good");
  await say("U0LENA", "g1a is a code of ours");
  await say("U0LENA", "g1 said in the channel", null);
  await say("U0LENA", "@Goalpost kpi fcr last-week");
  const seen = await bot.as("U0LENA").sees((all) => fromBot(all).length === 2);
  const [, answer] = fromBot(seen);
  expect(answer).toMatchObject({ threadTs: ts, visibleTo: null });
  expect(answer?.text).toContain("First contact resolution");
  expect(await comments()).toEqual([]);
});

test("under what somebody else wrote, a goal's code says nothing to the bot", async () => {
  const { bot, say, comments } = await underADigest([{ id: "g1" }]);
  await say("U0MINA", "Lunch at noon?", null);
  const { messages } = await bot.as("U0LENA").see();
  const lunch = messages.find(({ text }) => text === "Lunch at noon?")!;
  await say("U0LENA", "g1 of us will come", lunch.ts);
  // Whatever comes of it comes before the answer to what is said after it.
  await say("U0LENA", "@Goalpost kpi fcr last-week", null);
  await bot.as("U0LENA").sees((all) => fromBot(all).length === 2);
  expect(await comments()).toEqual([]);
});

test("whoever may not change the goal is told so, and a member may check in on their own", async () => {
  const { say, hears, comments } = await underADigest([{ id: "g1" }], "member");
  await say("U0ANDREI", "g1 it was not my fault");
  await hears("U0ANDREI", texts.ru.goalLife.notAsked);
  expect(await comments()).toEqual([]);
  await say("U0LENA", "g1 it was mine");
  await hears("U0LENA", "it was mine");
  expect(await comments()).toEqual(["U0LENA: it was mine"]);
});

test("a reply under a reminder in direct messages is a check-in on its goal", async () => {
  const { bot, comments, poster } = await underADigest([{ id: "g1" }]);
  const part = {
    lines: ["FCR to 80 %"],
    choices: [{ label: "Check in", words: "goal check-in g1" }],
  };
  const reminder = { locale: "en", title: "A checkpoint", parts: [part], footer: "g1" } as const;
  const { ts } = await poster.post("U0LENA", { kind: "reminder", reminder }, "r1", {
    thread: null,
    ensure: () => {},
  });
  const lena = bot.as("U0LENA");
  const say = (text: string, threadTs: string | null) =>
    lena.do({ kind: "say", channel: "D0LENA", text, threadTs });
  await say("the new macro is out", ts);
  const seen = await lena.sees(({ messages }) =>
    messages.some(({ author, threadTs }) => author === "U0GOALPOST" && threadTs === ts),
  );
  expect(JSON.stringify(fromBot(seen))).toContain("the new macro is out");
  expect(await comments()).toEqual(["U0LENA: the new macro is out"]);
});
