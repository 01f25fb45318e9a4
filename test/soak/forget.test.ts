import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { locales } from "../../src/i18n/locale.ts";
import { listenForTerminal } from "../../src/terminal/socket-server.ts";
import { afterTest } from "../closing.ts";
import { aDelivery } from "../fixtures/digest.ts";
import {
  calls,
  configText,
  newPlace,
  noon,
  openPlace,
  type,
  type Place,
} from "../terminal/desk.ts";

const config = configText.replace("leads: [U0LEAD]", "leads: [U0LEAD], agents: { Ann: U0ANN }");

/** Half of forty calls are Ann's, who owns a goal and has a comment on it. */
async function aPlace(): Promise<Place> {
  const place = newPlace(calls, config);
  const app = await openPlace(place);
  const say = async (...words: string[]) => {
    const said = await type(words, { app });
    expect([words, said.exit, said.err]).toEqual([words, 0, ""]);
  };
  await say("pull");
  await say("goal", "answer_rate", "target:80%", "owner:U0ANN", "why:Ann asked for it");
  await say("goal", "check-in", "g1", "<@U0ANN> and Anna talked", "--as", "U0LEAD");
  await say("goal", "check-in", "g1", "I am Ann", "--as", "U0ANN");
  await say("kpi", "note", "2026-11-12", "Ann was ill");
  await app.close();
  return place;
}

/** Everything written as text beside the records. */
const textsIn = ({ data }: Place): string =>
  readdirSync(data)
    .filter((name) => /\.(?:json|jsonl|bak)$/u.test(name))
    .map((name) => readFileSync(join(data, name), "utf8"))
    .join("\n");

const byAgent = async (place: Place) => {
  const words = ["kpi", "answer_rate", "2026-11", "by", "agent", "--json", "--at", "2026-12-02"];
  const { segments, value } = JSON.parse((await type(words, { place })).out) as {
    value: number;
    segments: { key: { agent: string }; numerator: number; denominator: number }[];
  };
  return [
    value,
    Object.fromEntries(
      segments.map(({ key, numerator, denominator }) => [key.agent, [numerator, denominator]]),
    ),
  ];
};

async function isForgotten(place: Place): Promise<void> {
  expect(textsIn(place)).not.toMatch(/\bAnn\b|U0ANN/u);
  expect(textsIn(place)).toContain("Anna");
  // Ten of Ann's twenty calls were lost, and none of the others.
  const figures = [75, { "former agent 1": [10, 20], 김민수: [20, 20] }];
  expect(await byAgent(place)).toEqual(figures);
  expect((await type(["pull"], { place })).out).toBe("phones: 40 rows, 0 changed\n");
  expect(await byAgent(place)).toEqual(figures);
  const shown = await type(["goal", "show", "g1"], { place });
  expect(shown.out).toContain("Owner: former agent 1");
  const audit = await type(["audit"], { place });
  expect(audit.out).toMatch(/terminal +forgotten former agent 1: records: calls 20/u);
}

describe("goalpost forget", () => {
  test("says what it would do, and does nothing without --yes", async () => {
    const place = await aPlace();
    const before = textsIn(place);
    const said = await type(["forget", "ann"], { place });
    expect([said.exit, said.out]).toEqual([1, ""]);
    expect(said.err).toContain(
      "Ann, U0ANN would be taken out of records (calls 20), documents (goals 1, notes 1)",
    );
    expect(said.err).toContain("--yes");
    expect(textsIn(place)).toBe(before);
  });

  test.each([
    ["by the name in the records", "Ann"],
    ["by the Slack id that the configuration links to it", "U0ANN"],
  ])("takes a person out of everything, %s", async (_, who) => {
    const place = await aPlace();
    const said = await type(["forget", who, "--yes"], { place });
    expect([said.exit, said.err]).toEqual([0, ""]);
    expect(said.out).toContain("“former agent 1” stands for the name now. Records: calls 20.");
    expect(said.out).toContain("goalpost.yml still names them: people.agents.Ann.");
    await isForgotten(place);
    // Once more is no harm: there is nothing left to do but the configuration's own line.
    expect(
      JSON.parse((await type(["forget", who, "--yes", "--json"], { place })).out),
    ).toMatchObject({ pseudonym: "former agent 1", records: {}, documents: {}, auditLines: 0 });
  });

  test("works through the running bot", async () => {
    const place = await aPlace();
    const app = await openPlace(place);
    const server = await listenForTerminal(app);
    afterTest(async () => {
      await server.close();
      await app.close();
    });
    expect((await type(["forget", "Ann", "--yes"], { place })).exit).toBe(0);
    await isForgotten(place);
  });

  test("takes up again what was cut off after the records", async () => {
    const place = newPlace(calls);
    await type(["pull"], { place });
    await type(["kpi", "note", "2026-11-12", "Ann was ill"], { place });
    const app = await openPlace(place);
    const book = await openForgottenBook(place.data, () => {});
    await book.add(["Ann"], "agent");
    await app.records.forgetAgents(await book.read());
    await app.close();
    const said = await type(["forget", "Ann", "--yes"], { place });
    expect(said.out).toContain(
      "“former agent 1” stands for the name now. Records: –. Documents: notes 1.",
    );
    expect(textsIn(place)).not.toMatch(/\bAnn\b/u);
  });

  test("whoever is known to Slack alone, with what was written to them; nobody writes to a pseudonym", async () => {
    const place = await aPlace();
    const open = () => openLowdb({ folder: place.data, clock: noon, warn: () => {} });
    const before = await open();
    const reminder = { kind: "reminder", digest: null, about: "g1", state: "due" } as const;
    await before.change({ who: "scheduler", via: "scheduler" }, async ({ deliveries, people }) => {
      await deliveries.put(aDelivery({ ...reminder, id: "remind:U0LEAD", channel: "U0LEAD" }));
      await deliveries.put(aDelivery({ ...reminder, id: "remind:U0ANN", channel: "U0ANN" }));
      await people.put({ id: "U0LEAD", locale: "ko" });
    });
    await before.close();
    const said = await type(["forget", "U0LEAD", "--yes"], { place });
    expect(said.out).toContain("“former member 1” stands for the name now.");
    expect(said.out).toContain("people.leads");
    expect(textsIn(place)).not.toContain("U0LEAD");
    const after = await open();
    expect((await after.deliveries.list()).map(({ id }) => id)).toEqual(["remind:U0ANN"]);
    expect(await after.people.list()).toEqual([]);
    expect((await after.goals.get("g1"))?.checkIns[0]).toMatchObject({ who: "former member 1" });
    await after.close();
  });

  test("a name in another script, within words", async () => {
    const place = await aPlace();
    await type(["goal", "check-in", "g1", "김민수가 말했다"], { place });
    expect((await type(["forget", "김민수", "--yes"], { place })).exit).toBe(0);
    expect(textsIn(place)).not.toContain("김민수");
    expect((await byAgent(place))[1]).toHaveProperty("former agent 1");
  });

  test("refuses who is unknown, with the names that come near, and who may not", async () => {
    const place = await aPlace();
    expect(await type(["forget", "Anm", "--yes"], { place })).toEqual({
      exit: 1,
      out: "",
      err: "Nobody is called “Anm” here. Did you mean “Ann”?\n",
    });
    expect((await type(["forget", "Zebedee", "--yes"], { place })).err).toContain("the Slack id");
    expect((await type(["forget"], { place })).exit).toBe(2);
    const before = textsIn(place);
    for (const as of ["U0LEAD", "U0ANN"]) {
      const said = await type(["forget", "Ann", "--yes", "--as", as], { place });
      expect([said.exit, said.err]).toEqual([1, "Only admins may do this.\n"]);
    }
    expect(textsIn(place)).toBe(before);
  });

  test("speaks every language", async () => {
    const place = await aPlace();
    const said = await Promise.all(
      locales.map((lang) => type(["forget", "Ann", "--lang", lang], { place })),
    );
    expect(new Set(said.map(({ err }) => err)).size).toBe(locales.length);
    expect(said.every(({ err }) => err.includes("--yes"))).toBe(true);
  });
});
