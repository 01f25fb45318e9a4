import { expect, test } from "vitest";
import { composeDigest } from "../../src/digests/compose.ts";
import type { Delivery } from "../../src/documents/shape.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { frozen } from "../../src/scheduler/frozen.ts";
import { correctionsJob, type CorrectionsPorts } from "../../src/scheduler/jobs/corrections.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import type { Fate, FakeSlackOptions } from "../fixtures/fake-slack.ts";
import { now, reportsOver, ticketsOn } from "../reports/ask.ts";
import { inTurn } from "./ledger-desk.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const sent = { state: "sent", ts: "1.2", sentAt: "2026-11-16T08:00:05.000Z" } as const;
const sendStartedAt = "2026-11-16T08:00:04.000Z";

const over = (good: number) => reportsOver({ tickets: ticketsOn("2026-11-10", 1000, good) });

/** A digest that said 80 %, 800 of 1,000, on Monday; the test says what the records are by now. */
async function aDesk(
  { locale = "en", ...change }: Partial<Delivery> & { locale?: Locale } = {},
  slackOptions: Partial<FakeSlackOptions> = {},
) {
  const { ports, documents, ledger, slack } = await deskOver({}, slackOptions);
  const asked = composeAsked({ locale });
  const digest = await composeDigest(asked, { ...ports, reports: await over(800) });
  const payload = frozen({ kind: "digest", digest });
  const before = aDelivery({ locale, ...change, state: "sending", sendStartedAt, payload });
  const by = { who: "U0LEAD", via: "test" };
  await documents.change(by, async ({ digests, deliveries }) => {
    await digests.put(aDigest({ locale }));
    await deliveries.put(before);
  });
  const posted = digest.figures;
  await documents.change(by, ({ deliveries }) =>
    deliveries.put({ ...before, ...sent, posted, payload: null, ...change }),
  );
  let at = now;
  const clock = { now: () => at };
  const look = async (good: number, hours = 0, more: Partial<CorrectionsPorts> = {}) => {
    at = new Date(now.getTime() + hours * 3_600_000);
    const reports = await over(good);
    const { ask, amend } = ledger;
    const job = correctionsJob({
      ...ports,
      reports,
      clock,
      documents,
      ask,
      amend,
      log: silent,
      ...more,
    });
    await job.run();
  };
  return { slack, documents, ledger, look, digest };
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

test("the message itself says it once, beside all that it said, and every later one with it", async () => {
  const { slack, look, digest } = await aDesk();
  await look(800);
  expect(slack.amended).toEqual([]);
  await look(850);
  await look(850, 1);
  const first = expect.stringMatching(/^Corrected on 18 November 2026: .+80\.0.+85\.0/u);
  expect(slack.amended).toEqual([{ channel: "C0TEAM", ts: "1.2", digest, corrections: [first] }]);
  await look(870, 30);
  await look(870, 31);
  const second = expect.stringMatching(/^Corrected on .+85\.0.+87\.0/u);
  expect(slack.amended.slice(1)).toMatchObject([
    { ts: "1.2", digest, corrections: [first, second] },
  ]);
  expect(slack.posts.map(({ thread }) => thread)).toEqual(["1.2", "1.2"]);
});

test.each<[string, Fate, number]>([
  ["was lost", "lost", 1],
  ["took effect, and its answer was lost", "unanswered", 2],
  ["had to wait", "busy", 1],
  ["was not let in", "shut_out", 1],
])(
  "an update that %s is made again, the same, and nothing is posted twice",
  async (_name, fate, made) => {
    const { slack, look, digest } = await aDesk({}, { fateOfAmend: inTurn(fate, "ok") });
    await look(850);
    await look(850, 1);
    await look(850, 2);
    expect(slack.amended).toHaveLength(made);
    for (const each of slack.amended) expect(each).toEqual(slack.amended[0]);
    expect(slack.amended[0]?.digest).toEqual(digest);
    expect(slack.posts).toHaveLength(1);
  },
);

test("cut off before it was written down that the message shows it, it is shown once more", async () => {
  const { slack, look, documents } = await aDesk();
  const cut: CorrectionsPorts["documents"] = {
    ...documents,
    change: async () => {
      throw new Error("the disk is full");
    },
  };
  await look(850, 0, { documents: cut });
  await look(850, 1);
  await look(850, 2);
  expect(slack.amended.map(({ corrections }) => corrections.length)).toEqual([1, 1]);
  expect(slack.posts).toHaveLength(1);
});

test.each<Fate>(["refused", "closed"])(
  "a message that cannot be changed (%s) is let be; its thread goes on",
  async (fate) => {
    let asked = 0;
    const warned: string[] = [];
    const fateOfAmend = () => ((asked += 1), fate);
    const { slack, look, documents } = await aDesk({}, { fateOfAmend });
    const log = { ...silent, error: (_fields: object, text: string) => void warned.push(text) };
    for (const hours of [0, 1, 2]) await look(850, hours, { log });
    await look(870, 30, { log });
    expect([asked, slack.amended.length, warned]).toEqual([1, 0, []]);
    expect(slack.posts).toHaveLength(2);
    expect(await documents.deliveries.get("d1:C0TEAM:2026-W47")).toMatchObject({ shown: null });
  },
);

test.each<[string, Partial<Delivery>]>([
  ["what it was drawn from is not known", { payload: "of an older release" }],
  ["another life of the ledger sent it", { sendStartedAt: null }],
])("where %s, the thread alone corrects it", async (_name, change) => {
  const { slack, documents, look } = await aDesk();
  const held = await documents.deliveries.get("d1:C0TEAM:2026-W47");
  const other = { ...held!, ...change };
  const by = { who: "U0LEAD", via: "test" };
  await documents.change(by, ({ deliveries }) => deliveries.put({ ...other, state: "sending" }));
  await documents.change(by, ({ deliveries }) => deliveries.put({ ...other, payload: null }));
  await look(850);
  await look(850, 1);
  expect([slack.amended.length, slack.posts.length]).toEqual([0, 1]);
});

test("a digest that was paused or removed meanwhile is not changed any more", async () => {
  const { slack, documents, look } = await aDesk({}, { fateOfAmend: inTurn("busy", "ok") });
  await look(850);
  const by = { who: "U0LEAD", via: "test" };
  await documents.change(by, ({ digests }) => digests.put(aDigest({ paused: true })));
  await look(850, 1);
  await documents.change(by, ({ digests }) => digests.remove("d1"));
  await look(850, 2);
  expect(slack.amended).toEqual([]);
});

test("what was corrected stands in the message in its language", async () => {
  const said = await Promise.all(
    locales.map(async (locale) => {
      const { look, slack } = await aDesk({ locale });
      await look(850);
      return slack.amended.flatMap(({ corrections }) => corrections).join("\n");
    }),
  );
  expect(new Set(said).size).toBe(4);
  for (const text of said) expect(text).toMatch(/18.+80[.,]0+.+85[.,]0+/u);
});
