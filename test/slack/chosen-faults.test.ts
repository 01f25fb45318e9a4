import { expect, test } from "vitest";
import type { Form } from "../../commands/command.ts";
import { seedOfUnfit as seed } from "../fixtures/seed-of-unfit.ts";
import { aCommand, said, startBot, typed } from "./bot-for-tests.ts";
import { faultInSlack } from "./fault-in-slack.ts";

const field = { hint: null, choices: [], initial: null, optional: true, live: false } as const;
const form: Form = {
  kind: "form",
  command: "goal",
  state: "new-1",
  title: "Set a goal",
  submit: "Save",
  notices: [],
  fields: [
    { ...field, id: "owner", label: "Owner", type: "person" },
    { ...field, id: "post_to", label: "Channel", type: "channel" },
    { ...field, id: "target", label: "Target", type: "text" },
  ],
};

async function openForm(settings: Parameters<typeof startBot>[1] = {}) {
  const saved: unknown[] = [];
  const goal = aCommand("goal", async () => form, {
    submit: async (_state, values) => {
      saved.push(values);
      return { ok: true, reply: said("Saved") };
    },
  });
  const bot = await startBot([goal], settings, { seed });
  const visitor = bot.as("U0LENA");
  await visitor.do(typed("/goal"));
  const { modals } = await visitor.sees((all) => all.modals.length === 1);
  const save = (owner: string | null, channel: string | null) =>
    visitor.do({
      kind: "submit",
      viewId: modals[0]!.id,
      values: {
        owner: { field: owner },
        post_to: { field: channel },
        target: { field: "80" },
      },
    });
  return { save, saved, visitor };
}

test("whoever is no full member of the workspace is refused on the field, and nothing is saved", async () => {
  const { save, saved } = await openForm();
  const said = async (owner: string) => {
    const outcome = await save(owner, null);
    return outcome.ok ? "saved" : outcome.errors;
  };
  expect(await said("U0GUEST")).toEqual({ owner: expect.stringContaining("This is a guest.") });
  expect(await said("U0GONE")).toEqual({ owner: expect.stringContaining("is deactivated.") });
  expect(await said("U0ROBOT")).toEqual({ owner: expect.stringContaining("This is a bot.") });
  expect(await said("U0GOALPOST")).toEqual({ owner: expect.stringContaining("This is a bot.") });
  const stranger = { owner: expect.stringContaining("is not a member of this workspace.") };
  expect(await said("U0SAMTSAI")).toEqual(stranger);
  expect(await said("U0NOBODY")).toEqual(stranger);
  expect(saved).toEqual([]);
  expect(await said("U0ANDREI")).toBe("saved");
});

test("a channel that is archived, shared, or without the bot is refused on the field", async () => {
  const { save, saved } = await openForm();
  const said = async (channel: string) => {
    const outcome = await save(null, channel);
    return outcome.ok ? "saved" : outcome.errors;
  };
  expect(await said("C0OLD")).toEqual({ post_to: expect.stringContaining("is archived.") });
  expect(await said("C0SUPPORT")).toEqual({
    post_to: expect.stringContaining("People from other organizations"),
  });
  expect(await said("C0GENERAL")).toEqual({ post_to: expect.stringContaining("is not in this") });
  expect(await said("C0CLOSED")).toEqual({ post_to: expect.stringContaining("cannot see this") });
  expect(saved).toEqual([]);
  expect(await said("C0BILLING")).toBe("saved");
});

test("a shared channel that the configuration names is taken", async () => {
  const { save } = await openForm({ sharedChannels: ["C0SUPPORT"] });
  expect(await save("U0LENA", "C0SUPPORT")).toEqual({ ok: true });
});

test("where Slack cannot be asked, nothing is saved, and the same form saves it later", async () => {
  const slack = faultInSlack();
  const { save, saved } = await openForm();
  for (const [method, block] of [
    ["users.info", "owner"],
    ["conversations.info", "post_to"],
  ] as const) {
    slack.failAt(method);
    expect(await save("U0LENA", "C0BILLING")).toMatchObject({
      ok: false,
      errors: { [block]: expect.stringContaining("nothing was saved. Please try again.") },
    });
    slack.mend();
  }
  expect(saved).toEqual([]);
  expect(await save("U0LENA", "C0BILLING")).toEqual({ ok: true });
  expect(saved).toEqual([{ owner: "U0LENA", post_to: "C0BILLING", target: "80" }]);
});
