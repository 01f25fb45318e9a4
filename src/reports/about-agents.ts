import { daysBetween, localDay } from "../periods/local-day.ts";
import type { PeriodFault, Window } from "../periods/period.ts";
import type { Question } from "./question.ts";

/** February: a period of as many days may be a month. */
const fewestDays = 28;

/** Whether an answer shows what single people did. */
export const isAboutAgents = ({ by, where }: Pick<Question, "by" | "where">): boolean =>
  by.includes("agent") || where.agent !== undefined;

export const isMonthLong = ({ from, to }: Window, zone: string): boolean =>
  daysBetween(localDay(from, zone), localDay(to, zone)) >= fewestDays;

/**
 * S0: a person is judged over months, days are far too short. No figure of an agent covers less
 * than a month: neither the period, nor what it is compared with, nor its pieces where the whole
 * question is about one.
 */
export function tooShortForAgents(
  question: Pick<Question, "by" | "where">,
  { windows, points }: { readonly windows: readonly Window[]; readonly points: readonly Window[] },
  zone: string,
): PeriodFault | null {
  if (!isAboutAgents(question)) return null;
  const measured = question.where.agent === undefined ? windows : [...windows, ...points];
  return measured.every((window) => isMonthLong(window, zone))
    ? null
    : { fault: "too_short_for_agents" };
}
