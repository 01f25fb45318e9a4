import { describe, expect, test } from "vitest";
import { digestBlocks } from "../../src/blocks/digest-blocks.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import { locales } from "../../src/i18n/locale.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";

const asked = (change: Parameters<typeof composeAsked>[0] = {}) =>
  composeAsked({ kpis: ["fcr", "ticket_volume"], ...change });

/** E-mail fell from 180 of 200 to 80 of 200, chat stayed at 160 of 200. */
const split = [
  ...ticketsOn("2026-11-03", 200, 180, { channel: "email" }),
  ...ticketsOn("2026-11-03", 200, 160, { channel: "chat" }),
  ...ticketsOn("2026-11-10", 200, 80, { channel: "email" }),
  ...ticketsOn("2026-11-10", 200, 160, { channel: "chat" }),
];

const gone = async () => {
  throw new Error("the engine is gone");
};

const course = { startsOn: "2026-10-05", deadline: "2026-12-04" } as const;
const baseline = (value: number) =>
  ({ value, sample: 1, from: "2026-09-28", to: "2026-10-04" }) as const;

/** The first sentence where 260 of 400 were solved at once, and then so many. */
async function headlineWith(goals: readonly Parameters<typeof aGoal>[0][], good: number) {
  const { ports, documents } = await deskOver({
    tickets: [...ticketsOn("2026-11-03", 400, 260), ...ticketsOn("2026-11-10", 400, good)],
  });
  await documents.change({ who: "U0LEAD", via: "slack" }, async (draft) => {
    for (const goal of goals) await draft.goals.put(aGoal(goal));
  });
  return (await composeDigest(asked({ kpis: ["fcr"] }), ports)).headline;
}

describe("the largest movers", () => {
  test("come with the part of the desk that moved them, as its own arithmetic says", async () => {
    const { ports } = await deskOver({ tickets: split });
    const digest = await composeDigest(asked(), ports);
    // By hand: half of the records, and that half fell from 90 % to 40 %.
    const moved = 0.5 * (100 * (80 / 200) - 100 * (180 / 200));
    const whole = (100 * (80 + 160)) / 400 - (100 * (180 + 160)) / 400;
    expect(moved).toBeCloseTo(whole, 9);
    expect(digest.movers?.title).toBe("What moved most, and why");
    expect(digest.movers?.lines).toEqual([
      "First contact resolution, −25.0 pp. email: its own figure went from 90.0 % to 40.0 % (200 → 200 records). That moved the whole by −25.0 pp.",
    ]);
    expect(digest.choices.map(({ words }) => words)).toContain("kpi why fcr 2026-W46");
  });

  test("are those beyond chance, three at most, the largest first", async () => {
    const tickets = [
      ...ticketsOn("2026-11-03", 300, 290, { solved_at: new Date("2026-11-03T10:00:00Z") }),
      ...ticketsOn("2026-11-10", 600, 300, { solved_at: new Date("2026-11-10T19:00:00Z") }),
    ];
    const { ports } = await deskOver({ tickets });
    const kpis = [
      "fcr",
      "ticket_volume",
      "avg_resolution_time",
      "first_response_time",
      "resolved_issues",
    ];
    const digest = await composeDigest(asked({ kpis }), ports);
    const lines = digest.movers?.lines ?? [];
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.length).toBeLessThanOrEqual(3);
    const moved = digest.rows.filter(({ status }) => status === "better" || status === "worse");
    expect(lines.length).toBe(Math.min(3, moved.length));
  });

  test("say so where no part stands out, and nothing moved is no section", async () => {
    const even = [...ticketsOn("2026-11-03", 400, 360), ...ticketsOn("2026-11-10", 400, 200)];
    const { ports } = await deskOver({ tickets: even });
    const { movers } = await composeDigest(asked({ kpis: ["fcr"] }), ports);
    expect(movers?.lines).toEqual([
      "First contact resolution, −40.0 pp. No part of the desk stands out beyond chance.",
    ]);
    const still = [...ticketsOn("2026-11-03", 400, 360), ...ticketsOn("2026-11-10", 400, 360)];
    const quiet = await deskOver({ tickets: still });
    expect((await composeDigest(asked(), quiet.ports)).movers).toBeNull();
  });

  test("a reason that cannot be measured is left out, and the rest goes out", async () => {
    const { ports, faults } = await deskOver({ tickets: split });
    const digest = await composeDigest(asked(), {
      ...ports,
      reports: { ...ports.reports, why: gone },
    });
    expect(digest.movers).toBeNull();
    expect(digest.rows).toHaveLength(2);
    expect(faults).toEqual(["fcr"]);
  });
});

/** More is solved at once, and customers like it less. */
const bought = {
  tickets: [...ticketsOn("2026-11-03", 400, 200), ...ticketsOn("2026-11-10", 400, 300)],
  surveys: [...answersOn("2026-11-03", 200, 190), ...answersOn("2026-11-10", 200, 100)],
};

function answersOn(day: string, all: number, good: number) {
  return Array.from({ length: all }, (_, at) => ({
    id: `${day}-${at}`,
    kind: "csat",
    answered_at: new Date(`${day}T09:00:00Z`),
    score: at < good ? 5 : 2,
    scale_low: 1,
    scale_high: 5,
    high_is_good: true,
  }));
}

describe("guardrails", () => {
  test("stand beside the KPI that has them, and take the shine off a gain", async () => {
    const { ports } = await deskOver(bought);
    const digest = await composeDigest(asked({ kpis: ["fcr"] }), ports);
    expect(digest.rows[0]?.guardrailsText).toContain("Customer satisfaction 50 %: worse");
    expect(digest.headline).toBe(
      "First contact resolution got better: 75.0 % (+25.0 pp). But a guardrail got worse: Customer satisfaction.",
    );
    const drawn = JSON.stringify(digestBlocks(digest).blocks);
    expect(drawn).toContain(
      "Guardrails\\n*First contact resolution* Customer satisfaction 50 %: worse",
    );
  });

  test.each(locales)(
    "movers and guardrails are said in %s, and Slack takes them",
    async (locale) => {
      const { ports } = await deskOver(bought);
      const digest = await composeDigest(asked({ locale, kpis: ["fcr", "csat"] }), ports);
      expect(digest.movers?.lines).toHaveLength(2);
      expect(JSON.stringify(digest)).not.toMatch(/\{\w+\}|undefined|NaN/u);
      expect(checkBlocks("message", digestBlocks(digest))).toEqual([]);
    },
  );
});

describe("the sentence that matters most", () => {
  test("is of a goal that is behind, before a figure that stands still or gets better", async () => {
    const behind = { ...course, baseline: baseline(64), target: 90 };
    expect(await headlineWith([behind], 260)).toBe(
      "Goal g1 is behind: First contact resolution is 65.0 %, 90 % is wanted by 4 December 2026.",
    );
    expect(await headlineWith([behind], 300)).toMatch(/^Goal g1 is behind/u);
  });

  test("of a goal to keep says until when", async () => {
    const unkept = { ...course, direction: "keep", target: 90 } as const;
    expect(await headlineWith([unkept], 260)).toBe(
      "Goal g1 is behind: First contact resolution is 65.0 %, and 90 % is to be kept until 4 December 2026.",
    );
  });

  test("is of a goal that was missed before one that is behind", async () => {
    const behind = { id: "g1", ...course, baseline: baseline(64), target: 90 };
    const missed = { id: "g2", startsOn: "2026-10-05", deadline: "2026-11-15" } as const;
    expect(await headlineWith([behind, missed], 260)).toMatch(/^Goal g2 was missed/u);
  });

  test("is of a goal achieved only where no figure got worse", async () => {
    const reached = { ...course, baseline: baseline(40), target: 60 };
    expect(await headlineWith([reached], 260)).toMatch(/^Goal g1 is achieved/u);
    expect(await headlineWith([{ ...reached, target: 50 }], 220)).toMatch(
      /^First contact resolution got worse/u,
    );
  });

  test("is of the figure where all goals are well", async () => {
    const onTrack = { ...course, baseline: baseline(40), target: 66 };
    expect(await headlineWith([onTrack], 260)).toBe("Nothing moved more than chance would.");
  });
});
