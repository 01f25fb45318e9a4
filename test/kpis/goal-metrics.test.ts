import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionValue } from "../../src/kpis/options.ts";
import { localDay } from "../../src/periods/local-day.ts";
import type { Window } from "../../src/periods/period.ts";
import { storeOf } from "../records/store-of.ts";
import {
  type ByHand,
  disagreements,
  isIn,
  meanByHand,
  percentileByHand,
  secondsBetween,
  shareByHand,
} from "./by-hand.ts";
import { desks, type GeneratedDesk, windows } from "./generated-desk.ts";
import { measured } from "./measured.ts";

const zone = "Europe/Berlin";

type Case = readonly [
  kpi: KpiId,
  options: Readonly<Record<string, OptionValue>>,
  byHand: (desk: GeneratedDesk, window: Window) => ByHand,
];

const sum = (values: readonly (number | null)[]): number => {
  let total = 0;
  for (const value of values) total += value ?? 0;
  return total;
};
const ratio = (top: number, below: number, sample: number, times = 1): ByHand => ({
  value: below > 0 ? (times * top) / below : null,
  sample,
});
/** What no record of the whole desk tells is unknown, not 0. */
const toldBy = (rows: readonly (number | string | Date | null)[], then: ByHand): ByHand =>
  rows.some((row) => row !== null) ? then : { ...then, value: null };

const handled = ({ calls }: GeneratedDesk, w: Window) =>
  calls.filter((call) => isIn(call.queued_at, w) && call.outcome === "handled");
const created = ({ tickets }: GeneratedDesk, w: Window) =>
  tickets.filter((each) => isIn(each.created_at, w));
const shiftsIn = ({ shifts }: GeneratedDesk, w: Window) =>
  shifts.filter((each) => isIn(each.from, w));
const handleSeconds = (desk: GeneratedDesk, w: Window): number =>
  sum(
    handled(desk, w).flatMap((call) =>
      call.talk_seconds === null ? [] : [call.talk_seconds, call.hold_seconds, call.wrap_seconds],
    ),
  );
const timed = (desk: GeneratedDesk, w: Window) =>
  handled(desk, w).filter((call) => call.talk_seconds !== null);
const handledTickets = (desk: GeneratedDesk, w: Window) =>
  created(desk, w).filter((each) => each.first_response_at !== null || each.solved_at !== null);
const sentIn = ({ surveys }: GeneratedDesk, w: Window, kind: string) =>
  surveys.filter((each) => isIn(each.sent_at, w) && (kind === "all" || each.kind === kind));

function perHour(
  desk: GeneratedDesk,
  w: Window,
  column: "logged_seconds" | "scheduled_seconds",
  contacts: number,
): ByHand {
  const hours = sum(shiftsIn(desk, w).map((shift) => shift[column])) / 3_600;
  const told = desk.shifts.map((shift) => shift[column]);
  return toldBy(told, ratio(contacts, hours, contacts));
}

function onQueue(
  desk: GeneratedDesk,
  w: Window,
  contacts: number = handled(desk, w).length,
): ByHand {
  const idle = sum(shiftsIn(desk, w).map((shift) => shift.available_seconds));
  const value = ratio(contacts, (handleSeconds(desk, w) + idle) / 3_600, contacts);
  return toldBy(
    desk.shifts.map((shift) => shift.available_seconds),
    value,
  );
}

/** Where no ticket tells whether it was answered or solved, none can be counted. */
const ofTickets = (desk: GeneratedDesk, figure: ByHand): ByHand =>
  toldBy(
    desk.tickets.flatMap((each) => [each.first_response_at, each.solved_at]),
    figure,
  );

function planKept(
  desk: GeneratedDesk,
  w: Window,
  column: "adherent_seconds" | "logged_seconds",
): ByHand {
  const both = shiftsIn(desk, w).filter(
    (shift) => shift[column] !== null && shift.scheduled_seconds !== null,
  );
  const planned = sum(both.map((shift) => shift.scheduled_seconds));
  return ratio(sum(both.map((shift) => shift[column])), planned, both.length, 100);
}

function occupancy(desk: GeneratedDesk, w: Window): ByHand {
  const busy = handleSeconds(desk, w);
  const known = shiftsIn(desk, w).filter((shift) => shift.available_seconds !== null);
  const sample = timed(desk, w).length;
  const isBlind = known.length === 0 && sample > 0;
  const value = ratio(busy, busy + sum(known.map((each) => each.available_seconds)), sample, 100);
  return toldBy(
    desk.shifts.map((shift) => shift.available_seconds),
    isBlind ? { value: null, sample } : value,
  );
}

/** Looks at each pair of waves that follow each other. */
function cadence(desk: GeneratedDesk, w: Window, kind: string): ByHand {
  const sent = sentIn(desk, w, kind);
  const days = [...new Set(sent.map((each) => localDay(each.sent_at, zone)))].toSorted();
  const gaps = days
    .slice(1)
    .map((day, index) => (Date.parse(day) - Date.parse(days[index]!)) / 1_000);
  return { ...meanByHand(gaps), sample: sent.length };
}

function onboarding(desk: GeneratedDesk, w: Window, at: "signed_at" | "first_value_at"): number[] {
  return desk.onboardings.flatMap((each) =>
    isIn(each[at], w) && each.first_value_at !== null
      ? [secondsBetween(each.signed_at, each.first_value_at)]
      : [],
  );
}

const answers = (desk: GeneratedDesk, w: Window): number[] =>
  desk.mentions.flatMap(({ created_at, first_response_at: at }) =>
    isIn(created_at, w) && at !== null ? [secondsBetween(created_at, at)] : [],
  );

function answeredMentions(desk: GeneratedDesk, w: Window, limit: number): ByHand {
  const all = desk.mentions.filter((each) => isIn(each.created_at, w)).length;
  const inTime = answers(desk, w).filter((each) => each <= limit).length;
  return toldBy(
    desk.mentions.map((each) => each.first_response_at),
    ratio(inTime, all, all, 100),
  );
}

/** Everything that stood by the end of the window, from the first day on. */
function done(desk: GeneratedDesk, { to }: Window, plan: string | null): ByHand {
  const ofPlan = desk.milestones.filter((each) => plan === null || each.plan === plan);
  const planned = ofPlan.filter((each) => each.planned_at < to);
  return shareByHand(planned, (each) => each.done_at !== null && each.done_at < to);
}

function coached(
  desk: GeneratedDesk,
  w: Window,
  records: readonly { readonly agent: string | null; readonly at: Date }[],
): ByHand {
  const active = new Set(
    records.flatMap(({ agent, at }) => (agent !== null && isIn(at, w) ? [agent] : [])),
  );
  return shareByHand([...active], (agent) =>
    desk.coaching.some((talk) => talk.agent === agent && isIn(talk.at, w)),
  );
}

function selfService(desk: GeneratedDesk, w: Window): ByHand {
  const isTold = desk.tickets.length > 0;
  const clear = desk.sessions.filter(
    (each) =>
      isIn(each.at, w) && (each.ticket_followed !== null || (isTold && each.customer !== null)),
  );
  return shareByHand(clear, ({ at, customer, ticket_followed: followed }) => {
    if (followed !== null) return !followed;
    return !desk.tickets.some(
      (ticket) =>
        ticket.customer === customer &&
        ticket.created_at >= at &&
        secondsBetween(at, ticket.created_at) <= 2 * 86_400,
    );
  });
}

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

const kinds = ["csat", "nps", "ces", "esat"] as const;

const cases: readonly Case[] = [
  ["calls_per_hour", {}, (d, w) => perHour(d, w, "logged_seconds", handled(d, w).length)],
  [
    "calls_per_hour",
    { hours: "scheduled" },
    (d, w) => perHour(d, w, "scheduled_seconds", handled(d, w).length),
  ],
  ["calls_per_hour", { hours: "on_queue" }, (d, w) => onQueue(d, w)],
  ...(["logged", "scheduled"] as const).map((hours): Case => {
    const column = `${hours}_seconds` as const;
    const byHand: Case[2] = (d, w) =>
      ofTickets(d, perHour(d, w, column, handledTickets(d, w).length));
    return ["calls_per_hour", { kind: "tickets", hours }, byHand];
  }),
  [
    "calls_per_hour",
    { kind: "tickets", hours: "on_queue" },
    (d, w) => ofTickets(d, onQueue(d, w, handledTickets(d, w).length)),
  ],
  ["schedule_adherence", {}, (d, w) => planKept(d, w, "adherent_seconds")],
  ["schedule_adherence", { variant: "conformance" }, (d, w) => planKept(d, w, "logged_seconds")],
  ["occupancy", {}, occupancy],
  [
    "resource_usage",
    {},
    (d, w) =>
      shareByHand(
        handled(d, w).filter((call) => call.script_used !== null),
        (call) => call.script_used === true,
      ),
  ],
  ...(["all", ...kinds] as const).flatMap((survey): Case[] => [
    [
      "survey_response_rate",
      { survey },
      (d, w) =>
        toldBy(
          d.surveys.map((each) => each.score),
          shareByHand(
            sentIn(d, w, survey),
            (each) => each.answered_at !== null && each.score !== null,
          ),
        ),
    ],
    ["survey_cadence", { survey }, (d, w) => cadence(d, w, survey)],
  ]),
  ["onboarding_time", {}, (d, w) => percentileByHand(onboarding(d, w, "first_value_at"), 0.5)],
  [
    "onboarding_time",
    { stat: "p90", cohort: "signed" },
    (d, w) => percentileByHand(onboarding(d, w, "signed_at"), 0.9),
  ],
  ["onboarding_time", { stat: "mean" }, (d, w) => meanByHand(onboarding(d, w, "first_value_at"))],
  [
    "mobile_share",
    { kind: "tickets" },
    (d, w) =>
      shareByHand(
        created(d, w).filter((each) => each.mobile !== null),
        (each) => each.mobile === true,
      ),
  ],
  [
    "mobile_share",
    { kind: "calls" },
    (d, w) =>
      shareByHand(
        d.calls.filter((call) => isIn(call.queued_at, w) && call.mobile !== null),
        (call) => call.mobile === true,
      ),
  ],
  [
    "automation_rate",
    {},
    (d, w) =>
      toldBy(
        d.tickets.map((each) => each.solved_by),
        shareByHand(
          created(d, w).filter((each) => each.bot === true),
          (each) => each.solved_by === "bot" && each.solved_at !== null,
        ),
      ),
  ],
  ["social_response_time", {}, (d, w) => meanByHand(answers(d, w))],
  ["social_response_time", { stat: "median" }, (d, w) => percentileByHand(answers(d, w), 0.5)],
  ["social_response_time", { stat: "p90" }, (d, w) => percentileByHand(answers(d, w), 0.9)],
  ["social_response_time", { stat: "share" }, (d, w) => answeredMentions(d, w, 1_800)],
  ["social_response_time", { stat: "share", within: 60 }, (d, w) => answeredMentions(d, w, 60)],
  ["milestone", {}, (d, w) => done(d, w, null)],
  ["milestone", { plan: "mobile" }, (d, w) => done(d, w, "mobile")],
  ["channel_coverage", {}, (d, w) => done(d, w, "channels")],
  [
    "coaching_coverage",
    { kind: "shifts" },
    (d, w) =>
      coached(
        d,
        w,
        d.shifts.map(({ agent, from }) => ({ agent, at: from })),
      ),
  ],
  [
    "coaching_coverage",
    { kind: "calls" },
    (d, w) =>
      coached(
        d,
        w,
        d.calls.map(({ agent, queued_at }) => ({ agent, at: queued_at })),
      ),
  ],
  [
    "coaching_coverage",
    { kind: "tickets" },
    (d, w) =>
      coached(
        d,
        w,
        d.tickets.map(({ agent, created_at }) => ({ agent, at: created_at })),
      ),
  ],
  ["self_service_rate", {}, selfService],
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

/** Kinds that hold nothing are not asked: what needs them has no figure, which is another test. */
const isWhole = (desk: GeneratedDesk): boolean =>
  Object.values(desk).every((rows) => rows.length > 0);

test("every figure of agents, surveys and plans is what a plain loop over the records makes of it", async () => {
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
});

/** Whatever became of it, a call is a contact. */
const offered = ({ calls }: GeneratedDesk, w: Window) =>
  calls.filter((call) => isIn(call.queued_at, w));

interface Contact {
  readonly channel: string | null;
  readonly agent: string | null;
}

test.each([
  ["tickets", created],
  ["calls", offered],
] as const)(
  "the shares of the channels are of all %s, whichever channels are asked about",
  async (kind, contactsIn) => {
    await fc.assert(
      fc.asyncProperty(desks.filter(isWhole), async (desk) => {
        const store = await storeOf(desk, zone);
        const [window] = windows;
        const asked = { windows: [window], options: { kind }, zone };
        const all: readonly Contact[] = contactsIn(desk, window);
        const shareOf = (channel: string | null) =>
          shareByHand(all, (each) => each.channel === channel).value;
        try {
          const rows = await measured(store, "channel_mix", { ...asked, by: ["channel"] });
          for (const { key, value, denominator } of rows) {
            expect(value).toBeCloseTo(shareOf(key[0] ?? null) ?? Number.NaN, 9);
            expect(denominator).toBe(all.length);
          }
          expect(sum(rows.map(({ value }) => value))).toBeCloseTo(all.length === 0 ? 0 : 100, 9);
          const where = { channel: { in: ["CHAT"] } };
          const [chat] = await measured(store, "channel_mix", { ...asked, where });
          expect(chat?.value ?? 0).toBeCloseTo(shareOf("Chat") ?? 0, 9);
          const pairs = await measured(store, "channel_mix", {
            ...asked,
            by: ["channel", "agent"],
          });
          for (const { key, denominator } of pairs) {
            expect(denominator).toBe(all.filter((each) => each.agent === key[1]).length);
          }
        } finally {
          await store.close();
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  },
);

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
