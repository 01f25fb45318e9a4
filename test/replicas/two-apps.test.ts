import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { createSlack, type Slack } from "../../src/slack/slack.ts";
import { afterTest } from "../closing.ts";
import { aDatabase, hasPostgres, onServer } from "../fixtures/database.ts";
import { nordlicht } from "../../src/playground/people.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { aCommand, collectLog, noDesk, said } from "../slack/bot-for-tests.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { calls, newPlace, noon, openPlace, type } from "../terminal/desk.ts";
import { systemClock } from "../../src/clock.ts";

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
};

const signingSecret = "0123456789abcdef0123456789abcdef";

/** The app as one of several processes has it: the same configuration, a data folder of its own. */
async function anApp(url: string): Promise<App> {
  const app = await openPlace(newPlace(calls), noon, null, url);
  afterTest(app.close);
  return app;
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
    const playground = await startForTest({});
    afterTest(() => playground.stop());
    const runs: string[] = [];
    const command = aCommand("kpi", async (words) => {
      runs.push(words);
      return said(`asked: ${words}`);
    });
    const ports: number[] = [];
    const both: Slack[] = [];
    for (const port of [await freePort(), await freePort()]) {
      const { seen } = await opened(url);
      const slack = createSlack({
        botToken: playground.botToken,
        apiUrl: playground.apiUrl,
        connection: { mode: "http", signingSecret, port },
        commands: [command],
        home: async () => [],
        desk: noDesk,
        roleOf: () => "lead",
        agentFiguresIn: [],
        sharedChannels: [],
        locale: "en",
        zone: "UTC",
        chosenLocale: async () => null,
        log: collectLog().log,
        clock: systemClock,
        seen,
        onRefused: () => {},
        inProduction: true,
      });
      await slack.start();
      both.push(slack);
      ports.push(port);
    }
    const body = new URLSearchParams({
      command: "/kpi",
      text: "fcr",
      user_id: "U0LENA",
      team_id: nordlicht.team.id,
      channel_id: "C0BILLING",
      trigger_id: "1.2.same",
      response_url: `${playground.apiUrl}nowhere`,
    }).toString();
    const timestamp = String(Math.trunc(Date.now() / 1000));
    const signature = createHmac("sha256", signingSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest("hex");
    const answers = await Promise.all(
      [...ports, ...ports].map((port) =>
        fetch(`http://127.0.0.1:${port}/slack/events`, {
          method: "POST",
          body,
          headers: {
            "content-type": "application/x-www-form-urlencoded",
            "x-slack-request-timestamp": timestamp,
            "x-slack-signature": `v0=${signature}`,
          },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // Whoever has stopped has done what came.
    for (const slack of both) await slack.stop();
    expect(runs).toEqual(["fcr"]);
  });
});
