import { describe, expect, test } from "vitest";
import { kpi } from "../../commands/kpi.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import type { Digest } from "../../src/documents/shape.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aDigest } from "../fixtures/digest.ts";
import { ticketsOn } from "../reports/ask.ts";

/** 90 % in the week from 2 November, 75 % in that from the 9th, 10 % in the one that it is now. */
const tickets = [
  ...ticketsOn("2026-11-03", 40, 36),
  ...ticketsOn("2026-11-10", 20, 10),
  ...ticketsOn("2026-11-15", 20, 20),
  ...ticketsOn("2026-11-17", 50, 5),
];

const off = new Set(["2026-11-13", "2026-11-14", "2026-11-15", "2026-11-16", "2026-11-17"]);
/** From Friday the 13th on nobody works until Wednesday, which it is now, noon in Berlin. */
const workdays = {
  isWorkday: (day: string) => !off.has(day),
  isDayOff: (day: string) => off.has(day),
};

async function postedOnWednesday(change: Partial<Digest>) {
  const parts = await deskOver({ tickets }, { workdaysIn: () => workdays });
  await parts.documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) =>
    digests.put(
      aDigest({ kpis: ["fcr"], time: "11:30", activeFrom: "2026-11-12T00:00:00.000Z", ...change }),
    ),
  );
  await parts.ledger.tick();
  return { ...parts, digest: parts.slack.digests[0]! };
}

describe("a digest that a day off moved into the next week", () => {
  test("tells about the week it was meant for, which is over by now", async () => {
    const { digest } = await postedOnWednesday({ period: "this_week", weekday: 5 });
    expect(digest.title).toBe("Weekly digest · 9–15 Nov 2026, week 46");
    expect(digest.rows).toMatchObject([{ value: 75, change: -15, sample: 40 }]);
    expect(digest.remarks).toContain("Moved from 13 November 2026, a day off.");
  });

  test("tells about the week before the one it was meant for, and not of that itself", async () => {
    const { digest } = await postedOnWednesday({ period: "last_week", weekday: 5 });
    expect(digest.title).toBe("Weekly digest · 2–8 Nov 2026, week 45");
    expect(digest.rows).toMatchObject([{ value: 90, sample: 40 }]);
  });
});

test.each([
  ["the week before", "last_week", "2–8 Nov 2026, week 45", 90],
  ["the week so far", "this_week", "9–15 Nov 2026, week 46", 75],
] as const)(
  "put together only after midnight on Sunday, it tells about %s as it was on Sunday",
  async (_, period, title, value) => {
    const { ports } = await deskOver({ tickets });
    const meantAt = new Date("2026-11-15T22:30:00Z");
    const digest = await composeDigest(composeAsked({ period, dueAt: meantAt, meantAt }), ports);
    expect(digest.title).toBe(`Weekly digest · ${title}`);
    expect(digest.rows).toMatchObject([{ value }]);
  },
);

test("one of last month that comes after that month ended tells about the one it was meant for", async () => {
  const all = [...ticketsOn("2026-09-10", 10, 9), ...ticketsOn("2026-10-10", 10, 1)];
  const { ports } = await deskOver({ tickets: all });
  const meantAt = new Date("2026-10-30T22:30:00Z");
  const asked = composeAsked({ period: "last_month", dueAt: meantAt, meantAt });
  const digest = await composeDigest(asked, ports);
  expect(digest.title).toBe("Monthly digest · 1–30 Sept 2026");
  expect(digest.rows).toMatchObject([{ value: 90, sample: 10 }]);
});

test.each([
  ["last_week", 90],
  ["this_week", 75],
] as const)(
  "whoever presses a button of it a week later is told of the same days: %s",
  async (period, value) => {
    const { desk, ports } = await deskOver({ tickets });
    const clock = { now: () => new Date("2026-11-11T11:00:00Z") };
    const digest = await composeDigest(composeAsked({ period }), { ...ports, clock });
    const words = digest.choices[0]!.words.replace(/^kpi /u, "");
    const reply = await kpi.run(words, anAsker(), desk);
    expect(reply).toMatchObject({ kind: "answer", answer: { value } });
  },
);
