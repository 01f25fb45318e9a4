import { describe, expect, test } from "vitest";
import type { Form } from "../../commands/command.ts";
import { digest } from "../../commands/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { formFor, initials, linesOf, submit } from "./digest-form.ts";
import { tickets, errorsOf } from "./digest-desk.ts";

const teamsIn = (form: Form) => form.fields.find(({ id }) => id === "teams");

describe("one definition for several teams", () => {
  test("goes to the channel of each, by goalpost.yml or as it is said, and speaks of it there", async () => {
    const all = [
      ...ticketsOn("2026-11-10", 10, 5, { team: "Billing" }),
      ...ticketsOn("2026-11-10", 20, 20, { team: "Shipping" }),
    ];
    const { desk, ledger, documents, slack } = await deskOver({ tickets: all });
    const values = { kpis: "fcr", teams: "billing, Shipping=C0OTHER", weekday: "3", time: "11:00" };
    await submit(await formFor("", desk), values, desk);
    const [saved] = await desk.digests.list();
    expect(saved).toMatchObject({
      channel: "C0TEAM",
      where: {},
      also: [
        { team: "Billing", channel: "C0BILLING" },
        { team: "Shipping", channel: "C0OTHER" },
      ],
    });
    expect(initials(await formFor("edit d1", desk))).toMatchObject({
      teams: "Billing\nShipping=C0OTHER",
    });
    // It was due an hour ago.
    await documents.change({ who: "test", via: "test" }, ({ digests }) =>
      digests.put({ ...saved!, activeFrom: "2026-11-17T00:00:00.000Z" }),
    );
    await ledger.tick();
    // They leave beside each other: in no certain order.
    expect(slack.posts.map(({ key }) => key).toSorted()).toEqual([
      "d1:C0BILLING:2026-W47",
      "d1:C0OTHER:2026-W47",
      "d1:C0TEAM:2026-W47",
    ]);
    const posted = (await documents.deliveries.list()).map(({ channel, posted: figures }) => [
      channel,
      figures.map(({ value, sample }) => [value, sample]),
    ]);
    expect(posted).toEqual([
      ["C0TEAM", [[(100 * 25) / 30, 30]]],
      ["C0BILLING", [[50, 10]]],
      ["C0OTHER", [[100, 20]]],
    ]);
  });

  test("whose channel is the digest's own narrows it, and two never share one", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("post_to:C0BILLING", desk);
    const own = { post_to: "C0BILLING", teams: "Billing, Shipping" };
    await submit(form, own, desk);
    expect(await desk.digests.list()).toMatchObject([
      { where: { team: { in: ["Billing"] } }, also: [{ team: "Shipping" }] },
    ]);
    const next = await formFor("new", desk);
    const same = { teams: "Billing=C0X, Shipping=C0X" };
    expect(errorsOf(await submit(next, same, desk))["teams"]).toContain("“Shipping” would share");
    expect(errorsOf(await submit(next, { teams: "Mars" }, desk))["teams"]).toContain(
      "Mars=C0CHANNEL",
    );
    expect(errorsOf(await submit(next, { teams: "Nowhere" }, desk))["teams"]).toContain(
      "goalpost.yml",
    );
  });

  test("are offered as far as anybody knows them: from goalpost.yml, the records, and what was said", async () => {
    const commas = ticketsOn("2026-11-12", 3, 3, { team: "Returns, EU" });
    const { desk } = await deskOver({ tickets: [...tickets, ...commas] });
    const words = 'new teams:"Returns, EU=C0RETURNS, shipping, Mars=C0MARS"';
    const typed = await formFor(words, desk);
    expect(teamsIn(typed)).toMatchObject({
      type: "several",
      choices: [
        { label: "Billing", value: "Billing" },
        { label: "Shipping", value: "Shipping" },
        { label: "Nowhere (no channel yet)", value: "Nowhere" },
        { label: "Returns, EU (no channel yet)", value: "Returns, EU" },
        { label: "Returns, EU · C0RETURNS", value: "Returns, EU=C0RETURNS" },
        { label: "Mars · C0MARS", value: "Mars=C0MARS" },
      ],
      initial: "Returns, EU=C0RETURNS\nShipping\nMars=C0MARS",
    });
    const chosen = "Billing\nReturns, EU=C0RETURNS";
    const result = await submit(typed, { teams: chosen }, desk);
    expect(errorsOf(result)).toEqual({});
    expect(await desk.digests.list()).toMatchObject([
      {
        also: [
          { team: "Billing", channel: "C0BILLING" },
          { team: "Returns, EU", channel: "C0RETURNS" },
        ],
      },
    ]);
    expect(teamsIn(await formFor("edit d1", desk))).toMatchObject({ initial: chosen });
    const alone = await submit(await formFor("new", desk), { teams: "Returns, EU" }, desk);
    expect(errorsOf(alone)["teams"]).toContain('teams:"Returns, EU=C0CHANNEL"');
  });

  test("leaves out the goals of other teams", async () => {
    const { desk, documents } = await deskOver({ tickets });
    await documents.change({ who: "U0LEAD", via: "slack" }, async ({ goals }) => {
      await goals.put(aGoal({ id: "g1", where: { team: { in: ["Billing"] } } }));
      await goals.put(aGoal({ id: "g2", where: { team: { in: ["Shipping"] } } }));
      await goals.put(aGoal({ id: "g3", where: { channel: { in: ["email"] } } }));
    });
    await submit(await formFor("", desk), { where: "team:Billing" }, desk);
    const reply = await digest.run("preview", anAsker(), desk);
    const ids = reply.kind === "digest" ? reply.digest.goals.map(({ id }) => id) : [];
    expect(ids.toSorted()).toEqual(["g1", "g3"]);
  });
});

/** One for last week and one for last month, in one channel. */
async function two() {
  const parts = await deskOver({ tickets });
  await submit(await formFor("", parts.desk), {}, parts.desk);
  const more = await formFor("new period:last-month", parts.desk);
  expect(more.notices[0]).toBe("This channel has digests already (d1): this will be one more.");
  await submit(more, {}, parts.desk);
  return parts;
}

describe("a channel with several digests", () => {
  test("has each by its own id, and asks which is meant", async () => {
    const { desk } = await two();
    expect(await desk.digests.list()).toMatchObject([
      { id: "d1", period: "last_week" },
      { id: "d2", period: "last_month" },
    ]);
    expect(await digest.run("pause", anAsker(), desk)).toMatchObject({
      refused: true,
      choices: [{ words: "digest pause d1" }, { words: "digest pause d2" }],
    });
    expect(await digest.run("", anAsker(), desk)).toMatchObject({
      refused: false,
      choices: [{ words: "digest edit d1" }, { words: "digest edit d2" }, { words: "digest new" }],
    });
    await digest.run("pause d2", anAsker(), desk);
    expect((await desk.digests.list()).map(({ paused }) => paused)).toEqual([false, true]);
  });

  test("shows each with its next three dates, and everything as a button", async () => {
    const { desk } = await two();
    const list = await digest.run("list", anAsker(), desk);
    const rows = list.kind === "page" ? (list.table?.rows ?? []) : [];
    expect(rows[0]?.[4]).toMatch(/^23 Nov 2026.*; 30 Nov 2026.*; 7 Dec 2026/u);
    expect(rows[1]?.[4]).toMatch(/^1 Dec 2026.*; 1 Jan 2027.*; 1 Feb 2027/u);
    const shown = await digest.run("show d2", anAsker(), desk);
    expect(shown.kind === "page" ? shown.choices.map(({ words }) => words) : []).toEqual([
      "digest preview d2",
      "digest test d2",
      "digest status d2",
      "digest edit d2",
      "digest pause d2",
      "digest now d2",
      "digest list",
    ]);
    const member = anAsker({ id: "U0MEMBER", role: "member" });
    const looked = await digest.run("show d2", member, desk);
    expect(looked.kind === "page" ? looked.choices.map(({ words }) => words) : []).not.toContain(
      "digest pause d2",
    );
    const status = await digest.run("status", anAsker(), desk);
    expect(linesOf(status)).toMatchObject([
      "Nothing was due yet.",
      expect.stringMatching(/^d1, next: 23 Nov 2026/u),
      expect.stringMatching(/^d2, next: 1 Dec 2026/u),
    ]);
  });
});

test("of two digests in a channel each is posted by hand once, however often it is pressed", async () => {
  const { desk, slack } = await two();
  for (const words of ["now d1", "now d1", "now d2", "now d2"]) {
    expect(await digest.run(words, anAsker(), desk)).toMatchObject({ refused: false });
  }
  expect(slack.digests.map(({ title }) => title.split(" · ")[0])).toEqual([
    "Weekly digest",
    "Monthly digest",
  ]);
});
