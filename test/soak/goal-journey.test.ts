import { describe, expect, test } from "vitest";
import { cannotBrowse } from "../playground/browser.ts";
import { createdIn, firstContact, percentText, ticketsIn } from "../journeys/desk-files.ts";
import type { Visit } from "../journeys/visit.ts";
import { sharedWorkspace } from "../journeys/workspace.ts";

const lastWeek = ["2026-11-08T23:00:00Z", "2026-11-15T23:00:00Z"] as const;

/** Only for what hangs: as long as the browser itself waits for a field. */
const patience = { timeout: 90_000 };

const press = ({ dialog }: Visit, name: string) =>
  dialog.getByRole("button", { name, exact: true }).last().click();
const closeDialog = async (person: Visit): Promise<void> => {
  await press(person, "Close");
  await person.dialog.waitFor({ state: "detached" });
};
const choose = async ({ dialog, page }: Visit, field: string, option: string): Promise<void> => {
  await dialog.getByRole("combobox", { name: field, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};

describe.skipIf(cannotBrowse)("goals, pressed all the way", () => {
  const workspace = sharedWorkspace();

  test("a draft is kept in the form, found in the list, started there, and runs", async () => {
    const lena = await workspace.visit("U0LENA", "C0BILLING");
    const { dialog } = lena;
    await lena.say("/goal fcr target:80%");
    await dialog.getByLabel("Why it matters to customers").fill("Nobody likes to write twice.");
    await press(lena, "Continue");
    await dialog.getByText("Confirm the goal").first().waitFor();
    const confirm = await dialog.innerText();
    for (const part of ["Owner: @Lena Vogt", "Nobody likes to write twice.", "up to 80 %"]) {
      expect(confirm).toContain(part);
    }
    await choose(lena, "When it begins", "Keep as a draft");
    await press(lena, "Save goal");
    await dialog.getByText(/Goal g\d+ is kept as a draft\./u).waitFor();
    const [id = ""] = /\bg\d+\b/u.exec(await dialog.innerText()) ?? [];
    await closeDialog(lena);

    const list = await lena.ask("/goal list");
    expect(await list.innerText()).toContain(`(${id})\ndraft`);
    // Nobody else sees it.
    const andrei = await workspace.visit("U0ANDREI", "C0BILLING");
    expect(await (await andrei.ask("/goal list")).innerText()).not.toContain(`(${id})`);

    const begun = await lena.nextAfter(() =>
      list.getByRole("button", { name: "Start", exact: true }).click(),
    );
    expect(await begun.innerText()).toContain(`Goal ${id} has begun.`);
    const { part, whole } = firstContact(createdIn(ticketsIn(workspace.desk()), ...lastWeek));
    expect(await begun.innerText()).toContain(`from ${percentText({ part, whole })} up to 80 %`);
    const shown = await (await lena.ask(`/goal show ${id}`)).innerText();
    expect(shown).toContain(`(${id})\nrunning`);
    expect(shown).toContain(`Now ${percentText({ part, whole })}, target 80 %`);
    expect(shown).not.toContain("draft");
    expect(await (await andrei.ask("/goal list")).innerText()).toContain(`(${id})`);
  });

  test("three goals named at once: each can be gone back to, and is kept as it was confirmed", async () => {
    const lena = await workspace.visit("U0LENA", "C0LEADS");
    const { dialog } = lena;
    const target = dialog.getByLabel("Target", { exact: true });
    await lena.say("/goal fcr, csat, frt");
    const kept: string[] = [];
    for (const [kpi, first, then] of [
      ["First contact resolution", "+4pp", "+5pp"],
      ["Customer satisfaction", "+2pp", "+3pp"],
      ["First response time", "-5%", "-10%"],
    ] as const) {
      await dialog.getByRole("combobox", { name: "KPI" }).waitFor();
      await expect
        .poll(() => dialog.getByRole("combobox", { name: "KPI" }).inputValue(), patience)
        .toBe(kpi);
      expect(await target.inputValue()).toBe("");
      const why = dialog.getByLabel("Why it matters to customers");
      if (kept.length === 0) await why.fill("They write twice.");
      expect(await why.inputValue()).toBe("They write twice.");
      await target.fill(first);
      await press(lena, "Continue");
      await dialog.getByText("Confirm the goal").first().waitFor();
      await press(lena, "Back");
      expect(await target.inputValue()).toBe(first);
      await target.fill(then);
      await press(lena, "Continue");
      await dialog.getByText("Confirm the goal").first().waitFor();
      await press(lena, "Save goal");
      const saved = dialog.getByText(/Goal g\d+ is set\./u).last();
      await saved.waitFor();
      kept.push(/g\d+/u.exec(await saved.innerText())?.[0] ?? "");
    }
    await closeDialog(lena);
    expect(new Set(kept).size).toBe(3);
    const list = await (await lena.ask("/goal list")).innerText();
    for (const id of kept) expect(list).toContain(`(${id})`);
  });
});
