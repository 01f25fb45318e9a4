import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Remark, TargetCheck } from "./answer.ts";
import type { Question } from "./question.ts";

/** What was asked for and cannot be given: a target that nobody set, an option without effect. */
export function questionRemarks(
  { versus }: Question,
  target: TargetCheck | null,
  unused: readonly string[],
  locale: Locale,
): readonly Remark[] {
  const untold = { code: "no_target", text: say(locale, (t) => t.reports.warning.no_target) };
  return [
    ...(versus === "target" && target === null ? [untold] : []),
    ...unused.map((option) => ({
      code: "option_unused",
      text: say(locale, (t) => t.reports.warning.option_unused, { option }),
    })),
  ];
}
