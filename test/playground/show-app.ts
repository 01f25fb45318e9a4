import type { App, types } from "@slack/bolt";
import { everyMessageBlock, goalForm, homeBlocks, moreMessageBlocks } from "./show-blocks.ts";

const asBlocks = (blocks: readonly object[]) => blocks as types.KnownBlock[];

/** A small Bolt app that sends every block and uses every way back. */
export function showEverything(app: App): void {
  const tell = async (channel: string, text: string): Promise<void> => {
    await app.client.apiCall("chat.postMessage", { channel, text });
  };
  app.command("/kpi", async ({ ack, command, respond }) => {
    if (command.text === "slow") return;
    await ack();
    const blocks = asBlocks(command.text === "more" ? moreMessageBlocks : everyMessageBlock);
    const isShared = command.text !== "mine";
    await respond({
      text: "FCR 77.4 %",
      blocks,
      response_type: isShared ? "in_channel" : "ephemeral",
    });
  });
  app.command("/goal", async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: goalForm("77.4 %") });
  });
  app.action("given", async ({ ack, body, client, action }) => {
    await ack();
    if (!("view" in body) || body.view === undefined || action.type !== "static_select") return;
    const present = action.selected_option?.value === "csat" ? "91.0 %" : "77.4 %";
    await client.views.update({
      view_id: body.view.id,
      hash: body.view.hash,
      view: goalForm(present),
    });
  });
  app.options("given", async ({ ack, options }) => {
    const names = ["Acme", "Acorn", "Birch"].filter((name) =>
      name.toLowerCase().includes(options.value.toLowerCase()),
    );
    await ack({
      options: names.map((name) => ({ text: { type: "plain_text", text: name }, value: name })),
    });
  });
  app.view("goal", async ({ ack, view, body }) => {
    const target = view.state.values["target"]?.["given"]?.value ?? "";
    if (Number.isNaN(Number.parseFloat(target))) {
      await ack({ response_action: "errors", errors: { target: "Say a number, such as 80 %." } });
      return;
    }
    await ack();
    const values = Object.entries(view.state.values).map(([block, { given }]) => {
      const held =
        given?.value ??
        given?.selected_option?.value ??
        given?.selected_date ??
        given?.selected_user ??
        given?.selected_conversation ??
        given?.selected_options?.map(({ value }) => value).join("+");
      return `${block}=${held ?? ""}`;
    });
    await tell(body.user.id, values.join(" "));
  });
  app.action(/^(?:pressed2?|risky)$/u, async ({ ack, action, body }) => {
    await ack();
    const value =
      "value" in action
        ? action.value
        : "selected_option" in action
          ? action.selected_option?.value
          : undefined;
    await tell(body.user.id, `pressed ${String(value)}`);
  });
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab !== "home") return;
    const { user } = await client.users.info({ user: event.user });
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: homeBlocks(user?.real_name ?? "you") },
    });
  });
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: "In this thread", thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(/./u, async ({ message, say }) => {
    if (!("text" in message) || message.channel_type !== "im") return;
    await say(`You said: ${message.text ?? ""}`);
  });
}
