import { describe, expect, test } from "vitest";
import type { Form, FormValues, Submitted } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import { goalValues } from "../fixtures/goal-values.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

/** The Tuesday of the week so many before that of 9 November 2026, the last whole one. */
const tuesday = (weeksAgo: number): string =>
  new Date(Date.UTC(2026, 10, 10 - 7 * weeksAgo)).toISOString().slice(0, 10);

/** Of twenty tickets in each of sixty weeks so many were solved at once, the oldest week first. */
const goodOf = (week: number): number => {
  // Ten for a long time, then one more in each of five weeks; two weeks are odd.
  if (week === 20) return 20;
  if (week === 50) return 4;
  return week < 30 ? 10 : Math.min(15, 10 + week - 29);
};
const weeks = Array.from({ length: 60 }, (_, week) => goodOf(week));
const tickets = weeks.flatMap((each, week) => ticketsOn(tuesday(59 - week), 20, each));
/** Last week alone: 70 of 100 solved at once. */
const oneWeek = ticketsOn("2026-11-10", 100, 70);

const good = { ...goalValues, deadline: "2027-02-10" } as const;

const send = async (change: FormValues, desk: Desk, asker = anAsker()): Promise<Submitted> => {
  const form = await goal.run("fcr", asker, desk);
  if (form.kind !== "form") throw new Error("no form");
  return sendGoal(form, { ...good, ...change }, desk, asker);
};
const formIn = (result: Submitted): Form => {
  if (!result.ok || result.reply.kind !== "form") throw new Error(JSON.stringify(result));
  return result.reply;
};
/** The form that asks whether it is meant so. */
const asked = async (change: FormValues, desk: Desk, asker = anAsker()): Promise<Form> => {
  const form = await goal.run("fcr", asker, desk);
  if (form.kind !== "form") throw new Error("no form");
  return formIn(await goal.submit!(form.state, { ...good, ...change }, asker, desk));
};
const errorsOf = (result: Submitted) => (result.ok ? {} : result.errors);
const linesOf = (result: Submitted): string =>
  result.ok && result.reply.kind === "page" ? result.reply.lines.join("\n") : "";

/** The greatest gain between the middles of four weeks that end twelve weeks apart, the slow way. */
function bestByHand(apart: number): number {
  const shares = weeks.map((each) => (100 * each) / 20).slice(1);
  const middle = (last: number): number => {
    const four = shares.slice(last - 3, last + 1).toSorted((a, b) => a - b);
    return (four[1]! + four[2]!) / 2;
  };
  let best = -Infinity;
  for (let last = 3 + apart; last < shares.length; last += 1) {
    best = Math.max(best, middle(last) - middle(last - apart));
  }
  return best;
}

describe("the team's own history", () => {
  test("stands beside the choice: twelve weeks, the best and the usual gain, and what that makes", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await goal.run("fcr deadline:2027-02-10", anAsker(), desk);
    const notices = form.kind === "form" ? form.notices : [];
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain("75.0 % (15 of 20)");
    expect(bestByHand(12)).toBe(25);
    // From 75 at 25 points in twelve weeks, twelve weeks ahead.
    expect(notices[1]).toBe(
      "The last 12 weeks: ▇▇▁▇▇▇▇▇▇▇▇▇ (20.0 % to 75.0 %). " +
        "Best improvement over 12 weeks since 29 September 2025: 25 pp; typical: 0 pp. " +
        "At the best pace so far that makes 100 % by 10 February 2027.",
    );
  });

  test("is not shown where there is one week alone", async () => {
    const { desk } = await deskOver({ tickets: oneWeek });
    const form = await goal.run("fcr", anAsker(), desk);
    expect(form.kind === "form" ? form.notices : []).toHaveLength(1);
  });

  test("names no gain of a KPI that is neither better high nor low", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await goal.run("ticket_volume", anAsker(), desk);
    const notices = form.kind === "form" ? form.notices : [];
    expect(notices[1]).toBe("The last 12 weeks: ▄▄▄▄▄▄▄▄▄▄▄▄ (20 to 20).");
  });
});

test.each(locales)("a form over no records says why, and what there is: %s", async (locale) => {
  const { desk } = await deskOver({
    tickets: ticketsOn("2026-11-10", 10, 7, { channel: "email" }),
  });
  const form = await goal.run("fcr channel:fax", anAsker({ locale }), desk);
  const [, why = ""] = form.kind === "form" ? form.notices : [];
  expect(why).toMatch(/fax.*email.*[.。]$/u);
  expect(why).not.toContain("{");
});

/** Three of ten for twenty weeks, four of ten for twenty more: ten points is the most there ever was. */
const low = Array.from({ length: 40 }, (_, week) =>
  ticketsOn(tuesday(39 - week), 10, week < 20 ? 3 : 4),
).flat();

describe("a warning", () => {
  test("offers the target at the best pace, the day of the one asked for, and steps", async () => {
    const { desk } = await deskOver({ tickets: low });
    const errors = errorsOf(await send({ target: "80 %" }, desk));
    // From 40: forty points at ten in twelve weeks are 336 days.
    expect(errors).toEqual({
      accept:
        "Change it, or say here why it is right all the same. " +
        "An improvement of three quarters or more tends to discourage: smaller steps may go further. " +
        "It closes 67 % of the gap to the end of the scale. " +
        "Best improvement over 12 weeks since 16 February 2026: 10 pp; typical: 5 pp. " +
        "Try 50 %, or 20 October 2027. In monthly steps: 53 %, 67 %, 80 %.",
    });
    const accepted = await send({ target: "80 %", accept: "The bot starts in May" }, desk);
    expect(linesOf(accepted)).toContain("Try 50 %, or 20 October 2027.");
    expect(await desk.goals.list()).toMatchObject([
      { accepted: { rules: ["target_very_ambitious"], reason: "The bot starts in May" } },
    ]);
    // What it offers is accepted as it is offered.
    expect(await send({ target: "50 %" }, desk)).toMatchObject({ ok: true });
  });

  test.each(locales)(
    "stands behind another as the language parts sentences: %s",
    async (locale) => {
      const { desk } = await deskOver({ tickets: low });
      const sent = await goal.submit!("s1", { ...good, target: "80 %" }, anAsker({ locale }), desk);
      const form = sent.ok && sent.reply.kind === "form" ? sent.reply : null;
      const text = [...(form?.notices ?? []), ...(form?.warnings ?? [])].join("\n");
      expect(text).toMatch(locale === "zh-TW" ? /。\S/u : /\. \S/u);
      expect(text).not.toMatch(locale === "zh-TW" ? /。 /u : /[a-z가-힣а-я]\.[A-Z가-힣А-Я]/u);
    },
  );

  test("can be answered by taking what it offers, which is said once more and then kept", async () => {
    const { desk } = await deskOver({ tickets: low });
    const confirm = await asked({ target: "80 %" }, desk);
    expect(confirm.fields).toMatchObject([
      {
        id: "instead",
        optional: true,
        choices: [
          { label: "Target: 50 %", value: "target" },
          { label: "Deadline: 20 October 2027", value: "deadline" },
          { label: "In monthly steps: 53 %, 67 %, 80 %.", value: "steps" },
        ],
      },
      { id: "draft" },
      { id: "accept", optional: true },
    ]);
    const changed = await goal.submit!(confirm.state, { instead: "target" }, anAsker(), desk);
    const again = formIn(changed);
    expect(again.notices[0]).toContain("up to 50 % or better by 10 February 2027");
    expect(again.fields.map(({ id }) => id)).toEqual(["draft"]);
    expect(await desk.goals.list()).toEqual([]);
    expect(await goal.submit!(again.state, {}, anAsker(), desk)).toMatchObject({ ok: true });
    expect(await desk.goals.list()).toMatchObject([{ target: 50, accepted: null }]);
  });

  test("by its later day brings the days to look at it, and still wants a reason", async () => {
    const { desk } = await deskOver({ tickets: low });
    const confirm = await asked({ target: "80 %" }, desk);
    const later = formIn(
      await goal.submit!(confirm.state, { instead: "deadline" }, anAsker(), desk),
    );
    expect(later.notices[0]).toContain("by 20 October 2027");
    expect(later.notices[1]).toContain("September 2027");
    const accept = { accept: "A year is long enough" };
    expect(await goal.submit!(later.state, accept, anAsker(), desk)).toMatchObject({ ok: true });
    expect(await desk.goals.list()).toMatchObject([{ target: 80, deadline: "2027-10-20" }]);
  });

  test.each(locales)("in steps is read as it is offered: %s", async (locale) => {
    const { desk } = await deskOver({ tickets: low });
    const asker = anAsker({ locale });
    const confirm = await asked({ target: "80 %" }, desk, asker);
    const stepped = formIn(await goal.submit!(confirm.state, { instead: "steps" }, asker, desk));
    // Nothing is offered twice.
    expect(JSON.stringify(stepped.fields)).not.toContain('"steps"');
    const reply = await goal.submit!(stepped.state, { accept: "May" }, asker, desk);
    expect(reply).toMatchObject({ ok: true, reply: { kind: "page" } });
    expect((await desk.goals.list())[0]).toMatchObject({
      target: 80,
      steps: [
        { until: "2026-12-31", target: 53 },
        { until: "2027-01-31", target: 67 },
      ],
    });
  });

  test("says that it was done before, where it was", async () => {
    const steep = Array.from({ length: 40 }, (_, week) =>
      ticketsOn(tuesday(39 - week), 10, week < 20 ? 1 : week < 39 ? 9 : 4),
    ).flat();
    const { desk } = await deskOver({ tickets: steep });
    expect(errorsOf(await send({ target: "80 %" }, desk))["accept"]).toContain(
      "80 pp; typical: 40 pp. At that pace the target is reached in time.",
    );
  });

  test("is none where the goal is only more than was ever reached: that is worth knowing", async () => {
    const { desk } = await deskOver({ tickets: low });
    const saved = linesOf(await send({ target: "60 %" }, desk));
    expect(saved).toContain(
      "That is more than the team has reached in such a time before. " +
        "Best improvement over 12 weeks since 16 February 2026: 10 pp; typical: 5 pp. " +
        "Try 50 %, or 20 October 2027.",
    );
    expect((await desk.goals.list())[0]?.accepted).toBeNull();
  });
});

describe("a rule that blocks", () => {
  test("refuses a KPI that no source brings, and says what is missing", async () => {
    const { desk } = await deskOver({ tickets: oneWeek });
    const errors = errorsOf(await send({ kpi: "nps", target: "40", survey_every: "month" }, desk));
    expect(Object.keys(errors)).toEqual(["kpi"]);
    expect(errors["kpi"]).toContain("No connected source brings this figure");
    expect(errors["kpi"]).toContain("Surveys");
    expect(await desk.goals.list()).toEqual([]);
  });

  const surveys = Array.from({ length: 20 }, (_, index) => ({
    id: String(index),
    kind: "csat",
    answered_at: new Date("2026-11-10T09:00:00Z"),
    score: index < 10 ? 3 : 4,
    scale_low: 1,
    scale_high: 5,
  }));
  const mean = { kpi: "csat", where: "stat:mean", guardrails: "fcr" } as const;

  test("refuses a mean above the scale that the surveys use, and takes its end", async () => {
    const { desk } = await deskOver({ tickets: oneWeek, surveys });
    const above = await send({ ...mean, target: "5.1", survey_every: "month" }, desk);
    expect(errorsOf(above)).toEqual({
      target: "5.10 is not possible here: it must lie between 1.00 and 5.00.",
    });
    const end = await send({ ...mean, target: "4.5", survey_every: "month" }, desk);
    expect(linesOf(end)).toContain(
      "up to 4.50 or better by 10 February 2027. How often customers are asked: Every month.",
    );
    expect(await desk.goals.list()).toMatchObject([{ surveyEvery: "month", target: 4.5 }]);
  });

  test("wants to know how often customers are asked, and proposes it", async () => {
    const { desk } = await deskOver({ tickets: oneWeek, surveys });
    const form = await goal.run("csat", anAsker(), desk);
    const field = form.kind === "form" && form.fields.find(({ id }) => id === "survey_every");
    expect(field).toMatchObject({ type: "select", initial: "contact", optional: false });
    const errors = errorsOf(await send({ ...mean, target: "4", survey_every: null }, desk));
    expect(errors).toEqual({ survey_every: "Choose how often customers are asked." });
  });
});

const fiveGoals = (change: (index: number) => Parameters<typeof aGoal>[0]) =>
  [1, 2, 3, 4, 5].map((index) =>
    aGoal({ id: `g${index}`, owner: "U0OWNER", submission: `s${index}`, ...change(index) }),
  );

describe("one person with many goals", () => {
  test.each([
    ["running", {}, true],
    ["of which one has ended", { deadline: "2026-11-17" }, false],
    ["of which one ends today", { deadline: "2026-11-18" }, true],
    ["of which one is paused", { paused: true }, false],
    ["of which one is archived", { archived: true }, false],
    ["of which one is another's", { owner: "U0OTHER" }, false],
    [
      "of which one is another's, and asks them to check in",
      { owner: "U0OTHER", checkpointOwners: ["U0OWNER"] },
      true,
    ],
  ] as const)("%s", async (_name, last, isWarned) => {
    const { desk, documents } = await deskOver({ tickets: oneWeek });
    await documents.change({ who: "x", via: "test" }, async ({ goals }) => {
      for (const each of fiveGoals((index) => (index === 5 ? last : {}))) await goals.put(each);
    });
    expect(Object.keys(errorsOf(await send({}, desk)))).toEqual(isWarned ? ["accept"] : []);
  });
});

test.each(locales)("every text of the rules is whole: %s", async (locale) => {
  const { desk } = await deskOver({ tickets: low });
  const asker = anAsker({ locale });
  const form = await goal.run("fcr", asker, desk);
  const warned = await send({ guardrails: "fcr", target: "80" }, desk, asker);
  const noted = await send({ target: "60", deadline: "2026-12-16" }, desk, asker);
  expect([warned.ok, noted.ok]).toEqual([false, true]);
  const text = JSON.stringify([form, warned, noted]);
  expect(text).not.toMatch(/\{\w+\}|undefined|NaN/u);
});
