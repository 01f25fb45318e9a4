import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { systemClock } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { botEvents } from "../../src/slack/scopes.ts";
import { afterTest } from "../closing.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { crowd } from "../fixtures/crowd.ts";
import { aDigest } from "../fixtures/digest.ts";
import { liveFeed } from "../fixtures/live-feed.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { startForTest, visitorAt } from "../playground/workspace-for-tests.ts";
import { typed } from "../slack/bot-for-tests.ts";
import { limitingSlack } from "./limiting-slack.ts";
import { pulledSample } from "./pulled-sample.ts";

const program = builtProgram();
const digests = 500;
const minute = 60_000;

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** Ten people of a crowd, each in a channel of their own. */
const seed = crowd(100);
const asking = seed.asking.filter((_, at) => at % 10 === 0);
const channels = Array.from({ length: digests }, (_, at) => ({
  id: `C0MORNING${at}`,
  name: `morning-${at}`,
  topic: "",
  kind: "public" as const,
  members: ["U0LENA"],
  hasBot: true,
}));
const words = ["fcr", "csat", "first_response_time by channel", "answer_rate", "backlog by team"];

/** On a whole minute, with time enough to start before. */
const dueAt = (): Date => new Date(Math.ceil((Date.now() + 75_000) / minute) * minute);

async function putDigests(folder: string, due: Date): Promise<void> {
  const documents = await openLowdb({ folder, clock: systemClock, warn: () => {} });
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    hour: "2-digit",
    minute: "2-digit",
  });
  const when = { zone: "UTC", time: parts.format(due), weekday: due.getUTCDay() || 7 };
  await documents.change({ who: "U0LENA", via: "slack" }, async (draft) => {
    for (const [at, { id: channel }] of channels.entries()) {
      const own = { id: `d${at}`, channel, submission: `form-${at}`, createdBy: "U0LENA" };
      await draft.digests.put(aDigest({ ...when, ...own, activeFrom: new Date().toISOString() }));
    }
  });
  await documents.close();
}

test("500 digests of one minute are posted within ten, and who asks meanwhile need not wait", async () => {
  const shown = commands.map((each) => ({ ...each, shouldEscape: true }));
  const slack = await startForTest({
    botEvents,
    seed: { ...seed, channels: [...seed.channels, ...channels] },
    commands: shown,
  });
  afterTest(() => slack.stop());
  const { apiUrl, calls } = await limitingSlack(slack.apiUrl);
  const folder = newFolder();
  const { env, places } = await pulledSample(program, folder, { ...slack, apiUrl });
  const due = dueAt();
  await putDigests(places.data, due);
  const stdio = [
    "ignore",
    "pipe",
    process.env["BENCH_LOG"] === undefined ? "ignore" : "inherit",
  ] as const;
  const child = spawn(process.execPath, [program], { cwd: folder, env, stdio: [...stdio] });
  afterTest(() => void child.kill("SIGKILL"));
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (text: Buffer) => text.includes("connected") && resolve());
  });

  const posts = () =>
    calls.filter(
      (each) =>
        each.method === "chat.postMessage" && each.isTaken && each.channel.startsWith("C0MORNING"),
    );
  const isMorning = () => Date.now() >= due.getTime() && posts().length < digests;
  const isOver = () => posts().length >= digests || Date.now() > due.getTime() + 15 * minute;
  const took = { quiet: [] as number[], morning: [] as number[] };
  const refused: string[] = [];
  const askOn = async (
    [person, channel]: readonly [string, string],
    nth: number,
  ): Promise<void> => {
    let answered: ((text: string) => void) | null = null;
    await liveFeed(slack, person, (event) => {
      if (event.kind === "message" && event.isNew && event.message.visibleTo === person) {
        answered?.(event.message.text);
      }
    });
    await sleep(nth * 700);
    for (let at = nth; !isOver(); at += 1) {
      const [began, during] = [performance.now(), isMorning() ? took.morning : took.quiet];
      const answer = new Promise<string>((resolve) => (answered = resolve));
      const text = `/kpi ${words[at % words.length]} last-${1 + (at % 7)}-weeks`;
      expect(await visitorAt(slack, person).do(typed(text, channel))).toEqual({ ok: true });
      const said = await answer;
      during.push(performance.now() - began);
      if (/^(?:Too many|These are more)|went wrong/u.test(said)) refused.push(said);
      await sleep(Math.max(0, 7_000 - (performance.now() - began)));
    }
  };
  await Promise.all(asking.map(askOn));

  const posted = posts();
  const lateMs = posted.map(({ atMs }) => performance.timeOrigin + atMs - due.getTime());
  const limited = calls.filter(({ isTaken }) => !isTaken).map(({ method }) => method);
  const told = (values: readonly number[]) =>
    `median ${quantile(values, 0.5).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms, at most ${Math.max(...values).toFixed(0)} ms of ${values.length}`;
  process.stdout.write(
    `posted ${posted.length}, the last after ${(Math.max(...lateMs) / 1_000).toFixed(0)} s\n` +
      `/kpi before: ${told(took.quiet)}\n/kpi meanwhile: ${told(took.morning)}\n` +
      `told to wait: ${JSON.stringify(Object.fromEntries([...new Set(limited)].map((each) => [each, limited.filter((one) => one === each).length])))}\n`,
  );
  expect(refused).toEqual([]);
  expect(new Set(posted.map(({ channel }) => channel)).size).toBe(digests);
  expect(posted).toHaveLength(digests);
  expect(Math.max(...lateMs)).toBeLessThan(10 * minute);
  expect(quantile(took.morning, 0.95)).toBeLessThan(2_000);
}, 1_200_000);
