import { describe, expect, test } from "vitest";
import { cannotBrowse } from "../playground/browser.ts";
import { openPage } from "../playground/open-page.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";

describe.skipIf(cannotBrowse)("the page, in Chromium", () => {
  test("a newcomer is shown the commands, and one of them leads to an answer", async () => {
    const { box, log, page, url } = await openPage();
    await page.goto(url);
    await page.getByRole("button", { name: "/kpi Ask for a figure" }).click();
    await page.getByRole("option", { name: "/kpi fcr First contact" }).click();
    expect(await box().inputValue()).toBe("/kpi fcr ");
    await box().press("Enter");
    await log().getByRole("heading", { name: "First contact resolution" }).waitFor();
  });

  test("commands, words and names complete with the keyboard alone", async () => {
    const { box, log, page, url } = await openPage();
    await page.goto(url);
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

  test("buttons, menus and selects reach the app, a risky one only when confirmed", async () => {
    const { dialog, inDirectMessage, log, page, say, url } = await openPage();
    await page.goto(url);
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
    const { dialog, inDirectMessage, page, say, url } = await openPage();
    await page.goto(url);
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
    const { box, dialog, page, url } = await openPage();
    await page.goto(url);
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
    const { box, dialog, page, playground, say, url } = await openPage();
    await page.goto(url);
    await say("/goal ");
    await dialog().waitFor();
    await page.reload();
    await box().waitFor();
    await expect.poll(() => dialog().count()).toBe(0);
    expect((await visitorAt(playground, "U0LENA").see()).modals).toEqual([]);
  });

  test("the app's home greets each person, and its buttons work", async () => {
    const { inDirectMessage, page, visit } = await openPage();
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
    const { log, page, say, visit } = await openPage();
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

  test("an unknown command, a late answer and a missing app are said calmly", async () => {
    const { app, box, page, say, url } = await openPage();
    await page.goto(url);
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
    const { log, page, say, visit } = await openPage();
    await visit("U0LENA", "C0GENERAL");
    const add = page.getByRole("button", { name: "Add Goalpost to this channel" });
    await add.click();
    await add.waitFor({ state: "detached" });
    await say("@Goalpost hello");
    await log().getByRole("button", { name: "1 reply" }).waitFor();
    expect(await add.count()).toBe(0);
  });
});
