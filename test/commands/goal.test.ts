import { describe, expect, test } from "vitest";
import type { Form, FormValues } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { kpiNamed } from "../../commands/only-for.ts";
import { kpis } from "../../src/kpis/index.ts";
import { goalValues as good } from "../fixtures/goal-values.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { tickets, formFor, submit } from "./goal-desk.ts";

const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));

describe("the form", () => {
  test("shows where the KPI stands before anything is saved", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("fcr", desk);
    expect(form.notices).toHaveLength(1);
    expect(form.notices[0]).toContain("First contact resolution");
    expect(form.notices[0]).toContain("9–15 Nov 2026");
    expect(form.notices[0]).toContain("70.0 %");
    expect(form.notices[0]).toContain("70 of 100");
  });

  test("shows it for the segment, and again when KPI or segment change", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("fcr channel:email", desk);
    expect(form.notices[0]).toContain("50.0 %");
    expect(initials(form)["where"]).toBe("channel:email");
    const values = { ...initials(form), where: "channel:chat" };
    const other = await goal.refresh!(form.state, values, anAsker(), desk);
    expect(other.notices[0]).toContain("100.0 %");
    expect(other.state).toBe(form.state);
    const volume = await goal.refresh!(
      form.state,
      { ...values, kpi: "ticket_volume" },
      anAsker(),
      desk,
    );
    expect(volume.notices[0]).toContain("40");
  });

  test("says so where there is no data, and nothing before a KPI is chosen", async () => {
    const { desk } = await deskOver({ tickets });
    expect((await formFor("csat", desk)).notices[0]).toContain("no data");
    expect((await formFor("", desk)).notices).toEqual([]);
  });

  test("shows how a target is written in the KPI's own unit", async () => {
    const { desk } = await deskOver({ tickets });
    const hintOf = async (words: string) =>
      (await formFor(words, desk)).fields.find(({ id }) => id === "target")?.hint;
    expect(await hintOf("fcr")).toContain("80 %");
    expect(await hintOf("frt")).toContain("4 h");
  });

  test("proposes the asker, the channel and a quarter, and takes what the words name", async () => {
    const { desk } = await deskOver({ tickets });
    expect(initials(await formFor("", desk))).toMatchObject({
      kpi: null,
      target: null,
      direction: "reach",
      deadline: "2027-02-17",
      owner: "U0LEAD",
      post_to: "C0TEAM",
    });
    const words =
      'kpi:fcr target:80% deadline:2026-12-31 owner:U0OWNER why:"They write twice" team:"Night shift"';
    expect(initials(await formFor(words, desk))).toMatchObject({
      kpi: "fcr",
      target: "80%",
      deadline: "2026-12-31",
      owner: "U0OWNER",
      why: "They write twice",
      where: 'team:"Night shift"',
    });
  });

  test("offers every KPI, each of which its own id means", () => {
    for (const { id } of kpis) expect(kpiNamed(id)).toBe(id);
    // A goal for GRR must not become one for the churn it is the rest of.
    expect(kpiNamed("GRR")).toBeNull();
  });

  test("is refused to people from elsewhere, and to words nobody knows", async () => {
    const { desk } = await deskOver({ tickets });
    expect(await goal.run("", anAsker({ role: "stranger" }), desk)).toMatchObject({
      refused: true,
    });
    expect(await goal.run("dance", anAsker(), desk)).toMatchObject({ refused: true });
  });
});

describe("goals that are set", () => {
  test("are listed with value, progress and state in words", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("fcr", desk), good, desk);
    await submit(
      await formFor("fcr", desk),
      { ...good, deadline: "2026-12-01", where: "channel:chat", direction: "keep", target: "95" },
      desk,
    );
    const list = await goal.run("list", anAsker(), desk);
    expect(list).toMatchObject({
      kind: "goals",
      cards: [
        {
          id: "g1",
          // None of its own days is measured yet.
          state: "active",
          stateText: "running",
          value: 70,
          valueText: "70.0 %",
          targetText: "80 %",
          progress: 0,
          progressText: "0 % of the way, 0 % expected by now",
          deadlineText: "31 December 2026",
          owner: "U0OWNER",
        },
        { id: "g2", title: "First contact resolution · chat", state: "on_track", progressText: "" },
      ],
    });
  });

  test("are shown one at a time, in any case of letters, and unknown ones are not there", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("fcr", desk), good, desk);
    expect(await goal.run("show G1", anAsker(), desk)).toMatchObject({ cards: [{ id: "g1" }] });
    expect(await goal.run("show g9", anAsker(), desk)).toMatchObject({ refused: true });
  });
});

test.each([
  ["en", "90 % within 1h"],
  ["ko", "1시간 이내 90%"],
  ["ru", "90 % за 1 час"],
  ["zh-TW", "1 小時內 90%"],
] as const)(
  "the form of a time says in %s how a share within it is written",
  async (locale, how) => {
    const { desk } = await deskOver({ tickets });
    const asker = anAsker({ locale });
    const targetOf = async (words: string) => {
      const form = await goal.run(words, asker, desk);
      return form.kind === "form" ? form.fields.find(({ id }) => id === "target")?.hint : null;
    };
    expect(await targetOf("frt")).toContain(how);
    expect(await targetOf("asa")).toContain(how);
    // A time that no share is counted of.
    expect(await targetOf("onboarding_time")).not.toContain(how);
    const sent = await goal.submit!(
      "s1",
      { ...good, kpi: "frt", direction: "keep", target: how },
      asker,
      desk,
    );
    expect(sent.ok && sent.reply.kind === "form" ? sent.reply.notices[0] : sent).toMatch(/90\s?%/u);
  },
);
