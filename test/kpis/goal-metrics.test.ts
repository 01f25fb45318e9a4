import * as fc from "fast-check";
import { expect, test } from "vitest";
import { localDay } from "../../src/periods/local-day.ts";
import type { Window } from "../../src/periods/period.ts";
import { storeOf } from "../records/store-of.ts";
import {
  type ByHand,
  isIn,
  meanByHand,
  percentileByHand,
  secondsBetween,
  shareByHand,
} from "./by-hand.ts";
import { desks, type GeneratedDesk, windows } from "./generated-desk.ts";
import { measured } from "./measured.ts";
import {
  zone,
  type Case,
  sum,
  ratio,
  toldBy,
  created,
  isWhole,
  agreeWithLoops,
  offered,
} from "./agree-with-loops.ts";

const sentIn = ({ surveys }: GeneratedDesk, w: Window, kind: string) =>
  surveys.filter((each) => isIn(each.sent_at, w) && (kind === "all" || each.kind === kind));

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

const kinds = ["csat", "nps", "ces", "esat"] as const;

const ofPlans: readonly Case[] = [
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
];

test("every figure of surveys and plans is what a plain loop over the records makes of it", async () => {
  await expect(agreeWithLoops(ofPlans)).resolves.toBeUndefined();
});

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
