import { expect, test } from "vitest";
import type { Asker } from "../../commands/command.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { aCommand, fromBot, pressOn, said, startBot, typed } from "./bot-for-tests.ts";

test("a command's words and its asker arrive, the answer is for the asker alone", async () => {
  const heard: [string, Asker][] = [];
  const bot = await startBot([
    aCommand("kpi", async (words, asker) => {
      heard.push([words, asker]);
      return said("82.9 %");
    }),
  ]);
  expect(await bot.as("U0ANDREI").do(typed("/kpi fcr & csat"))).toEqual({ ok: true });
  const seen = await bot.as("U0ANDREI").sees((all) => fromBot(all).length > 0);
  expect(fromBot(seen)).toMatchObject([{ visibleTo: "U0ANDREI", text: "82.9 %" }]);
  expect(heard).toEqual([
    [
      "fcr & csat",
      {
        id: "U0ANDREI",
        name: "Andrei Volkov",
        role: "lead",
        locale: "ru",
        zone: "Europe/Moscow",
        channel: "C0BILLING",
      },
    ],
  ]);
  expect(fromBot(await bot.as("U0LENA").see())).toEqual([]);
});

test("a name with the signs that Slack escapes arrives as it was typed, and is asked for so", async () => {
  const asked: unknown[] = [];
  const command = aCommand("kpi", async (words) => {
    const understood = parseKpiWords(words);
    asked.push(understood.kind === "question" ? understood.question.where : understood);
    return said("fine");
  });
  const escaping = [{ ...command, shouldEscape: true }];
  const bot = await startBot([command], {}, { commands: escaping });
  await bot.as("U0ANDREI").do(typed('/kpi fcr team:"R&D <x>","<b>&amp;"'));
  await bot.as("U0ANDREI").sees((all) => fromBot(all).length > 0);
  expect(asked).toEqual([{ team: { in: ["R&D <x>", "<b>&amp;"] } }]);
});

test("a command is acknowledged before any work: one that never ends does not hang Slack", async () => {
  let release: (() => void) | null = null;
  const bot = await startBot([
    aCommand("kpi", () => new Promise((resolve) => (release = () => resolve(said("late"))))),
  ]);
  // The playground, like Slack, reports `operation_timeout` after three seconds without.
  expect(await bot.as("U0LENA").do(typed("/kpi"))).toEqual({ ok: true });
  await expect.poll(() => release).not.toBeNull();
  expect(fromBot(await bot.as("U0LENA").see())).toEqual([]);
  release!();
  await bot.as("U0LENA").sees((all) => fromBot(all).length > 0);
});

test("a command the bot does not have is answered with help", async () => {
  const bot = await startBot([aCommand("kpi", async () => said("x"))]);
  await bot.as("U0LENA").do(typed("/goal"));
  const seen = await bot.as("U0LENA").sees((all) => fromBot(all).length > 0);
  const [answer] = fromBot(seen);
  expect(answer?.text).toContain("Goalpost does not know /goal.");
  expect(answer?.text).toContain("/kpi");
});

test("words in a button are run again for whoever presses it", async () => {
  const heard: string[] = [];
  const bot = await startBot([
    aCommand("kpi", async (words, asker) => {
      heard.push(`${asker.id}: ${words}`);
      return said("Which?", { choices: [{ label: "FCR", words: "kpi fcr" }] });
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi list"));
  const [first] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(await lena.do(pressOn(first!, "FCR"))).toEqual({ ok: true });
  const after = await lena.sees((all) => fromBot(all).length === 2);
  expect(fromBot(after).map(({ visibleTo }) => visibleTo)).toEqual(["U0LENA", "U0LENA"]);
  expect(heard).toEqual(["U0LENA: list", "U0LENA: fcr"]);
});
