import { expect, test } from "vitest";
import { composeDigest } from "../../src/digests/compose.ts";
import type { Delivery } from "../../src/documents/shape.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { correctionsJob } from "../../src/scheduler/jobs/corrections.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import type { FakeSlackOptions } from "../fixtures/fake-slack.ts";
import { now, reportsOver, ticketsOn } from "../reports/ask.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const sent = { state: "sent", ts: "1.2", sentAt: "2026-11-16T08:00:05.000Z" } as const;

const over = (good: number) => reportsOver({ tickets: ticketsOn("2026-11-10", 1000, good) });

/** A digest that said 80 %, 800 of 1,000, on Monday; the test says what the records are by now. */
async function aDesk(
  { locale = "en", ...change }: Partial<Delivery> & { locale?: Locale } = {},
  slackOptions: Partial<FakeSlackOptions> = {},
) {
  const { ports, documents, ledger, slack } = await deskOver({}, slackOptions);
  const { figures } = await composeDigest(composeAsked(), { ...ports, reports: await over(800) });
  await documents.change({ who: "U0LEAD", via: "test" }, async ({ digests, deliveries }) => {
    await digests.put(aDigest({ locale }));
    await deliveries.put(aDelivery({ ...sent, locale, posted: figures, ...change }));
  });
  let at = now;
  const clock = { now: () => at };
  const look = async (good: number, hours = 0) => {
    at = new Date(now.getTime() + hours * 3_600_000);
    const reports = await over(good);
    const job = correctionsJob({
      ...ports,
      reports,
      clock,
      documents,
      ask: ledger.ask,
      log: silent,
    });
    await job.run();
  };
  return { slack, documents, ledger, look };
}

test("what late records changed stands in the digest's thread, once", async () => {
  const { slack, documents, look } = await aDesk();
  await look(800);
  expect(slack.posts).toEqual([]);
  await look(850);
  await look(850);
  await look(850, 30);
  expect(slack.posts).toMatchObject([
    { channel: "C0TEAM", thread: "1.2", key: "d1:C0TEAM:2026-W47:correction:2026-11-18" },
  ]);
  const note = (await documents.deliveries.list()).find(({ thread }) => thread === "1.2");
  expect(note).toMatchObject({ state: "sent", posted: [{ kpi: "fcr", value: 85 }] });
});

test("what changes again is told again, the day after, against what was told last", async () => {
  const { slack, look } = await aDesk();
  await look(850);
  await look(870, 1);
  expect(slack.posts).toHaveLength(1);
  await look(870, 30);
  expect(slack.posts.map(({ key }) => key.slice(-10))).toEqual(["2026-11-18", "2026-11-19"]);
});

test("a note whose answer was lost is found in the thread, not written twice", async () => {
  let posts = 0;
  const { slack, ledger, look } = await aDesk(
    {},
    {
      fateOfPost: () => ((posts += 1) === 1 ? "unanswered" : "ok"),
    },
  );
  await look(850);
  await look(850);
  await ledger.tick();
  expect(slack.posts).toHaveLength(1);
});

test.each<[string, Partial<Delivery>]>([
  ["from more than a week ago", { sentAt: "2026-11-09T08:00:00.000Z" }],
  ["that was not posted", { state: "skipped", reason: "missed", ts: null, sentAt: null }],
  ["in a channel the digest does not go to any more", { channel: "C0OLD" }],
])("a digest %s is left alone", async (_name, change) => {
  const { slack, look } = await aDesk(change);
  await look(850);
  expect(slack.posts).toEqual([]);
});

test("it says what was posted and what is now, in four languages, and how far the data reach", async () => {
  const said = await Promise.all(
    locales.map(async (locale) => {
      const { look, documents } = await aDesk({ locale }, { fateOfPost: () => "busy" });
      await look(850);
      const [, note] = await documents.deliveries.list();
      return JSON.stringify(note?.payload);
    }),
  );
  expect(new Set(said).size).toBe(4);
  for (const text of said) expect(text).toMatch(/80[.,]0+.*85[.,]0+/u);
  expect(said[0]).toContain("Figures of this digest have changed since");
  expect(said[0]).toMatch(/Data as of|No source has been read/u);
});
