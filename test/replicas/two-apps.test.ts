import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Command } from "../../commands/command.ts";
import type { App } from "../../src/app.ts";
import { createPace } from "../../src/scheduler/pace.ts";
import { createSlack } from "../../src/slack/slack.ts";
import { afterTest } from "../closing.ts";
import { aDatabase, hasPostgres, onServer } from "../fixtures/database.ts";
import { freePort } from "../fixtures/malformed-lines.ts";
import { nordlicht } from "../../src/playground/people.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { aCommand, said, slackSettings } from "../slack/bot-for-tests.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { calls, newPlace, noon, openPlace, type } from "../terminal/desk.ts";

const signingSecret = "0123456789abcdef0123456789abcdef";

/** The app as one of several processes has it: the same configuration, a data folder of its own. */
async function anApp(url: string): Promise<App> {
  const app = await openPlace(newPlace(calls), noon, null, url);
  afterTest(app.close);
  return app;
}

/** It stands still, so that nothing comes back of what is spent. */
const now = async (): Promise<Date> => noon.now();

/** Two processes that answer Slack over HTTP. */
async function twoBots(url: string, command: Command) {
  const playground = await startForTest({});
  afterTest(() => playground.stop());
  const start = async (port: number) => {
    const { seen, quotas } = await opened(url, { now });
    const slack = createSlack(
      slackSettings(playground, {
        connection: { mode: "http", signingSecret, port },
        commands: [command],
        seen,
        quotas,
        inProduction: true,
      }),
    );
    await slack.start();
    return { slack, port };
  };
  return { playground, both: [await start(await freePort()), await start(await freePort())] };
}

/** Signed as Slack does; gives the status of the answer. */
async function send(port: number, body: string): Promise<number> {
  const timestamp = String(Math.trunc(Date.now() / 1000));
  const signature = createHmac("sha256", signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest("hex");
  const { status } = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
    },
  });
  return status;
}

describe.skipIf(!hasPostgres)("two processes on one database", () => {
  test("what is said to one is known to the other, and who is forgotten is forgotten in both", async () => {
    const { url } = await aDatabase();
    const [one, other] = [await anApp(url), await anApp(url)];
    for (const [nth, app] of [one, other, one, other].entries()) {
      const said = await type(["kpi", "note", "2026-11-12", `note ${nth} of Ann`], { app });
      expect([said.exit, said.err]).toEqual([0, ""]);
    }
    const notes = await type(["kpi", "notes", "--json"], { app: other });
    for (const nth of [0, 1, 2, 3]) expect(notes.out).toContain(`note ${nth} of Ann`);
    expect((await type(["pull"], { app: one })).exit).toBe(0);
    expect((await type(["forget", "Ann", "--yes"], { app: one })).exit).toBe(0);
    expect((await type(["kpi", "notes"], { app: other })).out).not.toContain("Ann");
    // What the other one reads later, from a file that still names her, is hers no more.
    await type(["pull"], { app: other });
    const agents = await other.records.query("select distinct agent from calls order by 1");
    expect(agents).toEqual([{ agent: "former agent 1" }, { agent: "김민수" }]);
    const texts = await onServer(url, [
      "select body::text as text from goalpost.documents union all select edits::text from goalpost.audit",
    ]);
    expect(JSON.stringify(texts)).not.toContain("Ann");
  });

  test("a request that Slack delivers to both has one effect", async () => {
    const { url } = await aDatabase();
    const runs: string[] = [];
    const command = aCommand("kpi", async (words) => {
      runs.push(words);
      return said(`asked: ${words}`);
    });
    const { playground, both } = await twoBots(url, command);
    const body = new URLSearchParams({
      command: "/kpi",
      text: "fcr",
      user_id: "U0LENA",
      team_id: nordlicht.team.id,
      channel_id: "C0BILLING",
      trigger_id: "1.2.same",
      response_url: `${playground.apiUrl}nowhere`,
    }).toString();
    const statuses = await Promise.all([...both, ...both].map(({ port }) => send(port, body)));
    expect(statuses).toEqual([200, 200, 200, 200]);
    // Whoever has stopped has done what came.
    for (const { slack } of both) await slack.stop();
    expect(runs).toEqual(["fcr"]);
  });

  test("somebody who asks both in turn is answered ten times a minute, not twenty", async () => {
    const { url } = await aDatabase();
    const runs: string[] = [];
    const command = aCommand("kpi", async (words) => {
      runs.push(words);
      return said("82.9 %");
    });
    const { playground, both } = await twoBots(url, command);
    const asked = Array.from({ length: 24 }, (_, nth) =>
      send(
        both[nth % 2]!.port,
        new URLSearchParams({
          command: "/kpi",
          text: `nth ${nth}`,
          user_id: "U0LENA",
          team_id: nordlicht.team.id,
          channel_id: "C0BILLING",
          trigger_id: `1.2.${nth}`,
          response_url: `${playground.apiUrl}nowhere`,
        }).toString(),
      ),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
    for (const { slack } of both) await slack.stop();
    expect(runs).toHaveLength(10);
  });

  test("what both post to a channel comes a second apart", async () => {
    const { url } = await aDatabase();
    const [one, other] = [await opened(url, { now }), await opened(url, { now })].map(
      ({ quotas }) => createPace(quotas),
    );
    const turns = await Promise.all(
      [one!, other!, one!, other!].map((pace) => pace.next("C0BILLING", false)),
    );
    const waits = turns.map(({ waitMs }) => waitMs);
    expect(waits.toSorted((a, b) => a - b)).toEqual([0, 1_000, 2_000, 3_000]);
    expect(turns.every(({ isTaken }) => isTaken)).toBe(true);
    await one!.hold("C0BILLING", 60_000);
    expect((await other!.next("C0BILLING", false)).isTaken).toBe(false);
  });
});
