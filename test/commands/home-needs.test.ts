import { describe, expect, test } from "vitest";
import { home, homeAtOnce } from "../../commands/home.ts";
import type { Reply } from "../../commands/command.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { homeView } from "../../src/blocks/home-view.ts";
import { locales } from "../../src/i18n/locale.ts";
import { drawPart } from "../../src/slack/draw.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const tickets = [
  ...ticketsOn("2026-11-10", 100, 70, { team: "Billing" }),
  ...ticketsOn("2026-11-10", 300, 270, { team: "Orders" }),
];
/** At 85: three quarters of the way where a half was to be expected. */
const well = {
  baseline: { value: 70, sample: 100, from: "2026-09-21", to: "2026-09-27" },
  target: 90,
} as const;
const badly = { ...well, baseline: { ...well.baseline, value: 84 }, target: 99 } as const;

async function homeWith(
  kept: {
    readonly goals?: readonly ReturnType<typeof aGoal>[];
    readonly digests?: readonly ReturnType<typeof aDigest>[];
    readonly deliveries?: readonly ReturnType<typeof aDelivery>[];
  },
  change: Parameters<typeof anAsker>[0] = {},
  options: Parameters<typeof deskOver>[1] = {},
) {
  const { desk, documents } = await deskOver({ tickets }, options);
  await documents.change({ who: "U0LEAD", via: "test" }, async (draft) => {
    const { goals, digests, deliveries } = draft;
    for (const each of kept.goals ?? []) await goals.put(each);
    for (const each of kept.digests ?? []) await digests.put(each);
    for (const each of kept.deliveries ?? []) await deliveries.put(each);
  });
  return home(anAsker(change), desk);
}

const needsIn = (parts: readonly Reply[], title = "What needs you now") => {
  const found = parts.find((part) => part.kind === "page" && part.title === title);
  if (found?.kind !== "page") return null;
  return { lines: found.lines, words: found.choices.map(({ words }) => words), hint: found.hint };
};

const dead = (digest: string, dueAt: string, state: "dead" | "sent" = "dead") =>
  aDelivery({ id: `${digest}:${dueAt}`, digest, dueAt, state, reason: "refused", told: true });

describe("what needs me now", () => {
  test("is a checkpoint without a check-in, a goal behind, a paused digest of mine", async () => {
    const parts = await homeWith({
      goals: [
        aGoal({ id: "g1", ...well, checkpoints: ["2026-11-17"] }),
        aGoal({ id: "g2", ...badly }),
        aGoal({ id: "g3", ...badly, owner: "U0OTHER" }),
        aGoal({
          id: "g4",
          ...badly,
          owner: "U0OTHER",
          checkpoints: ["2026-11-17"],
          checkpointOwners: ["U0LEAD"],
        }),
        aGoal({ id: "g5", ...well }),
        aGoal({ id: "g6", ...badly, paused: true }),
        aGoal({ id: "g7", ...badly, owner: "U0GONE", ownerGone: "U0GONE" }),
      ],
      digests: [
        aDigest({ id: "d1", paused: true, createdBy: "U0LEAD" }),
        aDigest({ id: "d2", paused: true, createdBy: "U0OTHER", channel: "C0SALES" }),
        aDigest({ id: "d3", createdBy: "U0LEAD", channel: "C0OTHER" }),
      ],
    });
    const needs = needsIn(parts);
    expect(needs?.words).toEqual([
      "goal show g2",
      "goal check-in g4",
      "goal check-in g1",
      "goal take-over g7",
      "digest resume d1",
    ]);
    expect(needs?.lines[0]).toBe("First contact resolution (g2): behind");
    // Of somebody else's goal only what they are asked for.
    expect(needs?.lines[1]).not.toContain("behind");
    expect(needs?.lines[2]).toContain("17 November 2026");
    expect(needs?.hint).toBeNull();
  });

  test("is said with the punctuation of its language", async () => {
    const parts = await homeWith({ goals: [aGoal({ ...badly })] }, { locale: "zh-TW" });
    const [line] = needsIn(parts, "現在需要您處理的事")?.lines ?? [];
    expect(line).toBe("首次聯繫解決率（g1）：落後");
  });

  test("is a digest of mine that could not be posted last, and why", async () => {
    const last = "2026-11-16T08:00:00.000Z";
    const before = "2026-11-09T08:00:00.000Z";
    const parts = await homeWith({
      digests: [
        aDigest({ id: "d1" }),
        aDigest({ id: "d2", paused: true }),
        aDigest({ id: "d3" }),
        aDigest({ id: "d4", createdBy: "U0OTHER" }),
      ],
      deliveries: [
        dead("d1", last),
        dead("d2", last),
        dead("d3", before),
        dead("d3", last, "sent"),
        dead("d4", last),
      ],
    });
    const why = "Slack refused it (is the bot in the channel?)";
    expect(needsIn(parts)).toMatchObject({
      lines: [
        `Digest d1 could not be posted: ${why}.`,
        `Digest d2 could not be posted: ${why}. Your digest d2 is paused.`,
      ],
      words: ["digest status d1", "digest resume d2"],
    });
  });

  test("is nothing where all is well, and says so", async () => {
    const checkIns = [
      { at: "2026-11-17T08:00:00.000Z", who: "U0LEAD", text: "Fine", submission: "s" },
    ];
    const parts = await homeWith({
      goals: [aGoal({ ...well, checkpoints: ["2026-11-17"], checkIns })],
    });
    expect(needsIn(parts)).toMatchObject({ lines: ["Nothing needs you right now."], words: [] });
    expect(needsIn(await homeWith({}))).toBeNull();
  });

  test("is as much as one does in a morning, and how much more there is", async () => {
    const goals = Array.from({ length: 20 }, (_, index) => aGoal({ id: `g${index}`, ...badly }));
    const needs = needsIn(await homeWith({ goals }));
    expect(needs?.lines).toHaveLength(8);
    expect(needs?.hint).toBe("12 more things need you.");
  });
});

describe("my goals and figures", () => {
  test("are mine and those I am asked about, the most pressing first, and how many more", async () => {
    const goals = Array.from({ length: 12 }, (_, index) =>
      aGoal({
        id: `g${index}`,
        ...(index === 11 ? badly : well),
        ...(index === 11 ? { owner: "U0OTHER", checkpointOwners: ["U0LEAD"] } : {}),
      }),
    );
    const parts = await homeWith({ goals: [...goals, aGoal({ id: "g99", owner: "U0OTHER" })] });
    const mine = parts.find((part) => part.kind === "goals");
    expect(mine).toMatchObject({ left: 2 });
    expect(mine?.kind === "goals" && mine.cards.map(({ id }) => id).slice(0, 2)).toEqual([
      "g11",
      "g0",
    ]);
  });

  test("are my team's, where somebody has said which it is", async () => {
    const parts = await homeWith({}, {}, { teams: { U0LEAD: "Billing" } });
    expect(parts[1]).toMatchObject({
      title: "Your team: Billing, last week",
      hint: "No source has been read yet.",
    });
    expect(parts[2]).toMatchObject({
      answer: { kpi: "fcr", value: 70, where: { team: { in: ["Billing"] } } },
      question: { where: { team: { in: ["Billing"] } } },
    });
  });

  test("are the whole desk's for everybody else, and it says why", async () => {
    const parts = await homeWith({});
    expect(parts[1]).toMatchObject({ title: "The whole desk, last week" });
    expect(parts[1]).toMatchObject({ hint: expect.stringContaining("goalpost.yml") });
    expect(parts[2]).toMatchObject({ answer: { kpi: "fcr", value: 85 } });
  });
});

const longest = "<&*_~ЖㅎW長 ".repeat(400);

test.each(locales)(
  "a Home of a hundred goals and the longest texts is one that Slack takes: %s",
  async (locale) => {
    const long = longest.slice(0, 250);
    const goals = Array.from({ length: 100 }, (_, index) =>
      aGoal({
        id: `g${index}`,
        ...badly,
        where: {
          channel: { in: [`${long}${index}`] },
          team: { in: [long] },
          topic: { in: [long] },
        },
        checkpoints: ["2026-11-17"],
        why: longest,
        accepted: { rules: [], reason: longest },
        checkIns: [{ at: "2026-11-01T08:00:00.000Z", who: "U0A", text: longest, submission: "s" }],
      }),
    );
    const digests = Array.from({ length: 30 }, (_, index) =>
      aDigest({
        id: `d${index}`,
        channel: `C0TEAM${index}`,
        paused: index % 2 === 0,
        createdBy: "U0LEAD",
      }),
    );
    const asker = anAsker({ locale });
    const parts = await homeWith({ goals, digests }, { locale }, { teams: { U0LEAD: long } });
    const drawn = parts.flatMap((part) => (part.kind === "form" ? [] : [drawPart(part, asker)]));
    const view = homeView(drawn, "–");
    expect(checkBlocks("home", view)).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/\{\w+\}|undefined|NaN/u);
    // All of it is there: the choice of a language is the last part.
    expect(JSON.stringify(view.blocks.at(-2))).toContain("language");
    const first = homeView(
      homeAtOnce(asker).map((part) => drawPart(part, asker)),
      "–",
    );
    expect(checkBlocks("home", first)).toEqual([]);
  },
);
