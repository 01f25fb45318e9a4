import { expect, test } from "vitest";
import { composeDigest } from "../../src/digests/compose.ts";
import { frozen } from "../../src/scheduler/frozen.ts";
import { correctionsJob } from "../../src/scheduler/jobs/corrections.ts";
import type { Ledger } from "../../src/scheduler/ledger.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aDelivery } from "../fixtures/digest.ts";
import { now, reportsOver, ticketsOn } from "../reports/ask.ts";
import { killedAt } from "./killed-at.ts";
import { aDesk, hour, minute } from "./ledger-desk.ts";

const over = (good: number) => reportsOver({ tickets: ticketsOn("2026-11-10", 1000, good) });
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const sentAt = "2026-11-16T08:00:05.000Z";

/** A digest of Monday that said 80 %, and records that say 85 % by Wednesday. */
async function lateRecords() {
  const { ports } = await deskOver({});
  const digest = await composeDigest(composeAsked(), { ...ports, reports: await over(800) });
  const payload = frozen({ kind: "digest", digest });
  const desk = await aDesk({ startsAt: now });
  const sending = aDelivery({ state: "sending", sendStartedAt: sentAt, payload });
  const sent = aDelivery({ state: "sent", sendStartedAt: sentAt, sentAt, ts: "1.2" });
  const by = { who: "U0LEAD", via: "test" };
  await desk.documents.change(by, ({ deliveries }) => deliveries.put(sending));
  await desk.documents.change(by, ({ deliveries }) =>
    deliveries.put({ ...sent, posted: digest.figures }),
  );
  const reports = await over(850);
  const jobOf = ({ ask, amend }: Ledger, documents = desk.documents) =>
    correctionsJob({ ...ports, reports, clock: desk.clock, documents, ask, amend, log: silent });
  return { ...desk, jobOf };
}

test.each([false, true])(
  "a process that dies at any call of a correction (it took effect: %s): one note, one message corrected",
  async (happened) => {
    let calls = 0;
    for (let call = 1; calls === 0; call += 1) {
      const { slack, start, live, documents, time, jobOf } = await lateRecords();
      const dying = killedAt(call, happened, documents, slack);
      const { wasKilled, ...ports } = dying;
      await jobOf(start("a", ports), dying.documents)
        .run()
        .catch(() => {});
      if (!wasKilled()) calls = call - 1;
      const next = start("b");
      await live(next, 15 * minute);
      for (let nth = 0; nth < 3; nth += 1) {
        await jobOf(next).run();
        time.now = new Date(time.now.getTime() + hour);
      }
      expect([call, slack.posts.map(({ thread }) => thread)]).toEqual([call, ["1.2"]]);
      const [first, ...others] = slack.amended;
      expect([call, first?.corrections.length]).toEqual([call, 1]);
      // Where the process died behind the update it is made again, the same.
      expect(others.length).toBeLessThanOrEqual(1);
      for (const each of others) expect(each).toEqual(first);
      expect(await documents.deliveries.get("d1:C0TEAM:2026-W47")).toMatchObject({ shown: 1 });
    }
    // Asked for, claimed, marked as sending, posted, marked as sent, the message updated, that written down.
    expect(calls).toBeGreaterThanOrEqual(7);
  },
);
