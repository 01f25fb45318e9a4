import type { App } from "@slack/bolt";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Playground } from "../../src/playground/server.ts";
import { boltFor, startForTest, visitorAt } from "./workspace-for-tests.ts";

let playground: Playground;
let app: App;
beforeEach(async () => {
  playground = await startForTest({
    shortcuts: [{ name: "Ask for a figure", callbackId: "ask", type: "global" }],
  });
  app = boltFor(playground);
});
afterEach(async () => {
  await app.stop();
  await playground.stop();
});

const say = (text: string, channel = "C0LEADS", threadTs: string | null = null) =>
  ({ kind: "say", channel, text, threadTs }) as const;
const button = (action_id: string) => ({
  type: "button" as const,
  action_id,
  text: { type: "plain_text" as const, text: "Press" },
  value: "fcr",
});

test("a slash command reaches the app and its answer only the one who asked", async () => {
  const heard: unknown[] = [];
  app.command("/kpi", async ({ ack, command, respond }) => {
    await ack();
    heard.push([command.text, command.user_id, command.channel_id, command.team_id]);
    await respond({ text: "82.9 %" });
  });
  await app.start();
  const lena = visitorAt(playground, "U0LENA");
  expect(await lena.do(say("/kpi fcr last-week"))).toEqual({ ok: true });
  const { messages } = await lena.sees(({ messages }) => messages.length === 1);
  expect(messages[0]).toMatchObject({ text: "82.9 %", visibleTo: "U0LENA", author: "U0GOALPOST" });
  expect(heard).toEqual([["fcr last-week", "U0LENA", "C0LEADS", "T0NORDLICHT"]]);
  expect((await visitorAt(playground, "U0MINA").see()).messages).toEqual([]);
});

test("an acknowledgement with a message in it is shown", async () => {
  app.command("/kpi", async ({ ack }) => ack({ text: "Hello all", response_type: "in_channel" }));
  await app.start();
  await visitorAt(playground, "U0LENA").do(say("/kpi"));
  const { messages } = await visitorAt(playground, "U0MINA").see();
  expect(messages.map(({ text }) => text)).toEqual(["Hello all"]);
});

test("a command without an app, unknown, or never acknowledged says so", async () => {
  const lena = visitorAt(playground, "U0LENA");
  expect(await lena.do(say("/kpi"))).toEqual({ ok: false, error: "dispatch_failed" });
  expect(await lena.do(say("/nope"))).toEqual({ ok: false, error: "unknown_command" });
  app.command("/kpi", async () => {});
  await app.start();
  expect(await lena.do(say("/kpi"))).toEqual({ ok: false, error: "operation_timeout" });
});

test("a direct message, a mention and the home tab arrive as events", async () => {
  const heard: string[] = [];
  app.message(async ({ message, say }) => {
    heard.push(message.channel_type);
    await say("hi");
  });
  app.event("app_mention", async ({ event }) => {
    heard.push(event.text);
  });
  app.event("app_home_opened", async ({ event, client }) => {
    heard.push(String(event.tab));
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: [{ type: "divider" }] },
    });
  });
  await app.start();
  const mina = visitorAt(playground, "U0MINA");
  await mina.do(say("fcr?", "D0MINA"));
  await mina.sees(({ messages }) => messages.some(({ text }) => text === "hi"));
  await mina.do(say("@Goalpost fcr & <b>", "C0SUPPORT"));
  await mina.do({ kind: "open_home", tab: "home" });
  const { home } = await mina.sees((snapshot) => snapshot.home !== null);
  expect(home?.payload.blocks.map(({ type }) => type)).toEqual(["divider"]);
  expect(heard).toEqual(["im", "<@U0GOALPOST> fcr &amp; &lt;b&gt;", "home"]);
});

test("what is said where the app is not a member stays unheard", async () => {
  const heard: string[] = [];
  app.event("app_mention", async ({ event }) => {
    heard.push(event.channel);
  });
  await app.start();
  const lena = visitorAt(playground, "U0LENA");
  await lena.do(say("@Goalpost fcr", "C0GENERAL"));
  await lena.do({ kind: "invite_bot", channel: "C0GENERAL" });
  await lena.do(say("@Goalpost csat", "C0GENERAL"));
  await expect.poll(() => heard).toEqual(["C0GENERAL"]);
});

test("a pressed button carries its value, and may replace its ephemeral message", async () => {
  app.command("/kpi", async ({ ack, respond }) => {
    await ack();
    await respond({ text: "?", blocks: [{ type: "actions", elements: [button("why")] }] });
  });
  app.action("why", async ({ ack, action, body, respond }) => {
    await ack();
    const value = "value" in action ? action.value : "";
    await respond({ replace_original: true, text: `${value} ${"message" in body}` });
  });
  await app.start();
  const lena = visitorAt(playground, "U0LENA");
  await lena.do(say("/kpi"));
  const { messages } = await lena.sees(({ messages }) => messages.length === 1);
  const message = messages[0]!;
  const press = {
    kind: "press",
    source: { kind: "message", channel: message.channel, ts: message.ts },
    blockId: message.blocks[0]!.block_id!,
    actionId: "why",
    given: null,
    values: {},
  } as const;
  expect(await visitorAt(playground, "U0MINA").do(press)).toMatchObject({ ok: false });
  expect(await lena.do(press)).toEqual({ ok: true });
  const after = await lena.sees(({ messages }) => messages[0]?.editedTs !== null);
  expect(after.messages.map(({ text }) => text)).toEqual(["fcr false"]);
});

const modal = (extra: object[] = []) => ({
  type: "modal" as const,
  callback_id: "goal",
  title: { type: "plain_text" as const, text: "Goal" },
  submit: { type: "plain_text" as const, text: "Save" },
  blocks: [
    {
      type: "input" as const,
      block_id: "target",
      label: { type: "plain_text" as const, text: "Target" },
      element: { type: "plain_text_input" as const, action_id: "text" },
    },
    ...extra.map(() => ({ type: "divider" as const })),
  ],
});

test("a form opens, refuses on the field, updates, and closes when it is good", async () => {
  const heard: unknown[] = [];
  app.command("/goal", async ({ ack, body, client }) => {
    await ack();
    const { view } = await client.views.open({ trigger_id: body.trigger_id, view: modal() });
    await client.views.update({ view_id: view!.id!, hash: view!.hash!, view: modal([{}]) });
  });
  app.view("goal", async ({ ack, view }) => {
    const value = view.state.values["target"]?.["text"]?.value;
    heard.push(value);
    await (Number(value) > 0
      ? ack()
      : ack({ response_action: "errors", errors: { target: "A number, please" } }));
  });
  await app.start();
  const lena = visitorAt(playground, "U0LENA");
  await lena.do(say("/goal"));
  const { modals } = await lena.sees(({ modals }) => modals[0]?.payload.blocks.length === 2);
  const submit = (text: string | null) =>
    lena.do({ kind: "submit", viewId: modals[0]!.id, values: { target: { text } } });
  expect(await submit(null)).toEqual({
    ok: false,
    error: "field_errors",
    errors: { target: "required" },
  });
  expect(await submit("many")).toEqual({
    ok: false,
    error: "field_errors",
    errors: { target: "A number, please" },
  });
  expect((await lena.see()).modals).toHaveLength(1);
  expect(await submit("80")).toEqual({ ok: true });
  expect((await lena.see()).modals).toEqual([]);
  expect(heard).toEqual(["many", "80"]);
});

test("a shortcut and the options of an external select reach the app", async () => {
  app.shortcut("ask", async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: {
        type: "modal",
        title: { type: "plain_text", text: "Ask" },
        submit: { type: "plain_text", text: "Ask" },
        blocks: [
          {
            type: "input",
            block_id: "kpi",
            label: { type: "plain_text", text: "KPI" },
            element: { type: "external_select", action_id: "pick", min_query_length: 0 },
          },
        ],
      },
    });
  });
  app.options("pick", async ({ ack, options }) => {
    await ack({
      options: [{ text: { type: "plain_text", text: `FCR ${options.value}` }, value: "fcr" }],
    });
  });
  await app.start();
  const lena = visitorAt(playground, "U0LENA");
  expect(await lena.do({ kind: "shortcut", callbackId: "ask", source: null })).toEqual({
    ok: true,
  });
  const { modals } = await lena.sees(({ modals }) => modals.length === 1);
  const found = await lena.do({
    kind: "look_up",
    source: { kind: "view", id: modals[0]!.id },
    blockId: "kpi",
    actionId: "pick",
    text: "f",
  });
  expect(found).toEqual({
    ok: true,
    choices: [{ text: "FCR f", value: "fcr", about: null, group: null }],
  });
});
