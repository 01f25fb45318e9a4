import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { nordlicht } from "../../src/playground/people.ts";
import { botEvents } from "../../src/slack/scopes.ts";
import { afterTest } from "../closing.ts";
import { dayDesk } from "../day/day-desk.ts";
import { dayPerson } from "../day/day-person.ts";
import type { DaySettings, Hour, Minute } from "../day/day-messages.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";

const startsAt = new Date("2026-11-18T00:00:00Z");
const minute = 60_000;
const megabyte = 1_048_576;
const channels = Array.from({ length: 48 }, (_, at) => `C0HALF${at}`);
const questions = [
  "/kpi fcr last-week",
  "/kpi frt yesterday by channel",
  "/kpi backlog last-week by team",
  "/kpi why fcr last-week",
  "/kpi top fcr last-month",
  "/kpi ticket_volume last-30-days trend kind:tickets",
  "/goal list",
  "/digest status",
  "/kpi nothing-like-it",
];

test("a day of questions, forms, pulls, alerts and digests leaves no more in memory than its second hour", async () => {
  const time = { now: startsAt };
  const halfHours = channels.map((id, at) => ({
    id,
    name: `half-${at}`,
    topic: "",
    kind: "public" as const,
    members: ["U0LENA"],
    hasBot: true,
  }));
  const slack = await startForTest({
    botEvents,
    clock: { now: () => new Date(time.now) },
    commands: commands.map((each) => ({ ...each, shouldEscape: true })),
    seed: { ...nordlicht, channels: [...nordlicht.channels, ...halfHours] },
  });
  afterTest(() => slack.stop());
  const { lose, find, goOn, ...desk } = await dayDesk(startsAt, channels);
  const { apiUrl, botToken, appToken } = slack;
  const settings = { ...desk, apiUrl, botToken, appToken, startsAt: startsAt.toISOString() };
  const next = await startChild(settings);
  const people = [await dayPerson(slack, "U0LENA"), await dayPerson(slack, "U0MINA")];

  const sizes: Hour[] = [];
  const faults: string[] = [];
  const refused: string[] = [];
  for (let nth = 1; nth <= 24 * 60; nth += 1) {
    time.now = new Date(startsAt.getTime() + nth * minute);
    if (nth % 15 === 14 && nth % 180 < 120) goOn(time.now);
    // An hour in three the source cannot be read, and somebody is told.
    if (nth % 180 === 121) lose();
    if (nth % 180 === 179) find();
    const lived = await next(time.now);
    if (lived.hour !== null) sizes.push(lived.hour);
    faults.push(...lived.faults);
    for (const [at, person] of people.entries()) {
      const said = await person.ask(questions[(nth * 2 + at) % questions.length]!, "C0BILLING");
      if (/went wrong|Too many|These are more/u.test(said)) refused.push(said);
    }
    if (nth % 5 === 0) await people[0]!.openHome();
    if (nth % 10 === 3) await people[0]!.fillIn("C0BILLING");
  }

  const heap = sizes.slice(1).map(({ heapUsed }) => heapUsed / megabyte);
  const grown = heap.at(-1)! - heap[0]!;
  const told = (pick: (hour: Hour) => number) =>
    sizes.map((each) => (pick(each) / megabyte).toFixed(1)).join(" ");
  process.stdout.write(
    `  heap by the hour (MB): ${told(({ heapUsed }) => heapUsed)}\n  outside of it: ${told(({ external }) => external)}\n  of the process: ${told(({ rss }) => rss)}\n  ${slope(heap).toFixed(3)} MB an hour, ${grown.toFixed(1)} MB from the second hour on\n`,
  );
  expect(faults).toEqual([]);
  expect(refused).toEqual([]);
  expect(sizes).toHaveLength(24);
  const { pulled, refused: unread, fates } = sizes.at(-1)!;
  expect(fates).toMatchObject({ "scheduled sent": channels.length });
  expect(fates["alert sent"]).toBeGreaterThan(0);
  expect(pulled).toBeGreaterThan(50);
  expect(unread).toBeGreaterThan(10);
  expect(slope(heap)).toBeLessThan(1);
  expect(grown).toBeLessThan(10);
}, 3_600_000);

/** Starts the bot. Gives what lets it live through the next minute. */
async function startChild(settings: DaySettings): Promise<(at: Date) => Promise<Minute>> {
  const program = await buildChild(join(import.meta.dirname, "../day/day-child.ts"), newFolder());
  const child = spawn(process.execPath, ["--expose-gc", program, JSON.stringify(settings)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = once(child, "exit").then(() => {
    throw new Error("the bot has ended");
  });
  gone.catch(() => {});
  afterTest(() => void child.kill("SIGKILL"));
  const said = async (): Promise<Minute> => (await Promise.race([once(child, "message"), gone]))[0];
  await said();
  return async (at) => {
    const lived = said();
    child.send(at.toISOString());
    return await lived;
  };
}

/** Of the straight line that lies nearest, for each step. */
function slope(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const middle = (values.length - 1) / 2;
  const along = values.reduce((sum, each, at) => sum + (at - middle) * (each - mean), 0);
  return along / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}
