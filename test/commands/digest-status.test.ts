import { describe, expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { drawPart } from "../../src/slack/draw.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { formFor, linesOf, submit } from "./digest-form.ts";

const tickets = ticketsOn("2026-11-10", 40, 30);

/** d1 goes to its own channel and to that of Billing; d2 to the same channel as d1. */
async function deskWithTwo(options: Parameters<typeof deskOver>[1] = {}) {
  const parts = await deskOver({ tickets }, options);
  await parts.documents.change({ who: "U0LEAD", via: "slack" }, async ({ digests, deliveries }) => {
    await digests.put(aDigest({ also: [{ team: "Billing", channel: "C0BILLING" }] }));
    await digests.put(aDigest({ id: "d2", period: "last_month" }));
    const sent = { state: "sent", ts: "1.0" } as const;
    await deliveries.put(aDelivery(sent));
    await deliveries.put(
      aDelivery({
        id: "d1:C0BILLING:2026-W47",
        channel: "C0BILLING",
        state: "dead",
        reason: "refused",
      }),
    );
    await deliveries.put(
      aDelivery({
        ...sent,
        id: "d2:C0TEAM:2026-11",
        digest: "d2",
        dueAt: "2026-11-02T08:00:00.000Z",
      }),
    );
    await deliveries.put(
      aDelivery({ ...sent, id: "now:C0TEAM:x", digest: "now", dueAt: "2026-11-17T08:00:00.000Z" }),
    );
  });
  return parts;
}

async function rowsOf(words: string, desk: Awaited<ReturnType<typeof deskOver>>["desk"]) {
  const reply = await digest.run(words, anAsker(), desk);
  if (reply.kind !== "page") throw new Error(`no page: ${JSON.stringify(reply)}`);
  return reply.table?.rows ?? [];
}

describe("the status", () => {
  test("of a digest is that of every channel it goes to, and of none of the others", async () => {
    const { desk } = await deskWithTwo();
    const rows = await rowsOf("status d1", desk);
    expect(rows.map(([id, , channel]) => [id, channel])).toEqual([
      ["by hand", { channel: "C0TEAM" }],
      ["d1", { channel: "C0TEAM" }],
      ["d1", { channel: "C0BILLING" }],
    ]);
    expect(rows[2]?.[3]).toBe("not delivered: Slack refused it (is the bot in the channel?)");
  });

  test("of a channel has alerts to it too, by their goal", async () => {
    const { desk, documents } = await deskWithTwo();
    await documents.change({ who: "scheduler", via: "scheduler" }, async ({ deliveries }) => {
      const alert = { kind: "alert", digest: null, about: "g1", dueAt: "2026-11-18T08:00:00.000Z" };
      const dead = { ...alert, state: "dead", reason: "refused" } as const;
      await deliveries.put(aDelivery({ ...dead, kind: "alert", id: "fell:g1:behind:2026-11-18" }));
    });
    const rows = await rowsOf("status", desk);
    expect(rows.map(([id]) => id)).toEqual(["g1", "by hand", "d1", "d2"]);
    expect(rows[0]?.[3]).toBe("not delivered: Slack refused it (is the bot in the channel?)");
    expect((await rowsOf("status d1", desk)).map(([id]) => id)).not.toContain("g1");
  });

  test.each([
    ["en", /sent late: 16 Nov 2026, 11:12"/u],
    ["ko", /늦게 전송됨: 2026[^"]*11:12"/u],
    ["ru", /отправлена с опозданием: 16 нояб[^"]*11:12"/u],
    ["zh-TW", /延遲發送：2026[^"]*11:12"/u],
  ] as const)("says of one that came late when it came: %s", async (locale, said) => {
    const { desk, documents } = await deskWithTwo();
    await documents.change({ who: "scheduler", via: "scheduler" }, ({ deliveries }) =>
      deliveries.put(
        aDelivery({ state: "sent", ts: "1.0", sentAt: "2026-11-16T10:12:00.000Z", id: "late" }),
      ),
    );
    const reply = await digest.run("status", anAsker({ locale }), desk);
    expect(JSON.stringify(reply)).toMatch(said);
  });

  test("of a channel says of each which digest it was", async () => {
    const { desk } = await deskWithTwo();
    const rows = await rowsOf("status", desk);
    expect(rows.map(([id]) => id)).toEqual(["by hand", "d1", "d2"]);
  });
});

test("asked which of several is meant, one reads what each of them is", async () => {
  const { desk } = await deskWithTwo();
  const reply = await digest.run("pause", anAsker(), desk);
  expect(linesOf(reply)).toEqual([
    "This channel has several digests. Which one?",
    "d1 · every Monday at 09:00 (Europe/Berlin)",
    "d2 · the first working day of each month at 09:00 (Europe/Berlin), the month before",
  ]);
});

const officeOf = (days: ReadonlySet<string>) => ({
  isWorkday: (day: string) => !days.has(day),
  isDayOff: (day: string) => days.has(day),
});

describe("a date that a day off moves", () => {
  const off = new Set(["2026-11-23", "2026-11-30"]);
  const workdaysIn = (channel: string | null) =>
    officeOf(channel === "C0BILLING" ? new Set() : off);

  test("says from when: in the form, once it is saved, and in the list of each channel", async () => {
    const { desk } = await deskOver({ tickets }, { workdaysIn });
    const form = await formFor("", desk);
    const moved =
      /^Next: Tuesday,? 24 November 2026 at 09:00 \(Europe\/Berlin\), moved from 23 November 2026; .*, moved from 30 November 2026; Monday,? 7 December 2026 at 09:00 \(Europe\/Berlin\)\.$/u;
    expect(form.notices.at(-1)).toMatch(moved);
    const result = await submit(form, { teams: "Billing" }, desk);
    const lines = result.ok ? linesOf(result.reply) : [];
    expect(lines).toEqual([
      "Saved: digest d1, every Monday at 09:00 (Europe/Berlin).",
      expect.stringMatching(moved),
    ]);
    const rows = await rowsOf("list", desk);
    expect(rows.map(([, channel, , , dates]) => [channel, dates])).toEqual([
      [
        { channel: "C0TEAM" },
        "24 Nov 2026, 09:00, moved from 23 November 2026; 1 Dec 2026, 09:00, moved from 30 November 2026; 7 Dec 2026, 09:00",
      ],
      [{ channel: "C0BILLING" }, "23 Nov 2026, 09:00; 30 Nov 2026, 09:00; 7 Dec 2026, 09:00"],
    ]);
  });

  test.each(locales)("is said in %s", async (locale) => {
    const { desk } = await deskOver({ tickets }, { workdaysIn });
    const { notices } = await formFor("", desk, anAsker({ locale }));
    expect(notices.at(-1)).toMatch(/23/u);
    expect(notices.at(-1)).not.toMatch(/\{\w+\}/u);
  });

  test("more than a week ahead is no digest that was posted already", async () => {
    // On this Wednesday the next one but a holiday would be on Tuesday; it comes the Thursday after.
    const days = ["24", "25"].map((day) => `2026-11-${day}`);
    const { desk } = await deskOver({ tickets }, { workdaysIn: () => officeOf(new Set(days)) });
    const result = await submit(await formFor("", desk), { weekday: "2" }, desk);
    const lines = result.ok ? linesOf(result.reply) : [];
    expect(lines[1]).toMatch(/^Next: Thursday,? 26 November 2026/u);
    expect(lines).toHaveLength(2);
  });
});

test.each(locales)("pages of a hundred digests are ones that Slack takes: %s", async (locale) => {
  const { desk, documents } = await deskOver({ tickets });
  const team = "조회팀".repeat(80);
  await documents.change({ who: "U0LEAD", via: "slack" }, async ({ digests, deliveries }) => {
    for (let at = 1; at <= 100; at += 1) {
      await digests.put(
        aDigest({
          id: `d${at}`,
          zone: "America/Argentina/ComodRivadavia",
          where: { team: { in: [team] } },
          also: [{ team, channel: `C0TEAM${at}` }],
        }),
      );
      await deliveries.put(
        aDelivery({ id: `x${at}`, digest: `d${at}`, state: "dead", reason: "unplannable" }),
      );
    }
  });
  const asker = anAsker({ locale });
  for (const words of ["list", "status", "pause", "", "show d7", "status d7"]) {
    const reply = await digest.run(words, asker, desk);
    if (reply.kind !== "page") throw new Error(`no page: ${words}`);
    const blocks = drawPart(reply, asker);
    expect(checkBlocks("message", { text: "–", blocks })).toEqual([]);
    expect(JSON.stringify(blocks)).not.toMatch(/\{\w+\}/u);
  }
});
