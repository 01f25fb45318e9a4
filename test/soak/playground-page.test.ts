import type { App } from "@slack/bolt";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Playground } from "../../src/playground/server.ts";
import { buildPage, cannotBrowse, openBrowser } from "../playground/browser.ts";
import { showEverything } from "../playground/show-app.ts";
import { boltFor, startForTest, visitorAt } from "../playground/workspace-for-tests.ts";

describe.skipIf(cannotBrowse)("the page, in Chromium", () => {
  let browser: Browser;
  let pageFolder: string;
  let playground: Playground;
  let app: App;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    pageFolder = buildPage();
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    playground = await startForTest({
      pageFolder,
      shortcuts: [{ name: "Set a goal", callbackId: "set", type: "global" }],
      suggest: (line) =>
        ["kpi fcr", "kpi fcr last-week"]
          .filter((each) => each.startsWith(line))
          .map((each) => ({ line: each, about: "First contact resolution" })),
    });
    app = boltFor(playground);
    showEverything(app);
    await app.start();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(40_000);
    faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (line) => {
      if (line.type() === "error") faults.push(line.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(`${playground.url}/`)) faults.push(request.url());
    });
  });
  afterEach(async () => {
    await page.close();
    await app.stop();
    await playground.stop();
    if (faults.length > 0) throw new Error(`The page complained: ${faults.join("\n")}`);
  });

  const visit = (as: string, at: string) => page.goto(`${playground.url}/#${as}/${at}`);
  const box = (): Locator => page.locator("main").getByRole("textbox");
  const say = async (words: string): Promise<void> => {
    await box().fill(words);
    await box().press("Enter");
  };
  const log = (): Locator => page.locator("main").getByRole("log");
  const dialog = (): Locator => page.getByRole("dialog").first();
  const inDirectMessage = async (words: string): Promise<void> => {
    await page.getByRole("button", { name: "Goalpost" }).click();
    await page.getByRole("tab", { name: "Messages" }).click();
    await log().getByText(words, { exact: true }).waitFor();
  };

  test("a newcomer is shown the commands, and one of them leads to an answer", async () => {
    await page.goto(playground.url);
    await page.getByRole("button", { name: "/kpi Ask for a figure" }).click();
    await page.getByRole("option", { name: "/kpi fcr First contact" }).click();
    expect(await box().inputValue()).toBe("/kpi fcr ");
    await box().press("Enter");
    await log().getByRole("heading", { name: "First contact resolution" }).waitFor();
  });

  test("commands, words and names complete with the keyboard alone", async () => {
    await page.goto(playground.url);
    await box().focus();
    await page.keyboard.type("/k");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "/kpi fcr last-week" }).waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    expect(await box().inputValue()).toBe("/kpi fcr last-week ");
    await box().fill("");
    await page.keyboard.type("hello @mi");
    await page.getByRole("option", { name: "@Mina Seo" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await log().locator(".mention", { hasText: "@Mina Seo" }).waitFor();
  });

  test("every block of a message is drawn", async () => {
    await page.goto(playground.url);
    await say("/kpi all");
    await log().getByText("Data as of Mon 06:00").waitFor();
    await say("/kpi more");
    await log().getByText("한국어 · Русский · 繁體中文").waitFor();
    const count = (selector: string) => log().locator(selector).count();
    expect(await count(".broken-block")).toBe(0);
    expect(await count(".chart-line")).toBe(3);
    expect(await count(".chart-slice")).toBe(4);
    expect(await count(".chart-bar")).toBe(16);
    expect(await count(".card")).toBe(5);
    expect(await log().getByRole("table", { name: "By channel, 16–22 Nov" }).count()).toBe(1);
    expect(await log().locator("b", { hasText: "77.4 %" }).first().isVisible()).toBe(true);
    expect(await log().getByRole("link", { name: "definition" }).getAttribute("href")).toBe(
      "https://example.com/fcr",
    );
    expect(await log().getByText("2*3*4 stays.").count()).toBe(1);
    expect(await log().locator(".rich-list li").count()).toBe(2);
    const chart = log().getByRole("figure", { name: "First contact resolution (line)" });
    expect(await chart.getByRole("row", { name: "W44 82.9 80" }).count()).toBe(1);
    await log().getByText("Details").click();
    expect(await log().getByText("Inside the container").isVisible()).toBe(false);
  });

  test("a data table sorts by number and turns its pages", async () => {
    await page.goto(playground.url);
    await say("/kpi all");
    const table = log().getByRole("table", { name: "By channel, 16–22 Nov" });
    const firsts = (): Promise<string[]> => table.getByRole("rowheader").allTextContents();
    await table.waitFor();
    expect(await firsts()).toEqual(["E-mail", "Chat", "Phone"]);
    await table.getByRole("button", { name: "FCR" }).click();
    expect(await firsts()).toEqual(["Social", "E-mail", "Chat"]);
    await table.getByRole("button", { name: "Tickets" }).click();
    await table.getByRole("button", { name: "Tickets" }).click();
    expect(await firsts()).toEqual(["Phone", "E-mail", "Chat"]);
    await log().getByRole("button", { name: "Next" }).first().click();
    expect(await firsts()).toEqual(["Social"]);
  });

  test("what is for one person is shown to that person and can be dismissed", async () => {
    await page.goto(playground.url);
    await say("/kpi mine");
    await log().getByText("Only visible to you").waitFor();
    await page.getByRole("button", { name: "Mina Seo" }).click();
    await page.locator("html[lang=ko]").waitFor();
    expect(await log().getByText("77.4 %").count()).toBe(0);
    await page.getByRole("button", { name: "Lena Vogt" }).click();
    await log().getByRole("button", { name: "Dismiss" }).click();
    await log().getByText("Only visible to you").waitFor({ state: "detached" });
  });

  test("buttons, menus and selects reach the app, a risky one only when confirmed", async () => {
    await page.goto(playground.url);
    await say("/kpi all");
    await log().getByRole("button", { name: "Delete" }).click();
    await dialog().getByRole("button", { name: "Keep" }).click();
    await log().getByRole("button", { name: "By channel" }).click();
    await log().getByRole("combobox", { name: "Period" }).click();
    await page.getByRole("option", { name: "Last week" }).click();
    await log().getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Define" }).click();
    await log().getByRole("button", { name: "Delete" }).click();
    await dialog().getByRole("button", { name: "Delete" }).click();
    await inDirectMessage("pressed delete");
    const pressed = await log().locator(".plain-message").allTextContents();
    expect(pressed.toSorted()).toEqual([
      "pressed by channel",
      "pressed define",
      "pressed delete",
      "pressed last-week",
    ]);
  });

  test("a form refuses on the field, changes as it is filled in, and is sent", async () => {
    await page.goto(playground.url);
    await say("/goal ");
    await dialog().getByText("FCR is 77.4 % now.").waitFor();
    await dialog().getByRole("button", { name: "Save" }).click();
    const target = dialog().getByRole("textbox", { name: "Target" });
    await dialog().getByText("Please fill in this field.").waitFor();
    await expect.poll(() => target.and(page.locator(":focus")).count()).toBe(1);
    await target.fill("many");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().getByText("Say a number, such as 80 %.").waitFor();
    expect(await target.getAttribute("aria-invalid")).toBe("true");
    await target.fill("92 %");
    await dialog().getByRole("combobox", { name: "KPI" }).click();
    await page.getByRole("option", { name: "CSAT" }).click();
    await dialog().getByText("FCR is 91.0 % now.").waitFor();
    expect(await target.inputValue()).toBe("92 %");
    await dialog().getByRole("combobox", { name: "Customer" }).fill("ac");
    await page.getByRole("option", { name: "Acorn" }).click();
    await dialog().getByLabel("Deadline").fill("2027-01-15");
    await dialog().getByRole("combobox", { name: "Owner" }).fill("mina");
    await page.getByRole("option", { name: "Mina Seo" }).click();
    await dialog().getByRole("radio", { name: "Weekly" }).check();
    await dialog().getByRole("checkbox", { name: "The team" }).check();
    await dialog().getByRole("checkbox", { name: "Me" }).check();
    await dialog().getByRole("textbox", { name: "Weeks" }).fill("0");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().getByText("This number is out of range.").waitFor();
    await dialog().getByRole("textbox", { name: "Weeks" }).fill("6");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().waitFor({ state: "detached" });
    await inDirectMessage(
      "kpi=csat target=92 % weeks=6 deadline=2027-01-15 owner=U0MINA channel=C0LEADS customer=Acorn pace=weekly tell=team+me why=",
    );
  });

  test("a form is filled in without a mouse, and Escape leaves it", async () => {
    await page.goto(playground.url);
    await box().focus();
    await page.keyboard.type("/goal ");
    await page.keyboard.press("Enter");
    await dialog().waitFor();
    expect(
      await dialog().getByRole("combobox", { name: "KPI" }).and(page.locator(":focus")).count(),
    ).toBe(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await dialog().getByText("FCR is 91.0 % now.").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("soon");
    await page.keyboard.press("Enter");
    await dialog().getByText("Say a number, such as 80 %.").waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    expect(await box().and(page.locator(":focus")).count()).toBe(1);
  });

  test("a form does not outlive the page it was opened on", async () => {
    await page.goto(playground.url);
    await say("/goal ");
    await dialog().waitFor();
    await page.reload();
    await box().waitFor();
    await expect.poll(() => dialog().count()).toBe(0);
    expect((await visitorAt(playground, "U0LENA").see()).modals).toEqual([]);
  });

  test("the app's home greets each person, and its buttons work", async () => {
    await visit("U0LENA", "home");
    await page.getByRole("heading", { name: "Good morning, Lena Vogt" }).waitFor();
    await page.getByRole("button", { name: "New goal" }).click();
    await inDirectMessage("pressed goal");
    await visit("U0ANDREI", "home");
    await page.getByRole("heading", { name: "Good morning, Andrei Volkov" }).waitFor();
    expect(await page.getByRole("tab", { name: "Главная" }).getAttribute("aria-selected")).toBe(
      "true",
    );
  });

  test("a thread opens at the side, holds the app's reply and takes another", async () => {
    await visit("U0LENA", "C0SUPPORT");
    await say("@Goalpost fcr please");
    await log().getByRole("button", { name: "1 reply" }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByText("In this thread").waitFor();
    await thread.getByRole("textbox").fill("Thank you");
    await thread.getByRole("textbox").press("Enter");
    await thread.getByText("Thank you").waitFor();
    await log().getByRole("button", { name: "2 replies" }).waitFor();
    expect(await log().getByText("Thank you").count()).toBe(0);
    await page.keyboard.press("Escape");
    await thread.waitFor({ state: "detached" });
  });

  const hourOfHelloAs = async (id: string): Promise<number> => {
    await visit(id, "C0SUPPORT");
    await log().getByText("你好").waitFor();
    await page.locator(`html[lang=${id === "U0LENA" ? "en" : "ko"}]`).waitFor();
    const [, hour = ""] =
      /(\d+):/u.exec((await log().locator("time").first().textContent()) ?? "") ?? [];
    return Number(hour) % 12;
  };

  test("the page speaks each person's language and shows their own time", async () => {
    const words = { U0MINA: "채널", U0LENA: "Channels", U0ANDREI: "Каналы", U0SAMTSAI: "頻道" };
    for (const [id, channels] of Object.entries(words)) {
      await visit(id, "C0SUPPORT");
      await page.getByRole("heading", { name: channels }).waitFor();
    }
    await say("你好");
    const seoul = await hourOfHelloAs("U0MINA");
    const berlin = await hourOfHelloAs("U0LENA");
    expect([7, 8]).toContain((seoul - berlin + 12) % 12);
  });

  test("an old link to nobody leads to somebody", async () => {
    await visit("U0NOBODY", "C0NONE");
    await page.getByRole("heading", { name: "support-leads" }).waitFor();
    expect(new URL(page.url()).hash).toBe("");
    faults = faults.filter((each) => !each.includes("404"));
  });

  test("a stranger sees the shared channel alone", async () => {
    await visit("U0SAMTSAI", "C0LEADS");
    await page.getByRole("heading", { name: "頻道" }).waitFor();
    const entries = await page.getByRole("navigation").getByRole("button").allTextContents();
    expect(entries.map((each) => each.replaceAll(/[#\s]/gu, ""))).toEqual(["support", "Goalpost"]);
  });

  test("an unknown command, a late answer and a missing app are said calmly", async () => {
    await page.goto(playground.url);
    await say("/nope");
    await page.getByText("There is no such command.").waitFor();
    expect(await box().inputValue()).toBe("/nope");
    await say("/kpi slow");
    await page.getByText("operation_timeout", { exact: false }).waitFor();
    await app.stop();
    await page.getByText("Goalpost is not connected.", { exact: false }).waitFor();
    await say("/kpi fcr");
    await page.getByText("dispatch_failed", { exact: false }).waitFor();
  });

  test("the app can be added to a channel it is not in", async () => {
    await visit("U0LENA", "C0GENERAL");
    const add = page.getByRole("button", { name: "Add Goalpost to this channel" });
    await add.click();
    await add.waitFor({ state: "detached" });
    await say("@Goalpost hello");
    await log().getByRole("button", { name: "1 reply" }).waitFor();
    expect(await add.count()).toBe(0);
  });

  test.each([
    [1280, 800],
    [390, 844],
  ])("nothing is wider than a window of %i × %i", async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto(playground.url);
    await say("/kpi all");
    await log().getByText("Data as of Mon 06:00").waitFor();
    await say("/kpi more");
    await log().getByText("한국어 · Русский · 繁體中文").waitFor();
    const overflow = async (): Promise<number> =>
      Math.max(
        await page.locator("html").evaluate(({ scrollWidth }) => scrollWidth),
        ...(await page
          .locator(".message, .blocks > *, .composer, .pane-head, .dialog")
          .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().right))),
      );
    expect(await overflow()).toBeLessThanOrEqual(width);
    await say("/goal ");
    await dialog().getByRole("textbox", { name: "Target" }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(width);
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    if (width < 760) await page.getByRole("button", { name: "Show channels" }).click();
    await page.getByRole("button", { name: "Goalpost" }).click();
    await page.getByRole("heading", { name: "Good morning, Lena Vogt" }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(width);
  });
});
