import { describe, expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { say } from "../../src/i18n/say.ts";
import { texts } from "../../src/i18n/texts.ts";
import { fcr } from "../../src/kpis/fcr.ts";
import { replyCount } from "../../src/playground/page/texts/page-text.ts";
import { cannotBrowse } from "../playground/browser.ts";
import {
  createdIn,
  firstContact,
  october,
  percentText,
  ticketsIn,
} from "../journeys/desk-files.ts";
import { notInThisLanguage } from "../journeys/not-in-this-language.ts";
import { fourfold, personId } from "../journeys/people-in-every-language.ts";
import { sharedWorkspace } from "../journeys/workspace.ts";

describe.skipIf(cannotBrowse)("a digest of the month before", () => {
  const workspace = sharedWorkspace(fourfold);

  test.each(locales)(
    "in %s: set up, previewed, posted, asked why, snoozed, told in its thread",
    async (locale) => {
      const { digests: t, digestMore: more, goals, goalCoach, slack } = texts[locale];
      const { page, dialog, messages, ...lead } = await workspace.visit(
        personId("lead", locale),
        "C0BILLING",
      );
      const [title = ""] = more.monthlyTitle.split("{");
      const press = (name: string) =>
        dialog.getByRole("button", { name, exact: true }).last().click();
      const read = async (part: { innerText: () => Promise<string> }): Promise<string> => {
        const shown = await part.innerText();
        expect(notInThisLanguage(shown, locale)).toEqual([]);
        return shown;
      };

      // A goal to keep that does not hold calls its owner.
      await lead.say("/goal fcr target:99% direction:keep why:Promised");
      await press(goalCoach.confirm.next);
      await press(goals.form.submit);
      await dialog
        .getByText(/\bg\d+\b/u)
        .first()
        .waitFor();
      const [goal = ""] = /\bg\d+\b/u.exec(await read(dialog)) ?? [];
      await press(slack.close);
      await dialog.waitFor({ state: "detached" });

      await lead.say("/digest new");
      await dialog.getByRole("combobox", { name: more.form.period, exact: true }).click();
      await page.getByRole("option", { name: more.form.periods.last_month, exact: true }).click();
      // A monthly one has no weekday: the form is drawn anew.
      await dialog
        .getByRole("combobox", { name: t.form.weekday, exact: true })
        .waitFor({ state: "detached" });
      await dialog.getByRole("textbox", { name: t.form.kpis }).fill("fcr, csat");
      await dialog.getByRole("textbox", { name: t.form.where }).fill("team:Billing");
      await read(dialog);
      await press(t.form.submit);
      await dialog.getByRole("button", { name: t.preview, exact: true }).waitFor();
      const saved = await read(dialog);
      const [digest = ""] = /\bd\d+\b/u.exec(saved) ?? [];
      const schedule = say(locale, (all) => all.digestMore.monthly, {
        time: "09:00",
        zone: "Europe/Berlin",
      });
      expect(saved).toContain(schedule);

      await press(t.preview);
      const tickets = createdIn(ticketsIn(workspace.desk()), ...october);
      const share = firstContact(tickets.filter(({ group }) => group === "Billing"));
      const decimals = /(?<=\.)\d+/u.exec(percentText(share))?.[0].length ?? 0;
      const value = new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format((share.part / share.whole) * 100);
      await dialog.getByText(value).first().waitFor();
      await read(dialog);
      await press(slack.close);
      await dialog.waitFor({ state: "detached" });
      expect(await messages.filter({ hasText: title }).count()).toBe(0);

      await lead.say(`/digest now ${digest}`);
      const post = messages.filter({ hasText: title });
      await messages.filter({ hasText: t.postedNow }).last().waitFor();
      expect(await post.count()).toBe(1);
      const row = post.getByRole("row", { name: fcr.title[locale] });
      expect(await row.innerText()).toContain(new Intl.NumberFormat(locale).format(share.whole));
      await read(post);
      const whyLabel = say(locale, (all) => all.digestMore.why, { kpi: fcr.title[locale] });
      const why = await lead.nextAfter(() => post.getByRole("button", { name: whyLabel }).click());
      expect(await read(why)).toContain(fcr.title[locale]);
      const snoozed = await lead.nextAfter(() =>
        post.getByRole("button", { name: more.snooze }).click(),
      );
      expect(await read(snoozed)).toContain(goal);
      await post.getByRole("button", { name: more.details.button }).click();
      await messages.filter({ hasText: more.details.posted }).waitFor();
      await post.getByRole("button", { name: replyCount(locale, 1) }).click();
      const thread = page.getByRole("complementary").last();
      await thread.getByText(more.details.title, { exact: true }).waitFor();
      await read(thread);

      expect(await read(await lead.ask(`/digest status ${digest}`))).toContain(t.states.sent);
      expect(await read(await lead.ask(`/digest pause ${digest}`))).toContain(digest);
    },
  );
});
