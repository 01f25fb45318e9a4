import { describe, expect, test } from "vitest";
import type { Reply } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { locales } from "../../src/i18n/locale.ts";
import { goalValues as good } from "../fixtures/goal-values.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { tickets, formFor, submit } from "./goal-desk.ts";

const linesOf = (reply: Reply): readonly string[] => (reply.kind === "page" ? reply.lines : []);

describe("a form that comes back", () => {
  test("whole is saved, and said once more as one sentence", async () => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor("fcr", desk), good, desk);
    expect(result).toMatchObject({ ok: true, reply: { refused: false, title: "Goal g1 is set." } });
    expect(result.ok && linesOf(result.reply)[0]).toBe(
      "First contact resolution: from 70.0 % up to 80 % or better by 31 December 2026.",
    );
    expect(await desk.goals.list()).toMatchObject([
      {
        id: "g1",
        kpi: "fcr",
        target: 80,
        towards: "up",
        baseline: { value: 70, sample: 100, from: "2026-11-09", to: "2026-11-15" },
        startsOn: "2026-11-18",
        deadline: "2026-12-31",
        checkpoints: ["2026-12-02", "2026-12-16", "2026-12-30"],
        owner: "U0OWNER",
        channel: "C0TEAM",
        createdBy: "U0LEAD",
      },
    ]);
  });

  test("twice is one goal", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("fcr", desk);
    const [first, second] = await Promise.all([submit(form, good, desk), submit(form, good, desk)]);
    expect(await desk.goals.list()).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test("of a segment is measured and said for that segment", async () => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(
      await formFor("fcr", desk),
      { ...good, where: "channel:email" },
      desk,
    );
    expect(result.ok && linesOf(result.reply)[0]).toBe(
      "First contact resolution · email: from 50.0 % up to 80 % or better by 31 December 2026.",
    );
  });

  test.each(locales)(
    "without a number is refused on that very field, with an example: %s",
    async (locale) => {
      const { desk } = await deskOver({ tickets });
      const asker = anAsker({ locale });
      const form = await formFor("fcr", desk, asker);
      const result = await submit(form, { ...good, target: null }, desk, asker);
      expect(result).toMatchObject({ ok: false });
      const errors = result.ok ? {} : result.errors;
      expect(Object.keys(errors)).toEqual(["target"]);
      expect(errors["target"]).toMatch(/80\s?%/u);
      expect(errors["target"]).not.toContain("{");
      expect(await desk.goals.list()).toEqual([]);
    },
  );

  test.each(locales)("without a date is refused on that very field: %s", async (locale) => {
    const { desk } = await deskOver({ tickets });
    const asker = anAsker({ locale });
    const result = await submit(
      await formFor("fcr", desk, asker),
      { ...good, deadline: null },
      desk,
      asker,
    );
    const errors = result.ok ? {} : result.errors;
    expect(Object.keys(errors)).toEqual(["deadline"]);
    expect(errors["deadline"]).not.toContain("{");
  });

  test.each([
    ["improve it", { target: "improve it" }, "target", /number with its unit.*80 %/u],
    ["not a number", { target: "NaN" }, "target", /number/u],
    ["0.9 for a percentage", { target: "0.9" }, "target", /90 % or 0\.9 %/u],
    ["more than everything", { target: "120 %" }, "target", /between 0 % and 100 %/u],
    ["worse than today", { target: "60" }, "target", /no improvement.*70 %/u],
    ["what it is today", { target: "70" }, "target", /no improvement.*70 %/u],
    ["a time for a share", { target: "4h" }, "target", /number with its unit/u],
    ["yesterday", { deadline: "2026-11-17" }, "deadline", /18 November 2026/u],
    ["today", { deadline: "2026-11-18" }, "deadline", /ahead/u],
    ["the thirtieth of February", { deadline: "2027-02-30" }, "deadline", /date/u],
    ["five years", { deadline: "2031-12-31" }, "deadline", /three years/u],
    ["the year 9999", { deadline: "9999-12-31" }, "deadline", /date/u],
    ["nobody", { owner: null }, "owner", /who owns it/u],
    ["no reason", { why: "  " }, "why", /sentence/u],
    ["no KPI", { kpi: null }, "kpi", /list/u],
    ["a KPI of nobody's", { kpi: "__proto__" }, "kpi", /list/u],
    ["a segment of nobody's", { where: "planet:mars" }, "where", /channel:email/u],
    ["a period for a segment", { where: "last-month" }, "where", /channel:email/u],
  ] as const)("with %s is refused there", async (_name, change, field, text) => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor("fcr", desk), { ...good, ...change }, desk);
    expect(result.ok).toBe(false);
    const errors = result.ok ? {} : result.errors;
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toMatch(text);
    expect(await desk.goals.list()).toEqual([]);
  });

  test("names every field that is wrong at once", async () => {
    const { desk } = await deskOver({ tickets });
    const nothing = { ...good, target: null, deadline: null, owner: null, why: null };
    const result = await submit(await formFor("fcr", desk), nothing, desk);
    expect(result.ok ? [] : Object.keys(result.errors)).toEqual([
      "target",
      "deadline",
      "owner",
      "why",
    ]);
  });

  test("may keep what is there, when that is chosen", async () => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(
      await formFor("fcr", desk),
      { ...good, direction: "keep", target: "70" },
      desk,
    );
    expect(result.ok && linesOf(result.reply)[0]).toBe(
      "First contact resolution: never below 70 % until 31 December 2026.",
    );
  });

  test("with an ambition that discourages is told so, wants a reason, and keeps it", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("fcr", desk);
    const values = { ...good, where: "channel:email", target: "90" };
    const asked = await goal.submit!(form.state, values, anAsker(), desk);
    if (!asked.ok || asked.reply.kind !== "form") throw new Error("not asked back");
    expect(asked.reply.warnings?.join()).toContain("three quarters");
    expect(asked.reply.fields.map(({ id }) => id)).toEqual(["draft", "accept"]);
    const { state } = asked.reply;
    const refused = await goal.submit!(state, { accept: "  " }, anAsker(), desk);
    expect(refused.ok ? [] : Object.keys(refused.errors)).toEqual(["accept"]);
    expect(refused.ok ? "" : refused.errors["accept"]).toContain("three quarters");
    expect(await desk.goals.list()).toEqual([]);
    const accept = "The bot starts in May";
    const saved = await goal.submit!(state, { accept }, anAsker(), desk);
    expect(saved.ok && linesOf(saved.reply).join("\n")).toContain("three quarters");
    expect(await desk.goals.list()).toMatchObject([
      { accepted: { rules: ["target_very_ambitious"], reason: "The bot starts in May" } },
    ]);
  });

  test("from somebody who may not set goals changes nothing", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("fcr", desk);
    const member = anAsker({ role: "member" });
    expect(await goal.run("fcr", member, desk)).toMatchObject({ kind: "page", refused: true });
    expect(await submit(form, good, desk, member)).toMatchObject({
      ok: true,
      reply: { refused: true },
    });
    expect(await desk.goals.list()).toEqual([]);
  });

  test("where tickets and calls could both answer: the goal says which it means, and keeps to it", async () => {
    const calls = Array.from({ length: 10 }, (_, index) => ({
      id: String(index),
      queued_at: new Date("2026-11-10T09:00:00Z"),
      outcome: "handled",
      resolved: true,
      customer: `c${index}`,
    }));
    const { desk } = await deskOver({ tickets, calls });
    const form = await formFor("fcr", desk);
    expect(form.notices[0]).toContain("(Tickets)");
    await submit(form, good, desk);
    expect(await desk.goals.list()).toMatchObject([{ options: { kind: "tickets" } }]);
  });
});
