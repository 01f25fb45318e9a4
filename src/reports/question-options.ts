import type { OptionSpec } from "../kpis/options.ts";
import type { Question } from "./question.ts";

/** Options of the question itself, typed like a KPI's own; the first value is the usual one. */
export const questionOptions = {
  /** How many segments stand by themselves; those after them become "other". */
  top: { type: "choice", values: ["auto", "3", "5", "10", "20", "50", "all"] },
  /** What each agent's or team's figure would be with the desk's own mix of topics and channels. */
  adjust: { type: "choice", values: ["none", "case_mix"] },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** As many rows as one sees without turning a page. */
const usualTop = 10;

/** The segments shown by themselves. Of agents all: each of them wants to be found; of pairs too. */
export function shownFirst({ by, options }: Pick<Question, "by" | "options">): number {
  const top = Number(options["top"]);
  if (Number.isInteger(top) && top > 0) return top;
  return options["top"] === "all" || by.includes("agent") || by.length > 1 ? Infinity : usualTop;
}

export const isAdjusted = ({ options }: Pick<Question, "options">): boolean =>
  options["adjust"] === "case_mix";
