import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { App } from "../../src/app.ts";
import { jobsOf } from "../../src/app/jobs-of.ts";
import type { Message } from "../../src/playground/wire.ts";
import { afterTest } from "../closing.ts";
import { aDigest } from "../fixtures/digest.ts";
import { startForTest, visitorAt } from "../playground/workspace-for-tests.ts";
import { collectLog, fromBot } from "../slack/bot-for-tests.ts";
import { configText, header, newPlace, openPlace } from "../terminal/desk.ts";

const day = 86_400_000;

/** A hundred calls of that day, of which so many were answered. */
function calls(on: Date, answered: number): readonly string[] {
  const date = on.toISOString().slice(0, 10);
  return Array.from(
    { length: 100 },
    (_, at) => `c${at},${date} 12:00,${at < answered ? "Y" : "N"},20,Ann`,
  );
}

const said = (message: Message | undefined): string => JSON.stringify(message?.blocks);
const corrected = (message: Message | undefined): number =>
  said(message).match(/Corrected on/gu)?.length ?? 0;

/**
 * A digest is posted, records come late, on two days, with a new start in between. Gives what stands in
 * the channel then: messages beside the digest, notes in its thread, and what it corrects.
 */
export async function correctADigest(databaseUrl: string | null) {
  const playground = await startForTest();
  afterTest(() => playground.stop());
  const time = { now: new Date() };
  const due = new Date(time.now.getTime() - 5 * 60_000);
  const lastWeek = new Date(due.getTime() - 7 * day);
  const place = newPlace(calls(lastWeek, 50), configText.replace("Europe/Berlin", "UTC"));
  const clock = { now: () => time.now };
  const { log } = collectLog();
  const start = () => openPlace(place, clock, playground, databaseUrl);
  const pull = async (app: App, rows: readonly string[]) => {
    writeFileSync(join(place.folder, "calls.csv"), [header, ...rows, ""].join("\n"));
    await app.pull("phones", {});
  };
  const lookOver = (app: App) =>
    jobsOf(app, async () => {}, log)
      .find(({ name }) => name === "corrections")!
      .run();
  const lena = visitorAt(playground, "U0LENA");
  const inChannel = async () => {
    const all = fromBot(await lena.see()).filter(({ channel }) => channel === "C0BILLING");
    const [digest, ...others] = all.filter(({ threadTs }) => threadTs === null);
    return { digest, others, notes: all.filter(({ threadTs }) => threadTs !== null) };
  };

  let app = await start();
  await app.pull("phones", {});
  await app.documents.change({ who: "U0LEAD", via: "test" }, ({ digests }) =>
    digests.put(
      aDigest({
        channel: "C0BILLING",
        zone: "UTC",
        kpis: ["answer_rate"],
        weekday: ((due.getUTCDay() + 6) % 7) + 1,
        time: due.toISOString().slice(11, 16),
        activeFrom: new Date(due.getTime() - 60 * 60_000).toISOString(),
        waitMinutes: 0,
      }),
    ),
  );
  await app.ledger.tick();
  const { digest: posted } = await inChannel();
  expect(said(posted)).toMatch(/50\.0\s%/u);

  await pull(app, calls(lastWeek, 60));
  await lookOver(app);
  await lookOver(app);
  const first = await inChannel();
  expect(first.digest).toMatchObject({ ts: posted?.ts, editedTs: expect.any(String) });
  expect(said(first.digest)).toMatch(/Corrected on[^"]+50\.0\s%, is now 60\.0\s%/u);
  // What it said stands there as it stood, block by block.
  const names = /"block_id":"(?!d1:)[^"]*",?/gu;
  expect(
    first.digest?.blocks.toSpliced(2, 1).map((each) => JSON.stringify(each).replace(names, "")),
  ).toEqual(posted?.blocks.map((each) => JSON.stringify(each).replace(names, "")));
  expect([first.others.length, first.notes.length, corrected(first.digest)]).toEqual([0, 1, 1]);

  await app.close();
  app = await start();
  afterTest(() => app.close());
  time.now = new Date(time.now.getTime() + day);
  await lookOver(app);
  expect(await inChannel()).toEqual(first);
  await pull(app, calls(lastWeek, 63));
  await lookOver(app);
  const second = await inChannel();
  expect(said(second.digest)).toMatch(/50\.0\s%, is now 60\.0\s%[^"]+60\.0\s%, is now 63\.0\s%/u);
  expect(second.digest?.ts).toBe(posted?.ts);
  const { others, notes, digest } = second;
  return { others: others.length, notes: notes.length, corrections: corrected(digest) };
}
