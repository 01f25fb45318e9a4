import * as fc from "fast-check";
import { expect } from "vitest";
import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionValue } from "../../src/kpis/options.ts";
import type { Window } from "../../src/periods/period.ts";
import { storeOf } from "../records/store-of.ts";
import { type ByHand, disagreements, isIn } from "./by-hand.ts";
import { desks, type GeneratedDesk, windows } from "./generated-desk.ts";
import { measured } from "./measured.ts";

export const zone = "Europe/Berlin";

export type Case = readonly [
  kpi: KpiId,
  options: Readonly<Record<string, OptionValue>>,
  byHand: (desk: GeneratedDesk, window: Window) => ByHand,
];

export const sum = (values: readonly (number | null)[]): number => {
  let total = 0;
  for (const value of values) total += value ?? 0;
  return total;
};

export const ratio = (top: number, below: number, sample: number, times = 1): ByHand => ({
  value: below > 0 ? (times * top) / below : null,
  sample,
});

/** What no record of the whole desk tells is unknown, not 0. */
export const toldBy = (rows: readonly (number | string | Date | null)[], then: ByHand): ByHand =>
  rows.some((row) => row !== null) ? then : { ...then, value: null };

export const handled = ({ calls }: GeneratedDesk, w: Window) =>
  calls.filter((call) => isIn(call.queued_at, w) && call.outcome === "handled");

export const created = ({ tickets }: GeneratedDesk, w: Window) =>
  tickets.filter((each) => isIn(each.created_at, w));

export const handleSeconds = (desk: GeneratedDesk, w: Window): number =>
  sum(
    handled(desk, w).flatMap((call) =>
      call.talk_seconds === null ? [] : [call.talk_seconds, call.hold_seconds, call.wrap_seconds],
    ),
  );

export const timed = (desk: GeneratedDesk, w: Window) =>
  handled(desk, w).filter((call) => call.talk_seconds !== null);

/** Kinds that hold nothing are not asked: what needs them has no figure, which is another test. */
export const isWhole = (desk: GeneratedDesk): boolean =>
  Object.values(desk).every((rows) => rows.length > 0);

export async function agreeWithLoops(cases: readonly Case[]): Promise<void> {
  await fc.assert(
    fc.asyncProperty(desks.filter(isWhole), async (desk) => {
      const store = await storeOf(desk, zone);
      try {
        for (const [kpi, options, byHand] of cases) {
          const rows = await measured(store, kpi, { windows, options, zone });
          const found = disagreements(rows, windows, (window) => byHand(desk, window));
          expect([kpi, options, found]).toEqual([kpi, options, []]);
        }
      } finally {
        await store.close();
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
}

/** Whatever became of it, a call is a contact. */
export const offered = ({ calls }: GeneratedDesk, w: Window) =>
  calls.filter((call) => isIn(call.queued_at, w));
