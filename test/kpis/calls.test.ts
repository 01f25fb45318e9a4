import { afterAll, beforeAll, expect, test } from "vitest";
import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionValue } from "../../src/kpis/options.ts";
import type { Window } from "../../src/periods/period.ts";
import type { RecordStore } from "../../src/records/store.ts";
import { storeOf } from "../records/store-of.ts";
import {
  type ByHand,
  disagreements,
  isIn,
  meanByHand,
  percentileByHand,
  shareByHand,
} from "./by-hand.ts";
import { type CallRow, calls, windows } from "./desk.ts";
import { measured } from "./measured.ts";

let store: RecordStore;
beforeAll(async () => {
  store = await storeOf({ calls: calls.map((row) => ({ ...row })) }, "Europe/Berlin");
});
afterAll(() => store.close());

type Options = Readonly<Record<string, OptionValue>>;

const offeredIn = (window: Window): CallRow[] => calls.filter((row) => isIn(row.queued_at, window));
const handledIn = (window: Window): CallRow[] =>
  offeredIn(window).filter(({ outcome }) => outcome === "handled");
const waits = (rows: readonly CallRow[]): number[] =>
  rows.map(({ wait_seconds }) => wait_seconds).filter((wait) => wait !== null);

/** The six ways of kpis.md C1, counted one call at a time. */
function serviceLevel(
  window: Window,
  variant: string,
  withinSeconds: number,
  shortSeconds: number,
): ByHand {
  let inTime = 0;
  let answered = 0;
  let abandoned = 0;
  let short = 0;
  let leftInTime = 0;
  for (const { outcome, wait_seconds: wait } of offeredIn(window)) {
    if (outcome === "handled" && wait !== null) {
      answered += 1;
      if (wait <= withinSeconds) inTime += 1;
    }
    if (outcome !== "abandoned") continue;
    abandoned += 1;
    if (wait !== null && shortSeconds > 0 && wait <= shortSeconds) short += 1;
    if (wait !== null && wait <= withinSeconds) leftInTime += 1;
  }
  const offered = answered + abandoned;
  const [hits, all] = {
    exclude_short: [inTime, offered - short],
    offered: [inTime, offered],
    answered_only: [inTime, answered],
    exclude_within_threshold: [inTime, offered - leftInTime],
    credit_within_threshold: [inTime + leftInTime, offered],
    credit_short: [inTime + short, offered],
  }[variant]!;
  return { value: all === 0 ? null : (hits! / all!) * 100, sample: all! };
}

/** Looks at every other call of the customer, one by one. */
function cameBack(call: CallRow, days: number): boolean {
  const until = call.queued_at.getTime() + days * 86_400_000;
  return calls.some(
    (other) =>
      other.customer === call.customer &&
      other.queued_at.getTime() <= until &&
      (other.queued_at > call.queued_at ||
        (+other.queued_at === +call.queued_at && other.id > call.id)),
  );
}

const fcr = (window: Window, days: number): ByHand =>
  shareByHand(
    handledIn(window).filter(({ customer }) => customer !== null),
    (call) => (call.transfers ?? 0) === 0 && !cameBack(call, days),
  );

const levels = [
  "exclude_short",
  "offered",
  "answered_only",
  "exclude_within_threshold",
  "credit_within_threshold",
  "credit_short",
];

const cases: readonly (readonly [KpiId, Options, (window: Window) => ByHand])[] = [
  ["asa", {}, (w) => meanByHand(waits(handledIn(w)))],
  ["asa", { stat: "median" }, (w) => percentileByHand(waits(handledIn(w)), 0.5)],
  ["asa", { stat: "p90" }, (w) => percentileByHand(waits(handledIn(w)), 0.9)],
  [
    "asa",
    { denominator: "offered" },
    (w) =>
      meanByHand(
        waits(offeredIn(w).filter(({ outcome }) => ["handled", "abandoned"].includes(outcome))),
      ),
  ],
  ...levels.map(
    (variant) =>
      ["service_level", { variant }, (w: Window) => serviceLevel(w, variant, 20, 5)] as const,
  ),
  [
    "service_level",
    { within: 30, short_abandons: 10 },
    (w) => serviceLevel(w, "exclude_short", 30, 10),
  ],
  ["service_level", { short_abandons: 0 }, (w) => serviceLevel(w, "exclude_short", 20, 0)],
  ["abandonment_rate", {}, (w) => shareByHand(offeredIn(w), (c) => c.outcome === "abandoned")],
  [
    "abandonment_rate",
    { short_abandons: 5 },
    (w) =>
      shareByHand(
        offeredIn(w).filter(
          (c) => !(c.outcome === "abandoned" && c.wait_seconds !== null && c.wait_seconds <= 5),
        ),
        (c) => c.outcome === "abandoned",
      ),
  ],
  ...(["voice", "chat"] as const).map(
    (scope) =>
      [
        "abandonment_rate",
        { scope },
        (w: Window) =>
          shareByHand(
            offeredIn(w).filter(
              (c) => (c.channel?.toLowerCase() === "chat") === (scope === "chat"),
            ),
            (c) => c.outcome === "abandoned",
          ),
      ] as const,
  ),
  ["answer_rate", {}, (w) => shareByHand(offeredIn(w), (c) => c.outcome === "handled")],
  [
    "aht",
    {},
    (w) =>
      meanByHand(
        handledIn(w).flatMap((c) =>
          c.talk_seconds === null
            ? []
            : [c.talk_seconds + (c.hold_seconds ?? 0) + (c.wrap_seconds ?? 0)],
        ),
      ),
  ],
  [
    "call_resolution_rate",
    {},
    (w) =>
      shareByHand(
        handledIn(w).filter((c) => c.resolved !== null),
        (c) => c.resolved === true,
      ),
  ],
  [
    "call_resolution_rate",
    { denominator: "offered" },
    (w) =>
      shareByHand(
        offeredIn(w).filter((c) => c.outcome !== "handled" || c.resolved !== null),
        (c) => c.resolved === true,
      ),
  ],
  ["fcr", { kind: "calls" }, (w) => fcr(w, 7)],
  ["fcr", { kind: "calls", window: 1 }, (w) => fcr(w, 1)],
  ["fcr", { kind: "calls", window: 30 }, (w) => fcr(w, 30)],
  [
    "ticket_volume",
    { kind: "calls" },
    (w) => ({ value: offeredIn(w).length, sample: offeredIn(w).length }),
  ],
  [
    "ticket_volume",
    { kind: "calls", variant: "handled" },
    (w) => ({ value: handledIn(w).length, sample: handledIn(w).length }),
  ],
  [
    "transfer_rate",
    { kind: "calls" },
    (w) =>
      shareByHand(
        handledIn(w).filter((c) => c.transfers !== null),
        (c) => (c.transfers ?? 0) > 0,
      ),
  ],
];

test.each(cases)("%s %j agrees with a plain loop over the calls", async (kpi, options, byHand) => {
  const rows = await measured(store, kpi, { windows, options, zone: "Europe/Berlin" });
  expect(disagreements(rows, windows, byHand)).toEqual([]);
});

const at = (hour: number) => new Date(Date.UTC(2026, 10, 16, hour));

test("a repeat call is seen although the filter hides it", async () => {
  const call = { outcome: "handled", wait_seconds: 1, transfers: 0, customer: "c1" };
  const small = await storeOf(
    {
      calls: [
        { ...call, id: "a", channel: "phone", queued_at: at(9) },
        { ...call, id: "b", channel: "chat", queued_at: at(10) },
      ],
    },
    "UTC",
  );
  const [row] = await measured(small, "fcr", {
    windows: [{ from: at(0), to: at(23) }],
    options: { kind: "calls" },
    where: { channel: { in: ["phone"] } },
  });
  await small.close();
  expect(row).toMatchObject({ numerator: 0, denominator: 1 });
});

test("calls without customer ids cannot be followed: no value, and they are counted", async () => {
  const small = await storeOf(
    { calls: [{ id: "a", queued_at: windows[0].from, outcome: "handled", customer: null }] },
    "UTC",
  );
  const [row] = await measured(small, "fcr", { windows, options: { kind: "calls" } });
  await small.close();
  expect(row).toMatchObject({ value: null, sample: 0, notes: { without_customer: 1 } });
});
