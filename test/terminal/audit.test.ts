import { expect, test } from "vitest";
import { calls, newPlace, openPlace, type } from "./desk.ts";

async function aPlace() {
  const place = newPlace(calls);
  const app = await openPlace(place);
  for (const words of [
    ["pull"],
    ["goal", "answer_rate", "target:80%", "owner:U0LEAD", "why:x"],
    ["goal", "pause", "g1", "--as", "U0LEAD"],
    ["kpi", "note", "2026-11-12", "phones down"],
  ]) {
    expect([words, (await type(words, { app })).exit]).toEqual([words, 0]);
  }
  await app.close();
  return place;
}

test("who changed what, when and through what, the latest first", async () => {
  const place = await aPlace();
  const { exit, out } = await type(["audit", "--json"], { place });
  expect(exit).toBe(0);
  const { lines } = JSON.parse(out) as { lines: Record<string, unknown>[] };
  expect(lines).toMatchObject([
    {
      who: "terminal",
      via: "terminal",
      edits: [{ collection: "notes", after: { text: "phones down" } }],
    },
    {
      who: "U0LEAD",
      via: "terminal",
      at: "2026-11-18T10:00:00.000Z",
      edits: [{ id: "g1", before: { paused: false }, after: { paused: true } }],
    },
    { who: "terminal", via: "terminal", edits: [{ id: "g1", before: null }] },
  ]);
});

test("of one thing by its id, as a table; of nothing, a refusal", async () => {
  const place = await aPlace();
  const { out } = await type(["audit", "G1"], { place });
  expect(out).toContain("paused false → true");
  expect(out).not.toContain("phones down");
  expect(await type(["audit", "g9"], { place })).toEqual({
    exit: 1,
    out: "",
    err: "Nothing is recorded of “g9”.\n",
  });
  expect((await type(["audit"], { place: newPlace(calls) })).err).toBe(
    "Nothing has been changed yet.\n",
  );
});

test("only admins read it", async () => {
  const place = await aPlace();
  expect((await type(["audit", "--as", "U0LEAD"], { place })).err).toBe(
    "Only admins may do this.\n",
  );
  expect((await type(["audit", "--as", "U0ADMIN"], { place })).exit).toBe(0);
});
