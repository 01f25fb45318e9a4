import { describe, expect, test } from "vitest";
import { cannotBrowse } from "../playground/browser.ts";
import { openPage } from "../playground/open-page.ts";

describe.skipIf(cannotBrowse)("the page, in Chromium", () => {
  test("every block of a message is drawn", async () => {
    const { log, page, say, url } = await openPage();
    await page.goto(url);
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
    const { log, page, say, url } = await openPage();
    await page.goto(url);
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
    const { log, page, say, url } = await openPage();
    await page.goto(url);
    await say("/kpi mine");
    await log().getByText("Only visible to you").waitFor();
    await page.getByRole("button", { name: "Mina Seo" }).click();
    await page.locator("html[lang=ko]").waitFor();
    expect(await log().getByText("77.4 %").count()).toBe(0);
    await page.getByRole("button", { name: "Lena Vogt" }).click();
    await log().getByRole("button", { name: "Dismiss" }).click();
    await log().getByText("Only visible to you").waitFor({ state: "detached" });
  });

  test("the page speaks each person's language and shows their own time", async () => {
    const { log, page, say, visit } = await openPage();
    const words = { U0MINA: "채널", U0LENA: "Channels", U0ANDREI: "Каналы", U0SAMTSAI: "頻道" };
    for (const [id, channels] of Object.entries(words)) {
      await visit(id, "C0SUPPORT");
      await page.getByRole("heading", { name: channels }).waitFor();
    }
    await say("你好");
    const hourOfHelloAs = async (id: string): Promise<number> => {
      await visit(id, "C0SUPPORT");
      await log().getByText("你好").waitFor();
      await page.locator(`html[lang=${id === "U0LENA" ? "en" : "ko"}]`).waitFor();
      const [, hour = ""] =
        /(\d+):/u.exec((await log().locator("time").first().textContent()) ?? "") ?? [];
      return Number(hour) % 12;
    };
    const seoul = await hourOfHelloAs("U0MINA");
    const berlin = await hourOfHelloAs("U0LENA");
    expect([7, 8]).toContain((seoul - berlin + 12) % 12);
  });

  test("an old link to nobody leads to somebody", async () => {
    const { mayComplainOf, page, visit } = await openPage();
    mayComplainOf("404");
    await visit("U0NOBODY", "C0NONE");
    await page.getByRole("heading", { name: "support-leads" }).waitFor();
    expect(new URL(page.url()).hash).toBe("");
  });

  test("a stranger sees the shared channel alone", async () => {
    const { page, visit } = await openPage();
    await visit("U0SAMTSAI", "C0LEADS");
    await page.getByRole("heading", { name: "頻道" }).waitFor();
    const entries = await page.getByRole("navigation").getByRole("button").allTextContents();
    expect(entries.map((each) => each.replaceAll(/[#\s]/gu, ""))).toEqual(["support", "Goalpost"]);
  });

  test.each([
    [1280, 800],
    [390, 844],
  ])("nothing is wider than a window of %i × %i", async (width, height) => {
    const { dialog, log, page, say, url } = await openPage();
    await page.setViewportSize({ width, height });
    await page.goto(url);
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
