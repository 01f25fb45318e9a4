import { describe, expect, test } from "vitest";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { texts } from "../../src/i18n/texts.ts";
import { cannotBrowse } from "../playground/browser.ts";
import { createdIn, ticketsIn, type Row } from "../journeys/desk-files.ts";
import { notInThisLanguage } from "../journeys/not-in-this-language.ts";
import { fourfold, personId } from "../journeys/people-in-every-language.ts";
import type { Visit } from "../journeys/visit.ts";
import { sharedWorkspace } from "../journeys/workspace.ts";

const lastWeek = ["2026-11-08T23:00:00Z", "2026-11-15T23:00:00Z"] as const;
const hourMs = 3_600_000;

/** The share of answered e-mails that were answered within an hour. */
function withinAnHour(tickets: readonly Row[]): number {
  const waits = tickets.flatMap(({ channel, created_at: from, first_reply_at: to }) =>
    channel === "email" && to ? [Date.parse(to) - Date.parse(from ?? "")] : [],
  );
  return (waits.filter((wait) => wait <= hourMs).length / waits.length) * 100;
}

/** As each language writes an id beside a name. */
const inBrackets = (id: string, locale: Locale): string =>
  locale === "zh-TW" ? `（${id}）` : `(${id})`;

/** As the language writes it, without the percent sign. */
const written = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  );

/** A text about a goal, whichever it is. */
const told = (text: string): RegExp =>
  new RegExp(text.replace(/[().]/gu, "\\$&").replace("{id}", "g\\d+"), "u");

const button = ({ dialog }: Visit, name: string) =>
  dialog.getByRole("button", { name, exact: true }).last();

test("English left in another language, and a hole nobody filled, are found", () => {
  const { goals } = texts.en;
  expect(notInThisLanguage(`목표 ${goals.notAllowed}`, "ko")).toContain(goals.notAllowed);
  expect(notInThisLanguage(texts.ko.goals.notAllowed, "ko")).toEqual([]);
  expect(notInThisLanguage("Goal {id} is set.", "en")).toEqual(["{id}"]);
});

describe.skipIf(cannotBrowse)("a lead, the owner, a member and a stranger", () => {
  const workspace = sharedWorkspace(fourfold);

  test.each(locales)(
    "in %s: set, looked at, handed over, checked in on, refused",
    async (locale) => {
      const { goals: t, goalCoach, words, slack } = texts[locale];
      const [lead, agent, stranger] = [
        await workspace.visit(personId("lead", locale), "C0BILLING"),
        await workspace.visit(personId("agent", locale), "C0BILLING"),
        await workspace.visit(personId("stranger", locale), "C0SUPPORT"),
      ];
      const close = async (person: Visit): Promise<void> => {
        await button(person, slack.close).click();
        await person.dialog.waitFor({ state: "detached" });
      };
      const read = async (part: { innerText: () => Promise<string> }): Promise<string> => {
        const shown = await part.innerText();
        expect(notInThisLanguage(shown, locale)).toEqual([]);
        return shown;
      };
      const now = withinAnHour(createdIn(ticketsIn(workspace.desk()), ...lastWeek));

      // The lead sets it from a template, and reads it once more before it is kept.
      await lead.say("/goal from first-response");
      await lead.dialog.getByText(written(now, locale)).first().waitFor();
      await read(lead.dialog);
      await button(lead, goalCoach.confirm.next).click();
      await button(lead, t.form.submit).waitFor();
      const confirmed = await read(lead.dialog);
      expect(confirmed).toContain(written(now, locale));
      expect(confirmed).toContain(written(now + 5, locale));
      for (const part of [t.form.owner, `@lead ${locale}`, t.form.why]) {
        expect(confirmed).toContain(part);
      }
      await button(lead, t.form.submit).click();
      await lead.dialog.getByText(told(t.saved)).waitFor();
      const [goal = ""] = /\bg\d+\b/u.exec(await read(lead.dialog)) ?? [];
      await close(lead);
      await lead.goTo("home");
      const leadsHome = lead.page.getByRole("tabpanel");
      await leadsHome.getByText(inBrackets(goal, locale)).waitFor();
      expect(await read(leadsHome)).toContain(written(now + 5, locale));

      // A member looks at it, and may do no more.
      const listed = await agent.ask("/goal list");
      expect(await read(listed)).toContain(`@lead ${locale}`);
      for (const name of [t.edit, t.checkIn]) {
        expect(await listed.getByRole("button", { name }).count()).toBe(0);
      }
      await agent.say(`/goal edit ${goal}`);
      await agent.dialog.getByText(t.notYours).waitFor();
      await close(agent);
      await agent.say("/goal fcr");
      await agent.dialog.getByText(t.notAllowed).waitFor();
      await close(agent);

      // The lead asks for less and hands it over; that needs a reason.
      await lead.goTo("C0BILLING");
      await lead.say(`/goal edit ${goal}`);
      await lead.dialog
        .getByLabel(t.form.target, { exact: true })
        .fill(`${written(now + 2, locale)}%`);
      await lead.dialog.getByRole("combobox", { name: t.form.owner, exact: true }).click();
      await lead.page.getByRole("option", { name: `agent ${locale}` }).click();
      await button(lead, t.form.submit).click();
      await lead.dialog.getByText(t.errors.reason).waitFor();
      await lead.dialog.getByLabel(t.form.reason).fill("<Two> & *more* left");
      await button(lead, t.form.submit).click();
      await lead.dialog.getByText(told(t.edited)).waitFor();
      await read(lead.dialog);
      await close(lead);

      // Its owner finds it on Home, and checks in there.
      await agent.goTo("home");
      const home = agent.page.getByRole("tabpanel");
      await home.getByText(inBrackets(goal, locale)).waitFor();
      expect(await read(home)).toContain(written(now + 2, locale));
      expect(await home.getByRole("button", { name: t.set, exact: true }).count()).toBe(0);
      await home.getByRole("button", { name: t.checkIn, exact: true }).first().click();
      await button(agent, t.checkInSave).click();
      await agent.dialog.getByLabel(t.checkInText).fill("Called the *vendor*");
      await read(agent.dialog);
      await button(agent, t.checkInSave).click();
      await agent.dialog.getByText(told(t.checkedIn)).waitFor();
      await close(agent);
      await home.getByText("Called the").waitFor();

      const history = await read(await lead.ask(`/goal history ${goal}`));
      for (const part of ["Called the *vendor*", "<Two> & *more* left", `@agent ${locale}`]) {
        expect(history).toContain(part);
      }

      for (const asked of ["/goal list", `/goal show ${goal}`, "/goal odds", "/digest list"]) {
        expect(await read(await stranger.ask(asked))).toContain(words.stranger);
      }
      expect(await stranger.messages.filter({ hasText: written(now, locale) }).count()).toBe(0);
    },
  );
});
