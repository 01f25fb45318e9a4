import { describe, expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { formFor, initials, linesOf, submit } from "./digest-form.ts";

const tickets = ticketsOn("2026-11-10", 40, 30);

describe("setting up a digest", () => {
  test("proposes Mondays at nine, here, in the asker's zone and language", async () => {
    const { desk } = await deskOver({ tickets });
    const asker = anAsker({ locale: "ko", zone: "Asia/Seoul" });
    expect(initials(await formFor("", desk, asker))).toEqual({
      post_to: "C0TEAM",
      period: "last-week",
      weekday: "1",
      time: "09:00",
      zone: "Asia/Seoul",
      lang: "ko",
      kpis: null,
      most: "5",
      where: null,
      teams: null,
      wait: "2시간",
    });
  });

  test.each(["en", "ko", "ru", "zh-TW"] as const)(
    "in %s it reads what it proposed, and what it wrote of a digest that is there",
    async (locale) => {
      const { desk } = await deskOver({ tickets });
      const asker = anAsker({ locale });
      for (const [wait, waitMinutes] of [
        [null, 120],
        ["1 h 30 min", 90],
        ["0", 0],
      ] as const) {
        const given = wait === null ? {} : { wait };
        await submit(await formFor("", desk, asker), given, desk, asker);
        await submit(await formFor("edit d1", desk, asker), {}, desk, asker);
        expect(await desk.digests.find("d1")).toMatchObject({ waitMinutes });
      }
    },
  );

  test("saves it and says when it comes", async () => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor("", desk), {}, desk);
    const lines = result.ok ? linesOf(result.reply) : [];
    expect(lines[0]).toBe("Saved: digest d1, every Monday at 09:00 (Europe/Berlin).");
    expect(lines[1]).toMatch(/^Next: Monday,? 23 November 2026 at 09:00.*30 November.*7 December/u);
    expect(await desk.digests.list()).toMatchObject([
      {
        id: "d1",
        channel: "C0TEAM",
        weekday: 1,
        time: "09:00",
        zone: "Europe/Berlin",
        createdBy: "U0LEAD",
      },
    ]);
  });

  test("twice by one form is one digest, and another form for the channel changes it", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("", desk);
    await Promise.all([submit(form, {}, desk), submit(form, {}, desk)]);
    expect(await desk.digests.list()).toHaveLength(1);
    const again = await formFor("", desk);
    expect(again.title).toContain("d1");
    await submit(again, { time: "8:30", weekday: "5" }, desk);
    expect(await desk.digests.list()).toMatchObject([
      { id: "d1", weekday: 5, time: "08:30", revision: 2 },
    ]);
  });

  test("takes KPIs by any of their names, and a part of the desk", async () => {
    const { desk } = await deskOver({ tickets });
    const values = { kpis: "FCR, first response time, 고객 만족도", where: "channel:email" };
    await submit(await formFor("", desk), values, desk);
    expect(await desk.digests.list()).toMatchObject([
      { kpis: ["fcr", "first_response_time", "csat"], where: { channel: { in: ["email"] } } },
    ]);
  });

  test.each([
    ["post_to", null],
    ["weekday", "8"],
    ["time", "25:00"],
    ["time", "nine"],
    ["zone", "Mars/Base"],
    ["zone", "+02:00"],
    ["zone", ""],
    ["lang", "fr"],
    ["kpis", "fcr, happiness"],
    ["kpis", "fcr csat nps asa aht ces"],
    ["where", "last-month"],
  ])("refuses a bad %s (%s) on that field", async (field, value) => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor("", desk), { [field]: value }, desk);
    expect(result.ok ? [] : Object.keys(result.errors)).toEqual([field]);
    expect(await desk.digests.list()).toEqual([]);
  });

  test("is for leads and admins", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("", desk);
    const result = await submit(form, {}, desk, anAsker({ role: "member" }));
    expect(result).toMatchObject({ ok: true, reply: { refused: true } });
    expect(await desk.digests.list()).toEqual([]);
  });
});

describe("a digest asked for now", () => {
  test("is posted to the channel, once, and stands among the deliveries", async () => {
    const { desk, slack } = await deskOver({ tickets });
    expect(await digest.run("now", anAsker(), desk)).toMatchObject({ refused: false });
    expect(slack.posts).toHaveLength(1);
    expect(slack.posts[0]!.channel).toBe("C0TEAM");
    expect(await digest.run("status", anAsker(), desk)).toMatchObject({
      table: {
        rows: [["by hand", "18 Nov 2026, 12:00 (Europe/Berlin)", { channel: "C0TEAM" }, "sent"]],
      },
    });
  });

  test("that Slack refuses says why, and nothing is posted later", async () => {
    const { desk, slack, ledger } = await deskOver({ tickets }, { fateOfPost: () => "refused" });
    const reply = await digest.run("now", anAsker(), desk);
    expect(reply).toMatchObject({ refused: true });
    expect(linesOf(reply)[0]).toContain("Slack refused it");
    await ledger.tick();
    expect(slack.posts).toEqual([]);
  });

  test("whose answer was lost is not called a success, nor posted again at once", async () => {
    const { desk, slack } = await deskOver({ tickets }, { fateOfPost: () => "unanswered" });
    expect(linesOf(await digest.run("now", anAsker(), desk))[0]).toContain("not answered yet");
    expect(slack.posts).toHaveLength(1);
  });

  test("needs a channel, and somebody who may", async () => {
    const { desk, slack } = await deskOver({ tickets });
    expect(await digest.run("now", anAsker({ channel: null }), desk)).toMatchObject({
      refused: true,
    });
    expect(await digest.run("now", anAsker({ role: "member" }), desk)).toMatchObject({
      refused: true,
    });
    expect(slack.posts).toEqual([]);
  });
});

describe("other words", () => {
  test("list, pause, resume and preview", async () => {
    const { desk, slack } = await deskOver({ tickets });
    expect(linesOf(await digest.run("list", anAsker(), desk))).toHaveLength(1);
    await submit(await formFor("", desk), {}, desk);
    const stateInList = async () => {
      const list = await digest.run("list", anAsker(), desk);
      return list.kind === "page" ? list.table?.rows[0]?.at(-1) : null;
    };
    expect(await stateInList()).toBe("active");
    await digest.run("pause D1", anAsker(), desk);
    expect(await stateInList()).toBe("paused");
    const resumed = await digest.run("resume", anAsker(), desk);
    expect(resumed.kind === "page" ? resumed.lines : []).toEqual([
      "Digest d1 is active again.",
      expect.stringMatching(/^Next: Monday,? 23 November 2026.*30 November.*7 December/u),
    ]);
    expect(await stateInList()).toBe("active");
    expect(await digest.run("preview", anAsker(), desk)).toMatchObject({
      kind: "digest",
      digest: { rows: [{ kpi: "fcr", value: 75, sample: 40, status: "unjudged" }, {}, {}, {}, {}] },
    });
    expect(slack.posts).toEqual([]);
  });

  test("what nobody knows is refused: words, ids, and people who may not", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), {}, desk);
    for (const words of ["dance", "pause d9", "resume __proto__"]) {
      expect(await digest.run(words, anAsker(), desk)).toMatchObject({ refused: true });
    }
    const member = anAsker({ id: "U0MEMBER", role: "member" });
    expect(await digest.run("pause d1", member, desk)).toMatchObject({ refused: true });
    expect(await digest.run("", anAsker({ role: "stranger" }), desk)).toMatchObject({
      refused: true,
    });
    expect((await desk.digests.find("d1"))?.paused).toBe(false);
  });
});
