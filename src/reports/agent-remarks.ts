import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { daysBetween, localDay } from "../periods/local-day.ts";
import type { Period } from "../periods/period.ts";
import { isAboutAgents } from "./about-agents.ts";
import type { Remark, SegmentFigure } from "./answer.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import { isAdjusted } from "./question-options.ts";
import { fewestToTrust } from "./verdict.ts";

/** February to April: a period of as many days may be three months. */
const quarterDays = 89;

/** What to know of a split, and to keep in mind before anybody is judged by it (S0). */
export function agentRemarks(
  question: Question,
  { formula }: Plan,
  period: Period,
  segments: readonly SegmentFigure[],
  locale: Locale,
): readonly Remark[] {
  const adjusted = isAdjusted(question)
    ? [{ code: "case_mix", text: say(locale, (t) => t.reports.warning.case_mix) }]
    : [];
  if (!isAboutAgents(question)) return adjusted;
  const { from, to, zone } = period;
  const isShort = daysBetween(localDay(from, zone), localDay(to, zone)) < quarterDays;
  const isCount = formula.value.take === "sum";
  const few = isCount ? 0 : segments.filter(({ sample }) => sample < fewestToTrust).length;
  const ranks = segments.flatMap(({ rank }) => rank ?? []);
  const isShared = new Set(ranks).size < ranks.length;
  const text = {
    shared: say(locale, (t) => t.reports.warning.shared_ranks),
    short: say(locale, (t) => t.reports.warning.agents_short_period),
    few: say(locale, (t) => t.reports.warning.agents_few_contacts, { count: few }),
  };
  return [
    ...adjusted,
    ...(isShared ? [{ code: "shared_ranks", text: text.shared }] : []),
    ...(isShort ? [{ code: "agents_short_period", text: text.short }] : []),
    ...(question.by.includes("agent") && few > 0
      ? [{ code: "agents_few_contacts", text: text.few }]
      : []),
  ];
}
