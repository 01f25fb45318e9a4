import { describe, expect, test } from "vitest";
import type { Goal } from "../../goals/goal.ts";
import { digestBlocks } from "../../src/blocks/digest-blocks.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import { locales } from "../../src/i18n/locale.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";

/** Last week 70 of 100, so that a goal from 60 to 80 is on its way, and one to 90 far behind. */
const tickets = ticketsOn("2026-11-10", 100, 70);
const baseline = { value: 60, sample: 100, from: "2026-09-21", to: "2026-09-27" } as const;
const onTrack = aGoal({ owner: "U0OWNER", baseline });

async function digestOf(goals: readonly Goal[], locale: (typeof locales)[number] = "en") {
  const { ports, documents } = await deskOver({ tickets });
  await documents.change({ who: "test", via: "test" }, async (draft) => {
    for (const goal of goals) await draft.goals.put(goal);
  });
  const digest = await composeDigest(composeAsked({ locale }), ports);
  const drawn = digestBlocks(digest);
  expect(checkBlocks("message", drawn)).toEqual([]);
  return { digest, drawn: JSON.stringify(drawn.blocks) };
}

const eased = (at: string, after: number, reason: string): Goal["edits"][number] => ({
  at: `${at}T10:00:00.000Z`,
  who: "U0LEAD",
  reason,
  changes: [{ field: "target", before: 85, after }],
  submission: reason,
});
const checkIn = (text: string, at: string) => ({
  at: `${at}T10:00:00.000Z`,
  who: "U0OWNER",
  text,
  submission: text,
});

describe("a checkpoint that has come", () => {
  test("calls the owner of a goal that does well otherwise, until somebody checks in", async () => {
    const quiet = await digestOf([onTrack]);
    expect(quiet.digest.goals[0]?.state).toBe("on_track");
    expect(quiet.drawn).not.toContain("<@U0OWNER>");
    const due = { ...onTrack, checkpoints: ["2026-11-16"] as const };
    const { digest, drawn } = await digestOf([due]);
    expect(digest.goals[0]?.dueText).toBe(
      "Checkpoint of 16 November 2026: nobody has checked in yet.",
    );
    expect(drawn).toContain("<@U0OWNER>");
    expect(drawn).toContain("nobody has checked in yet");
    const said = await digestOf([{ ...due, checkIns: [checkIn("Fine", "2026-11-17")] }]);
    expect(said.digest.goals[0]?.dueText).toBe("");
    expect(said.drawn).not.toContain("<@U0OWNER>");
  });
});

describe("what was made easier", () => {
  test("shows every time it was, beside the longest check-in", async () => {
    const { drawn } = await digestOf([
      {
        ...onTrack,
        edits: [
          eased("2026-10-20", 82, "Two people left"),
          eased("2026-11-10", 80, "The phone menu broke"),
        ],
        checkIns: [checkIn("x".repeat(500), "2026-11-17")],
      },
    ]);
    expect(drawn).toContain("(Two people left)");
    expect(drawn).toContain("(The phone menu broke)");
  });

  test.each(locales)("shows of goals there is no room for, in %s", async (locale) => {
    const goals = Array.from({ length: 9 }, (_, index) => ({
      ...onTrack,
      id: `g${index + 1}`,
      submission: `form-${index}`,
      edits: [eased("2026-11-10", 80, `because of ${index + 1}`)],
    }));
    const { digest, drawn } = await digestOf(goals, locale);
    expect(digest.goals.length).toBeLessThan(goals.length);
    for (let each = 1; each <= goals.length; each += 1) {
      expect(drawn).toContain(`because of ${each}`);
    }
    expect(drawn).not.toMatch(/\{\w+\}/u);
  });

  test("long ago is history for a goal there is no room for", async () => {
    const goals = Array.from({ length: 9 }, (_, index) => ({
      ...onTrack,
      id: `g${index + 1}`,
      submission: `form-${index}`,
      edits: [eased("2026-10-10", 80, "long ago")],
    }));
    const { digest } = await digestOf(goals);
    expect(digest.remarks.join("\n")).not.toContain("long ago");
    expect(digest.goals.every(({ remarks }) => remarks.join("\n").includes("long ago"))).toBe(true);
  });
});
