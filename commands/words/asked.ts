import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionSpec } from "../../src/kpis/options.ts";
import type { Question } from "../../src/reports/question.ts";

/** Words that ask about a figure instead of for it. */
export const sheetVerbs = ["receipt", "why", "top"] as const;

export type SheetVerb = (typeof sheetVerbs)[number];

/** What the words after `/kpi` ask for. */
export type Asked =
  | { readonly kind: SheetVerb; readonly question: Question }
  | { readonly kind: "question"; readonly question: Question }
  /** The words behind "note", as they were written. */
  | { readonly kind: "note"; readonly rest: string }
  /** The words behind "export". */
  | { readonly kind: "export"; readonly rest: string }
  | { readonly kind: "guide" }
  | { readonly kind: "list" }
  | { readonly kind: "define"; readonly kpi: KpiId }
  | { readonly kind: "problem"; readonly problem: WordsProblem };

/** Why the words are not a question yet; `words` are complete and can be said instead. */
export type WordsProblem =
  | { readonly code: "too_long" }
  | { readonly code: "unknown_word"; readonly word: string; readonly meant: readonly Corrected[] }
  | {
      readonly code: "which_kpi";
      readonly name: string;
      readonly choices: readonly { readonly kpi: KpiId; readonly words: string }[];
    }
  | { readonly code: "no_kpi"; readonly rest: string }
  | {
      readonly code: "contradiction";
      readonly what:
        | "two_kpis"
        | "two_periods"
        | "two_comparisons"
        | "too_many_segments"
        | "every_twice"
        | "every_of_what"
        | "segment_alone"
        | "time_alone"
        | "top_alone"
        | "not_begun"
        | "no_beginning"
        | "no_end";
      readonly named: readonly string[];
      /** What could have been meant, each whole. */
      readonly words: readonly string[];
    }
  | {
      readonly code: "incomplete";
      readonly what:
        | "by_what"
        | "since_when"
        | "compare_with_what"
        | "not_what"
        | "no_value"
        | "in_and_not";
      /** The word that waits for another. */
      readonly word: string;
    }
  | {
      readonly code: "unknown_option";
      readonly option: string;
      readonly kpi: KpiId;
      readonly known: readonly string[];
      readonly meant: readonly Corrected[];
    }
  | {
      readonly code: "bad_option";
      readonly option: string;
      readonly value: string;
      readonly spec: OptionSpec;
      readonly meant: readonly Corrected[];
    }
  | { readonly code: "option_twice"; readonly option: string };

/** Words put right: the one that was meant, and the whole to say. */
export interface Corrected {
  readonly instead: string;
  readonly words: string;
}
