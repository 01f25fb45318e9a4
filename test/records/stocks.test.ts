import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordStore } from "../../src/records/store.ts";
import { measured } from "../kpis/measured.ts";
import { copyToPostgres } from "./copy-to-postgres.ts";
import { storeOf } from "./store-of.ts";
import { stores } from "./stores.ts";

const hour = 3_600_000;
const begin = Date.UTC(2026, 9, 1);
const at = (hours: number): Date => new Date(begin + hours * hour);

interface Ticket {
  readonly channel: string | null;
  readonly begun: number;
  readonly ended: number | null;
}

/** Some are over as they begin, and of a few the end lies before the beginning: they never stood. */
const tickets: readonly Ticket[] = fc
  .sample(
    fc.record({
      channel: fc.constantFrom("email", "chat", null),
      begun: fc.integer({ min: -20, max: 120 }),
      lasts: fc.option(fc.integer({ min: -2, max: 90 })),
    }),
    { seed: 11, numRuns: 150 },
  )
  .map(({ channel, begun, lasts }) => ({
    channel,
    begun,
    ended: lasts === null ? null : begun + lasts,
  }));

/** What recurs, in cents and with fractions of them: sums of it are none of whole numbers. */
const movements = fc.sample(
  fc.record({
    channel: fc.constantFrom("email", "chat", null),
    moved: fc.integer({ min: -20, max: 120 }),
    kind: fc.constantFrom("new", "new", "new", "expansion", "contraction", "churn"),
    amount: fc.integer({ min: 1, max: 10_000 }).map((each) => each / 30),
  }),
  { seed: 12, numRuns: 150 },
);

/** The share of what recurred at the beginning that was lost until the end. */
function lostShare({ from, to }: { from: number; to: number }, channel?: string | null) {
  let [start, lost] = [0, 0];
  for (const each of movements) {
    if (channel !== undefined && each.channel !== channel) continue;
    const isLoss = each.kind === "contraction" || each.kind === "churn";
    if (each.moved < from) start += isLoss ? -each.amount : each.amount;
    else if (each.moved < to && isLoss) lost += each.amount;
  }
  return start > 0 ? (100 * lost) / start : null;
}

/** Windows of whole hours, so that many begin and end with a record; in any order, some twice. */
const someWindows = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, hours]) => ({ from, to: from + hours })),
  { minLength: 2, maxLength: 12 },
);

const standing = (moment: number, hiddenAfter: number | null, channel?: string | null): number =>
  tickets.filter(
    (each) =>
      (channel === undefined || each.channel === channel) &&
      each.begun < moment &&
      (hiddenAfter === null || each.begun <= hiddenAfter) &&
      (each.ended === null ||
        each.ended >= moment ||
        (hiddenAfter !== null && each.ended > hiddenAfter)),
  ).length;

describe.each(stores)("stocks of many moments on %s", (name) => {
  let store: RecordStore;
  beforeAll(async () => {
    const rows = tickets.map(({ channel, begun, ended }) => ({
      channel,
      created_at: at(begun),
      solved_at: ended === null ? null : at(ended),
    }));
    const revenue = movements.map(({ moved, ...each }) => ({ ...each, at: at(moved) }));
    store = await storeOf({ tickets: rows, revenue }, "UTC");
    if (name === "PostgreSQL") store = await copyToPostgres(store, "UTC");
  });
  afterAll(() => store.close());

  test("are what a plain loop counts at each, whole and by channel, later ones hidden or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        someWindows,
        fc.option(fc.integer({ min: 0, max: 130 })),
        async (spans, hidden) => {
          const windows = spans.map(({ from, to }) => ({ from: at(from), to: at(to) }));
          const hideAfter = hidden === null ? null : at(hidden);
          const whole = await measured(store, "backlog", { windows, hideAfter });
          expect(whole.map(({ window, value }) => [window, value])).toEqual(
            spans.map(({ to }, place) => [place, standing(to, hidden)]),
          );
          const split = await measured(store, "backlog", { windows, hideAfter, by: ["channel"] });
          const told = new Map(split.map((row) => [`${row.window} ${row.key[0]}`, row.value]));
          const byHand = new Map(
            spans.flatMap(({ to }, place) =>
              ["email", "chat", null].flatMap((channel) => {
                const count = standing(to, hidden, channel);
                return count === 0 ? [] : [[`${place} ${channel}`, count] as const];
              }),
            ),
          );
          expect(told).toEqual(byHand);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("of amounts are what a plain loop adds up at each, whole and by channel", async () => {
    await fc.assert(
      fc.asyncProperty(someWindows, async (spans) => {
        const windows = spans.map(({ from, to }) => ({ from: at(from), to: at(to) }));
        const whole = await measured(store, "revenue_churn_rate", { windows });
        expect(whole).toHaveLength(spans.length);
        const split = await measured(store, "revenue_churn_rate", { windows, by: ["channel"] });
        for (const [place, span] of spans.entries()) {
          for (const channel of [undefined, "email", "chat", null]) {
            const row =
              channel === undefined
                ? whole[place]
                : split.find((each) => each.window === place && each.key[0] === channel);
            const byHand = lostShare(span, channel);
            // No data is no figure, and no share lies below nothing.
            expect(row?.value ?? -1).toBeCloseTo(byHand ?? -1, 8);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
