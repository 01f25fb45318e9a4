import { expect, test } from "vitest";
import { calls, newPlace, openPlace, type } from "./desk.ts";

const words = [
  "goal",
  "kpi:answer_rate",
  "target:90",
  "deadline:2026-12-31",
  "owner:U0LEAD",
  "why:Fewer lost calls",
  // There is no week to compare with.
  "accept:We begin to count now",
];

test("a goal typed whole is a draft where that is said, and begins with a word", async () => {
  const place = newPlace(calls);
  await type(["pull"], { place });
  const app = await openPlace(place);
  const say = (...more: string[]) => type(more, { app, place });
  const unclear = await say(...words, "draft:perhaps");
  expect([unclear.exit, unclear.err]).toEqual([1, expect.stringContaining("draft")]);
  expect(await app.deskAt(null).goals.list()).toEqual([]);
  const kept = await say(...words, "draft:yes");
  expect([kept.exit, kept.err, kept.out]).toEqual([0, "", expect.stringContaining("as a draft")]);
  const shown = JSON.parse((await say("goal", "show", "g1", "--json")).out);
  expect(shown.cards).toMatchObject([{ id: "g1", state: "draft", stateText: "draft" }]);
  const exported = await say("goal", "export");
  expect(exported.out).toContain("draft: true");
  const started = await say("goal", "start", "g1");
  expect([started.exit, started.out]).toEqual([0, expect.stringContaining("Goal g1 has begun.")]);
  const again = await say("goal", "start", "g1");
  expect([again.exit, again.err]).toEqual([1, expect.stringContaining("begun already")]);
  await app.close();
});
