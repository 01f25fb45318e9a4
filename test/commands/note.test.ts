import { describe, expect, test } from "vitest";
import type { Asker, Page } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { kpi } from "../../commands/kpi.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { drawReply } from "../../src/slack/draw.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const rows = {
  tickets: [
    ...ticketsOn("2026-11-04", 60, 50, { channel: "email" }),
    ...ticketsOn("2026-11-11", 60, 20, { channel: "email" }),
    ...ticketsOn("2026-11-11", 60, 50, { channel: "chat" }),
  ],
};

async function said(words: string, desk: Desk, change: Partial<Asker> = {}): Promise<Page> {
  const reply = await kpi.run(words, anAsker(change), desk);
  if (reply.kind !== "page") throw new Error(`${words} gave ${reply.kind}`);
  return reply;
}

const noted = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.notes.list()).map(({ day, text }) => `${day} ${text}`);

test("a note is kept for its day, once, and the audit says who wrote it", async () => {
  const { desk, documents } = await deskOver(rows);
  const page = await said("note 2026-11-12 New phone menu, *all* lines", desk);
  expect(page.refused).toBe(false);
  expect(page.lines[0]).toBe("Noted for 12 Nov 2026: New phone menu, *all* lines");
  await said("note 2026-11-12: New phone menu, *all* lines", desk);
  expect(await documents.notes.list()).toEqual([
    {
      id: "n1",
      day: "2026-11-12",
      text: "New phone menu, *all* lines",
      createdBy: "U0LEAD",
      createdAt: "2026-11-18T11:00:00.000Z",
    },
  ]);
});

test.each<[Locale, string, string]>([
  ["en", "note yesterday new phone menu", "2026-11-17 new phone menu"],
  ["ko", "메모 어제 새 전화 메뉴", "2026-11-17 새 전화 메뉴"],
  ["ko", "메모 2026-11-12 새 전화 메뉴", "2026-11-12 새 전화 메뉴"],
  ["ru", "заметка сегодня новое меню", "2026-11-18 новое меню"],
  ["ru", "заметка 2026-11-12: новое меню", "2026-11-12 новое меню"],
  ["zh-TW", "註記 昨天 新的電話選單", "2026-11-17 新的電話選單"],
  ["zh-TW", "註記 2026/11/12 新的電話選單", "2026-11-12 新的電話選單"],
])("%s: %s", async (locale, words, wanted) => {
  const { desk } = await deskOver(rows);
  expect((await said(words, desk, { locale })).refused).toBe(false);
  expect(await noted(desk)).toEqual([wanted]);
});

describe("what cannot be noted is refused, and says how it can", () => {
  test.each([
    ["note new phone menu", "Which day?"],
    ["note 2026-11 new phone menu", "Which day?"],
    ["note 2026-02-30 new phone menu", "There is no such day"],
    ["note 2026-11-12", "What happened on"],
    [`note 2026-11-12 ${"x".repeat(201)}`, "at most 200"],
    ["note remove n9", "There is no note"],
  ])("%s", async (words, wanted) => {
    const { desk } = await deskOver(rows);
    const page = await said(words, desk);
    expect(page.refused).toBe(true);
    expect(page.lines.join(" ")).toContain(wanted);
    expect(await noted(desk)).toEqual([]);
  });

  test("a note without a day offers today, and the button writes it", async () => {
    const { desk } = await deskOver(rows);
    const [today] = (await said("note new phone menu", desk)).choices;
    await said(today!.words.replace(/^kpi /u, ""), desk);
    expect(await noted(desk)).toEqual(["2026-11-18 new phone menu"]);
  });
});

test("leads and admins write, whoever wrote a note and admins remove it, members read", async () => {
  const { desk } = await deskOver(rows);
  const member = { id: "U0MEMBER", role: "member" } as const;
  expect((await said("note 2026-11-12 menu", desk, member)).refused).toBe(true);
  await said("note 2026-11-12 menu", desk);
  await said("note 2026-11-13 strike", desk);
  expect((await said("notes", desk, member)).table?.rows).toEqual([
    ["n2", "13 Nov 2026", "strike"],
    ["n1", "12 Nov 2026", "menu"],
  ]);
  expect((await said("note remove n1", desk, member)).refused).toBe(true);
  expect((await said("note remove n1", desk, { id: "U0OTHER" })).refused).toBe(true);
  // No lead any more, but it is their own.
  expect((await said("note remove n1", desk, { role: "member" })).refused).toBe(false);
  expect((await said("메모 n2 삭제", desk, { id: "U0ADMIN", role: "admin" })).refused).toBe(false);
  expect(await noted(desk)).toEqual([]);
  expect((await said("note", desk)).lines).toEqual(["Nothing has been noted yet."]);
});

test("a note stands under the figures whose period holds its day, and where a change is explained", async () => {
  const { desk } = await deskOver(rows);
  for (const words of ["2026-11-03 a week before", "2026-11-15 last day", "2026-11-16 too late"]) {
    await said(`note ${words}`, desk);
  }
  for (const locale of locales) {
    const asker = anAsker({ locale });
    const drawn = async (words: string): Promise<string> => {
      const reply = await kpi.run(words, asker, desk);
      if (reply.kind === "form" || reply.kind === "file") throw new Error("no message");
      return JSON.stringify(drawReply(reply, { asker, canShare: true, sharedBy: null }).blocks);
    };
    const answer = await drawn("fcr last-week");
    expect(answer).toContain("last day");
    expect(answer).not.toMatch(/a week before|too late/u);
    const why = await drawn("why fcr last-week");
    expect(why).toContain("last day");
    expect(why).toContain("a week before");
    expect(why).not.toContain("too late");
  }
});
