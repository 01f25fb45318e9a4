import { kpiById } from "../../src/kpis/index.ts";
import type { Question } from "../../src/reports/question.ts";
import { periodToWords } from "./period-to-words.ts";
import { versusToWords } from "./versus-to-words.ts";

/** The words that ask this question, for buttons: reading them gives the question back. */
export function questionToWords(question: Question): string {
  return [
    question.kpi,
    periodToWords(question.period),
    ...byWords(question),
    ...filterWords(question),
    ...versusWords(question),
    ...(question.trend ? ["trend"] : []),
    ...(question.heat === true ? ["heat"] : []),
    ...optionWords(question),
  ].join(" ");
}

/** Only its filters and options, as a goal or a digest takes them. */
export const onlyForWords = (question: Pick<Question, "kpi" | "where" | "options">): string =>
  [...filterWords(question), ...optionWords(question)].join(" ");

function byWords({ by, every }: Question): readonly string[] {
  const names = [...by, ...(every === null ? [] : [every])];
  return names.length === 0 ? [] : ["by", ...names];
}

function filterWords({ where }: Pick<Question, "where">): readonly string[] {
  return Object.entries(where).map(([segment, filter]) =>
    "in" in filter
      ? `${segment}:${filter.in.map(quoted).join(",")}`
      : `not ${segment}:${filter.not_in.map(quoted).join(",")}`,
  );
}

function versusWords({ versus }: Question): readonly string[] {
  return versus === null ? [] : [`vs ${versusToWords(versus)}`];
}

function optionWords({ kpi, options }: Pick<Question, "kpi" | "options">): readonly string[] {
  const specs = new Map(Object.entries(kpiById(kpi).options));
  return Object.entries(options).map(([name, value]) => {
    if (typeof value === "string") return `${name}:${value}`;
    return `${name}:${value}${specs.get(name)?.type === "days" ? "d" : "s"}`;
  });
}

/** A value as it may be typed: in quotes unless it is plain letters and figures. */
function quoted(value: string): string {
  if (/^[\p{L}\p{N}_-]+$/u.test(value)) return value;
  return `"${value.replaceAll(/["\\]/gu, "\\$&")}"`;
}
