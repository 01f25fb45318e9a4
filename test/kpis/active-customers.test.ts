import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Window } from "../../src/periods/period.ts";
import { storeOf } from "../records/store-of.ts";
import { type ByHand, disagreements, isIn, shareByHand } from "./by-hand.ts";
import { measured } from "./measured.ts";

const windows: readonly Window[] = [
  { from: new Date("2026-10-01T00:00:00Z"), to: new Date("2026-11-01T00:00:00Z") },
  { from: new Date("2026-10-26T00:00:00Z"), to: new Date("2026-11-02T00:00:00Z") },
  { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-01T00:00:01Z") },
];
const edges = windows.flatMap(({ from, to }) => [from, to]);

/** On the windows' edges, a second beside them, and anywhere around. */
const instant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 }))
    .map(([edge, seconds]) => new Date(edge.getTime() + seconds * 1_000)),
  fc.integer({ min: 0, max: 90 }).map((day) => new Date(Date.UTC(2026, 8, 1 + day, 12))),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
const segment = maybe(fc.constantFrom("vip", "free"));
const long = new Date("2020-01-01T12:00:00Z");

const desks = fc.record({
  customers: fc
    .array(
      fc
        .record({
          started_at: instant,
          stayed: maybe(fc.integer({ min: 0, max: 60 * 86_400 })),
          thanked_at: maybe(instant),
          customer_segment: segment,
        })
        .map(({ stayed, ...each }) => ({
          ...each,
          ended_at: stayed === null ? null : new Date(each.started_at.getTime() + stayed * 1_000),
        })),
      { maxLength: 20 },
    )
    // Somebody left and was thanked once: so the source tells such things.
    .map((rows) => [
      ...rows,
      { started_at: long, ended_at: long, thanked_at: long, customer_segment: null },
    ]),
  tickets: fc
    .array(
      fc.record({
        created_at: instant,
        open: fc.boolean(),
        customer: maybe(fc.constantFrom("a", "b", "c")),
        channel: maybe(fc.constantFrom("email", "chat")),
        customer_segment: segment,
      }),
      { maxLength: 20 },
    )
    .map((rows) => [
      ...rows.map(({ open, ...each }) => ({ ...each, solved_at: open ? null : each.created_at })),
      {
        created_at: long,
        solved_at: long,
        customer: null,
        channel: null,
        customer_segment: null,
      },
    ]),
});
type Desk = typeof desks extends fc.Arbitrary<infer D> ? D : never;

/** Day by day it would be the same: there on some instant of the window. */
const activeIn = ({ customers }: Desk, { from, to }: Window) =>
  customers.filter((each) => each.started_at < to && !(each.ended_at && each.ended_at < from));
const presentAt = ({ customers }: Desk, at: Date) =>
  customers.filter((each) => each.started_at < at && !(each.ended_at && each.ended_at < at));

const reach = (desk: Desk, window: Window): ByHand =>
  shareByHand(activeIn(desk, window), ({ thanked_at }) => isIn(thanked_at, window));

function perActive(desk: Desk, window: Window): ByHand {
  const written = desk.tickets.filter((t) => t.customer !== null && isIn(t.created_at, window));
  const whole = activeIn(desk, window).length;
  return { value: whole === 0 ? null : written.length / whole, sample: written.length };
}

function openPerPresent(desk: Desk, { to }: Window): ByHand {
  const open = desk.tickets.filter(
    (t) => t.customer !== null && t.created_at < to && !(t.solved_at && t.solved_at < to),
  );
  const whole = presentAt(desk, to).length;
  return { value: whole === 0 ? null : open.length / whole, sample: open.length };
}

test("thanks and tickets are divided by whoever was a customer in the period", async () => {
  await fc.assert(
    fc.asyncProperty(desks, fc.option(fc.constantFrom("vip", "free")), async (desk, only) => {
      const store = await storeOf({ ...desk }, "UTC");
      const isOwn = (each: { readonly customer_segment: string | null }) =>
        only === null || each.customer_segment === only;
      const seen: Desk = {
        customers: desk.customers.filter(isOwn),
        tickets: desk.tickets.filter(isOwn),
      };
      const where = only === null ? {} : { customer_segment: { in: [only] } };
      const active = { denominator: "active" };
      try {
        const thanked = await measured(store, "appreciation_reach", { windows, where });
        expect(disagreements(thanked, windows, (window) => reach(seen, window))).toEqual([]);
        for (const [index, { to }] of windows.entries()) {
          const later = activeIn(seen, windows[index]!).filter(
            ({ thanked_at: at }) => at !== null && at >= to,
          );
          expect(thanked[index]?.notes["thanked_later"]).toBe(later.length);
        }
        const asked = { windows, where, options: active };
        const created = await measured(store, "tickets_per_customer", asked);
        expect(disagreements(created, windows, (window) => perActive(seen, window))).toEqual([]);
        const open = await measured(store, "tickets_per_customer", {
          ...asked,
          options: { ...active, variant: "open" },
        });
        expect(disagreements(open, windows, (window) => openPerPresent(seen, window))).toEqual([]);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test("tickets of a channel are divided by all customers, whatever channel those have", async () => {
  await fc.assert(
    fc.asyncProperty(desks, async (desk) => {
      const store = await storeOf({ ...desk }, "UTC");
      const [window] = windows;
      if (window === undefined) throw new Error("a window went missing");
      const options = { denominator: "active" };
      const wanted = (channel: string | null): number | null =>
        perActive(
          { ...desk, tickets: desk.tickets.filter((each) => each.channel === channel) },
          window,
        ).value;
      try {
        const asked = { windows: [window], options };
        const rows = await measured(store, "tickets_per_customer", { ...asked, by: ["channel"] });
        for (const { key, value } of rows) {
          expect([key, value]).toEqual([key, wanted(key[0] ?? null)]);
        }
        const where = { channel: { in: ["email"] } };
        const [email] = await measured(store, "tickets_per_customer", { ...asked, where });
        expect(email?.value).toBe(wanted("email"));
      } finally {
        await store.close();
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
