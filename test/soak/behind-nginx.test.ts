import { expect, test } from "vitest";
import { formCallback } from "../../src/blocks/form-view.ts";
import { nordlicht } from "../../src/playground/people.ts";
import { writeMetadata } from "../../src/slack/form-metadata.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { crowd } from "../fixtures/crowd.ts";
import { aDatabase, hasPostgres, onServer } from "../fixtures/database.ts";
import { aGoal } from "../fixtures/goal.ts";
import { freePort } from "../fixtures/malformed-lines.ts";
import { hasNginx, startNginx } from "../fixtures/nginx.ts";
import { startProgram, startSlack } from "../fixtures/running-program.ts";
import { calls, configText, newPlace } from "../terminal/desk.ts";

const program = builtProgram();
const team = nordlicht.team.id;
/** Nobody may ask as often as all of them do. */
const desk = crowd(200);
const person = (nth: number) => desk.asking[nth % desk.asking.length]!;
const soon = { timeout: 60_000 };

const form = (fields: Readonly<Record<string, unknown>>) =>
  new URLSearchParams({ payload: JSON.stringify(fields) });

/** Two processes of the program on one database, behind the recipe's proxy. */
async function startBoth() {
  const { url } = await aDatabase();
  const ports = [await freePort(), await freePort()] as const;
  const slack = await startSlack({ seed: desk, requestUrl: "http://127.0.0.1:9/slack/events" });
  const leads = desk.asking.map(([id]) => id).join(", ");
  const config = configText.replace("leads: [U0LEAD]", `leads: [${leads}]`);
  const places = [newPlace(calls, config), newPlace(calls, config)];
  const start = (nth: 0 | 1) =>
    startProgram(program, slack, places[nth]!, {
      env: {
        PORT: String(ports[nth]),
        SLACK_APP_TOKEN: "",
        SLACK_SIGNING_SECRET: slack.signingSecret,
        DATABASE_URL: url,
      },
    });
  const both = [await start(0), await start(1)] as const;
  const { documents } = await opened(url);
  await documents.change({ who: "U0CROWD0", via: "test" }, async ({ goals }) => {
    await goals.put(aGoal({ channel: "C0BILLING" }));
  });
  const nginx = await startNginx(ports);
  await expect.poll(nginx.isUp, soon).toBe(true);

  let sent = 0;
  const expected: string[] = [];
  const refused: string[] = [];
  const { signingSecret: secret } = slack;
  const said = (name: string, { status }: { readonly status: number }): void => {
    // Slack hears nothing for three seconds where the machine is busy: it is done all the same.
    if (status === 200 || status === 504) expected.push(name);
    else refused.push(`${name} ${status}`);
  };
  const next = (what: string): string => `${what} number ${(sent += 1)}.`;
  /** Each leaves a text behind by which it is known. */
  const command = async (): Promise<void> => {
    const name = next("Command");
    const [who, channel] = person(sent);
    const body = new URLSearchParams({
      command: "/kpi",
      text: `note 2026-11-12 ${name}`,
      user_id: who,
      team_id: team,
      channel_id: channel,
      trigger_id: `1.${sent}.same`,
      response_url: "http://127.0.0.1:9/nowhere",
    });
    said(name, await nginx.send(body.toString(), { secret }));
  };
  const event = async (): Promise<void> => {
    const name = next("Event");
    const [who] = person(sent);
    const body = JSON.stringify({
      type: "event_callback",
      event_id: `Ev${sent}`,
      team_id: team,
      event: {
        type: "message",
        channel_type: "im",
        user: who,
        channel: who.replace("U", "D"),
        text: `kpi note 2026-11-12 ${name}`,
        ts: `${sent}.1`,
      },
    });
    said(name, await nginx.send(body, { secret, isJson: true }));
  };
  const submission = async (): Promise<void> => {
    const name = next("Form");
    const [who] = person(sent);
    const values = { text: { field: { type: "plain_text_input", value: name } } };
    const body = form({
      type: "view_submission",
      user: { id: who, team_id: team },
      team: { id: team },
      view: {
        id: `V${sent}`,
        hash: "1.1",
        type: "modal",
        callback_id: formCallback,
        blocks: [],
        state: { values },
        previous_view_id: null,
        root_view_id: `V${sent}`,
        private_metadata: writeMetadata({
          command: "goal",
          state: `check-in:g1:form-${sent}`,
          fromHome: false,
        }),
      },
    });
    const answer = await nginx.send(body.toString(), { secret });
    // The answer of a form is what the person sees next.
    const isShown = answer.text.includes('"response_action":"update"');
    said(name, isShown ? answer : { ...answer, status: answer.status === 200 ? 0 : answer.status });
  };
  const kept = async (): Promise<string> =>
    JSON.stringify(await onServer(url, ["select body::text as text from goalpost.documents"]));
  const missing = async (): Promise<readonly string[]> => {
    const all = await kept();
    return expected.filter((name) => !all.includes(name));
  };
  const allDone = () => expect.poll(missing, soon).toEqual([]);
  return {
    both,
    start,
    refused,
    /** One of each kind at a time, so many times; nobody asks again before they were answered. */
    sendAll: async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        await Promise.all([command(), event(), submission()]);
        await allDone();
      }
    },
    twice: async () => {
      const all = await kept();
      return expected.filter((name) => all.split(name).length > 2);
    },
  };
}

if (!hasNginx)
  process.stderr.write("\n!!! nginx is not installed: the test of its recipe is SKIPPED.\n\n");

test.skipIf(!hasNginx || !hasPostgres)(
  "behind the recipe's nginx no request is lost while a process dies, stops, starts or reads its configuration anew",
  async () => {
    const bots = await startBoth();
    const { both, sendAll, refused } = bots;
    await sendAll(5);
    expect(refused).toEqual([]);

    // Killed while it has nothing to do: what comes next finds no process there.
    both[0].signal("SIGKILL");
    await both[0].ended;
    await sendAll(10);
    expect(refused).toEqual([]);

    const first = await bots.start(0);
    const streams = [sendAll(20), sendAll(20), sendAll(20), sendAll(20)];
    first.signal("SIGHUP");
    both[1].signal("SIGTERM");
    expect(await both[1].ended).toBe(0);
    const second = await bots.start(1);
    first.signal("SIGTERM");
    expect(await first.ended).toBe(0);
    await Promise.all(streams);
    expect([refused, await bots.twice()]).toEqual([[], []]);
    second.signal("SIGTERM");
    expect(await second.ended).toBe(0);
  },
);
