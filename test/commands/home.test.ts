import { expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { home } from "../../commands/home.ts";
import type { Command, FormValues } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { formView } from "../../src/blocks/form-view.ts";
import { locales } from "../../src/i18n/locale.ts";
import { ticketsOn } from "../reports/ask.ts";
import { aDigest } from "../fixtures/digest.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendForm } from "./send-goal.ts";

const tickets = [...ticketsOn("2026-11-03", 100, 60), ...ticketsOn("2026-11-10", 100, 70)];

async function fillIn(command: Command, words: string, values: FormValues, desk: Desk) {
  const form = await command.run(words, anAsker(), desk);
  if (form.kind !== "form") throw new Error("no form");
  const initial = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
  const result = await sendForm(command, form, { ...initial, ...values }, desk);
  expect(result).toMatchObject({ ok: true, reply: { refused: false } });
}

test("a new home says what can be done, and shows what has data", async () => {
  const { desk } = await deskOver({ tickets });
  const parts = await home(anAsker(), desk);
  expect(parts.map(({ kind }) => kind)).toEqual(["page", "page", "answer", "answer", "page"]);
  expect(parts[0]).toMatchObject({
    choices: [{ words: "kpi" }, { words: "goal" }, { words: "digest" }, { words: "goal list" }],
  });
  expect(parts[1]).toMatchObject({ title: "The whole desk, last week" });
  expect(parts[2]).toMatchObject({ answer: { kpi: "fcr", value: 70 } });
});

test("shows my goals and not those of others, and the digests", async () => {
  const { desk } = await deskOver({ tickets });
  const why = "They write twice.";
  await fillIn(goal, "fcr", { target: "80", why }, desk);
  await fillIn(goal, "fcr", { target: "90", why, owner: "U0OTHER" }, desk);
  await fillIn(digest, "", {}, desk);
  const parts = await home(anAsker(), desk);
  const goals = parts.flatMap((part) => (part.kind === "goals" ? part.cards : []));
  expect(goals.map(({ id, targetText }) => `${id} ${targetText}`)).toEqual(["g1 80 %"]);
  expect(parts.at(-2)).toMatchObject({
    table: {
      rows: [["d1", { channel: "C0TEAM" }, "every Monday at 09:00 (Europe/Berlin)", "active"]],
    },
    choices: [
      { label: "Preview d1", words: "digest preview d1" },
      { label: "Pause d1", words: "digest pause d1" },
      { label: "Status of d1", words: "digest status d1" },
      { label: "All digests", words: "digest list" },
    ],
  });
});

test("a digest of several teams has a row for each of its channels", async () => {
  const { desk, documents } = await deskOver({ tickets });
  const also = [{ team: "Billing", channel: "C0BILLING" }];
  await documents.change({ who: "U0LEAD", via: "test" }, ({ digests }) =>
    digests.put(aDigest({ also })),
  );
  const [digests] = (await home(anAsker(), desk)).slice(-2);
  if (digests?.kind !== "page") throw new Error("no page");
  expect(digests.table?.rows.map(([id, channel]) => [id, channel])).toEqual([
    ["d1", { channel: "C0TEAM" }],
    ["d1", { channel: "C0BILLING" }],
  ]);
});

test.each(locales)(
  "the forms of goals and digests are modals that Slack takes: %s",
  async (locale) => {
    const { desk } = await deskOver({ tickets });
    for (const command of [goal, digest]) {
      const form = await command.run(
        "fcr".repeat(command === goal ? 1 : 0),
        anAsker({ locale }),
        desk,
      );
      if (form.kind !== "form") throw new Error("no form");
      const view = formView(form, { metadata: form.state, close: "×", locale });
      expect(checkBlocks("modal", view)).toEqual([]);
      expect(JSON.stringify(form)).not.toMatch(/\{\w+\}/u);
    }
  },
);
