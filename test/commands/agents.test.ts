import { describe, expect, test } from "vitest";
import type { Asker } from "../../commands/command.ts";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { kpi } from "../../commands/kpi.ts";
import type { DigestDraft } from "../../src/digests/digest.ts";
import { locales } from "../../src/i18n/locale.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** October: forty of Becky's, three quarters solved at once; forty of Adam's, a quarter; five of Cleo's. */
const tickets = [
  ...ticketsOn("2026-10-06", 40, 30, { agent: "Becky" }),
  ...ticketsOn("2026-10-07", 40, 10, { agent: "Adam" }),
  ...ticketsOn("2026-10-08", 5, 5, { agent: "Cleo" }),
  ...ticketsOn("2026-11-10", 8, 8, { agent: "Becky" }),
];
const agents = { ids: { Becky: "U0BECKY", Adam: "U0ADAM" }, optedOut: ["adam"] };
const becky = anAsker({ id: "U0BECKY", role: "member" });

async function ask(words: string, asker: Asker = anAsker(), rules = agents) {
  const { desk } = await deskOver({ tickets }, { agents: rules });
  return kpi.run(words, asker, desk);
}

async function refused(words: string, asker: Asker = anAsker()) {
  const reply = await ask(words, asker);
  if (reply.kind !== "page" || !reply.refused) throw new Error(`${words} gave ${reply.kind}`);
  return { text: reply.lines.join(" "), choices: reply.choices.map((choice) => choice.words) };
}

async function answered(words: string, asker: Asker = anAsker(), rules = agents) {
  const reply = await ask(words, asker, rules);
  if (reply.kind !== "answer") throw new Error(`${words} gave ${JSON.stringify(reply)}`);
  return reply;
}

const agentCodes = async (words: string) =>
  (await answered(words, anAsker(), { ...agents, optedOut: [] })).answer.warnings
    .map(({ code }) => code)
    .filter((code) => code.startsWith("agents_"));

const sampleOf = async (words: string) =>
  (await answered(words, anAsker(), { ...agents, optedOut: [] })).answer.sample;

describe("single agents are judged over months", () => {
  test.each([
    ["fcr by agent", "kpi fcr last-month by agent"],
    ["fcr last-week agent:Becky", "kpi fcr last-month agent:Becky"],
    ["fcr this-month by agent", "kpi fcr last-month by agent"],
    ["fcr last-month agent:Becky by week", "kpi fcr last-month agent:Becky"],
    ["fcr last-month by agent vs last-week", "kpi fcr last-month by agent"],
    ["fcr last-week agent:me", "kpi fcr last-month agent:Becky", becky],
  ] as const)("%s is refused with %s", async (words, instead, asker: Asker = anAsker()) => {
    const { text, choices } = await refused(words, asker);
    expect(text).toContain("judged over months");
    expect(choices).toEqual([instead]);
    await answered(instead.replace("kpi ", ""), asker);
  });

  test("all agents but some are shown only where nobody opted out: it could be theirs alone", async () => {
    const { text } = await refused("fcr last-month not agent:Becky", anAsker());
    expect(text).toContain("opted out");
    expect(await sampleOf("fcr last-month not agent:Becky")).toBe(
      (await sampleOf("fcr last-month")) - (await sampleOf("fcr last-month agent:Becky")),
    );
  });

  test("why a figure moved is not looked for in single agents", async () => {
    const { text, choices } = await refused("why fcr last-month by agent", anAsker());
    expect(text).toContain("single people");
    expect(choices).toEqual(["kpi fcr last-month by agent"]);
  });

  test.each(locales)("what is answered in confidence is not shown by name (%s)", async (locale) => {
    for (const words of ["esat last-month by agent", "esat last-quarter agent:Becky"]) {
      const { text, choices } = await refused(words, anAsker({ locale }));
      expect(text).not.toMatch(/[{}]|undefined/u);
      expect(choices).toEqual([`kpi esat ${words.split(" ")[1]} by team`]);
    }
  });

  test("weeks of the whole team may stand beside a month of each", async () => {
    expect((await answered("fcr last-month by agent week")).answer.series).toHaveLength(5);
  });

  test("a warning stands beside less than three months and fewer than thirty contacts", async () => {
    expect(await agentCodes("fcr last-month by agent")).toEqual([
      "agents_short_period",
      "agents_few_contacts",
    ]);
    expect(await agentCodes("fcr 2026-08-01..2026-10-31 by agent")).toEqual([
      "agents_few_contacts",
    ]);
    expect(await agentCodes("fcr last-month agent:Becky")).toEqual(["agents_short_period"]);
  });

  test("a goal or a digest for one agent is refused at its form", async () => {
    const { desk } = await deskOver({ tickets }, { agents });
    const values = { kpi: "fcr", where: "agent:Becky", target: "80", why: "x" };
    const submitted = await goal.submit?.("f", values, anAsker(), desk);
    expect(submitted).toMatchObject({
      ok: false,
      errors: { where: expect.stringContaining("leave the agent out") },
    });
    const set = await digest.submit?.("f", { where: "agent:Becky" }, anAsker(), desk);
    expect(set).toMatchObject({
      ok: false,
      errors: { where: expect.stringContaining("leave the agent out") },
    });
  });

  test("a digest of old that is narrowed to one is sent without figures", async () => {
    const { desk } = await deskOver({ tickets }, { agents });
    const draft: DigestDraft = {
      channel: "C0TEAM",
      locale: "en",
      zone: "Europe/Berlin",
      period: "last_week",
      weekday: 1,
      time: "09:00",
      kpis: ["fcr"],
      where: { agent: { in: ["Becky"] } },
      also: [],
      waitMinutes: 120,
      submission: "f",
    };
    const { rows, remarks } = await desk.digests.preview(draft);
    expect(rows).toEqual([]);
    expect(remarks.join(" ")).toContain("leave the agent out");
  });
});

describe("who sees whom", () => {
  test("a member sees their own figures, by whatever word for themselves", async () => {
    for (const word of ["me", "나", "Я", "自己"]) {
      const { answer, question } = await answered(`fcr last-month agent:${word}`, becky);
      expect([answer.value, answer.sample]).toEqual([75, 40]);
      expect(question.where).toEqual({ agent: { in: ["Becky"] } });
    }
    expect((await answered("fcr last-month agent:becky", becky)).answer.sample).toBe(40);
  });

  test.each([
    ["fcr last-month by agent", "kpi fcr last-month agent:me"],
    ["fcr last-month agent:Cleo", "kpi fcr last-month agent:me"],
    ["fcr last-month agent:Becky,Cleo by topic", "kpi fcr last-month by topic agent:me"],
    ["fcr last-month not agent:Cleo", "kpi fcr last-month agent:me"],
  ])("a member who asks %s is offered %s", async (words, instead) => {
    const { text, choices } = await refused(words, becky);
    expect(text).toContain("your own");
    expect(choices).toEqual([instead]);
    await answered(instead.replace("kpi ", ""), becky);
  });

  test("a member whom nobody named is told how to be", async () => {
    const nobody = anAsker({ id: "U0NEW", role: "member" });
    const reply = await ask("fcr last-month agent:me", nobody);
    expect(reply).toMatchObject({ refused: true, hint: expect.stringContaining("U0NEW") });
    expect((await refused("fcr last-month by agent", nobody)).choices).toEqual([]);
  });

  test("who opted out is named to nobody but themselves", async () => {
    expect((await refused("fcr last-month agent:Adam")).text).toContain("opted out");
    const adam = anAsker({ id: "U0ADAM", role: "member" });
    expect((await answered("fcr last-month agent:me", adam)).answer.value).toBe(25);
  });

  test("by agent they are part of other", async () => {
    const { answer } = await answered("fcr last-month by agent");
    expect(answer.segments.map(({ key }) => key.agent)).toEqual(["Becky"]);
    expect(answer.other).toMatchObject({ groups: 2, sample: 45, numerator: 15 });
  });

  test("what cannot be laid on hours is refused with what can", async () => {
    expect((await refused("fcr last-month heat")).choices).toEqual([
      "kpi ticket_volume last-month heat",
    ]);
  });

  test("what cannot be adjusted is refused with the same unadjusted", async () => {
    const { choices } = await refused("csat last-month by topic adjust:case_mix top:5");
    expect(choices).toEqual(["kpi csat last-month by topic top:5"]);
  });

  test("every refusal is whole in every language", async () => {
    for (const locale of locales) {
      for (const [words, asker] of [
        ["fcr by agent", anAsker({ locale })],
        ["fcr last-month by agent", { ...becky, locale }],
        ["fcr last-month agent:Adam", anAsker({ locale })],
        ["fcr last-month agent:me", anAsker({ locale })],
        ["fcr adjust:case_mix", anAsker({ locale })],
        ["fcr heat", anAsker({ locale })],
      ] as const) {
        const reply = await ask(words, asker);
        expect(reply).toMatchObject({ kind: "page", refused: true });
        expect(JSON.stringify(reply)).not.toMatch(/\{\w+\}|undefined/u);
      }
    }
  });
});
