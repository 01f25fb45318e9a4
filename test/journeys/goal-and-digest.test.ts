import { expect, test } from "vitest";
import type { Message, ModalView } from "../../src/playground/wire.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { filledIn } from "../playground/filled-in.ts";
import { fromBot, typed } from "../slack/bot-for-tests.ts";
import { aWorkspace } from "./posting-workspace.ts";

const textOf = (messages: readonly Message[]): string => JSON.stringify(messages);

test("a lead sets a goal: the value before, the error on its field, the sentence, the list", async () => {
  const { bot, desk } = await aWorkspace();
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal fcr"));
  const { modals } = await lena.sees((all) => all.modals[0]?.payload.submit !== undefined);
  const modal = modals[0]!;
  expect(JSON.stringify(modal.payload.blocks)).toMatch(/65\.0\s?%/u);

  const refused = await lena.do({
    kind: "submit",
    viewId: modal.id,
    values: filledIn(modal, { target: null }),
  });
  expect(refused).toMatchObject({ ok: false });
  expect(JSON.stringify(refused)).toContain('"target"');
  expect(await desk.goals.list()).toEqual([]);

  expect(
    await lena.do({ kind: "submit", viewId: modal.id, values: filledIn(modal, { target: "80" }) }),
  ).toEqual({
    ok: true,
  });
  const confirming = await lena.sees((all) => all.modals.length === 2);
  expect(JSON.stringify(confirming.modals[1])).toMatch(/80\s?%/u);
  const confirm = confirming.modals[1]!;
  const { id: viewId } = confirm;
  await lena.do({ kind: "submit", viewId, values: filledIn(confirm, { draft: "yes" }) });
  await lena.sees((all) => JSON.stringify(all.modals).includes("g1"));
  expect(await desk.goals.list()).toMatchObject([
    { id: "g1", target: 80, owner: "U0LENA", channel: "C0BILLING", draft: true },
  ]);
  await lena.do(typed("/goal start g1"));
  await lena.sees((all) => textOf(fromBot(all)).includes("Goal g1 has begun."));
  expect(await desk.goals.list()).toMatchObject([{ id: "g1", draft: false }]);

  await lena.do(typed("/goal list"));
  const listed = await lena.sees((all) => textOf(fromBot(all)).includes("<@U0LENA>"));
  expect(textOf(fromBot(listed))).toContain("<@U0LENA>");
});

const teamsIn = ({ payload }: ModalView) =>
  payload.blocks.find(({ block_id }) => block_id === "teams");

test("a lead chooses further teams of a digest, and finds them chosen in the form that changes it", async () => {
  const { bot, desk } = await aWorkspace();
  const lena = bot.as("U0LENA");
  const openedBy = async (words: string) => {
    await lena.do(typed(words));
    const { modals } = await lena.sees((all) => all.modals[0]?.payload.submit !== undefined);
    return modals[0]!;
  };
  const modal = await openedBy("/digest new");
  expect(teamsIn(modal)).toMatchObject({
    element: { type: "multi_static_select", options: [{ value: "Billing" }, {}, {}] },
  });
  const saving = {
    post_to: "C0LEADS",
    time: "09:00",
    zone: "Europe/Berlin",
    wait: "2h",
    teams: ["Billing"],
  };
  const send = (view: ModalView, teams: readonly string[]) =>
    lena.do({
      kind: "submit",
      viewId: view.id,
      values: filledIn(view, { ...saving, teams }),
    });
  expect(await send(modal, ["Billing", "Nowhere"])).toMatchObject({
    ok: false,
    errors: { teams: expect.stringContaining('teams:"Nowhere=C0CHANNEL"') },
  });
  expect(await send(modal, ["Billing"])).toEqual({ ok: true });
  expect(await desk.digests.list()).toMatchObject([
    { channel: "C0LEADS", also: [{ team: "Billing", channel: "C0BILLING" }] },
  ]);
  const done = await lena.see();
  await lena.do({ kind: "close", viewId: done.modals[0]!.id, all: true });
  const editing = await openedBy("/digest edit d1");
  expect(editing.payload.title.text).toBe("Edit digest d1");
  expect(teamsIn(editing)).toMatchObject({
    element: { initial_options: [{ value: "Billing" }] },
  });
});

test("a digest asked for stands in the channel once, and is found by its key", async () => {
  const { bot, documents, poster } = await aWorkspace();
  const lena = bot.as("U0LENA");
  await lena.do(typed("/digest now"));
  const seen = await lena.sees((all) => textOf(fromBot(all)).includes("The digest is posted"));
  const posts = fromBot(seen).filter((message) => textOf([message]).includes("data_table"));
  expect(posts).toHaveLength(1);
  expect(posts[0]!.channel).toBe("C0BILLING");
  expect(textOf(posts)).toMatch(/65\.0\s?%/u);
  const [delivery] = await documents.deliveries.list();
  expect(delivery).toMatchObject({ state: "sent", ts: posts[0]!.ts });
  const before = new Date(Date.now() - 60_000);
  expect(await poster.findByKey("C0BILLING", delivery!.id, before)).toBe(posts[0]!.ts);
  expect(await poster.findByKey("C0BILLING", "another", before)).toBeNull();
});

test("where people from outside read along, a digest asked for is not posted, and the asker hears why", async () => {
  const { bot, desk } = await aWorkspace();
  const lena = bot.as("U0LENA");
  await lena.do(typed("/digest now", "C0SUPPORT"));
  const seen = await lena.sees((all) => textOf(fromBot(all)).includes("could not be posted"));
  expect(textOf(fromBot(seen))).toContain("people from other organizations are in the channel");
  const deliveries = await desk.digests.deliveries("C0SUPPORT", 10);
  expect(deliveries).toMatchObject([{ state: "dead", reason: "shared" }]);
  expect(fromBot(await bot.as("U0ANDREI").see())).toEqual([]);
});

test("a channel that is not there is refused for good, not left in doubt", async () => {
  const { poster } = await aWorkspace();
  const message = { kind: "digest", digest: aComposedDigest() } as const;
  const plainly = { thread: null, ensure: () => {} };
  await expect(poster.post("C0NOWHERE", message, "key", plainly)).rejects.toMatchObject({
    code: "slack_closed",
  });
});

test("a member who may not set goals is told so, and nothing is saved", async () => {
  const { bot, desk } = await aWorkspace("member");
  const lena = bot.as("U0LENA");
  await lena.do(typed("/digest now"));
  const seen = await lena.sees((all) => fromBot(all).length > 0);
  expect(textOf(fromBot(seen))).toContain("Only leads and admins");
  expect(textOf(fromBot(seen))).not.toContain("data_table");
  expect(await desk.digests.deliveries(null, 10)).toEqual([]);
});
