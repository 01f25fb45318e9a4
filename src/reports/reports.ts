import type { Locale } from "../i18n/locale.ts";
import type { Segment } from "../kinds/kind.ts";
import type { KpiId } from "../kpis/index.ts";
import type { Options, OptionValue } from "../kpis/options.ts";
import type { Filters } from "../kpis/where.ts";
import type { PeriodFault, PeriodUnit, Window } from "../periods/period.ts";
import type { Answer, SeriesPoint } from "./answer.ts";
import type { BriefAnswer, BriefQuestion } from "./answer-briefly.ts";
import type { ChangedOption } from "./changed-options.ts";
import type { Question } from "./question.ts";
import type { Receipt } from "./receipt.ts";
import type { Top } from "./top.ts";
import type { Why } from "./why.ts";

/** Measures questions. Built once by `app.ts`; `--at` builds one more with a stopped clock. */
export interface Reports {
  /**
   * The texts in the answer (reason, warnings) are in `locale`. A fault is of the period asked for
   * or of the one to compare with: it lies in the future, or ends before it begins.
   */
  readonly answer: (
    question: Question,
    locale: Locale,
  ) => Promise<Answer | MustChoose | PeriodFault>;
  /** How the answer to the question is made. */
  readonly receipt: (
    question: Question,
    locale: Locale,
  ) => Promise<Receipt | MustChoose | PeriodFault>;
  /** What its change against the period before, or the one named, is made of. */
  readonly why: (question: Question, locale: Locale) => Promise<Why | MustChoose | PeriodFault>;
  /** The records, or the topics, that the figure comes from. */
  readonly top: (question: Question, locale: Locale) => Promise<Top | MustChoose | PeriodFault>;
  /** What the configuration changes in a KPI's definition. */
  readonly configured: (kpi: KpiId) => readonly ChangedOption[];
  /** Of a share of promises: what each rule in force promises, 0–100; empty of any other KPI. */
  readonly promised: (kpi: KpiId) => readonly { readonly name: string; readonly share: number }[];
  /**
   * Many questions at once, in few statements: each figure is that of `answer`. Null where the
   * period is one that cannot be asked about.
   */
  readonly briefly: (
    questions: readonly BriefQuestion[],
  ) => Promise<readonly (BriefAnswer | null)[]>;
  /**
   * One number without its surroundings, for goals. Where tickets and calls could both answer and
   * nothing says which, it takes tickets: check with `kindsToChoose` first.
   */
  readonly figure: (kpi: KpiId, asked: FigureAsked) => Promise<PlainFigure>;
  /** The last `count` periods ending with the one that now lies in, oldest first; the last may be unfinished. */
  readonly series: (kpi: KpiId, asked: SeriesAsked) => Promise<readonly SeriesPoint[]>;
  /** Every option of a KPI as it is measured now: what was said, what is configured, what is usual. */
  readonly optionsInForce: (
    kpi: KpiId,
    said: Readonly<Record<string, OptionValue>>,
  ) => Promise<Options>;
  /** The values that records have of a segment; never those of agents, whom not everybody may see. */
  readonly valuesOf: (segment: Exclude<Segment, "agent">) => Promise<readonly string[]>;
  /** The kinds a person must choose between for this KPI; empty where nothing is left to choose. */
  readonly kindsToChoose: (
    kpi: KpiId,
    options: Readonly<Record<string, OptionValue>>,
  ) => Promise<readonly string[]>;
}

export interface FigureAsked {
  readonly period: Window;
  readonly where?: Filters;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface SeriesAsked {
  readonly count: number;
  readonly unit: PeriodUnit;
  readonly where?: Filters;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface PlainFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sample: number;
}

/** Tickets and calls could both answer: the person says which (`kind:tickets`). */
export interface MustChoose {
  readonly mustChoose: "kind";
  readonly values: readonly string[];
}
