import { describe, expect, test } from "vitest";
import type { Form } from "../../commands/command.ts";
import { digest } from "../../commands/digest.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { formFor, initials, linesOf, submit } from "./digest-form.ts";

const tickets = ticketsOn("2026-11-10", 40, 30);

const teamsIn = (form: Form) => form.fields.find(({ id }) => id === "teams");

const errorsOf = (result: Awaited<ReturnType<typeof submit>>) => (result.ok ? {} : result.errors);

describe("what a digest tells about", () => {
  test("chosen in the form, brings its day and its time, and shows when it comes", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("", desk);
    expect(form.notices.at(-1)).toMatch(/^Next: Monday,? 23 November 2026 at 09:00/u);
    const values = { ...initials(form), period: "this-week" };
    const friday = await digest.refresh!(form.state, values, anAsker(), desk);
    expect(initials(friday)).toMatchObject({ period: "this-week", weekday: "5", time: "16:00" });
    expect(friday.notices.at(-1)).toMatch(
      /^Next: Friday,? 20 November 2026 at 16:00.*27 November.*4 December/u,
    );
    const typed = { ...initials(friday), time: "15:00" };
    const again = await digest.refresh!(friday.state, typed, anAsker(), desk);
    expect(initials(again)).toMatchObject({ time: "15:00" });
    const month = await digest.refresh!(
      friday.state,
      { ...typed, period: "last-month" },
      anAsker(),
      desk,
    );
    expect(month.fields.map(({ id }) => id)).not.toContain("weekday");
    expect(month.notices.at(-1)).toMatch(
      /^Next: Tuesday,? 1 December 2026 at 09:00.*1 January.*1 February/u,
    );
  });

  test.each([
    ["this-week", "every Friday at 16:00 (Europe/Berlin), the week so far"],
    [
      "last-month",
      "the first working day of each month at 09:00 (Europe/Berlin), the month before",
    ],
  ])("is kept and said: %s", async (period, schedule) => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor(`period:${period}`, desk), {}, desk);
    expect(result.ok && linesOf(result.reply)[0]).toBe(`Saved: digest d1, ${schedule}.`);
    const list = await digest.run("list", anAsker(), desk);
    expect(JSON.stringify(list)).toContain(schedule);
  });

  test("is measured so: the week so far against the same days of the last", async () => {
    const all = [
      ...ticketsOn("2026-11-09", 100, 80),
      ...ticketsOn("2026-11-13", 500, 0),
      ...ticketsOn("2026-11-16", 100, 60),
    ];
    const { desk } = await deskOver({ tickets: all });
    await submit(await formFor("period:this-week", desk), { kpis: "fcr" }, desk);
    const reply = await digest.run("preview", anAsker(), desk);
    // By hand, Wednesday noon: Monday's 60 of 100 against the last Monday's 80 of 100, not Friday's.
    expect(reply).toMatchObject({
      kind: "digest",
      digest: { rows: [{ value: 60, change: -20, sample: 100 }] },
    });
    expect(JSON.stringify(reply)).toContain("kpi fcr 2026-W47");
  });

  test("is measured so: the whole month before against the month before it", async () => {
    const all = [
      ...ticketsOn("2026-09-30", 100, 90),
      ...ticketsOn("2026-10-01", 50, 25),
      ...ticketsOn("2026-10-31", 50, 25),
      ...ticketsOn("2026-11-02", 100, 100),
    ];
    const { desk } = await deskOver({ tickets: all });
    await submit(await formFor("period:last-month", desk), { kpis: "fcr" }, desk);
    expect(await digest.run("preview", anAsker(), desk)).toMatchObject({
      digest: {
        title: expect.stringMatching(/^Monthly digest · /u),
        rows: [{ value: 50, change: -40, sample: 100 }],
      },
    });
  });
});

describe("how many KPIs", () => {
  const six = "fcr csat nps asa aht ces";

  test("five, or more for those who say that they want more", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("", desk);
    expect(errorsOf(await submit(form, { kpis: six }, desk))).toEqual({
      kpis: "These are more than five. Choose “Up to 10” above if they are really wanted.",
    });
    expect(await submit(form, { kpis: six, most: "10" }, desk)).toMatchObject({ ok: true });
    expect((await desk.digests.find("d1"))?.kpis).toHaveLength(6);
    expect(initials(await formFor("edit d1", desk))).toMatchObject({ most: "10" });
  });

  test("and never more than ten", async () => {
    const { desk } = await deskOver({ tickets });
    const eleven = `${six} esat backlog reopen_rate occupancy transfer_rate`;
    const result = await submit(await formFor("", desk), { kpis: eleven, most: "10" }, desk);
    expect(errorsOf(result)).toEqual({
      kpis: "At most 10 KPIs, even where more than five are wanted.",
    });
  });
});

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

describe("an edit", () => {
  test("that met another is refused calmly; nothing of either is lost", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), {}, desk);
    const [mine, theirs] = [await formFor("edit d1", desk), await formFor("edit d1", desk)];
    expect(mine.title).toBe("Edit digest d1");
    await submit(theirs, { time: "10:00" }, desk, anAsker({ id: "U0OTHER" }));
    expect(errorsOf(await submit(mine, { time: "11:00" }, desk))).toEqual({
      post_to:
        "Digest d1 was changed by somebody else meanwhile. Nothing was saved: open it again to see how it is now.",
    });
    expect(await desk.digests.find("d1")).toMatchObject({ time: "10:00", revision: 2 });
    expect(await submit(theirs, { time: "10:00" }, desk)).toMatchObject({ ok: true });
    expect(await desk.digests.find("d1")).toMatchObject({ revision: 2 });
  });

  test("does not set a paused one going again", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), {}, desk);
    await digest.run("pause d1", anAsker(), desk);
    const result = await submit(await formFor("edit d1", desk), { time: "10:00" }, desk);
    expect(result.ok && linesOf(result.reply)[1]).toContain("It stays paused");
    expect(await desk.digests.find("d1")).toMatchObject({ paused: true, time: "10:00" });
  });

  test("of what it shows loses no date that fell due a moment ago; of its time it does", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), {}, desk);
    const before = (await desk.digests.find("d1"))!;
    await submit(await formFor("edit d1", desk), { kpis: "csat" }, desk);
    expect((await desk.digests.find("d1"))?.activeFrom).toBe(before.activeFrom);
  });
});

describe("waiting for data", () => {
  test.each([
    ["2h", 120],
    ["30 min", 30],
    ["1 час 30 мин", 90],
    ["0", 0],
    ["", 120],
  ])("%s is %s minutes", async (wait, minutes) => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), { wait }, desk);
    expect(await desk.digests.list()).toMatchObject([{ waitMinutes: minutes }]);
  });

  test.each(["5h", "soon", "30", "-1h"])("%s is refused on that field", async (wait) => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor("", desk), { wait }, desk);
    expect(Object.keys(errorsOf(result))).toEqual(["wait"]);
  });
});

test.each(locales)("the form is said in %s, all of it", async (locale) => {
  const { desk } = await deskOver({ tickets });
  const form = await formFor("", desk, anAsker({ locale }));
  expect(JSON.stringify(form)).not.toMatch(/\{\w+\}|undefined/u);
  const result = await submit(
    form,
    { teams: "Mars", wait: "9h", kpis: "fcr csat nps asa aht ces" },
    desk,
    anAsker({ locale }),
  );
  expect(Object.keys(errorsOf(result)).toSorted()).toEqual(["kpis", "teams", "wait"]);
});
