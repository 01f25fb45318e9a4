import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { goalsToYaml } from "../../goals/goals-to-yaml.ts";
import { readGoalsYaml } from "../../goals/read-goals-yaml.ts";
import { aGoal } from "../fixtures/goal.ts";

describe("goals as YAML", () => {
  test("have the line of every field, under our own names", () => {
    const read = readGoalsYaml("goals:\n  - id: g1\n    starts_on: 2026-10-01\n\n  - id: g2\n");
    if (!read.ok) throw new Error(read.said);
    expect(read.goals.map(({ fields }) => fields)).toEqual([
      { id: "g1", startsOn: "2026-10-01" },
      { id: "g2" },
    ]);
    expect(read.goals.map(({ lineOf }) => [lineOf("id"), lineOf("startsOn"), lineOf("x")])).toEqual(
      [
        [2, 3, 2],
        [5, 5, 5],
      ],
    );
  });

  test.each([
    ["", 1, "no_goals"],
    ["null", 1, "no_goals"],
    ["[]", 1, "no_goals"],
    ["goals: g1", 1, "no_goals"],
    ["goals:\n  - g1", 2, "no_goals"],
    ["goals: []\nmore: 1", 1, "no_goals"],
    ["goals:\n  - id: [", 2, "syntax"],
    ["goals:\n  - id: g1\n    id: g2", 3, "syntax"],
    ["goals:\n  - &a { why: x }\n  - *a", 3, "no_goals"],
    ["goals:\n  - { why: &a x, owner: *a }", 2, "syntax"],
    ["\0", 1, "no_goals"],
  ])("%j is refused with its line", (text, line, fault) => {
    expect(readGoalsYaml(text)).toMatchObject({ ok: false, line, fault });
  });

  test("no text makes the reader throw", () => {
    const piece = constantFrom(
      "goals:",
      "\n",
      "  - ",
      "id: g1",
      ": ",
      "&a",
      "*a",
      "<<",
      "!!js",
      "|",
      "{",
      "[",
      "'",
      "\t",
    );
    assert(
      property(string({ unit: piece, maxLength: 30 }), (text) => {
        expect(typeof readGoalsYaml(text).ok).toBe("boolean");
      }),
    );
  });

  // Each would take the library's own way many times as long as a test may last.
  test.each([
    ["errors", `goals: "${String.raw`\x`.repeat(120_000)}"`, "syntax"],
    ["keys", Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`).join("\n"), "no_goals"],
  ])("a file of nothing but %s is soon refused", (_name, text, fault) => {
    expect(readGoalsYaml(text)).toMatchObject({ ok: false, fault });
  });

  test("whatever people write comes back as it was", () => {
    assert(
      property(string({ unit: "grapheme", minLength: 1, maxLength: 40 }), (why) => {
        const text = goalsToYaml([aGoal({ why })], () => why);
        const read = readGoalsYaml(text);
        expect(read).toMatchObject({ ok: true, goals: [{ fields: { id: "g1", why } }] });
      }),
    );
  });
});
