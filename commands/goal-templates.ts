import { goalTemplates } from "../goals/templates/index.ts";
import type { GoalTemplate } from "../goals/templates/template.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { locales } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { FormValues, Page } from "./command.ts";
import { page } from "./page.ts";

/** By its id or its title in any language. */
export function templateNamed(text: string | null): GoalTemplate | null {
  const wanted = folded(text ?? "");
  const isCalled = ({ id, title }: GoalTemplate): boolean =>
    [id, ...locales.map((locale) => title[locale])].some((name) => folded(name) === wanted);
  return goalTemplates.find(isCalled) ?? null;
}

/** As it reads where spaces, dashes and brackets are left to the person. */
const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** What a template writes into the form. */
export const valuesFrom = (template: GoalTemplate, locale: Locale): FormValues => ({
  template: template.id,
  kpi: template.kpi,
  where: template.only === "" ? null : template.only,
  target: template.target,
  direction: template.direction,
  guardrails: template.guardrails.join(", "),
  why: template.why[locale],
});

/** All of them, each a button. */
export const templatesPage = (locale: Locale, lines: readonly string[] = []): Page =>
  page(lines, {
    refused: lines.length > 0,
    title: say(locale, (t) => t.goals.templatesTitle),
    choices: goalTemplates.map(({ id, title }) => ({
      label: title[locale],
      words: `goal from ${id}`,
    })),
    hint: say(locale, (t) => t.goals.templatesHint),
  });
