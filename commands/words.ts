import type { Segment } from "../src/kinds/kind.ts";
import { kpiById, type KpiId } from "../src/kpis/index.ts";
import type { Kpi } from "../src/kpis/kpi.ts";
import type { Filter, Filters } from "../src/kpis/where.ts";
import type { PeriodSpec } from "../src/periods/period.ts";
import type { PieceUnit } from "../src/periods/pieces-of.ts";
import type { Question, Versus } from "../src/reports/question.ts";
import { sheetVerbs, type Asked, type WordsProblem } from "./words/asked.ts";
import { assemble, type Assembled, type TypedFilter } from "./words/assemble.ts";
import { correct, withPiece } from "./words/correct.ts";
import { afterExport } from "./words/export-words.ts";
import { afterNote } from "./words/note-words.ts";
import { checkOptions } from "./words/options.ts";
import { periodToWords } from "./words/period-to-words.ts";
import { toPieces, type Piece } from "./words/pieces.ts";
import { plainWords } from "./words/plain-words.ts";
import { questionToWords } from "./words/question-to-words.ts";
import { tokenize } from "./words/tokens.ts";
import { versusToWords } from "./words/versus-to-words.ts";

/** No question needs more words. */
const mostTokens = 64;

/** The words after `/kpi`, in any of the languages or all of them: never throws, never guesses. */
export function parseKpiWords(text: string): Asked {
  const plain = plainWords(text);
  const note = plain === null ? null : afterNote(plain);
  if (note !== null) return { kind: "note", rest: note };
  const file = plain === null ? null : afterExport(plain);
  if (file !== null) return { kind: "export", rest: file };
  const tokens = plain === null ? null : tokenize(plain);
  if (tokens === null || tokens.length > mostTokens) return refused({ code: "too_long" });
  const pieces = toPieces(tokens);
  const problem = unclear(pieces);
  if (problem !== null) return refused(problem);
  const assembled = assemble(pieces);
  return verbAsked(assembled) ?? aboutFigure(assembled, questionAsked(assembled, pieces));
}

/** "why fcr" asks about the figure; what is unclear in it keeps its verb. */
function aboutFigure({ verb }: Assembled, asked: Asked): Asked {
  const about = sheetVerbs.find((each) => each === verb);
  if (about === undefined) return asked;
  if (asked.kind === "question") return { kind: about, question: asked.question };
  if (asked.kind !== "problem" || asked.problem.code !== "contradiction") return asked;
  const { problem } = asked;
  // A choice of two names is written with all other words already.
  if (problem.what === "two_kpis") return asked;
  return refused({ ...problem, words: problem.words.map((words) => `${about} ${words}`) });
}

const refused = (problem: WordsProblem): Asked => ({ kind: "problem", problem });

/** Words nobody knows, and names that mean several KPIs. */
function unclear(pieces: readonly Piece[]): WordsProblem | null {
  const correction = correct(pieces);
  if (correction !== null) return { code: "unknown_word", ...correction };
  for (const { meaning, text } of pieces) {
    if (meaning.kind !== "collision") continue;
    const choices = meaning.candidates.map((kpi) => ({ kpi, words: withPiece(pieces, text, kpi) }));
    // "FCR (resolution)": the name beside it has said which.
    const isSaid = pieces.some(
      (each) => each.meaning.kind === "kpi" && meaning.candidates.includes(each.meaning.kpi),
    );
    if (!isSaid) return { code: "which_kpi", name: text, choices };
  }
  return null;
}

function verbAsked({ verb, kpis }: Assembled): Asked | null {
  const [kpi] = kpis;
  if (verb === "list") return { kind: "list" };
  if (verb === "help" && kpi === undefined) return { kind: "guide" };
  if (verb !== "define" && verb !== "help") return null;
  return kpi === undefined ? refused({ code: "no_kpi", rest: "define" }) : { kind: "define", kpi };
}

function questionAsked(assembled: Assembled, pieces: readonly Piece[]): Asked {
  const [kpi, ...others] = unique(assembled.kpis);
  if (kpi === undefined) return pieces.length === 0 ? { kind: "guide" } : refused(noKpi(pieces));
  const rest = pieces.filter(({ meaning }) => meaning.kind !== "kpi");
  const restWords = rest.map(({ canonical }) => canonical).filter((word) => word !== "");
  if (others.length > 0) {
    const named = [kpi, ...others];
    const words = named.map((each) => [each, ...restWords].join(" "));
    return refused({ code: "contradiction", what: "two_kpis", named, words });
  }
  if (assembled.problem !== null) return refused(assembled.problem);
  const checked = checkOptions(kpi, assembled.options, (text, instead) =>
    withPiece(pieces, text, instead),
  );
  if (!checked.ok) return refused(checked.problem);
  const where = filtersOf(assembled.filters);
  if ("problem" in where) return refused(where.problem);
  const question = toQuestion(kpi, assembled, where.filters, checked.options);
  const problem = contradictionIn(assembled, question) ?? timeProblem(assembled, question);
  return problem === null ? { kind: "question", question } : refused(problem);
}

function noKpi(pieces: readonly Piece[]): WordsProblem {
  const words = pieces.map(({ canonical }) => canonical).filter((word) => word !== "");
  return { code: "no_kpi", rest: words.join(" ") };
}

const lastWeek: PeriodSpec = { kind: "last", unit: "week" };

function toQuestion(
  kpi: KpiId,
  { periods, versus, by, every, trend, heat }: Assembled,
  where: Filters,
  options: Question["options"],
): Question {
  const [period = lastWeek] = periods;
  const [against = null] = versus;
  const [unit = null] = every;
  const compared = isLastYear(against) && !isYear(period) ? "year-before" : against;
  const { by: own }: Kpi = kpiById(kpi);
  return {
    kpi,
    period,
    by: unique(own === undefined ? by : [own, ...by]),
    every: unit,
    where,
    versus: compared,
    trend,
    ...(heat && { heat }),
    options,
  };
}

/** "A week vs last year" means that week last year: nobody compares a week with a whole year. */
const isLastYear = (versus: Versus | null): boolean =>
  versus !== null && typeof versus === "object" && versus.kind === "last" && isYear(versus);

const isYear = (spec: PeriodSpec): boolean =>
  spec.kind === "year" || ("unit" in spec && spec.unit === "year");

/** Words that say two things at once, with the questions they could be. */
function contradictionIn(assembled: Assembled, question: Question): WordsProblem | null {
  const [open] = assembled.open;
  if (open !== undefined) {
    const own = periodToWords(question.period);
    const words = open.isVersus
      ? open.instead
          .filter((spec) => periodToWords(spec) !== own)
          .map((spec) => questionToWords({ ...question, versus: spec }))
      : open.instead.map((period) => questionToWords({ ...question, period }));
    return contradiction(open.what, [open.named], words);
  }
  const periods = uniqueSpecs(assembled.periods);
  if (periods.length > 1) {
    const words = periods.map((period) => questionToWords({ ...question, period }));
    return contradiction("two_periods", periods.map(periodToWords), words);
  }
  const versus = uniqueSpecs(assembled.versus);
  if (versus.length > 1) {
    const words = versus.map((each) => questionToWords({ ...question, versus: each }));
    return contradiction("two_comparisons", versus.map(versusToWords), words);
  }
  const [segment] = assembled.alone;
  if (segment !== undefined) {
    const words = [questionToWords({ ...question, by: unique([...question.by, segment]) })];
    return contradiction("segment_alone", [segment], words);
  }
  if (question.options["top"] !== undefined && question.by.length === 0 && isFigure(assembled)) {
    return contradiction("top_alone", [], [questionToWords({ ...question, by: ["channel"] })]);
  }
  if (question.by.length > 2) {
    const words = pairsOf(question.by).map((by) => questionToWords({ ...question, by }));
    return contradiction("too_many_segments", question.by, words);
  }
  return null;
}

const isFigure = ({ verb }: Assembled): boolean => verb === null;

/** Days, weeks or months named so that it is not clear of what, or more than one of them. */
function timeProblem(
  { every, timeAlone, periods }: Assembled,
  question: Question,
): WordsProblem | null {
  const said = (change: Partial<Question>): string => questionToWords({ ...question, ...change });
  const units = unique(every);
  if (units.length > 1) {
    const words = units.map((unit) => said({ every: unit }));
    return contradiction("every_twice", units, words);
  }
  const [alone] = timeAlone;
  if (alone !== undefined) {
    const [last, several] = unitPeriods[alone];
    const words =
      periods.length > 0
        ? [said({ every: alone })]
        : [said({ period: several, every: alone }), said({ period: last })];
    return contradiction("time_alone", [alone], words);
  }
  const [unit] = units;
  // The last week has seven days, but one week and hardly a month.
  if (unit === undefined || unit === "day" || periods.length > 0) return null;
  const words = unitPeriods[unit].slice(1).map((period) => said({ period }));
  return contradiction("every_of_what", [unit], words);
}

/** The last of a unit, and some periods that have several of it. */
const unitPeriods: Readonly<Record<PieceUnit, readonly [PeriodSpec, PeriodSpec, PeriodSpec]>> = {
  day: [
    { kind: "day", which: "yesterday" },
    { kind: "last", unit: "week" },
    { kind: "last", unit: "month" },
  ],
  week: [
    { kind: "last", unit: "week" },
    { kind: "last-n", count: 12, unit: "week" },
    { kind: "this", unit: "quarter" },
  ],
  month: [
    { kind: "last", unit: "month" },
    { kind: "last-n", count: 12, unit: "month" },
    { kind: "this", unit: "year" },
  ],
};

type Contradiction = Extract<WordsProblem, { readonly code: "contradiction" }>;

const contradiction = (
  what: Contradiction["what"],
  named: readonly string[],
  words: readonly string[],
): Contradiction => ({ code: "contradiction", what, named, words });

const pairsOf = (segments: readonly Segment[]): readonly (readonly Segment[])[] => {
  const [first, ...others] = segments;
  return first === undefined ? [] : others.slice(0, 3).map((other) => [first, other]);
};

function filtersOf(
  typed: readonly TypedFilter[],
): { readonly filters: Filters } | { readonly problem: WordsProblem } {
  const filters = new Map<Segment, Filter>();
  for (const { segment, values, isNot } of typed) {
    const before = filters.get(segment);
    const known = before === undefined ? [] : "in" in before ? before.in : before.not_in;
    if (before !== undefined && "not_in" in before !== isNot) {
      return { problem: { code: "incomplete", what: "in_and_not", word: segment } };
    }
    const all = unique([...known, ...values]);
    filters.set(segment, isNot ? { not_in: all } : { in: all });
  }
  return { filters: Object.fromEntries(filters) };
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const uniqueSpecs = <T>(specs: readonly T[]): readonly T[] => [
  ...new Map(specs.map((spec) => [JSON.stringify(spec), spec])).values(),
];
