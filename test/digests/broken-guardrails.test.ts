import { expect, test } from "vitest";
import { goal } from "../../commands/goal.ts";
import { home } from "../../commands/home.ts";
import { locales } from "../../src/i18n/locale.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { aGoal } from "../fixtures/goal.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { ticketsOn } from "../reports/ask.ts";

/** So many ratings on a day, the first `good` of them five, the others one. */
const ratingsOn = (day: string, all: number, good: number): FixtureRow[] =>
  Array.from({ length: all }, (_, index) => ({
    id: `${day}-${index}`,
    kind: "csat",
    answered_at: new Date(`${day}T09:00:00Z`),
    score: index < good ? 5 : 1,
    scale_low: 1,
    scale_high: 5,
    high_is_good: true,
  }));

const {
  id: _id,
  createdBy: _by,
  createdAt: _at,
  revision: _r,
  archived: _a,
  ...draft
} = aGoal({
  baseline: { value: 50, sample: 80, from: "2026-10-05", to: "2026-10-11" },
  target: 80,
  guardrails: ["csat"],
});

/** 90 of 100 solved at once last week; satisfied 55 of 60 when the goal began. */
async function withSatisfied(good: number, solved = 90) {
  const { desk, ports } = await deskOver({
    tickets: ticketsOn("2026-11-10", 100, solved),
    surveys: [
      ...ratingsOn("2026-10-06", 60, 55),
      // The week before was as bad: what counts is where the goal began.
      ...ratingsOn("2026-11-04", 60, good),
      ...ratingsOn("2026-11-11", 60, good),
    ],
  });
  await desk.goals.create(draft, { who: "U0LEAD", via: "/goal" });
  return { desk, ports };
}

async function cardOf(good: number, solved?: number) {
  const { desk } = await withSatisfied(good, solved);
  const reply = await goal.run("list", anAsker(), desk);
  if (reply.kind !== "goals") throw new Error(`no goals: ${reply.kind}`);
  return reply.cards[0];
}

test("a goal reached at the price of a guardrail says so, in a state of its own", async () => {
  expect(await cardOf(20)).toMatchObject({
    state: "guardrail_broken",
    stateText: "achieved, but a guardrail is broken: Customer satisfaction got worse",
  });
});

test("a guardrail that held, or moved no more than chance would, leaves it achieved", async () => {
  expect(await cardOf(56)).toMatchObject({ state: "achieved", stateText: "achieved" });
  expect(await cardOf(53)).toMatchObject({ state: "achieved" });
});

test("a goal that is not reached is not called achieved in any way", async () => {
  expect((await cardOf(20, 60))?.state).toBe("behind");
});

test("home and digest show it in every language", async () => {
  const { desk } = await withSatisfied(20);
  for (const locale of locales) {
    const replies = await home(anAsker({ locale }), desk);
    const digest = await desk.digests.preview({
      channel: "C0TEAM",
      locale,
      zone: "Europe/Berlin",
      period: "last_week",
      weekday: 1,
      time: "09:00",
      kpis: ["fcr"],
      where: {},
      also: [],
      waitMinutes: 120,
      submission: "f",
    });
    const cards = [
      ...replies.flatMap((reply) => (reply.kind === "goals" ? reply.cards : [])),
      ...digest.goals,
    ];
    expect(cards.map(({ state }) => state)).toEqual(["guardrail_broken", "guardrail_broken"]);
    expect(cards[0]?.stateText).not.toMatch(/[{}]/u);
  }
});
