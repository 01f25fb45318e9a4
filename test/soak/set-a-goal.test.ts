import { describe, expect, test } from "vitest";
import { cannotBrowse } from "../playground/browser.ts";
import { createdIn, firstContact, percentText, ticketsIn } from "../journeys/desk-files.ts";
import type { Visit } from "../journeys/visit.ts";
import { sharedWorkspace } from "../journeys/workspace.ts";

const lastWeek = ["2026-11-08T23:00:00Z", "2026-11-15T23:00:00Z"] as const;

/** What the form calls its fields, in the languages of those who may set goals. */
const english = {
  next: "Continue",
  back: "Back",
  save: "Save goal",
  target: "Target",
  deadline: "Deadline",
  why: "Why it matters to customers",
  close: "Close",
  fcr: "First contact resolution",
  required: "Please fill in this field.",
  number: "Write it as a number with its unit",
  past: "The deadline must lie ahead",
  saved: /Goal g\d+ is set\./u,
  sentence: "up to 80 % or better by 31 March 2027",
};
const korean: typeof english = {
  next: "다음",
  back: "뒤로",
  save: "목표 저장",
  target: "목표값",
  deadline: "기한",
  why: "고객에게 중요한 이유",
  close: "닫기",
  fcr: "최초 통화 해결률",
  required: "이 항목을 입력해 주세요.",
  number: "단위와 함께 숫자로 입력하세요",
  past: "기한은 오늘",
  saved: /목표 g\d+/u,
  sentence: "80% 이상으로",
};

const closeDialog = async ({ dialog }: Visit, close: string): Promise<void> => {
  await dialog.getByRole("button", { name: close }).last().click();
  await dialog.waitFor({ state: "detached" });
};

describe.skipIf(cannotBrowse)("goals and digests", () => {
  const workspace = sharedWorkspace();
  const fcrLastWeek = () => firstContact(createdIn(ticketsIn(workspace.desk()), ...lastWeek));

  test.each([
    ["U0LENA", english],
    ["U0MINA", korean],
  ] as const)("%s sets a goal: errors on the fields, the value before, the list", async (id, t) => {
    const person = await workspace.visit(id, "C0BILLING");
    const { dialog, page } = person;
    await person.say("/goal");
    await dialog.getByLabel(t.deadline, { exact: true }).fill("");
    await dialog.getByRole("button", { name: t.next }).click();
    const field = (name: string) =>
      dialog.locator(".input").filter({ has: page.getByLabel(name, { exact: true }) });
    for (const name of ["KPI", t.target, t.deadline, t.why]) {
      await field(name).getByText(t.required).waitFor();
    }

    await dialog.getByRole("combobox", { name: "KPI" }).click();
    await page.getByRole("option", { name: t.fcr, exact: true }).click();
    const { part, whole } = fcrLastWeek();
    const percent = ((part / whole) * 100).toFixed(1);
    await dialog.getByText(percent).waitFor();
    await field("KPI").getByText(t.required).waitFor({ state: "detached" });

    await dialog.getByLabel(t.target, { exact: true }).fill("many");
    await dialog.getByLabel(t.deadline, { exact: true }).fill("2026-11-02");
    await dialog.getByLabel(t.why).fill("Nobody likes to write twice.");
    await dialog.getByRole("button", { name: t.next }).click();
    await field(t.target).getByText(t.number).waitFor();
    await field(t.deadline).getByText(t.past).waitFor();

    await dialog.getByLabel(t.target, { exact: true }).fill("80 %");
    await dialog.getByLabel(t.deadline, { exact: true }).fill("2027-03-31");
    await dialog.getByRole("button", { name: t.next }).click();
    await dialog.getByText(t.sentence).waitFor();
    // The way back finds all that was typed.
    await dialog.getByRole("button", { name: t.back }).last().click();
    expect(await dialog.getByLabel(t.target, { exact: true }).inputValue()).toBe("80 %");
    expect(await dialog.getByLabel(t.why).inputValue()).toBe("Nobody likes to write twice.");
    await dialog.getByRole("button", { name: t.next }).click();
    await dialog.getByRole("button", { name: t.save }).click();
    await dialog.getByText(t.saved).waitFor();
    expect(await dialog.innerText()).toContain(percent);
    expect(await dialog.innerText()).toContain(t.sentence);
    await closeDialog(person, t.close);

    const list = await person.ask("/goal list");
    const name = id === "U0LENA" ? "Lena Vogt" : "Mina Seo";
    expect(await list.innerText()).toContain(`@${name}`);
    expect(await list.innerText()).toContain(percent);
  });

  test("the value before follows what the goal is only for, as it is typed", async () => {
    const { dialog, say } = await workspace.visit("U0LENA", "C0BILLING");
    await say("/goal fcr");
    const { part, whole } = fcrLastWeek();
    await dialog.getByText(`${percentText({ part, whole })} (${part} of ${whole})`).waitFor();
    await dialog.getByLabel("Only for").fill("team:Billing channel:email");
    const tickets = createdIn(ticketsIn(workspace.desk()), ...lastWeek);
    const only = firstContact(
      tickets.filter(({ group, channel }) => group === "Billing" && channel === "email"),
    );
    await dialog.getByText(`${percentText(only)} (${only.part} of ${only.whole})`).waitFor();
    expect(await dialog.getByLabel("Only for").inputValue()).toBe("team:Billing channel:email");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  test("a template fills the form anew, and what is typed after that is what is sent", async () => {
    const { dialog, page, say } = await workspace.visit("U0LENA", "C0BILLING");
    await say("/goal");
    await dialog.getByLabel("Target", { exact: true }).fill("7");
    await dialog.getByRole("combobox", { name: "Start from a template" }).click();
    await page.getByRole("option", { name: "Help customers help themselves" }).click();
    await dialog.getByText("No ticket may also mean that somebody gave up").waitFor();
    const target = dialog.getByLabel("Target", { exact: true });
    expect(await target.inputValue()).toBe("+5pp");
    await target.fill("+1000pp");
    await dialog.getByRole("button", { name: "Continue" }).click();
    await dialog.getByText("it must lie between 0 % and 100 %").waitFor();
    await target.fill("+4pp");
    await dialog.getByRole("button", { name: "Continue" }).click();
    await dialog.getByRole("button", { name: "Save goal" }).click();
    await dialog.getByText(/Goal g\d+ is set\./u).waitFor();
    await dialog.getByText(/Self-service rate: from .* up to .* or better/u).waitFor();
    await dialog.getByRole("button", { name: "Close" }).last().click();
  });

  test("a goal is checked in on and edited from its card, and its history says so", async () => {
    const lena = await workspace.visit("U0LENA", "C0BILLING");
    const { dialog, ask } = lena;
    const card = await ask("/goal show g1");
    await card.getByRole("button", { name: "Check in" }).click();
    await dialog.getByLabel("How does it go?").fill("Called the vendor");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Checked in on goal g1.").waitFor();
    await closeDialog(lena, "Close");
    await card.getByRole("button", { name: "Edit" }).click();
    await dialog.getByLabel("Target", { exact: true }).fill("79 %");
    await dialog.getByRole("button", { name: "Save goal" }).click();
    await dialog.getByText("An easier target or a later deadline needs a reason").waitFor();
    await dialog.getByLabel("Reason, where it gets easier or later").fill("Two people left");
    await dialog.getByRole("button", { name: "Save goal" }).click();
    await dialog.getByText("Goal g1 is changed.").waitFor();
    await closeDialog(lena, "Close");
    const history = await (await ask("/goal history g1")).innerText();
    for (const part of ["Called the vendor", "80 % → 79 %", "Two people left", "Lena Vogt"]) {
      expect(history).toContain(part);
    }
    const { err } = await workspace.type("goal", "edit", "g1", "target:80%", "--as", "U0LENA");
    expect(err).toBe("");
  });

  test("the home shows one's own goals with their progress", async () => {
    const lena = await workspace.visit("U0LENA", "home");
    await lena.page.getByRole("heading", { name: "My goals" }).waitFor();
    const home = await lena.page.getByRole("tabpanel").innerText();
    expect(home).toContain(`Now ${percentText(fcrLastWeek())}, target 80 % by 31 March 2027`);
    expect(home).toMatch(/\d+ % of the way/u);
    expect(home).toContain("@Lena Vogt");
    expect(home).not.toContain("@Mina Seo");
    // Her team's figure, with what it was made from.
    const billing = createdIn(ticketsIn(workspace.desk()), ...lastWeek).filter(
      ({ group }) => group === "Billing",
    );
    const { part, whole } = firstContact(billing);
    expect(home).toContain(`${percentText({ part, whole })} · ${part} of ${whole}`);
  });

  test.each([
    ["ru", "Целевое значение", "Срок"],
    ["zh-TW", "目標值", "期限"],
  ])("the form can be read in %s", async (lang, target, deadline) => {
    const { out, err } = await workspace.type("goal", "--as", "U0LENA", "--lang", lang);
    expect(out + err).toContain(target);
    expect(out + err).toContain(deadline);
  });

  test("an agent may look at goals, and is told who sets them", async () => {
    const andrei = await workspace.visit("U0ANDREI", "C0BILLING");
    expect(await (await andrei.ask("/goal list")).innerText()).toContain("@Lena Vogt");
    expect(await (await andrei.ask("/digest now")).innerText()).toMatch(/только руководители/u);
    // A form's window stands open before anybody is looked up: it says why there is none.
    await andrei.say("/goal fcr");
    await andrei.dialog.getByText(/только руководители/u).waitFor();
    await closeDialog(andrei, "Закрыть");
  });

  test("the shortcut beside the message box opens the form from anywhere", async () => {
    const { page, dialog } = await workspace.visit("U0LENA", "C0LEADS");
    await page.getByRole("button", { name: "Shortcuts" }).click();
    await page.getByRole("menuitem", { name: "Set a goal" }).click();
    await dialog.getByLabel("Target", { exact: true }).waitFor();
    expect(await dialog.getByRole("heading", { name: "Set a goal" }).count()).toBe(1);
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  const digestsSeenBy = async (id: string): Promise<number> => {
    const person = await workspace.visit(id, "C0BILLING");
    return await person.messages.filter({ hasText: "Weekly digest · 9–15 Nov 2026" }).count();
  };

  test("a digest is set up for Mondays, and posted now into the channel, once for two clicks", async () => {
    const lena = await workspace.visit("U0LENA", "C0BILLING");
    await lena.say("/digest");
    await lena.dialog.getByRole("button", { name: "Save" }).click();
    await lena.dialog.getByText("every Monday at 09:00 (Europe/Berlin)").waitFor();
    expect(await lena.dialog.innerText()).toContain("Monday, 23 November 2026 at 09:00");
    await lena.dialog.getByRole("button", { name: "Preview" }).click();
    await lena.dialog.getByText("Weekly digest · 9–15 Nov 2026").waitFor();
    expect(await digestsSeenBy("U0LENA")).toBe(0);
    await closeDialog(lena, "Close");

    await lena.page.locator("main").getByRole("textbox").fill("/digest now");
    await lena.page.locator("main").getByRole("button", { name: "Send" }).dblclick();
    await lena.messages.filter({ hasText: "The digest is posted." }).waitFor();
    const post = lena.messages.filter({ hasText: "Weekly digest · 9–15 Nov 2026" });
    const row = post.getByRole("row", { name: "First contact resolution" });
    expect(await row.innerText()).toContain(percentText(fcrLastWeek()));
    expect(await post.innerText()).toContain("target 80 % by 31 March 2027");
    expect(await digestsSeenBy("U0ANDREI")).toBe(1);
  });
});
