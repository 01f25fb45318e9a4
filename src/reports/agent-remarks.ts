import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { daysBetween, localDay } from "../periods/local-day.ts";
import type { Period } from "../periods/period.ts";
import { isAboutAgents } from "./about-agents.ts";
import type { Remark, SegmentFigure } from "./answer.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import { fewestToTrust } from "./verdict.ts";

/** February to April: a period of as many days may be three months. */
const quarterDays = 89;

/** What to keep in mind before anybody is judged by these figures (S0). */
export function agentRemarks(
  question: Question,
  { formula }: Plan,
  period: Period,
  segments: readonly SegmentFigure[],
  locale: Locale,
): readonly Remark[] {
  if (!isAboutAgents(question)) return [];
  const { from, to, zone } = period;
  const isShort = daysBetween(localDay(from, zone), localDay(to, zone)) < quarterDays;
  const isCount = formula.value.take === "sum";
  const few = isCount ? 0 : segments.filter(({ sample }) => sample < fewestToTrust).length;
  const text = {
    short: say(locale, (t) => t.reports.warning.agents_short_period),
    few: say(locale, (t) => t.reports.warning.agents_few_contacts, { count: few }),
  };
  return [
    ...(isShort ? [{ code: "agents_short_period", text: text.short }] : []),
    ...(question.by.includes("agent") && few > 0
      ? [{ code: "agents_few_contacts", text: text.few }]
      : []),
  ];
}
