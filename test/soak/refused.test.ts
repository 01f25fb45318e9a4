import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Locale } from "../../src/i18n/locale.ts";
import { texts } from "../../src/i18n/texts.ts";
import { nordlicht, type Person, type Seed } from "../../src/playground/people.ts";
import { cannotBrowse } from "../playground/browser.ts";
import type { Visit } from "../journeys/visit.ts";
import { sharedWorkspace } from "../journeys/workspace.ts";

const member = (id: string, name: string, locale: Locale): Person => ({
  id,
  teamId: nordlicht.team.id,
  name,
  handle: name.toLowerCase(),
  locale,
  zone: "Europe/Berlin",
  part: "agent",
  hue: 200,
});

/** Nora is a lead until somebody makes a guest of her. */
let noraIsGuest = false;
const nora: Person = Object.defineProperty(member("U0NORA", "Nora", "en"), "standing", {
  get: () => (noraIsGuest ? "guest" : undefined),
  enumerable: true,
});
const guest: Person = { ...member("U0GUEST", "Gäste", "ko"), standing: "guest" };

const seed: Seed = {
  ...nordlicht,
  people: [...nordlicht.people, guest, nora],
  groups: [{ id: "S0LEADS", members: ["U0LENA", nora.id] }],
  channels: nordlicht.channels.map((channel) =>
    channel.id === "C0BILLING"
      ? { ...channel, members: [...channel.members, guest.id, nora.id] }
      : channel,
  ),
};

/** No figure, no goal and no digest, and nothing to press or to fill in that would lead to one. */
async function expectRefusal(part: Locator, locale: Locale): Promise<void> {
  await part.getByText(texts[locale].words.stranger).waitFor();
  const shown = (await part.innerText()).replaceAll(/\d{1,2}:\d{2}/gu, "");
  expect(shown).not.toMatch(/\d/u);
  expect(await part.getByRole("textbox").or(part.getByRole("combobox")).count()).toBe(0);
  expect(await part.locator(".actions button").count()).toBe(0);
}

async function expectRefusedForm({ dialog }: Visit, locale: Locale): Promise<void> {
  await expectRefusal(dialog, locale);
  await dialog.getByRole("button", { name: texts[locale].slack.close }).last().click();
  await dialog.waitFor({ state: "detached" });
}

async function expectNoHome(visit: Visit, locale: Locale): Promise<void> {
  await visit.goTo("home");
  await expectRefusal(visit.page.getByRole("tabpanel"), locale);
}

describe.skipIf(cannotBrowse)("whoever is no full member", () => {
  const workspace = sharedWorkspace(seed);

  test.each([
    ["a guest", "U0GUEST", "C0BILLING", "ko", "바로 가기"],
    ["a stranger from another workspace", "U0SAMTSAI", "C0SUPPORT", "zh-TW", "捷徑"],
  ] as const)(
    "%s is refused at every word, form and page, and told whom to ask",
    async (_who, id, channel, locale, shortcuts) => {
      const visit = await workspace.visit(id, channel);
      for (const words of [
        "/kpi fcr last-week by channel",
        "/kpi export fcr last-week",
        "/kpi why fcr",
        "/goal list",
        "/digest now",
        "/digest preview",
      ]) {
        await expectRefusal(await visit.ask(words), locale);
      }
      for (const words of ["/goal fcr", "/digest new"]) {
        await visit.say(words);
        await expectRefusedForm(visit, locale);
      }
      await visit.page.getByRole("button", { name: shortcuts }).click();
      await visit.page.getByRole("menuitem", { name: "Set a goal" }).click();
      await expectRefusedForm(visit, locale);
      await expectNoHome(visit, locale);
      await visit.goTo(`D${id.slice(1)}`);
      // The first message after it is their own.
      const own = await visit.ask("fcr last-week");
      await visit.messages.nth(1).waitFor();
      expect(await own.innerText()).toContain("fcr last-week");
      await expectRefusal(visit.messages.nth(1), locale);
    },
  );

  test("a guest who reads a digest along presses its buttons in vain", async () => {
    const lena = await workspace.visit("U0LENA", "C0BILLING");
    await lena.say("/digest now");
    await lena.messages.filter({ hasText: "The digest is posted" }).waitFor();
    const visit = await workspace.visit("U0GUEST", "C0BILLING");
    const digest = visit.messages.filter({ has: visit.page.locator(".actions button") }).last();
    const buttons = digest.locator(".actions button");
    const labels = await buttons.allInnerTexts();
    expect(labels).toEqual(
      expect.arrayContaining(["Details in the thread", "As a file (XLSX)", "Set a goal"]),
    );
    for (const label of labels) {
      const button = digest.getByRole("button", { name: label, exact: true });
      if (label === "Set a goal") {
        await button.click();
        await expectRefusedForm(visit, "ko");
      } else {
        await expectRefusal(await visit.nextAfter(() => button.click()), "ko");
      }
    }
    expect(await digest.locator(".replies").count()).toBe(0);
    await visit.goTo("D0GUEST");
    expect(await visit.page.locator(".file").count()).toBe(0);
  });

  test("a lead who is made a guest keeps the form before her, and saves nothing with it", async () => {
    const visit = await workspace.visit("U0NORA", "C0BILLING");
    const { dialog, page } = visit;
    const before = (await workspace.type("goal", "list", "--json")).out;
    await visit.say("/goal fcr");
    await dialog.getByText("First contact resolution").first().waitFor();
    await dialog.getByLabel("Target", { exact: true }).fill("90 %");
    await dialog.getByLabel("Why it matters to customers").fill("Nobody likes to write twice.");

    noraIsGuest = true;
    workspace.later(6);
    await dialog.getByRole("button", { name: "Continue" }).click();
    await expectRefusal(dialog, "en");
    expect((await workspace.type("goal", "list", "--json")).out).toBe(before);
    await page.reload();
    await expectNoHome(visit, "en");
    noraIsGuest = false;
  });
});
