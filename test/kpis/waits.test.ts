import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Window } from "../../src/periods/period.ts";
import { storeOf } from "../records/store-of.ts";
import { type ByHand, disagreements, isIn, secondsBetween, shareByHand } from "./by-hand.ts";
import { desks, type GeneratedDesk, windows } from "./generated-desk.ts";
import { measured } from "./measured.ts";
import {
  zone,
  type Case,
  sum,
  ratio,
  toldBy,
  handled,
  created,
  handleSeconds,
  timed,
  agreeWithLoops,
  offered,
} from "./agree-with-loops.ts";

const frt = (desk: GeneratedDesk, w: Window): number[] =>
  created(desk, w).flatMap(({ created_at, first_response_at: at }) =>
    at === null ? [] : [secondsBetween(created_at, at)],
  );

const replied = ({ tickets }: GeneratedDesk, w: Window): number[] =>
  tickets.flatMap(({ created_at, first_response_at: at }) =>
    at !== null && isIn(at, w) ? [secondsBetween(created_at, at)] : [],
  );

const within = (limit: number) => (each: number) => each <= limit;

const repliesOf = ({ tickets }: GeneratedDesk) => tickets.map((each) => each.first_response_at);

const waits = (rows: readonly { readonly wait_seconds: number | null }[]): number[] =>
  rows.flatMap(({ wait_seconds: wait }) => (wait === null ? [] : [wait]));

function asaWithin(desk: GeneratedDesk, w: Window, limit: number): ByHand {
  return shareByHand(waits(handled(desk, w)), within(limit));
}

const ofWaits: readonly Case[] = [
  [
    "first_response_time",
    { stat: "share" },
    (d, w) => toldBy(repliesOf(d), shareByHand(frt(d, w), within(3_600))),
  ],
  [
    "first_response_time",
    { stat: "share", within: 60, denominator: "all" },
    (d, w) => {
      const all = created(d, w).length;
      return toldBy(repliesOf(d), ratio(frt(d, w).filter(within(60)).length, all, all, 100));
    },
  ],
  [
    "first_response_time",
    { stat: "share", cohort: "replied" },
    (d, w) => toldBy(repliesOf(d), shareByHand(replied(d, w), within(3_600))),
  ],
  [
    "aht",
    { variant: "with_dialling" },
    (d, w) => {
      const calls = timed(d, w);
      const all = handleSeconds(d, w) + sum(calls.map((call) => call.dial_seconds));
      return ratio(all, calls.length, calls.length);
    },
  ],
  ["asa", { stat: "share" }, (d, w) => asaWithin(d, w, 60)],
  ["asa", { stat: "share", within: 1_800 }, (d, w) => asaWithin(d, w, 1_800)],
  [
    "asa",
    { stat: "share", denominator: "offered" },
    (d, w) => {
      const waited = d.calls.filter(
        (call) => isIn(call.queued_at, w) && ["handled", "abandoned"].includes(call.outcome),
      );
      const handled = waited.filter(({ outcome }) => outcome === "handled");
      const figure = shareByHand(waits(waited), within(60));
      // Where nobody wrote down how long those waited who were answered, the others say nothing.
      const isBlind = handled.length > 0 && waits(handled).length === 0;
      return isBlind ? { ...figure, value: null } : figure;
    },
  ],
  ["channel_mix", { kind: "tickets" }, (d, w) => shareByHand(created(d, w), () => true)],
  ["channel_mix", { kind: "calls" }, (d, w) => shareByHand(offered(d, w), () => true)],
];

test("every share within a limit is what a plain loop over the records makes of it", async () => {
  await expect(agreeWithLoops(ofWaits)).resolves.toBeUndefined();
});

test("who waited more than a minute stands beside the speed of answer, answered or not", async () => {
  await fc.assert(
    fc.asyncProperty(desks, async (desk) => {
      const store = await storeOf(desk, zone);
      const rows = await measured(store, "asa", { windows, zone });
      await store.close();
      const byHand = (window: Window) =>
        shareByHand(
          waits(
            desk.calls.filter(
              (call) =>
                isIn(call.queued_at, window) && ["handled", "abandoned"].includes(call.outcome),
            ),
          ),
          (wait) => wait > 60,
        );
      const over = rows.map(({ window, variants }) => ({
        window,
        value: variants["over_60s"] ?? null,
        sample: byHand(windows[window]!).sample,
      }));
      const wanted = desk.calls.length === 0 ? () => ({ value: null, sample: 0 }) : byHand;
      expect(disagreements(over, windows, wanted)).toEqual([]);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
