import { EventEmitter, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { Desk } from "../../commands/desk.ts";
import { home } from "../../commands/home.ts";
import { kpi } from "../../commands/kpi.ts";
import { AppError } from "../../src/errors.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { ticketsOn } from "../reports/ask.ts";
import { aCommand, fromBot, pressOn, said, startBot, typed, type Bot } from "./bot-for-tests.ts";

const botOver = (desk: Desk): Promise<Bot> =>
  startBot([kpi], { desk, home, chosenLocale: desk.people.localeOf });

test("the language chosen on Home holds there and in every answer, until it is given back to Slack", async () => {
  const { desk, documents } = await deskOver({ tickets: ticketsOn("2026-11-10", 100, 70) });
  const bot = await botOver(desk);
  const lena = bot.as("U0LENA");
  const onHome = async (label: string): Promise<void> => {
    const { home: view } = await lena.sees(
      (all) => all.home !== null && JSON.stringify(all.home).includes(label),
    );
    const press = pressOn({ channel: "", ts: "", blocks: view!.payload.blocks } as never, label);
    await lena.do({ ...press, source: { kind: "view", id: view!.id } });
  };
  await lena.do({ kind: "open_home", tab: "home" });
  await onHome("繁體中文");
  await lena.sees((all) => JSON.stringify(all.home).includes("語言：繁體中文"));
  expect(await documents.people.list()).toEqual([{ id: "U0LENA", locale: "zh-TW" }]);

  await lena.do(typed("/kpi fcr last-week"));
  const inChinese = await lena.sees((all) =>
    JSON.stringify(fromBot(all)).includes("首次聯繫解決率"),
  );
  expect(JSON.stringify(fromBot(inChinese))).toContain("之後會以繁體中文回覆您");

  await onHome("依 Slack 設定");
  await lena.sees((all) => JSON.stringify(all.home).includes("Language: English"));
  expect(await desk.people.localeOf("U0LENA")).toBeNull();
  expect(await desk.people.localeOf("U0MINA")).toBeNull();
});

const away = async (): Promise<never> => {
  throw new AppError("database_unreachable", "The database does not answer");
};

test("while the database is away nobody is taken for a stranger: it is said calmly, in the language of their profile", async () => {
  const commands = [aCommand("kpi", async (_, { role }) => said(role)), aCommand("goal", away)];
  const bot = await startBot(commands, { chosenLocale: away });
  const mina = bot.as("U0MINA");
  await mina.do(typed("/kpi"));
  const [answer] = fromBot(await mina.sees((all) => fromBot(all).length === 1));
  expect(answer?.text).toContain("lead");
  await mina.do(typed("/goal"));
  const told = fromBot(await mina.sees((all) => fromBot(all).length === 2)).at(-1);
  expect(told?.text).toMatch(/Goalpost.*[0-9a-f]{8}/u);
  const reference = /[0-9a-f]{8}/u.exec(told?.text ?? "")?.[0] ?? "none";
  expect(bot.lines.filter(({ text }) => text.includes(reference))).toHaveLength(1);
});

test("a language nobody speaks here is asked about, and a stranger chooses none", async () => {
  const { desk, documents } = await deskOver({});
  const bot = await botOver(desk);
  const lena = bot.as("U0LENA");
  await lena.do(typed("language klingon", "D0LENA"));
  const [asked] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(asked!.text).toBe("In which language shall I answer you?");
  await bot.as("U0SAMTSAI").do(typed("language ko", "D0SAMTSAI"));
  await bot.as("U0SAMTSAI").sees((all) => fromBot(all).length === 1);
  expect(await documents.people.list()).toEqual([]);
});

test("a Home that was still being drawn does not cover the one in the language chosen since", async () => {
  const { desk, documents } = await deskOver({});
  const late = new EventEmitter();
  let drawn = 0;
  const bot = await startBot([], {
    desk,
    chosenLocale: desk.people.localeOf,
    home: async (asker, withDesk) => {
      drawn += 1;
      if (drawn === 2) await once(late, "drawn");
      return home(asker, withDesk);
    },
  });
  const lena = bot.as("U0LENA");
  await lena.do({ kind: "open_home", tab: "home" });
  const { home: view } = await lena.sees((all) => JSON.stringify(all.home).includes("Language"));
  await lena.do({ kind: "open_home", tab: "home" });
  await vi.waitUntil(() => drawn === 2);
  const press = pressOn({ channel: "", ts: "", blocks: view!.payload.blocks } as never, "繁體中文");
  await lena.do({ ...press, source: { kind: "view", id: view!.id } });
  await vi.waitUntil(async () => (await documents.people.list()).length === 1);
  // Long enough for another Home to be drawn meanwhile, were there nothing to keep it waiting.
  await setTimeout(300);
  late.emit("drawn");
  await setTimeout(300);
  const last = await lena.sees((all) => JSON.stringify(all.home).includes("語言：繁體中文"));
  expect(JSON.stringify(last.home)).not.toContain("Language: English");
});
