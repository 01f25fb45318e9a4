import { describe, expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { readDigestWords } from "../../commands/digest-verbs.ts";
import { digestBlocks } from "../../src/blocks/digest-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { say } from "../../src/i18n/say.ts";
import { aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** FCR fell; e-mail fell, chat did not. */
const tickets = [
  ...ticketsOn("2026-11-03", 100, 90, { channel: "email" }),
  ...ticketsOn("2026-11-03", 100, 90, { channel: "chat" }),
  ...ticketsOn("2026-11-10", 100, 40, { channel: "email" }),
  ...ticketsOn("2026-11-10", 100, 90, { channel: "chat" }),
];

describe("the words for digests", () => {
  test.each([
    ["list", "목록 список 清單"],
    ["show", "보기 показать 顯示"],
    ["new", "새로 новая 新增"],
    ["edit", "수정 изменить 編輯"],
    ["preview", "미리보기 предпросмотр 預覽"],
    ["test", "테스트 проба 測試"],
    ["now", "지금 сейчас 立即"],
    ["pause", "중지 пауза 暫停"],
    ["resume", "재개 продолжить 繼續"],
    ["status", "상태 статус 狀態"],
    ["snooze", "미루기 отложить 稍後"],
    ["details", "상세 подробности 詳細"],
  ])("%s is understood in four languages", (verb, words) => {
    for (const word of [verb, verb.toUpperCase(), ...words.split(" ")]) {
      expect(readDigestWords(`${word} d1`)).toEqual({ verb, rest: "d1" });
    }
  });

  test.each(locales)("every word the usage line names in %s is understood", (locale) => {
    const usage = digest.usage[locale].split(" · ");
    expect(usage.length).toBeGreaterThan(5);
    expect(usage.filter((each) => readDigestWords(each) === null)).toEqual([]);
    const hint = say(locale, (t) => t.digests.usage);
    const named = hint.match(/(?<=[,、:：] |[、]|^\S+ )[\p{L}]+/gu) ?? [];
    expect(named.filter((word) => readDigestWords(word) !== null).length).toBeGreaterThan(8);
  });

  test("미리 보기 is one word written as two", () => {
    expect(readDigestWords("미리 보기 d1")).toEqual({ verb: "preview", rest: "d1" });
  });
});

describe("a test to oneself", () => {
  test("is a direct message that says so; no channel sees it and no date is used up", async () => {
    const { desk, slack, documents } = await deskOver({ tickets });
    await documents.change({ who: "U0LEAD", via: "slack" }, ({ digests }) =>
      digests.put(aDigest({ kpis: ["fcr"], activeFrom: "2026-11-18T11:00:00.000Z" })),
    );
    const before = await desk.digests.nextDates(aDigest(), 3);
    const reply = await digest.run("test d1", anAsker({ id: "U0MEMBER", role: "member" }), desk);
    expect(reply).toMatchObject({ refused: false });
    expect(slack.posts.map(({ channel }) => channel)).toEqual(["U0MEMBER"]);
    const { title, remarks } = slack.digests[0]!;
    expect(title).toMatch(/^Test · Weekly digest/u);
    expect(remarks[0]).toBe("This is a test for you alone: no channel has seen it.");
    expect(await desk.digests.nextDates(aDigest(), 3)).toEqual(before);
    expect(await desk.digests.deliveries(null, 10)).toEqual([]);
  });

  test("that Slack refuses says why", async () => {
    const { desk } = await deskOver({ tickets }, { fateOfPost: () => "refused" });
    expect(await digest.run("test", anAsker(), desk)).toMatchObject({ refused: true });
  });
});

describe("details", () => {
  test("stand in the thread of their digest once, with every figure and its parts", async () => {
    const { desk, slack } = await deskOver({ tickets });
    await digest.run("now", anAsker(), desk);
    const { choices, key } = slack.digests[0]!;
    const words = choices.find(({ label }) => label === "Details in the thread")?.words ?? "";
    expect(words).toBe(`digest details ${key}`);
    const rest = words.replace(/^digest /u, "");
    const twice = await Promise.all([
      digest.run(rest, anAsker(), desk),
      digest.run(rest, anAsker({ id: "U0OTHER", role: "member" }), desk),
    ]);
    expect(twice).toMatchObject([{ refused: false }, { refused: false }]);
    await digest.run(rest, anAsker(), desk);
    const threads = slack.posts.filter(({ thread }) => thread !== null);
    expect(threads).toMatchObject([{ channel: "C0TEAM", key: `${key}:details` }]);
    const [details] = slack.details;
    const [figures, ...splits] = details!.sections;
    expect(details!.whole).toBe("kpi fcr 2026-W46 by channel");
    const row = figures!.table.rows.find(([kpi]) => kpi?.startsWith("First contact resolution"));
    // By hand: 130 of 200, 180 of 200 the week before.
    expect(row?.slice(1, 4)).toEqual(["65.0 %", "90.0 %", "−25.0 pp"]);
    const fcr = splits.find(({ heading }) => heading.startsWith("First contact resolution"));
    expect(fcr?.table.rows.map((cells) => cells.slice(0, 2))).toEqual(
      expect.arrayContaining([
        ["email", "40.0 %"],
        ["chat", "90.0 %"],
      ]),
    );
  });

  test("of nothing that was posted are refused with the next step", async () => {
    const { desk, slack } = await deskOver({ tickets });
    for (const words of ["details", "details d1:C0TEAM:2026-W01", "details __proto__"]) {
      expect(await digest.run(words, anAsker(), desk)).toMatchObject({ refused: true });
    }
    expect(slack.posts).toEqual([]);
    const preview = await digest.run("preview", anAsker(), desk);
    expect(JSON.stringify(preview)).not.toContain("digest details");
  });
});

describe("snoozing a goal", () => {
  const course = { startsOn: "2026-10-05", deadline: "2026-12-04", target: 95 } as const;

  async function withGoal() {
    const parts = await deskOver({ tickets });
    await parts.documents.change({ who: "U0LEAD", via: "slack" }, ({ goals }) =>
      goals.put(aGoal({ ...course, owner: "U0OWNER" })),
    );
    const drawn = async () => {
      const reply = await digest.run("preview", anAsker(), parts.desk);
      if (reply.kind !== "digest") throw new Error("no digest");
      return JSON.stringify(digestBlocks(reply.digest));
    };
    return { ...parts, drawn };
  }

  test("leaves its owner alone over the next digest, and is audited", async () => {
    const { desk, documents, drawn } = await withGoal();
    expect(await drawn()).toContain("<@U0OWNER>");
    expect(await drawn()).toContain("digest snooze g1");
    const reply = await digest.run("snooze G1", anAsker({ id: "U0OWNER", role: "member" }), desk);
    expect(reply).toMatchObject({
      refused: false,
      lines: [
        "No digest calls the owner of g1 until 25 November 2026, that day included. How it stands is shown all the same.",
      ],
    });
    expect((await documents.goals.get("g1"))?.snoozedUntil).toBe("2026-11-25");
    expect(await drawn()).not.toContain("<@U0OWNER>");
    expect(await drawn()).toContain("behind");
  });

  test("is over when its day is", async () => {
    const { documents, drawn } = await withGoal();
    const until = (snoozedUntil: "2026-11-17" | "2026-11-18") =>
      documents.change({ who: "U0LEAD", via: "slack" }, ({ goals }) =>
        goals.put(aGoal({ ...course, owner: "U0OWNER", snoozedUntil })),
      );
    await until("2026-11-18");
    expect(await drawn()).not.toContain("<@U0OWNER>");
    await until("2026-11-17");
    expect(await drawn()).toContain("<@U0OWNER>");
  });

  test("is for those who may change it, and of a goal that is there", async () => {
    const { desk, documents } = await withGoal();
    const stranger = anAsker({ id: "U0OTHER", role: "member" });
    for (const [words, asker] of [
      ["snooze g1", stranger],
      ["snooze g9", anAsker()],
      ["snooze", anAsker()],
    ] as const) {
      expect(await digest.run(words, asker, desk)).toMatchObject({ refused: true });
    }
    expect((await documents.goals.get("g1"))?.snoozedUntil).toBeNull();
  });
});
