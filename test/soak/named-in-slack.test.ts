import { expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { locales } from "../../src/i18n/locale.ts";
import { texts } from "../../src/i18n/texts.ts";
import { afterTest } from "../closing.ts";
import { seedOfUnfit } from "../fixtures/seed-of-unfit.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { faultInSlack } from "../slack/fault-in-slack.ts";
import { calls, newPlace, noon, openPlace, type } from "../terminal/desk.ts";
import { anApp, exported, goalsIn, importing, minimal } from "../terminal/goal-files.ts";

/** An app that has a Slack to ask, as the terminal opens it. */
async function withSlack(): Promise<App> {
  const playground = await startForTest({ seed: seedOfUnfit });
  afterTest(playground.stop);
  const { botToken, apiUrl } = playground;
  const app = await openPlace(newPlace(calls), noon, { botToken, apiUrl });
  afterTest(app.close);
  await type(["pull"], { app });
  return app;
}

const setting = (app: App, ...more: readonly string[]) =>
  type(
    [
      "goal",
      "kpi:answer_rate",
      "target:90%",
      "deadline:2026-12-31",
      "why:Nobody should ring in vain.",
      "accept:It is right",
      ...more,
    ],
    { app },
  );

const { chosen } = texts.en.doors;
const unfit = [
  ["owner", "U0ROBOT", chosen.bot],
  ["owner", "U0GONE", chosen.gone],
  ["owner", "U0GUEST", chosen.guest],
  ["owner", "U0SAMTSAI", chosen.stranger],
  ["owner", "U0NOBODY", chosen.stranger],
  ["checkpoint_owners", "U0GONE", chosen.gone],
  ["channel", "C0OLD", chosen.archived],
  ["channel", "C0CLOSED", chosen.unseen],
  ["channel", "C0GENERAL", chosen.no_bot],
] as const;

test("whom and where Slack's form refuses, the terminal and a file refuse with the same words", async () => {
  const app = await withSlack();
  for (const [field, id, text] of unfit) {
    const typed = field === "channel" ? "post_to" : field;
    const said = await setting(app, "owner:U0LENA", `${typed}:${id}`);
    expect(said).toMatchObject({ exit: 1, err: `${typed}: ${id}: ${text}\n` });
    const value = field === "checkpoint_owners" ? `[${id}]` : id;
    const file =
      field === "owner"
        ? minimal.replace("U0LEAD", value)
        : `${minimal.replace("U0LEAD", "U0LENA")}    ${field}: ${value}\n`;
    const line = 1 + file.split("\n").findIndex((each) => each.includes(id));
    expect((await importing(app, file)).err).toContain(
      `goals.yml:${line} ${field}: ${id}: ${text}`,
    );
  }
  expect(await goalsIn(app)).toEqual([]);
  const good = await setting(app, "owner:U0LENA", "post_to:C0BILLING");
  expect(good.err).toBe("");
  expect(good.out).not.toContain(texts.en.terminal.namedUnchecked);
  expect(await goalsIn(app)).toMatchObject([{ owner: "U0LENA", channel: "C0BILLING" }]);
});

test("a goal that is there is held to it again, one that is over or left is not", async () => {
  const app = await withSlack();
  await setting(app, "owner:U0LENA");
  const text = await exported(app);
  const handed = text.replace("owner: U0LENA", "owner: U0GONE");
  expect((await importing(app, handed)).err).toContain(chosen.gone);
  const over = handed.replace("archived: false", "archived: true");
  expect((await importing(app, over)).err).toBe("");
  const other = await withSlack();
  const left = handed.replace("owner: U0GONE", "owner: U0GONE\n    owner_gone: U0GONE");
  expect((await importing(other, left)).err).toBe("");
});

test("where Slack does not answer, nothing is kept", async () => {
  const { failAt } = faultInSlack();
  const app = await withSlack();
  failAt("users.info");
  expect((await setting(app, "owner:U0LENA")).err).toContain(chosen.unchecked);
  expect(await goalsIn(app)).toEqual([]);
});

test("without a token it says that nobody was asked", async () => {
  const app = await anApp();
  await type(["pull"], { app });
  for (const locale of locales) {
    const told = texts[locale].terminal.namedUnchecked;
    const typed = await setting(app, "owner:U0LENA", "--lang", locale);
    expect(typed).toMatchObject({ err: "", out: expect.stringContaining(told) });
    const file = minimal.replace("90 %", `9${locales.indexOf(locale)} %`);
    expect((await importing(app, file, "--lang", locale)).out).toContain(told);
  }
  const again = await importing(app, minimal, "--json");
  expect(JSON.parse(again.out)).toMatchObject({ same: 1, checkedInSlack: false });
});
