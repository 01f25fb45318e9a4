import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Clock } from "../../src/clock.ts";
import type { AskedMessage } from "../../src/digests/create-digests.ts";
import type { Outgoing } from "../../src/digests/outgoing.ts";
import { createDigestBook } from "../../src/documents/digest-book.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import type { Delivery, Digest } from "../../src/documents/shape.ts";
import type { Documents } from "../../src/documents/store.ts";
import { createQuotas } from "../../src/documents/quotas.ts";
import type { DeliveryPorts } from "../../src/scheduler/deliveries.ts";
import { createLedger, type DueReminder } from "../../src/scheduler/ledger.ts";
import { createWriteDue } from "../../src/scheduler/write-due.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { aDigest } from "../fixtures/digest.ts";
import { fakeSlack, type Fate, type FakeSlackOptions } from "../fixtures/fake-slack.ts";
import { timerOf } from "../fixtures/timer-of.ts";

export const minute = 60_000;
export const hour = 60 * minute;
const silent = { info: () => {}, warn: () => {}, error: () => {} };
/** Monday 16 November 2026, 09:00 in Berlin. */
export const dueAt = new Date("2026-11-16T08:00:00Z");

async function openInFolder(clock: Clock, folder: string): Promise<Documents> {
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  onTestFinished(() => documents.close());
  return documents;
}

export interface Trial extends Omit<FakeSlackOptions, "now"> {
  readonly open?: (clock: Clock, folder: string) => Promise<Documents>;
  readonly digests?: readonly Partial<Digest>[];
  readonly startsAt?: Date;
  readonly compose?: () => Promise<Outgoing>;
  readonly awaits?: () => Date | null;
  readonly isNeedless?: () => boolean;
  readonly workdaysIn?: DeliveryPorts["workdaysIn"];
}

const everyDay = () => ({ isWorkday: () => true, isDayOff: () => false });

/** A ledger over a real store, a Slack and a clock that the test moves. */
export async function aDesk({
  open = openInFolder,
  digests = [{}],
  startsAt = new Date(dueAt.getTime() - hour),
  compose,
  awaits = () => null,
  isNeedless = () => false,
  workdaysIn = everyDay,
  ...slackOptions
}: Trial = {}) {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-ledger-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const time = { now: startsAt };
  const clock = { now: () => new Date(time.now) };
  const documents = await open(clock, folder);
  await documents.change({ who: "U0LEAD", via: "slack" }, async (draft) => {
    for (const each of digests)
      await draft.digests.put(aDigest({ activeFrom: startsAt.toISOString(), ...each }));
  });
  const slack = fakeSlack({ ...slackOptions, now: clock.now });
  let composed = 0;
  const start = (holder: string, over: Partial<DeliveryPorts> = {}) =>
    createLedger({
      documents,
      quotas: createQuotas((over.timer ?? timerOf(clock)).ms),
      poster: slack,
      clock,
      holder,
      log: silent,
      timer: timerOf(clock),
      random: () => 0,
      workdaysIn,
      compose: compose ?? (async (delivery) => message(delivery, `composed ${(composed += 1)}`)),
      awaits: async () => awaits(),
      isNeedless: async () => isNeedless(),
      ...over,
    });
  const fates = async () =>
    (await documents.deliveries.list()).map(
      ({ occurrence, state, reason }) =>
        `${occurrence} ${state}${reason === null ? "" : ` ${reason}`}`,
    );
  /** Lets time pass in steps of twenty seconds, looking at each. */
  const live = async (ledger: { tick: () => Promise<void> }, ms: number) => {
    const end = time.now.getTime() + ms;
    while (time.now.getTime() < end) {
      time.now = new Date(Math.min(end, time.now.getTime() + 20_000));
      await ledger.tick();
    }
  };
  const book = createDigestBook(documents, createWriteDue(workdaysIn));
  return { folder, documents, book, slack, time, clock, start, fates, live };
}

const message = ({ id, kind, locale }: Delivery, text: string): Outgoing =>
  kind === "reminder"
    ? { kind: "reminder", reminder: { locale, title: text, parts: [], footer: "Why it comes." } }
    : { kind: "digest", digest: aComposedDigest({ key: id, headline: text }) };

export const aReminder = (change: Partial<DueReminder> = {}): DueReminder => ({
  id: "reminder:g1:2026-11-17:U0OWNER",
  about: "g1",
  person: "U0OWNER",
  locale: "en",
  occurrence: "2026-11-17",
  dueAt,
  ...change,
});

/** The fates in turn, the last one for ever. */
export const inTurn = (...fates: readonly Fate[]) => {
  let at = 0;
  return () => fates[Math.min(at++, fates.length - 1)]!;
};

/** A digest asked for by hand. */
export const forThread = (thread: string | null): AskedMessage => ({
  id: "d1:C0TEAM:2026-W47:details",
  digest: "details",
  channel: "C0TEAM",
  thread,
  owner: "U0LEAD",
  locale: "en",
  occurrence: "2026-W47",
  payload: { kind: "digest", digest: aComposedDigest() },
});
