import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { aGoal } from "../fixtures/goal.ts";
import { fault, watchedDisk } from "../fixtures/watched-disk.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { whoAmI } from "../../src/slack/who-am-i.ts";
import {
  aCommand,
  collectLog,
  fromBot,
  nowhere,
  pressOn,
  said,
  startBot,
  typed,
} from "./bot-for-tests.ts";

test("a direct message is answered there, by name or without", async () => {
  const heard: (string | null)[] = [];
  const bot = await startBot([
    aCommand("goal", async (words, asker) => {
      heard.push(words, asker.channel);
      return said("3 goals");
    }),
  ]);
  const mina = bot.as("U0MINA");
  await mina.do(typed("goal list", "D0MINA"));
  const seen = await mina.sees((all) => fromBot(all).length === 1);
  expect(fromBot(seen)).toMatchObject([{ channel: "D0MINA", text: "3 goals", visibleTo: null }]);
  expect(heard).toEqual(["list", null]);
});

test("a mention is answered in a thread that the channel sees", async () => {
  const bot = await startBot([aCommand("kpi", async (words) => said(`${words}: 70 %`))]);
  await bot.as("U0LENA").do(typed("@Goalpost kpi fcr", "C0BILLING"));
  const seen = await bot.as("U0ANDREI").sees((all) => fromBot(all).length === 1);
  const question = seen.messages.find(({ author }) => author === "U0LENA");
  expect(fromBot(seen)).toMatchObject([
    { channel: "C0BILLING", threadTs: question?.ts, text: "fcr: 70 %", visibleTo: null },
  ]);
});

test("goals and digests go to the asker alone: they may be of channels that others are not in", async () => {
  const bot = await startBot([aCommand("goal", async () => said("3 goals"))]);
  await bot.as("U0LENA").do(typed("@Goalpost goal list", "C0BILLING"));
  const seen = await bot.as("U0LENA").sees((all) => fromBot(all).length === 1);
  expect(fromBot(seen)).toMatchObject([{ text: "3 goals", visibleTo: "U0LENA" }]);
  expect(fromBot(await bot.as("U0ANDREI").see())).toEqual([]);
});

test("in a channel with people from outside, a mention is answered to the asker alone", async () => {
  const bot = await startBot([aCommand("goal", async () => said("3 goals"))]);
  await bot.as("U0LENA").do(typed("@Goalpost goal list", "C0SUPPORT"));
  const seen = await bot.as("U0LENA").sees((all) => fromBot(all).length === 1);
  expect(fromBot(seen)).toMatchObject([{ visibleTo: "U0LENA" }]);
});

test("a stranger is refused without a figure, by command and by mention", async () => {
  const bot = await startBot([aCommand("kpi", async () => nowhere())]);
  const sam = bot.as("U0SAMTSAI");
  await sam.do(typed("@Goalpost kpi fcr", "C0SUPPORT"));
  const [answer] = fromBot(await sam.sees((all) => fromBot(all).length === 1));
  expect(answer).toMatchObject({ visibleTo: "U0SAMTSAI" });
  // In the language of who asked.
  expect(answer?.text).toContain("Goalpost 只回覆此工作區的正式成員");
  expect(bot.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("somebody whose role cannot be found out is refused, and the log says why", async () => {
  const bot = await startBot([aCommand("kpi", async () => nowhere())], {
    roleOf: async () => {
      throw new Error("Slack is busy");
    },
  });
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi fcr"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.text).toContain("full members of this workspace only");
  expect(bot.lines.map(({ text }) => text).join("\n")).toContain("Slack did not say who this is");
});

test("a user group that is not there makes nobody a lead, and a full member stays one", async () => {
  const roles: string[] = [];
  const bot = await startBot(
    [
      aCommand("kpi", async (_words, { id, role }) => {
        roles.push(`${id} ${role}`);
        return said("ok");
      }),
    ],
    { roleOf: async (_person, isInGroup) => ((await isInGroup("S0NOWHERE")) ? "lead" : "member") },
  );
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi"));
  await lena.sees((all) => fromBot(all).length === 1);
  expect(roles).toEqual(["U0LENA member"]);
  expect(bot.lines.map(({ text }) => text).join("\n")).toContain("S0NOWHERE");
  const { apiUrl, botToken } = bot.playground;
  expect(
    await whoAmI({ apiUrl, botToken }, collectLog().log, ["S0LEADS", "S0NOWHERE"]),
  ).toMatchObject({ unknownGroups: ["S0NOWHERE"] });
});

test("a user group of Slack can make a lead", async () => {
  const roles: string[] = [];
  const bot = await startBot(
    [
      aCommand("kpi", async (_words, { id, role }) => {
        roles.push(`${id} ${role}`);
        return said("ok");
      }),
    ],
    { roleOf: async (_person, isInGroup) => ((await isInGroup("S0LEADS")) ? "lead" : "member") },
  );
  for (const person of ["U0LENA", "U0ANDREI"]) {
    await bot.as(person).do(typed("/kpi"));
    await bot.as(person).sees((all) => fromBot(all).length > 0);
  }
  expect(roles).toEqual(["U0LENA lead", "U0ANDREI member"]);
});

test("a failure becomes one calm sentence with a reference, and its cause only a log line", async () => {
  const bot = await startBot([
    aCommand("kpi", async () => {
      throw new Error("select * from tickets broke", { cause: new Error("xoxb-1-secret") });
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi fcr a & b"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  const [, reference = "none"] = /the reference (\w{8})\./u.exec(answer?.text ?? "") ?? [];
  expect(JSON.stringify(answer)).not.toContain("tickets broke");
  // Slack keeps no command: what was typed is not lost with it.
  expect(answer?.text).toContain("What you typed: /kpi fcr a &amp; b");
  const line = bot.lines.find(({ text }) => text.includes(reference));
  expect(line?.level).toBe("error");
  expect(line?.text).toContain("tickets broke");
  expect(line?.text).not.toContain("xoxb-1-secret");
});

test("a disk that is full is called so in the person's language, and nothing has changed", async () => {
  const documents = await openLowdb({
    folder: `${newFolder()}/data`,
    clock: systemClock,
    warn: () => {},
    disk: watchedDisk(({ name, given }) => {
      if (name === "write" && given !== "") throw fault("ENOSPC");
    }),
  });
  onTestFinished(documents.close);
  const goal = aCommand("goal", async (_words, { id }) => {
    await documents.change({ who: id, via: "slack" }, ({ goals }) => goals.put(aGoal()));
    return said("saved");
  });
  const bot = await startBot([goal]);
  for (const [person, words] of [
    ["U0LENA", "cannot write to its disk"],
    ["U0ANDREI", "не может записывать на диск"],
  ] as const) {
    await bot.as(person).do(typed("/goal", "C0BILLING"));
    const [answer] = fromBot(await bot.as(person).sees((all) => fromBot(all).length === 1));
    expect(answer?.text).toContain(words);
  }
  expect(await documents.goals.list()).toEqual([]);
});

test("nothing the bot logs holds a token or an address to answer to", async () => {
  const bot = await startBot([
    aCommand("kpi", async () => said("Which?", { choices: [{ label: "A", words: "kpi a" }] })),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi"));
  const [first] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  await lena.do(pressOn(first!, "A"));
  await lena.sees((all) => fromBot(all).length === 2);
  const all = bot.lines.map(({ text }) => text).join("\n");
  expect(all).not.toMatch(/xox|xapp-|\/response\//u);
});
