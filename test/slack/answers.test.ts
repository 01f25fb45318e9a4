import { expect, test } from "vitest";
import type { AnswerReply } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { kpi } from "../../commands/kpi.ts";
import { systemClock } from "../../src/clock.ts";
import type { Snapshot } from "../../src/playground/wire.ts";
import { drawReply } from "../../src/slack/draw.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { anAnswer } from "../fixtures/answer.ts";
import { question, ticketsOn } from "../reports/ask.ts";
import { aCommand, fromBot, pressOn, said, startBot, typed } from "./bot-for-tests.ts";

const reply: AnswerReply = {
  kind: "answer",
  answer: anAnswer(),
  question: question({}),
};

const buttonsOf = (message: { readonly blocks: readonly unknown[] }): string[] =>
  [...JSON.stringify(message.blocks).matchAll(/"text":"([^"]+)","emoji":false\},"value"/gu)].map(
    (match) => match[1]!,
  );

test("an answer is private, with what to ask next", async () => {
  const bot = await startBot([aCommand("kpi", async () => reply)]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi fcr"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.visibleTo).toBe("U0LENA");
  expect(answer?.blocks.map(({ type }) => type)).toEqual([
    "header",
    "section",
    "data_visualization",
    "context",
    "actions",
  ]);
  expect(answer?.blocks.at(-1)).toMatchObject({
    elements: [
      { action_id: "say:0", value: "kpi fcr last-week by channel" },
      { action_id: "say:1", value: "kpi fcr last-week by team" },
      { action_id: "say:2", value: "kpi why fcr last-week" },
      { action_id: "say:3", value: "kpi receipt fcr last-week" },
      { action_id: "say:4", value: "goal fcr" },
      { action_id: "share", value: "kpi fcr last-week" },
    ],
  });
});

test("yesterday, a day off, comes with a button for the last working day", async () => {
  const warnings = [{ code: "day_off", text: "Sunday was not a working day." }];
  const asked = { ...reply.question, period: { kind: "day", which: "yesterday" } } as const;
  const bot = await startBot([
    aCommand("kpi", async () => ({ ...reply, answer: anAnswer({ warnings }), question: asked })),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi fcr yesterday"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(buttonsOf(answer!)[0]).toBe("Last workday");
  expect(JSON.stringify(answer?.blocks.at(-1))).toContain('"kpi fcr last-workday"');
});

test("a shared answer is for all in the channel and says who shared it", async () => {
  const bot = await startBot([aCommand("kpi", async () => reply)]);
  const lena = bot.as("U0LENA");
  // The bot is not a member here: the address to answer to is enough.
  await lena.do(typed("/kpi fcr", "C0GENERAL"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  await lena.do(pressOn(answer!, "Share to channel"));
  const [shared] = fromBot(await bot.as("U0ANDREI").sees((all) => fromBot(all).length === 1));
  expect(shared).toMatchObject({ channel: "C0GENERAL", visibleTo: null });
  expect(JSON.stringify(shared?.blocks)).toContain("Shared by Lena Vogt");
  expect(JSON.stringify(shared?.blocks)).not.toContain('"share"');
});

test("nothing is shared where people from outside read along", async () => {
  const bot = await startBot([aCommand("kpi", async () => reply)]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi fcr", "C0SUPPORT"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  await lena.do(pressOn(answer!, "Share to channel"));
  const after = fromBot(await lena.sees((all) => fromBot(all).length === 2));
  expect(after[1]).toMatchObject({ visibleTo: "U0LENA" });
  expect(after[1]?.text).toContain("This answer was not shared");
});

const ofAgents: AnswerReply = { ...reply, question: { ...reply.question, by: ["agent"] } };

test("figures of single agents are shared only to a private channel that is opened for them", async () => {
  const bot = await startBot([aCommand("kpi", async () => ofAgents)], {
    agentFiguresIn: ["C0LEADS", "C0BILLING"],
  });
  const lena = bot.as("U0LENA");
  const share = async (channel: string) => {
    await lena.do(typed("/kpi fcr by agent", channel));
    const here = (all: Snapshot) => fromBot(all).filter((each) => each.channel === channel);
    const [answer] = here(await lena.sees((all) => here(all).length === 1));
    await lena.do(pressOn(answer!, "Share to channel"));
    return here(await lena.sees((all) => here(all).length === 2))[1];
  };
  expect(await share("C0LEADS")).toMatchObject({ visibleTo: null });
  // Named, but anybody may come in.
  expect(await share("C0BILLING")).toMatchObject({
    visibleTo: "U0LENA",
    text: expect.stringContaining("figures of single agents"),
  });
});

test("asked by mention, figures of single agents reach the asker alone", async () => {
  const one = { ...reply.question, where: { agent: { in: ["Becky"] } } };
  const bot = await startBot([aCommand("kpi", async () => ({ ...reply, question: one }))], {
    agentFiguresIn: ["C0LEADS"],
  });
  const lena = bot.as("U0LENA");
  await lena.do(typed("@Goalpost kpi fcr agent:Becky", "C0BILLING"));
  await lena.do(typed("@Goalpost kpi fcr agent:Becky", "C0LEADS"));
  const seen = fromBot(await lena.sees((all) => fromBot(all).length === 2));
  expect(Object.fromEntries(seen.map(({ channel, visibleTo }) => [channel, visibleTo]))).toEqual({
    C0BILLING: "U0LENA",
    C0LEADS: null,
  });
});

test("who may not set goals is offered none", async () => {
  const bot = await startBot([aCommand("kpi", async () => reply)], { roleOf: () => "member" });
  const lena = bot.as("U0LENA");
  await lena.do(typed("kpi fcr", "D0LENA"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(buttonsOf(answer!)).toEqual([
    "By channel",
    "By team",
    "Why did it move?",
    "How was this made?",
  ]);
});

test("what is no figure stays private when it was meant to be shared", async () => {
  let asked = 0;
  const bot = await startBot([
    aCommand("kpi", async () => {
      asked += 1;
      if (asked > 1) throw new Error("the store is gone");
      return reply;
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi fcr"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  await lena.do(pressOn(answer!, "Share to channel"));
  await lena.sees((all) => fromBot(all).length === 2);
  expect(fromBot(await bot.as("U0ANDREI").see())).toEqual([]);
});

test("a figure without data offers a goal too, with all that was asked", async () => {
  const { desk } = await deskOver({ tickets: ticketsOn("2026-11-10", 40, 30) });
  const bot = await startBot([kpi, goal], { desk });
  const lena = bot.as("U0LENA");
  await lena.do(
    typed('/kpi fcr last-week channel:"Phone \\"A\\"" not team:Billing denominator:resolved'),
  );
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(JSON.stringify(answer?.blocks)).toContain("No data");
  await lena.do(pressOn(answer!, "Set a goal"));
  const { modals } = await lena.sees((all) => JSON.stringify(all.modals).includes("initial_value"));
  const fields = Object.fromEntries(
    modals[0]!.payload.blocks.flatMap((block) =>
      block.type === "input" ? [[block.block_id?.split("~")[0], block.element]] : [],
    ),
  );
  expect(fields["kpi"]).toMatchObject({ initial_option: { value: "fcr" } });
  expect(fields["where"]).toMatchObject({
    initial_value: 'channel:"Phone \\"A\\"" not team:Billing denominator:resolved',
  });
});

test("a direct message offers no sharing", async () => {
  const bot = await startBot([aCommand("kpi", async () => reply)]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("kpi fcr", "D0LENA"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(buttonsOf(answer!)).toEqual([
    "By channel",
    "By team",
    "Why did it move?",
    "How was this made?",
    "Set a goal",
  ]);
});

test("App Home shows its parts, answers its buttons by direct message, and is drawn in words for a failure", async () => {
  let isBroken = false;
  const bot = await startBot([aCommand("kpi", async (words) => said(`asked: ${words}`))], {
    home: async (asker) => {
      if (isBroken) throw new Error("no");
      return [
        said(`Hello ${asker.name}`, { choices: [{ label: "List", words: "kpi list" }] }),
        reply,
      ];
    },
  });
  const lena = bot.as("U0LENA");
  await lena.do({ kind: "open_home", tab: "home" });
  const { home } = await lena.sees((all) => all.home !== null);
  expect(home?.payload.blocks.map(({ type }) => type)).toEqual([
    "section",
    "actions",
    "divider",
    "card",
  ]);
  const press = pressOn({ channel: "", ts: "", blocks: home!.payload.blocks } as never, "List");
  await lena.do({ ...press, source: { kind: "view", id: home!.id } });
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer).toMatchObject({ channel: "D0LENA", text: "asked: list" });
  isBroken = true;
  await lena.do({ kind: "open_home", tab: "home" });
  await lena.sees((all) => JSON.stringify(all.home).includes("the reference"));
});

test("a stranger's home holds no figure", async () => {
  const bot = await startBot([], { home: async () => [reply], clock: systemClock });
  const sam = bot.as("U0SAMTSAI");
  await sam.do({ kind: "open_home", tab: "home" });
  const { home } = await sam.sees((all) => all.home !== null);
  expect(home?.payload.blocks.map(({ type }) => type)).toEqual(["section"]);
});

test.each([
  ["fcr", ["By channel", "By team"]],
  ["customer_churn_rate", ["By customer segment"]],
  ["schedule_adherence", ["By team"]],
  ["milestone", []],
] as const)("an answer about %s offers the segments its records usually carry", (kpi, splits) => {
  const made = anAnswer({ kpi });
  const { blocks } = drawReply(
    { ...reply, answer: made, question: { ...reply.question, kpi, by: [] } },
    { asker: anAsker(), canShare: false, sharedBy: null },
  );
  expect(buttonsOf({ blocks }).filter((label) => label.startsWith("By "))).toEqual(splits);
});
