import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { cannotBrowse } from "../playground/browser.ts";
import type { Visit } from "./visit.ts";
import { sharedWorkspace } from "./workspace.ts";

const folder = resolve(import.meta.dirname, "../../.docs/pictures");

/** The README's pictures, taken again: `PICTURES=1 npm test -- test/journeys/pictures.test.ts`. */
describe.skipIf(cannotBrowse || process.env["PICTURES"] !== "1")("the README's pictures", () => {
  const workspace = sharedWorkspace();
  mkdirSync(folder, { recursive: true });

  const take = async ({ page }: Visit, name: string, height: number): Promise<void> => {
    await page.setViewportSize({ width: 1280, height });
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, name), animations: "disabled" });
  };

  test("an answer, a goal, a digest and the home", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    await lena.page.setViewportSize({ width: 1280, height: 1210 });
    await lena.ask("/kpi fcr last-month by channel");
    await take(lena, "answer.png", 1210);

    await lena.goTo("C0BILLING");
    const { dialog, page } = lena;
    await lena.say("/goal fcr");
    await dialog.getByLabel("Only for").fill("team:Billing");
    await dialog.getByText("First contact resolution · Billing").waitFor();
    await dialog.getByLabel("Why it matters to customers").fill("Nobody likes to write twice.");
    await dialog.getByLabel("Target", { exact: true }).fill("80 %");
    await dialog.locator(".dialog-body").evaluate((body) => body.scrollTo(0, 0));
    await take(lena, "goal.png", 900);
    await dialog.getByRole("button", { name: "Continue" }).click();
    await dialog.getByRole("button", { name: "Save goal" }).click();
    await dialog.getByText(/Goal g\d+ is set\./u).waitFor();
    await dialog.getByRole("button", { name: "Close" }).last().click();

    await lena.goTo("home");
    await page.getByRole("heading", { name: "My goals" }).waitFor();
    await take(lena, "home.png", 1020);

    await lena.goTo("C0BILLING");
    await page.setViewportSize({ width: 1280, height: 1660 });
    await lena.say("/digest now");
    const said = lena.messages.filter({ hasText: "The digest is posted." });
    await said.getByRole("button", { name: "Dismiss" }).click();
    await said.waitFor({ state: "detached" });
    await take(lena, "digest.png", 1660);

    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThan(250_000);
    }
  });
});
