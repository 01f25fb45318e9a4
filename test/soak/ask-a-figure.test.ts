import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { cannotBrowse } from "../playground/browser.ts";
import {
  createdIn,
  firstContact,
  october,
  percentText,
  september,
  ticketsIn,
  type Row,
} from "../journeys/desk-files.ts";
import { sharedWorkspace } from "../journeys/workspace.ts";

const number = new Intl.NumberFormat("en");
const rowsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator("tbody")
    .getByRole("row")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent)),
    );
const groupBy = (rows: readonly Row[], column: string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
};
/** Rows to compare in any order. */
const unordered = (rows: readonly string[][]): ReadonlySet<string> =>
  new Set(rows.map((row) => row.join(" | ")));
/** What the table should hold. */
const tableOf = (rows: readonly Row[], column: string): string[][] => {
  const groups = [...groupBy(rows, column)].map(
    ([key, group]) => [key, firstContact(group)] as const,
  );
  const least = Math.min(...groups.map(([, { whole }]) => whole));
  return groups.map(([key, share]) => [key, percentText(share, least), number.format(share.whole)]);
};
const ofEmail = (rows: readonly Row[]) => rows.filter(({ channel }) => channel === "email");

describe.skipIf(cannotBrowse)("asking for a figure", () => {
  const workspace = sharedWorkspace();
  const created = (period: readonly [string, string]) =>
    createdIn(ticketsIn(workspace.desk()), ...period);

  test("the answer is private, whole, and what a second calculation gives", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const answer = await lena.ask("/kpi fcr last-month by channel");
    const tickets = created(october);
    const before = firstContact(created(september));
    const now = firstContact(tickets);
    const change = (now.part / now.whole - before.part / before.whole) * 100;
    const text = await answer.innerText();
    expect(text).toContain("Only visible to you");
    expect(text).toMatch(/First contact resolution · 1–31 Oct 2026/u);
    expect(text).toContain(percentText(now));
    expect(text).toContain(`${number.format(now.part)} of ${number.format(now.whole)}`);
    expect(text).toContain("Compared with 1–30 Sept 2026");
    expect(text).toContain(`${change.toFixed(2).replace("-", "−")} pp`);
    expect(text).toMatch(/Target\s+75 %: missed/u);
    expect(text).toContain("Guardrail: Customer satisfaction");
    expect(text).toMatch(/Data of help-desk as of 18 Nov 2026, 11:0\d \(Europe\/Berlin\)/u);
    const table = answer.getByRole("table", { name: "First contact resolution by channel" });
    expect(unordered(await rowsOf(table))).toEqual(unordered(tableOf(tickets, "channel")));
    expect(await table.locator("tbody").getByRole("row").count()).toBe(6);

    const chart = answer.getByRole("table", { name: "First contact resolution", exact: true });
    const share = ((now.part / now.whole) * 100).toFixed(2);
    expect((await rowsOf(chart)).at(-1)).toEqual(["Oct 2026", String(Number(share)), "75"]);
    const mina = await workspace.visit("U0MINA", "C0LEADS");
    expect(await mina.messages.count()).toBe(0);
  });

  test("its buttons split it, explain it, and share it with everybody, naming who did", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const answer = await lena.ask("/kpi fcr last-month by channel");
    const press = (name: string) =>
      lena.nextAfter(() => answer.getByRole("button", { name, exact: true }).click());

    const byTeam = await press("By team");
    const table = byTeam.getByRole("table", { name: "First contact resolution by team" });
    expect(unordered(await rowsOf(table))).toEqual(unordered(tableOf(created(october), "group")));

    const receipt = await press("How was this made?");
    expect(await receipt.innerText()).toContain("exactly one human reply");
    expect(await receipt.innerText()).toContain('from "tickets"');

    const mina = await workspace.visit("U0MINA", "C0LEADS");
    const shared = await mina.nextAfter(() =>
      answer.getByRole("button", { name: "Share to channel" }).click(),
    );
    const text = await shared.innerText();
    expect(text).toContain(percentText(firstContact(created(october))));
    expect(text).toContain("Shared by Lena Vogt");
    expect(text).not.toContain("나에게만 표시됨");
  });

  test("the planted story can be found: one team's e-mail fell, the others did not", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const answer = await lena.ask("/kpi fcr last-month channel:email by team");
    const emails = ofEmail(created(october));
    const table = answer.getByRole("table", { name: "First contact resolution by team" });
    const rows = await rowsOf(table);
    expect(unordered(rows)).toEqual(unordered(tableOf(emails, "group")));
    const lowest = rows.toSorted(([, a = ""], [, b = ""]) => parseFloat(a) - parseFloat(b))[0];
    expect(lowest?.[0]).toBe("Billing");

    const billing = await lena.ask("/kpi fcr last-month channel:email team:Billing");
    const teamIn = (period: readonly [string, string]) =>
      firstContact(ofEmail(created(period)).filter(({ group }) => group === "Billing"));
    const [now, before] = [teamIn(october), teamIn(september)];
    const fall = (before.part / before.whole - now.part / now.whole) * 100;
    expect(fall).toBeGreaterThan(10);
    expect(await billing.innerText()).toContain(`−${fall.toFixed(1)} pp, worse`);
  });

  test("a plain count is the number of rows in the desk's own files", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const answer = await lena.ask("/kpi ticket_volume last-month by team");
    const tickets = created(october);
    expect(await answer.innerText()).toContain(`Value\n${number.format(tickets.length)}`);
    const counts = [...groupBy(tickets, "group")].map(([key, group]) => [key, group.length]);
    const rows = await rowsOf(answer.getByRole("table", { name: /by team/u }));
    expect(rows.map(([team, value = ""]) => [team, Number(value.replace(",", ""))])).toEqual(
      expect.arrayContaining(counts),
    );
  });

  test("a typo is asked about, and the button answers; other words lead to help", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const question = await lena.ask("/kpi fcrr last-month");
    expect(await question.innerText()).toContain("I do not know “fcrr”");
    const answer = await lena.nextAfter(() =>
      question.getByRole("button", { name: "fcr last-month" }).click(),
    );
    expect(await answer.innerText()).toContain(percentText(firstContact(created(october))));

    const unknown = await lena.ask("/kpi gobbledygook");
    const guide = await lena.nextAfter(() =>
      unknown.getByRole("button", { name: "What can I ask?" }).click(),
    );
    expect(await guide.innerText()).toContain("/kpi fcr last-week by channel");
    const future = await lena.ask("/kpi csat 2099");
    expect(await future.innerText()).toContain("2099 has not begun yet.");
  });

  test("a direct message and a mention are answered, the mention in its thread", async () => {
    const lena = await workspace.visit("U0LENA", "home");
    await lena.page.getByRole("tab", { name: "Messages" }).click();
    const asked = await lena.ask("fcr last month");
    expect(await asked.innerText()).toContain("fcr last month");
    const figure = percentText(firstContact(created(october)));
    await lena.messages.filter({ hasText: figure }).first().waitFor();

    await lena.goTo("C0BILLING");
    const mention = await lena.ask("@Goalpost fcr last month");
    await mention.getByRole("button", { name: "1 reply" }).click();
    const thread = lena.page.getByRole("complementary", { name: "Thread" });
    await thread.getByText(figure, { exact: true }).waitFor();
    const andrei = await workspace.visit("U0ANDREI", "C0BILLING");
    expect(await andrei.messages.filter({ hasText: "@Goalpost" }).count()).toBe(1);
  });

  test.each([
    ["U0MINA", "/kpi 최초 통화 해결률 지난달 채널별", "나에게만 표시됨", "최초 통화 해결률"],
    [
      "U0ANDREI",
      "/kpi решение с первого звонка прошлый месяц по каналам",
      "Видно только вам",
      "Решение при первом",
    ],
  ] as const)("%s asks and is answered in their own language", async (id, words, only, title) => {
    const person = await workspace.visit(id, "C0SUPPORT");
    const text = await (await person.ask(words)).innerText();
    const { part, whole } = firstContact(created(october));
    const percent = ((part / whole) * 100).toFixed(2);
    expect(text).toContain(only);
    expect(text).toContain(title);
    expect(text).toContain(id === "U0ANDREI" ? percent.replace(".", ",") : percent);
    expect(text).not.toMatch(/Value|Compared|Target|Records/u);
  });

  test("Chinese words are understood, and the terminal answers in Chinese", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const answer = await lena.ask("/kpi 首次聯繫解決率 上個月 按渠道");
    const figure = firstContact(created(october));
    expect(await answer.innerText()).toContain(percentText(figure));
    const { exit, out } = await workspace.type("kpi", "fcr", "上個月", "--lang", "zh-TW");
    expect(exit).toBe(0);
    expect(out).toContain("首次聯繫解決率");
    expect(out).toContain(((figure.part / figure.whole) * 100).toFixed(2));
  });

  test("who chooses Chinese on Home is answered in Chinese, until Slack decides again", async () => {
    const lena = await workspace.visit("U0LENA", "home");
    const home = lena.page.getByRole("tabpanel");
    await home.getByRole("button", { name: "繁體中文" }).click();
    await home.getByText("語言：繁體中文").waitFor();
    await lena.goTo("C0LEADS");
    const text = await (await lena.ask("/kpi 首次聯繫解決率 上個月 按渠道")).innerText();
    expect(text).toContain("首次聯繫解決率");
    expect(text).toContain(
      (({ part, whole }) => (part / whole) * 100)(firstContact(created(october))).toFixed(2),
    );
    expect(text).not.toMatch(/Value|Compared|Target|Records/u);
    await lena.goTo("home");
    await home.getByRole("button", { name: "依 Slack 設定" }).click();
    await home.getByText("Language: English").waitFor();
  });

  test("a stranger in the shared channel is refused, and nothing is shared there", async () => {
    const sam = await workspace.visit("U0SAMTSAI", "C0SUPPORT");
    for (const words of ["/kpi fcr last-month", "/kpi list", "/goal list", "/digest now"]) {
      const text = await (await sam.ask(words)).innerText();
      expect(text).toContain("Goalpost 只回覆此工作區的正式成員");
      expect(text).not.toMatch(/%/u);
    }
    const seen = await sam.messages.count();
    const lena = await workspace.visit("U0LENA", "C0SUPPORT");
    const answer = await lena.ask("/kpi fcr last-month");
    const share = answer.getByRole("button", { name: "Share to channel" });
    const refusal = await lena.nextAfter(() => share.click());
    expect(await refusal.innerText()).toContain("the channel has people from outside");
    expect(await sam.messages.count()).toBe(seen);
  });

  test("the terminal's words go to the running bot: its JSON is what the page shows", async () => {
    const { exit, out } = await workspace.type("kpi", "fcr", "last-month", "by", "team", "--json");
    expect(exit).toBe(0);
    const answer: unknown = JSON.parse(out);
    const { part, whole } = firstContact(created(october));
    expect(answer).toMatchObject({ kpi: "fcr", numerator: part, denominator: whole });
    expect(answer).toHaveProperty("value", expect.closeTo((part / whole) * 100, 9));
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const message = await lena.ask("/kpi fcr last-month by team");
    expect(await message.innerText()).toContain(percentText({ part, whole }));
    expect(await workspace.type("kpi", "fcrr")).toMatchObject({ exit: 1, out: "" });
  });
});
