import { expect, test } from "vitest";
import type { Form, FormValues } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { goalSchema } from "../../goals/goal.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { goalBlocks } from "../../src/blocks/goal-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

const tickets = ticketsOn("2026-11-10", 100, 70);

async function formFor(words: string, desk: Desk, asker = anAsker()): Promise<Form> {
  const reply = await goal.run(words, asker, desk);
  if (reply.kind !== "form") throw new Error(`no form: ${JSON.stringify(reply)}`);
  return reply;
}
const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));

async function saved(more: FormValues) {
  const { desk } = await deskOver({ tickets });
  const form = await formFor("fcr", desk);
  const values = { ...initials(form), target: "80 %", why: "They call twice", ...more };
  expect(await sendGoal(form, values, desk, anAsker())).toMatchObject({ ok: true });
  return desk;
}

test("a goal kept before there were severities is a normal one, asked of its owner alone", () => {
  const { severity: _s, checkpointOwners: _c, ...old } = aGoal();
  expect(goalSchema.parse(old)).toEqual(aGoal());
});

test("severity and those who are asked beside the owner are kept, each person once", async () => {
  const desk = await saved({ severity: "high", checkpoint_owners: "U0ANNA,U0LEAD,U0BEN,U0ANNA" });
  expect(await desk.goals.list()).toMatchObject([
    { owner: "U0LEAD", severity: "high", checkpointOwners: ["U0ANNA", "U0BEN"] },
  ]);
});

test("a form that says nothing of them makes a normal goal", async () => {
  const desk = await saved({});
  expect(await desk.goals.list()).toMatchObject([{ severity: "normal", checkpointOwners: [] }]);
});

test.each(locales)("they stand on the card, the people mentioned: %s", async (locale) => {
  const desk = await saved({ severity: "high", checkpoint_owners: "U0ANNA,U0BEN" });
  const reply = await goal.run("show g1", anAsker({ locale }), desk);
  if (reply.kind !== "goals") throw new Error("no goals");
  expect(reply.cards).toMatchObject([{ severity: "high", checkpointOwners: ["U0ANNA", "U0BEN"] }]);
  const message = goalBlocks(reply, locale);
  expect(checkBlocks("message", message)).toEqual([]);
  expect(JSON.stringify(message)).toContain(`<@U0ANNA>${locale === "zh-TW" ? "、" : ", "}<@U0BEN>`);
});

test("a change of them is in the history", async () => {
  const desk = await saved({});
  const form = await formFor("edit g1", desk);
  const values = { ...initials(form), severity: "low", checkpoint_owners: "U0ANNA" };
  expect(await sendGoal(form, values, desk, anAsker())).toMatchObject({ ok: true });
  const history = await goal.run("history g1", anAsker(), desk);
  if (history.kind !== "page") throw new Error("no page");
  expect(history.table?.rows.map((row) => row[2])).toContain(
    "Also asked to check in: – → U0ANNA; Severity: normal → low",
  );
});
