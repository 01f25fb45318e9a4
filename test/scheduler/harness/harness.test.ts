import { describe, expect, test } from "vitest";
import { aComposedDigest } from "../../fixtures/composed-digest.ts";
import { brokenPromises, type History } from "./history.ts";
import { openInMemoryFolder } from "./open-in-memory-folder.ts";
import { runHarness } from "./run-harness.ts";

describe("bad weeks: a quarter of all calls fail, workers die and freeze, clocks are set", () => {
  test.each([1, 2, 3])(
    "with %i at work: none doubled, none missed without a word",
    async (workers) => {
      const history = await runHarness({
        seed: 20_261_116 + workers,
        open: openInMemoryFolder,
        workers,
        digests: 12,
        weeks: 8,
        deathShare: 0.03,
        freezeShare: 0.01,
      });
      expect(brokenPromises(history)).toEqual([]);
      const { deaths = 0, freezes = 0, calls = 0, faults = 0 } = history.counts;
      expect(history.due.size).toBe(96);
      expect(deaths).toBeGreaterThan(5);
      expect(freezes).toBeGreaterThan(0);
      expect(faults / calls).toBeGreaterThan(0.15);
      const sent = [...history.fates.values()].filter(({ state }) => state === "sent");
      expect(sent.length).toBeGreaterThan(80);
    },
  );
});

test("a Slack that shows its messages later than anybody waits for is found out: the harness sees doubles", async () => {
  const history = await runHarness({
    seed: 7,
    open: openInMemoryFolder,
    workers: 1,
    digests: 12,
    weeks: 6,
    lagMs: 3_600_000,
  });
  expect(brokenPromises(history).some((each) => each.includes("was posted 2 times"))).toBe(true);
});

const fate = (state: "sent" | "dead" | "retry" | "skipped", reason: "busy" | null) =>
  new Map([["k", { state, reason, ts: null }]]);

describe("the checker", () => {
  const at = new Date("2026-11-16T09:00:00Z");
  const message = { kind: "digest", digest: aComposedDigest() } as const;
  const post = { channel: "C0", key: "k", at, message };
  const well: History = {
    due: new Map([["k", at]]),
    posts: [post],
    fates: new Map([["k", { state: "sent", reason: null, ts: "1" }]]),
    told: [],
    counts: {},
  };
  test.each<[string, Partial<History>]>([
    ["posted 2 times", { posts: [post, post] }],
    ["missed and nothing says so", { fates: new Map(), posts: [] }],
    ["has no end", { fates: fate("retry", "busy"), posts: [] }],
    ["is said to be sent and is not", { posts: [] }],
    ["without a reason", { fates: fate("skipped", null), posts: [] }],
    ["stands and is said to be dead", { fates: fate("dead", "busy") }],
    ["was never due", { due: new Map() }],
    ["owners heard", { told: ["U0LEAD: it failed"] }],
    ["came too late", { posts: [{ ...post, at: new Date(at.getTime() + 36_000_000) }] }],
    [
      "how far its data reach",
      { posts: [{ ...post, message: { ...message, digest: aComposedDigest({ asOf: "" }) } }] },
    ],
  ])("sees what %s", (words, change) => {
    expect(brokenPromises(well)).toEqual([]);
    expect(brokenPromises({ ...well, ...change }).join("; ")).toContain(words);
  });
});
