import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordStore } from "../../src/records/store.ts";
import { tickets, windows } from "../kpis/desk.ts";
import { isIn } from "../kpis/by-hand.ts";
import { measured, measuredOnce } from "../kpis/measured.ts";
import { storeOf } from "./store-of.ts";

let store: RecordStore;
beforeAll(async () => {
  store = await storeOf({ tickets: tickets.map((row) => ({ ...row })) }, "Europe/Berlin");
});
afterAll(() => store.close());

const all = windows[3];
const created = tickets.filter((row) => isIn(row.created_at, all));
const volume = { kind: "tickets" };

const at = (time: string): Date => new Date(`2026-11-${time}:00Z`);
const november = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z") };

test.each([
  [{ channel: { in: ["email"] } }, (channel: string | null) => channel === "email"],
  [{ channel: { in: ["EMAIL", "chat"] } }, (c: string | null) => c === "email" || c === "Chat"],
  [{ channel: { not_in: ["email"] } }, (channel: string | null) => channel !== "email"],
  [{ channel: { in: [] } }, () => false],
  [{ channel: { in: ["'; drop table tickets; --"] } }, () => false],
])("the filter %j keeps what it says, whatever the case", async (where, keeps) => {
  const row = await measuredOnce(store, "ticket_volume", { window: all, options: volume, where });
  expect(row.value).toBe(created.filter(({ channel }) => keeps(channel)).length);
});

test("several filters hold together", async () => {
  const row = await measuredOnce(store, "ticket_volume", {
    window: all,
    options: volume,
    where: { channel: { in: ["email", "phone"] }, team: { not_in: ["Billing"] } },
  });
  const kept = created.filter(
    ({ channel, team }) => (channel === "email" || channel === "phone") && team !== "Billing",
  );
  expect(row.value).toBe(kept.length);
});

test("two segments make a row for each pair, with a pair for what has no value", async () => {
  const rows = await measured(store, "ticket_volume", {
    windows: [all],
    options: volume,
    by: ["channel", "team"],
  });
  const counts = new Map<string, number>();
  for (const { channel, team } of created) {
    const key = JSON.stringify([channel, team]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(new Map(rows.map(({ key, value }) => [JSON.stringify(key), value]))).toEqual(counts);
});

test("windows that overlap are each counted whole", async () => {
  const [whole, part] = await measured(store, "tickets_per_customer", {
    windows: [all, windows[0]],
  });
  const alone = await measuredOnce(store, "tickets_per_customer", { window: windows[0] });
  expect(part?.value).toBe(alone.value);
  expect(whole?.sample).toBeGreaterThan(part?.sample ?? Number.POSITIVE_INFINITY);
});

test("any windows asked together say what plain loops say of each, the edges and the gaps too", async () => {
  const from = +all.from;
  const moment = fc.integer({ min: 0, max: (+all.to - from) / 3_600_000 });
  const window = fc.tuple(moment, moment).map(([a, b]) => ({
    from: new Date(from + Math.min(a, b) * 3_600_000),
    to: new Date(from + (Math.max(a, b) + 1) * 3_600_000),
  }));
  const some = fc.array(window, { minLength: 1, maxLength: 12 });
  const inA = (rows: typeof tickets, each: typeof all) =>
    rows.filter((row) => isIn(row.created_at, each));
  await fc.assert(
    fc.asyncProperty(some, async (asked) => {
      const volumes = await measured(store, "ticket_volume", { windows: asked, options: volume });
      expect(volumes.map(({ value }) => value ?? 0)).toEqual(
        asked.map((each) => inA(tickets, each).length),
      );
      const shares = await measured(store, "tickets_per_customer", { windows: asked });
      const customers = asked.map((each) =>
        inA(
          tickets.filter((row) => row.customer !== null),
          each,
        ),
      );
      expect(shares.map(({ value }) => value)).toEqual(
        customers.map((rows) =>
          rows.length === 0 ? null : rows.length / new Set(rows.map((row) => row.customer)).size,
        ),
      );
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test("a window takes its start and leaves its end", async () => {
  const edges = await storeOf(
    {
      tickets: [
        { id: "a", created_at: november.from },
        { id: "b", created_at: november.to },
      ],
    },
    "UTC",
  );
  const row = await measuredOnce(edges, "ticket_volume", { window: november, options: volume });
  await edges.close();
  expect(row.value).toBe(1);
});

test("with a stopped clock what happens later has not happened", async () => {
  const small = await storeOf(
    {
      tickets: [
        {
          id: "done",
          created_at: at("02T08:00"),
          first_response_at: at("02T09:00"),
          solved_at: at("02T10:00"),
        },
        {
          id: "later",
          created_at: at("02T08:00"),
          first_response_at: at("09T08:00"),
          solved_at: at("09T09:00"),
        },
        { id: "unborn", created_at: at("09T08:00") },
      ],
    },
    "UTC",
  );
  const asked = { window: november, hideAfter: at("05T00:00") };
  const response = await measuredOnce(small, "first_response_time", asked);
  const open = await measuredOnce(small, "backlog", asked);
  const volumeThen = await measuredOnce(small, "ticket_volume", { ...asked, options: volume });
  const volumeNow = await measuredOnce(small, "ticket_volume", {
    window: november,
    options: volume,
  });
  await small.close();
  expect(response).toMatchObject({ value: 3_600, sample: 1, notes: { still_waiting: 1 } });
  expect(response.variants["p90"]).toBe(3_600);
  expect(open.value).toBe(1);
  expect(volumeThen.value).toBe(2);
  expect(volumeNow.value).toBe(3);
});

const day = (text: string, value: number, channel: string) => ({
  id: `${text}${channel}`,
  day: text,
  input: "calls_offered",
  value,
  channel,
});

test("ready-made figures add to the records, on the days that begin in the window", async () => {
  const mixed = await storeOf(
    {
      calls: [{ id: "a", queued_at: at("02T08:00"), outcome: "handled", channel: "phone" }],
      measures: [
        day("2026-10-31", 1_000, "phone"),
        day("2026-11-01", 20, "phone"),
        day("2026-11-01", 5, "chat"),
        day("2026-11-02", 300, "phone"),
      ],
    },
    "Asia/Seoul",
  );
  const twoDays = { from: at("01T00:00"), to: new Date("2026-11-02T15:00:00Z") };
  const asked = { options: { kind: "calls" }, zone: "Asia/Seoul" };
  const row = await measuredOnce(mixed, "ticket_volume", { ...asked, window: twoDays });
  const rate = await measuredOnce(mixed, "answer_rate", {
    zone: "Asia/Seoul",
    window: twoDays,
    where: { channel: { in: ["phone"] } },
  });
  await mixed.close();
  // In Seoul the window begins at 09:00 on 1 November and ends with the 2nd.
  expect(row.value).toBe(301);
  expect(rate).toMatchObject({ numerator: 1, denominator: 301 });
});

const openAt = (to: Date, hideAfter: Date | null) =>
  tickets.filter(
    ({ created_at, solved_at }) =>
      created_at < to &&
      (hideAfter === null || created_at <= hideAfter) &&
      (solved_at === null || solved_at >= to || (hideAfter !== null && solved_at > hideAfter)),
  );

test("a stock at any moments asked together is what plain loops say of each, whole and by its parts", async () => {
  const from = +all.from;
  const span = (+all.to - from) / 3_600_000;
  const moment = fc.integer({ min: -24, max: span + 24 });
  const windows = fc
    .array(fc.tuple(moment, fc.integer({ min: 1, max: 200 })), { minLength: 2, maxLength: 12 })
    .map((all) =>
      all.map(([begins, hours]) => ({
        from: new Date(from + begins * 3_600_000),
        to: new Date(from + (begins + hours) * 3_600_000),
      })),
    );
  const hidden = fc.option(moment.map((hours) => new Date(from + hours * 3_600_000)));
  await fc.assert(
    fc.asyncProperty(windows, hidden, async (asked, hideAfter) => {
      const whole = await measured(store, "backlog", { windows: asked, hideAfter });
      expect(whole.map(({ value }) => value ?? 0)).toEqual(
        asked.map(({ to }) => openAt(to, hideAfter).length),
      );
      const parts = await measured(store, "backlog", {
        windows: asked,
        hideAfter,
        by: ["channel"],
      });
      const counted = asked.flatMap(({ to }, place) => {
        const byChannel = new Map<string | null, number>();
        for (const { channel } of openAt(to, hideAfter)) {
          byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
        }
        return [...byChannel].map(([channel, count]) => `${place} ${channel} ${count}`);
      });
      expect(
        parts.map(({ window, key, value }) => `${window} ${key[0] ?? null} ${value}`).toSorted(),
      ).toEqual(counted.toSorted());
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test("a distinct count and a stock are never taken from ready-made figures", async () => {
  const measures = [
    { id: "1", day: "2026-11-03", input: "tickets_open", value: 7 },
    { id: "2", day: "2026-11-03", input: "customers_with_tickets", value: 7 },
  ];
  const ready = await storeOf({ measures }, "UTC");
  expect((await measuredOnce(ready, "backlog", { window: november })).value).toBeNull();
  expect(
    (await measuredOnce(ready, "tickets_per_customer", { window: november })).value,
  ).toBeNull();
  await ready.close();
});

test("without records there is one row a window and nothing in it", async () => {
  const empty = await storeOf({}, "UTC");
  const rows = await measured(empty, "fcr", { windows: [windows[0], windows[1]] });
  await empty.close();
  expect(rows.map(({ value, sample }) => [value, sample])).toEqual([
    [null, 0],
    [null, 0],
  ]);
});
