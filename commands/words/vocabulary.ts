import type { Segment } from "../../src/kinds/kind.ts";
import { foldName } from "../../src/kpis/fold-name.ts";
import { kpiById, kpis, type KpiId } from "../../src/kpis/index.ts";
import { kpiNames } from "../../src/kpis/kpi-names.ts";
import type { PeriodSpec } from "../../src/periods/period.ts";
import { pieceUnits, type PieceUnit } from "../../src/periods/pieces-of.ts";
import { comingWords } from "./coming-words.ts";
import { markerWords } from "./marker-words.ts";
import type { OpenDates } from "./open-dates.ts";
import { periodWords } from "./period-words.ts";
import { pieceWords } from "./piece-words.ts";
import { segmentWords } from "./segment-words.ts";

/** What a word or a row of words means. */
export type Meaning =
  | {
      readonly kind: "kpi";
      readonly kpi: KpiId;
      /** What the name says beside the KPI: GRR is a variant of revenue churn. */
      readonly option?: { readonly key: string; readonly value: string };
    }
  | { readonly kind: "collision"; readonly candidates: readonly KpiId[] }
  | { readonly kind: "period"; readonly spec: PeriodSpec }
  | Extract<OpenDates, { readonly kind: "open" }>
  | { readonly kind: "segment"; readonly segment: Segment }
  /** Korean joins "by" to its word: 채널별. */
  | { readonly kind: "by_segment"; readonly segment: Segment }
  /** A unit of time behind "by": by agent and month. */
  | { readonly kind: "time"; readonly unit: PieceUnit }
  | { readonly kind: "by_time"; readonly unit: PieceUnit }
  | { readonly kind: "marker"; readonly marker: Marker };

/** Words that say what the words beside them are for; an `_after` stands behind what it marks. */
export type Marker =
  | "by"
  | "vs"
  | "vs_after"
  | "vs_either"
  | "not"
  | "not_after"
  | "since"
  | "from_day"
  | "from"
  | "since_after"
  | "with"
  | "pareto"
  | "target"
  | "year_before"
  | "trend"
  | "heat"
  | "list"
  | "define"
  | "help"
  | "receipt"
  | "why"
  | "top"
  | "filler";

/** Folded words of the four languages, and what to type instead in the grammar of the guide. */
export interface Word {
  readonly meaning: Meaning;
  readonly canonical: string;
}

export const vocabulary: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...markerWords.flatMap(({ marker, canonical, words }) =>
    entries(words, { meaning: { kind: "marker", marker }, canonical }),
  ),
  ...segmentWords.flatMap(({ segment, names, by }) => [
    ...entries(names, { meaning: { kind: "segment", segment }, canonical: segment }),
    ...entries(by, { meaning: { kind: "by_segment", segment }, canonical: `by ${segment}` }),
  ]),
  ...pieceUnits.flatMap((unit) => [
    ...entries(pieceWords[unit].names, { meaning: { kind: "time", unit }, canonical: unit }),
    ...entries(pieceWords[unit].by, {
      meaning: { kind: "by_time", unit },
      canonical: `by ${unit}`,
    }),
  ]),
  ...periodWords.flatMap(({ words, canonical, spec }) =>
    entries(`${canonical} | ${words}`, { meaning: { kind: "period", spec }, canonical }),
  ),
  ...comingWords.flatMap(({ words, canonical, instead }) =>
    entries(`${canonical} | ${words}`, {
      meaning: { kind: "open", text: canonical, what: "not_begun", named: canonical, instead },
      canonical,
    }),
  ),
  ...[...kpiNames].map(([name, named]) => {
    const canonical = named.kind === "kpi" ? named.kpi : name;
    return [name, { meaning: named, canonical }] as const;
  }),
  ...kpis.flatMap(({ id }) =>
    (kpiById(id).named ?? []).flatMap(({ option, value, names }) =>
      entries(names.join("|"), {
        meaning: { kind: "kpi", kpi: id, option: { key: option, value } },
        canonical: `${id} ${option}:${value}`,
      }),
    ),
  ),
]);

/** The longest folded word: what a reader has to look ahead. */
export const longestWord = Math.max(...[...vocabulary.keys()].map((word) => word.length));

function entries(words: string, word: Word): (readonly [string, Word])[] {
  return words
    .split("|")
    .map((each) => foldName(each))
    .filter((each) => each !== "")
    .map((each) => [each, word] as const);
}
