import { expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { kpi } from "../../commands/kpi.ts";
import type { Desk } from "../../commands/desk.ts";
import type { Locale } from "../../src/i18n/locale.ts";
import { kpiById } from "../../src/kpis/index.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { ticketsOn } from "../reports/ask.ts";
import { fromBot, pressOn, startBot, typed } from "./bot-for-tests.ts";

const tickets = ticketsOn("2026-11-10", 100, 70);
const name = kpiById("fcr").title;

async function setUpDigest(channel: string, lang: Locale, desk: Desk) {
  const form = await digest.run(`post_to:${channel} lang:${lang}`, anAsker(), desk);
  if (form.kind !== "form") throw new Error("no form");
  const values = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
  expect(await digest.submit!(form.state, values, anAsker(), desk)).toMatchObject({ ok: true });
}
async function aBot() {
  const { desk, documents } = await deskOver({ tickets });
  await setUpDigest("C0BILLING", "ko", desk);
  // The same digest goes to another team's channel too.
  await documents.change({ who: "U0LEAD", via: "test" }, async ({ digests }) => {
    const [first] = await digests.list();
    await digests.put({ ...first!, also: [{ channel: "C0GENERAL", team: "Billing" }] });
  });
  const agentFiguresIn: readonly string[] = [];
  return startBot([kpi], { desk, agentFiguresIn, locale: "ru", zone: "UTC" });
}
const textOf = (messages: readonly unknown[]): string => JSON.stringify(messages);

test("an answer that a channel reads is in the language of its digest, or the workspace's", async () => {
  const bot = await aBot();
  const lena = bot.as("U0LENA");
  await lena.do(typed("@Goalpost kpi fcr last-week", "C0BILLING"));
  const inBilling = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(textOf(inBilling)).toContain(name.ko);
  await lena.do(typed("@Goalpost kpi fcr last-week", "C0LEADS"));
  const both = fromBot(await lena.sees((all) => fromBot(all).length === 2));
  expect(textOf(both.filter(({ channel }) => channel === "C0LEADS"))).toContain(name.ru);
  await lena.do({ kind: "invite_bot", channel: "C0GENERAL" });
  await lena.do(typed("@Goalpost kpi fcr last-week", "C0GENERAL"));
  const all = fromBot(await lena.sees((all) => fromBot(all).length === 3));
  expect(textOf(all.filter(({ channel }) => channel === "C0GENERAL"))).toContain(name.ko);
  await lena.do(typed("/kpi fcr last-week", "C0BILLING"));
  const own = await lena.sees((all) => fromBot(all).some(({ visibleTo }) => visibleTo !== null));
  expect(textOf(fromBot(own).filter(({ visibleTo }) => visibleTo !== null))).toContain(name.en);
});

test("what is shared speaks the channel's language, and why something is not shared the asker's", async () => {
  const bot = await aBot();
  const andrei = bot.as("U0ANDREI");
  await andrei.do(typed("/kpi fcr last-week", "C0BILLING"));
  const [answer] = fromBot(await andrei.sees((all) => fromBot(all).length === 1));
  expect(textOf([answer])).toContain(name.ru);
  await andrei.do(pressOn(answer!, "Поделиться в канале"));
  const seen = await bot.as("U0MINA").sees((all) => fromBot(all).length === 1);
  expect(fromBot(seen)).toMatchObject([{ visibleTo: null, channel: "C0BILLING" }]);
  expect(textOf(fromBot(seen))).toContain(name.ko);
  expect(textOf(fromBot(seen))).not.toContain(name.ru);

  const mina = bot.as("U0MINA");
  await mina.do(typed("/kpi fcr last-week", "C0SUPPORT"));
  const ofMina = await mina.sees((all) =>
    fromBot(all).some(({ channel }) => channel === "C0SUPPORT"),
  );
  const [shown] = fromBot(ofMina).filter(({ channel }) => channel === "C0SUPPORT");
  await mina.do(pressOn(shown!, "채널에 공유"));
  await mina.sees((all) => textOf(fromBot(all)).includes("공유하지 않았습니다"));
});

test("figures of single agents, which the asker alone sees, are in the asker's language", async () => {
  const bot = await aBot();
  const lena = bot.as("U0LENA");
  await lena.do(typed("@Goalpost kpi fcr last-quarter agent:Becky", "C0BILLING"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.visibleTo).toBe("U0LENA");
  expect(textOf([answer])).toContain(name.en);
});
