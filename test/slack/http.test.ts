import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { Agent, fetch } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { formCallback } from "../../src/blocks/form-view.ts";
import { writeMetadata } from "../../src/slack/form-metadata.ts";
import { createSlack } from "../../src/slack/slack.ts";
import { freePort, sendMalformed } from "../fixtures/malformed-lines.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { aCommand, collectLog, fromBot, said, slackSettings, typed } from "./bot-for-tests.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";

/** A connection for each request: one kept from before may be closed by the server as it is used. */
const dispatcher = new Agent({ pipelining: 0 });

/** The bot on a port of its own, and a Slack that sends it signed requests. */
async function startOverHttp() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const playground = await startForTest({ requestUrl: url });
  const runs: string[] = [];
  const forms: string[] = [];
  const { log, lines } = collectLog();
  const settings = slackSettings(playground, {
    connection: { mode: "http", signingSecret: playground.signingSecret, port },
    commands: [
      aCommand(
        "kpi",
        async (words) => {
          runs.push(words);
          return said("82.9 %");
        },
        {
          submit: async (state) => {
            forms.push(state);
            return { ok: true, reply: said("Saved.") };
          },
        },
      ),
    ],
    log,
    inProduction: true,
  });
  const slack = createSlack(settings);
  await slack.start();
  onTestFinished(async () => {
    await slack.stop();
    await playground.stop();
  });
  const sendBody = async (
    body: string,
    contentType: string,
    { secret = playground.signingSecret, at = Date.now() } = {},
  ): Promise<number> => {
    const timestamp = String(Math.floor(at / 1000));
    const digest = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
    const { status } = await fetch(url, {
      dispatcher,
      method: "POST",
      body,
      headers: {
        "content-type": contentType,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${digest}`,
      },
    });
    return status;
  };
  const send = (fields: Readonly<Record<string, string>>, how = {}): Promise<number> =>
    sendBody(
      new URLSearchParams({ ...command, ...fields }).toString(),
      "application/x-www-form-urlencoded",
      how,
    );
  return {
    playground,
    port,
    url,
    runs,
    forms,
    lines,
    send,
    sendBody,
    secret: playground.signingSecret,
  };
}
const command = {
  command: "/kpi",
  text: "fcr",
  user_id: "U0LENA",
  team_id: "T0NORDLICHT",
  channel_id: "C0BILLING",
  response_url: "http://127.0.0.1:9/gone",
};

const submission = {
  type: "view_submission",
  user: { id: "U0LENA", team_id: "T0NORDLICHT" },
  team: { id: "T0NORDLICHT" },
  view: {
    id: "V1",
    hash: "1.1",
    type: "modal",
    callback_id: formCallback,
    private_metadata: writeMetadata({ command: "kpi", state: "q4", fromHome: false }),
    blocks: [],
    state: { values: {} },
    previous_view_id: null,
    root_view_id: "V1",
  },
};

test("over HTTP a command is answered as over the socket", async () => {
  const { playground } = await startOverHttp();
  const lena = visitorAt(playground, "U0LENA");
  expect(await lena.do(typed("/kpi fcr"))).toEqual({ ok: true });
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer).toMatchObject({ visibleTo: "U0LENA", text: "82.9 %" });
});

test("a wrong signature or an old request is turned away before anything is done", async () => {
  const { send, runs } = await startOverHttp();
  expect(await send({ trigger_id: "1" }, { secret: "wrong" })).toBe(401);
  expect(await send({ trigger_id: "2" }, { at: Date.now() - 6 * 60_000 })).toBe(401);
  expect(runs).toEqual([]);
});

test("a request sent three times is acknowledged three times and done once", async () => {
  const { send, runs } = await startOverHttp();
  const statuses = [
    await send({ trigger_id: "7.7" }),
    await send({ trigger_id: "7.7" }),
    await send({ trigger_id: "7.7" }),
  ];
  expect(statuses).toEqual([200, 200, 200]);
  await expect.poll(() => runs).toEqual(["fcr"]);
  await send({ trigger_id: "8.8" });
  await expect.poll(() => runs).toEqual(["fcr", "fcr"]);
});

test("an event delivered three times is done once", async () => {
  const { sendBody, runs, playground } = await startOverHttp();
  const event = JSON.stringify({
    type: "event_callback",
    event_id: "Ev1",
    team_id: "T0NORDLICHT",
    event: {
      type: "message",
      channel_type: "im",
      user: "U0LENA",
      channel: "D0LENA",
      text: "kpi csat",
      ts: "1.1",
    },
  });
  for (let delivery = 0; delivery < 3; delivery += 1) {
    expect(await sendBody(event, "application/json")).toBe(200);
  }
  const lena = visitorAt(playground, "U0LENA");
  await lena.sees((all) => fromBot(all).length > 0);
  expect(runs).toEqual(["csat"]);
});

test("a request from the future is refused before anything is done", async () => {
  const { send, runs } = await startOverHttp();
  expect(await send({ trigger_id: "9" }, { at: Date.now() + 120_000 })).toBe(401);
  expect(await send({ trigger_id: "9" }, { at: Date.now() + 30_000 })).toBe(200);
  await expect.poll(() => runs).toEqual(["fcr"]);
});

test("whoever sends a signed request again gets its answer, and nothing is done", async () => {
  const { send, sendBody, runs, forms, lines } = await startOverHttp();
  const at = Date.now();
  // Without a trigger there is nothing but the signature to know it by.
  for (let time = 0; time < 3; time += 1) expect(await send({}, { at })).toBe(200);
  await expect.poll(() => runs).toEqual(["fcr"]);
  const payload = new URLSearchParams({ payload: JSON.stringify(submission) }).toString();
  for (let time = 0; time < 3; time += 1) {
    expect(await sendBody(payload, "application/x-www-form-urlencoded", { at })).toBe(200);
  }
  expect(forms).toEqual(["q4"]);
  expect(lines.filter(({ text }) => text.includes("answered before"))).toHaveLength(4);
});

test("after the secret was changed the old one opens nothing", async () => {
  const { send, runs } = await startOverHttp();
  const { send: sendNew, secret } = await startOverHttp();
  expect(await send({ trigger_id: "1" }, { secret })).toBe(401);
  expect(await sendNew({ trigger_id: "1" }, { secret })).toBe(200);
  expect(runs).toEqual([]);
});

test("headers that never end are cut off", async () => {
  const { port } = await startOverHttp();
  const heard = await new Promise<string>((resolve) => {
    let text = "";
    connect(port, "127.0.0.1")
      .on("data", (bytes) => (text += bytes.toString()))
      .on("close", () => resolve(text))
      .write("POST /slack/events HTTP/1.1\r\nHost: a\r\n");
  });
  expect(heard).toContain("408");
});

test("other addresses, too much and 200 malformed lines are refused, and the bot lives on", async () => {
  const { port, url, send } = await startOverHttp();
  for (const path of ["elsewhere", "slack/install", "slack/oauth_redirect?code=1&state=2"]) {
    expect((await fetch(`http://127.0.0.1:${port}/${path}`, { dispatcher })).status).toBe(404);
  }
  expect((await fetch(url, { dispatcher, method: "POST", body: "command=%2Fkpi" })).status).toBe(
    401,
  );
  expect((await fetch(url, { dispatcher, method: "POST", body: "x".repeat(600_000) })).status).toBe(
    413,
  );
  await sendMalformed(port);
  expect(await send({ trigger_id: "10" })).toBe(200);
});
