import { expect, test } from "vitest";
import { statusPage } from "../../commands/digest-status.ts";
import { aDigest } from "../fixtures/digest.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { aDesk, dueAt, hour } from "./ledger-desk.ts";

const bad = { id: "d2", channel: "C0BAD", zone: "Europe/Atlantis" };

test("a digest whose zone is unknown holds up no other, and its owner hears of it once", async () => {
  const { slack, start, fates, live } = await aDesk({ digests: [bad, {}] });
  const ledger = start("a");
  await live(ledger, 2 * hour);
  await live(start("b"), hour);
  expect(slack.posts.map(({ channel }) => channel)).toEqual(["C0TEAM"]);
  expect(await fates()).toEqual(["revision 1 dead unplannable", "2026-W47 sent"]);
  expect(slack.told).toEqual([
    "U0LEAD: Digest d2 could not be posted: its time zone is not known any more: edit it and choose another.",
  ]);
});

test("once its zone is mended it comes at its next date; mended wrongly, its owner hears of it again", async () => {
  const { slack, start, live, documents, time } = await aDesk({ digests: [bad] });
  const ledger = start("a");
  const edit = (zone: string, revision: number) =>
    documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) =>
      digests.put(aDigest({ ...bad, zone, revision, activeFrom: time.now.toISOString() })),
    );
  await live(ledger, hour / 2);
  await edit("Europe/Lemuria", 2);
  await live(ledger, hour / 4);
  expect(slack.told).toHaveLength(1);
  await edit("Europe/Berlin", 3);
  await live(ledger, hour);
  expect(slack.posts[0]!.at.getTime() - dueAt.getTime()).toBeLessThanOrEqual(20_000);
  expect(slack.posts).toHaveLength(1);
});

test("the status page lists it, and says what to do", async () => {
  const { desk, documents, ledger } = await deskOver({ tickets: [] });
  const digest = aDigest(bad);
  await documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) => digests.put(digest));
  await ledger.tick();
  const shown = JSON.stringify(
    await statusPage({ of: null, channel: null, shown: [digest] }, anAsker(), desk),
  );
  expect(shown).toContain("its time zone is not known any more: edit it and choose another");
  expect(shown).toContain("d2, next: –");
});
