import { describe, expect, test } from "vitest";
import type { Asker, Form, Page } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { formView } from "../../src/blocks/form-view.ts";
import { pageBlocks } from "../../src/blocks/page-blocks.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import { locales } from "../../src/i18n/locale.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aGoal } from "../fixtures/goal.ts";
import { goalValues as good } from "../fixtures/goal-values.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** Last week 70 of 100 solved at once; today is 18 November 2026. */
const tickets = ticketsOn("2026-11-10", 100, 70);
const lead = anAsker();
const owner = anAsker({ id: "U0OWNER", role: "member" });
const other = anAsker({ id: "U0OTHER", role: "member" });

async function confirming(desk: Desk, asker: Asker = lead): Promise<Form> {
  const sent = await goal.submit!("s1", good, asker, desk);
  if (!sent.ok || sent.reply.kind !== "form") throw new Error(JSON.stringify(sent));
  return sent.reply;
}

async function withDraft(change: Parameters<typeof aGoal>[0] = {}) {
  const made = await deskOver({ tickets });
  const kept = aGoal({
    draft: true,
    owner: "U0OWNER",
    baseline: { value: 60, sample: 100, from: "2026-09-21", to: "2026-09-27" },
    checkpoints: ["2026-11-02", "2026-12-02"],
    ...change,
  });
  await made.documents.change({ who: "U0LEAD", via: "test" }, ({ goals }) => goals.put(kept));
  return made;
}

async function page(words: string, desk: Desk, asker: Asker = owner): Promise<Page> {
  const reply = await goal.run(words, asker, desk);
  if (reply.kind !== "page") throw new Error(JSON.stringify(reply));
  return reply;
}

async function cardOf(desk: Desk, asker: Asker = owner) {
  const reply = await goal.run("show g1", asker, desk);
  if (reply.kind !== "goals") throw new Error(JSON.stringify(reply));
  return { card: reply.cards[0]!, words: reply.buttons["g1"]!.map(({ words }) => words) };
}

const wordsOf = ({ choices }: Page) => choices.map(({ words }) => words);

describe("the last look before a goal is kept", () => {
  test.each(locales)("keeps it as a draft where that is chosen: %s", async (locale) => {
    const { desk } = await deskOver({ tickets });
    const form = await confirming(desk, anAsker({ locale }));
    expect(form.fields).toMatchObject([{ id: "draft", initial: "no", optional: false }]);
    expect(
      checkBlocks("modal", formView(form, { metadata: form.state, close: "x", locale })),
    ).toEqual([]);
    const sent = await goal.submit!(form.state, { draft: "yes" }, anAsker({ locale }), desk);
    expect(sent).toMatchObject({
      ok: true,
      reply: {
        title: expect.stringContaining("g1"),
        choices: [{ words: "goal start g1" }, {}, {}],
      },
    });
    expect(await desk.goals.list()).toMatchObject([{ draft: true, target: 80 }]);
    const { card, words } = await cardOf(desk);
    expect(card).toMatchObject({ state: "draft", progress: null, expected: null, odds: null });
    expect(words).toEqual([
      "goal start g1",
      "goal edit g1",
      "goal renew g1",
      "goal archive g1",
      "goal history g1",
    ]);
  });

  test("begins it where nothing else is said", async () => {
    const { desk } = await deskOver({ tickets });
    const { state } = await confirming(desk);
    expect(await goal.submit!(state, { draft: "no" }, lead, desk)).toMatchObject({ ok: true });
    expect(await desk.goals.list()).toMatchObject([{ draft: false }]);
  });

  test("remembers the choice when it has to be looked at once more", async () => {
    const { desk } = await deskOver({ tickets });
    const { state } = await confirming(desk);
    const stale = state.replace(/^confirm:s1:\w+:/u, "confirm:s1:other:");
    const again = await goal.submit!(stale, { draft: "yes" }, lead, desk);
    expect(again).toMatchObject({ ok: true, reply: { fields: [{ id: "draft", initial: "yes" }] } });
  });
});

describe("a draft", () => {
  test("is there for its people, leads and admins, and for nobody else", async () => {
    const { desk } = await withDraft({ checkpointOwners: ["U0ALSO"], createdBy: "U0MAKER" });
    const seenBy = async (asker: Asker) => {
      const [list, shown] = await Promise.all([
        goal.run("list", asker, desk),
        goal.run("show g1", asker, desk),
      ]);
      const isListed = list.kind === "goals" && list.cards.length === 1;
      expect(shown.kind === "goals").toBe(isListed);
      return isListed;
    };
    for (const id of ["U0OWNER", "U0ALSO", "U0MAKER"]) {
      expect(await seenBy(anAsker({ id, role: "member" }))).toBe(true);
    }
    expect(await seenBy(lead)).toBe(true);
    expect(await seenBy(anAsker({ id: "U0ADMIN", role: "admin" }))).toBe(true);
    expect(await seenBy(other)).toBe(false);
    expect((await page("start g1", desk, other)).refused).toBe(true);
  });

  test("of a private channel is hidden from a lead who does not read there", async () => {
    const { desk, documents } = await deskOver({ tickets }, { mayRead: async () => false });
    const hidden = aGoal({ createdBy: "U0X", owner: "U0X", draft: true });
    await documents.change(by, ({ goals }) => goals.put(hidden));
    expect((await page("start g1", desk, lead)).lines).toEqual(["There is no goal “g1”."]);
  });

  test("is in no digest, and counts for nobody's five", async () => {
    const { desk, ports, documents } = await withDraft();
    const compose = async () => (await composeDigest(composeAsked(), ports)).goals.length;
    expect(await compose()).toBe(0);
    await documents.change(by, async ({ goals }) => {
      for (let n = 2; n <= 6; n += 1) {
        await goals.put(aGoal({ id: `g${n}`, owner: "U0OWNER", draft: true, submission: `f${n}` }));
      }
    });
    expect((await confirming(desk)).warnings).toEqual([]);
    await page("start g1", desk);
    expect(await compose()).toBe(1);
  });

  test("may be made easier without a reason: nothing was promised", async () => {
    const { desk } = await withDraft();
    const form = await goal.run("edit g1", owner, desk);
    if (form.kind !== "form") throw new Error("no form");
    const values = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
    const edited = { ...values, target: "75 %", deadline: "2027-02-26" };
    expect(await goal.submit!(form.state, edited, owner, desk)).toMatchObject({ ok: true });
    expect(await desk.goals.find("g1")).toMatchObject({ target: 75, draft: true });
  });

  test.each(["pause", "resume"])(
    "cannot %s what has not begun, and says what can",
    async (step) => {
      const { desk } = await withDraft();
      const refused = await page(`${step} g1`, desk);
      expect(refused).toMatchObject({ refused: true });
      expect(wordsOf(refused)).toContain("goal start g1");
      expect(await desk.goals.find("g1")).toMatchObject({
        draft: true,
        paused: false,
        revision: 1,
      });
    },
  );

  test("comes back from the archive as a draft", async () => {
    const { desk } = await withDraft();
    await page("archive g1", desk);
    expect((await cardOf(desk)).card.state).toBe("archived");
    expect((await page("start g1", desk)).lines[0]).toContain("/goal resume g1");
    await page("resume g1", desk);
    expect((await cardOf(desk)).card.state).toBe("draft");
    expect((await page("history g1", desk)).table?.rows.map((row) => row[2])).toEqual([
      "State: archived → draft",
      "State: draft → archived",
      "Goal set",
    ]);
  });
});

const by = { who: "U0LEAD", via: "test" };

describe("a draft that is started", () => {
  test.each(["start", "시작", "начать", "開始"])(
    "begins today, measured anew: %s",
    async (verb) => {
      const { desk, documents } = await withDraft();
      const started = await page(`${verb} g1`, desk);
      expect(started).toMatchObject({ refused: false, title: "Goal g1 has begun." });
      expect(started.lines[0]).toContain("from 70.0 % up to 80 %");
      expect(checkBlocks("message", pageBlocks(started, "en"))).toEqual([]);
      expect(await desk.goals.find("g1")).toMatchObject({
        draft: false,
        startsOn: "2026-11-18",
        deadline: "2026-12-31",
        // 70 of 100 in the week of 9 November.
        baseline: { value: 70, sample: 100, from: "2026-11-09", to: "2026-11-15" },
        // One has passed: all anew, each fortnight of these six weeks.
        checkpoints: ["2026-12-02", "2026-12-16", "2026-12-30"],
        revision: 2,
      });
      expect((await page("history g1", desk)).table?.rows[0]?.slice(1, 3)).toEqual([
        { person: "U0OWNER" },
        "State: draft → running",
      ]);
      const [audited] = await documents.history(({ id }) => id === "g1", 1);
      expect(audited).toMatchObject({
        who: "U0OWNER",
        via: "/goal",
        edits: [{ before: { draft: true }, after: { draft: false, startsOn: "2026-11-18" } }],
      });
    },
  );

  test("keeps the checkpoints that somebody chose where all lie ahead", async () => {
    const { desk } = await withDraft({ checkpoints: ["2026-12-24"] });
    await page("start g1", desk);
    expect(await desk.goals.find("g1")).toMatchObject({ checkpoints: ["2026-12-24"] });
  });

  test("leaves out the targets of months that are over or reached", async () => {
    const { desk } = await withDraft({
      steps: [
        { until: "2026-10-31", target: 65 },
        { until: "2026-11-30", target: 70 },
        { until: "2026-12-15", target: 75 },
      ],
    });
    await page("start g1", desk);
    expect((await desk.goals.find("g1"))?.steps).toEqual([{ until: "2026-12-15", target: 75 }]);
  });

  test.each([
    ["its deadline has passed", { deadline: "2026-11-10" }, "The deadline must lie ahead"],
    ["its deadline is today", { deadline: "2026-11-18" }, "The deadline must lie ahead"],
    ["it is reached already", { target: 65 }, "65 % is no improvement"],
  ] as const)("is refused where %s, with the way to edit it", async (_, change, why) => {
    const { desk } = await withDraft(change);
    const refused = await page("start g1", desk);
    expect(refused).toMatchObject({ refused: true });
    expect(refused.lines[0]).toContain(why);
    expect(wordsOf(refused)).toContain("goal edit g1");
    expect(await desk.goals.find("g1")).toMatchObject({ draft: true, revision: 1 });
  });

  test("wants a reason for a warning that nobody accepted, and keeps it", async () => {
    const { desk } = await withDraft({ guardrails: [] });
    const asked = await page("start g1", desk);
    expect(asked).toMatchObject({ refused: true, hint: expect.stringContaining("/goal start g1") });
    await page("start g1 We look at CSAT by hand", desk);
    expect((await desk.goals.find("g1"))?.edits).toMatchObject([
      { reason: "We look at CSAT by hand", rules: ["guardrail_none"] },
    ]);
  });

  test("does not ask again for what was accepted when it was written", async () => {
    const accepted = { rules: ["guardrail_none"], reason: "By hand" };
    const { desk } = await withDraft({ guardrails: [], accepted });
    expect((await page("start g1", desk)).refused).toBe(false);
  });

  test("pressed twice begins once, and the second press says so", async () => {
    const { desk } = await withDraft();
    const [one, two] = await Promise.all([page("start g1", desk), page("start g1", desk)]);
    expect([one.refused, two.refused].filter(Boolean)).toHaveLength(1);
    expect((await page("start g1", desk)).lines[0]).toContain("has begun already");
    expect((await desk.goals.find("g1"))?.edits).toHaveLength(1);
  });
});
