import { describe, expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import type { Digest } from "../../src/documents/shape.ts";
import { locales } from "../../src/i18n/locale.ts";
import type { SourceState } from "../../src/records/store.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aDigest } from "../fixtures/digest.ts";
import { ticketsOn } from "../reports/ask.ts";

const source = (asOf: string | null, change: Partial<SourceState> = {}): SourceState => ({
  source: "desk",
  succeededAt: new Date("2026-11-18T10:55:00Z"),
  failedAt: null,
  error: null,
  hint: null,
  asOf: asOf === null ? null : new Date(asOf),
  newestAt: null,
  kinds: ["tickets"],
  rows: 40,
  changed: 0,
  badRows: 0,
  odd: null,
  ...change,
});

/** It is Wednesday noon in Berlin; the digest was due at half past eleven, for the week up to Monday. */
async function dueOver(state: SourceState, change: Partial<Digest> = {}) {
  const freshness = { staleAfterSeconds: () => 7_200, isOverdue: () => false };
  const parts = await deskOver(
    { tickets: ticketsOn("2026-11-10", 40, 30) },
    { reporting: { states: [state], freshness } },
  );
  await parts.documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) =>
    digests.put(
      aDigest({
        kpis: ["fcr"],
        weekday: 3,
        time: "11:30",
        activeFrom: "2026-11-18T00:00:00.000Z",
        ...change,
      }),
    ),
  );
  await parts.ledger.tick();
  const [delivery] = await parts.documents.deliveries.list();
  return { ...parts, delivery: delivery! };
}

describe("a digest that is due", () => {
  test.each([
    ["whose week is over in the data is posted, however old they are", "2026-11-16T00:00:00Z"],
    ["whose data are of a minute ago is posted", "2026-11-18T10:59:00Z"],
  ])("%s", async (_, asOf) => {
    const { slack, delivery } = await dueOver(source(asOf));
    expect(delivery).toMatchObject({ state: "sent", hasWaited: false });
    expect(slack.posts).toHaveLength(1);
  });

  test.each([
    ["end in its week", source("2026-11-15T12:00:00Z")],
    ["were never read", source(null)],
    [
      "end in its week since the last pull failed",
      source("2026-11-15T22:59:00Z", { failedAt: new Date("2026-11-18T10:58:00Z") }),
    ],
  ])("whose data %s waits, and status says until when", async (_, state) => {
    const { slack, delivery, desk } = await dueOver(state);
    expect(slack.posts).toEqual([]);
    expect(delivery).toMatchObject({ state: "due", reason: "not_fresh", hasWaited: true });
    expect(delivery.nextAt).toBe("2026-11-18T11:05:00.000Z");
    const status = await digest.run("status", anAsker(), desk);
    expect(status.kind === "page" ? status.table?.rows[0]?.[3] : null).toBe(
      "due: waits for fresh data, until 18 Nov 2026, 13:30 (Europe/Berlin) at most",
    );
  });

  test.each([
    ["so far waits for data up to now", "this_week", "2026-11-18T08:00:00Z", "due"],
    ["so far does not wait for data of this hour", "this_week", "2026-11-18T10:30:00Z", "sent"],
  ] as const)("for the week %s", async (_, period, asOf, state) => {
    const { delivery } = await dueOver(source(asOf), { period });
    expect(delivery.state).toBe(state);
  });

  test("after its limit is posted with the hole named; with none it does not wait", async () => {
    for (const waitMinutes of [20, 0]) {
      const { slack, delivery } = await dueOver(source("2026-11-15T12:00:00Z"), { waitMinutes });
      expect(delivery.state).toBe("sent");
      const [posted] = slack.digests;
      expect(posted!.remarks).toContain(
        "desk is not current. Data as of 15 Nov 2026, 13:00 (Europe/Berlin)",
      );
      expect(posted!.rows).toMatchObject([{ status: "not_current" }]);
    }
  });
});

test.each(locales)(
  "one that waited says that, and not that the bot was down: %s",
  async (locale) => {
    const { ports } = await deskOver({ tickets: ticketsOn("2026-11-10", 40, 30) });
    const dueAt = new Date("2026-11-18T09:00:00Z");
    const said = async (hasWaited: boolean) =>
      (await composeDigest(composeAsked({ locale, dueAt, hasWaited }), ports)).remarks[0];
    expect(await said(true)).not.toBe(await said(false));
    expect(await said(true)).not.toMatch(/\{\w+\}/u);
  },
);
