import type { Segment } from "../../src/kinds/kind.ts";
import { foldName } from "../../src/kpis/fold-name.ts";
import type { KpiId } from "../../src/kpis/index.ts";
import { kpiNames } from "../../src/kpis/kpi-names.ts";
import type { PeriodSpec } from "../../src/periods/period.ts";
import { markerWords } from "./marker-words.ts";
import { periodWords } from "./period-words.ts";
import { segmentWords } from "./segment-words.ts";

/** What a word or a row of words means. */
export type Meaning =
  | { readonly kind: "kpi"; readonly kpi: KpiId }
  | { readonly kind: "collision"; readonly candidates: readonly KpiId[] }
  | { readonly kind: "period"; readonly spec: PeriodSpec }
  | { readonly kind: "segment"; readonly segment: Segment }
  /** Korean joins "by" to its word: 채널별. */
  | { readonly kind: "by_segment"; readonly segment: Segment }
  | { readonly kind: "by_time"; readonly unit: "day" | "week" | "month" }
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
  | "from"
  | "since_after"
  | "with"
  | "target"
  | "trend"
  | "list"
  | "define"
  | "help"
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
  ...(["day", "week", "month"] as const).flatMap((unit) =>
    entries(byTimeWords(unit), { meaning: { kind: "by_time", unit }, canonical: `by ${unit}` }),
  ),
  ...periodWords.flatMap(({ words, canonical, spec }) =>
    entries(`${canonical} | ${words}`, { meaning: { kind: "period", spec }, canonical }),
  ),
  ...[...kpiNames].map(([name, named]) => {
    const canonical = named.kind === "kpi" ? named.kpi : name;
    return [name, { meaning: named, canonical }] as const;
  }),
]);

/** The longest folded word: what a reader has to look ahead. */
export const longestWord = Math.max(...[...vocabulary.keys()].map((word) => word.length));

function byTimeWords(unit: "day" | "week" | "month"): string {
  const words = {
    day: "by day | per day | daily | 일별 | 날짜별 | по дням | 按日 | 按天 | 依日",
    week: "by week | per week | weekly | 주별 | 주간별 | по неделям | 按週 | 按周 | 依週",
    month: "by month | per month | monthly | 월별 | по месяцам | 按月 | 依月",
  };
  return words[unit];
}

function entries(words: string, word: Word): (readonly [string, Word])[] {
  return words
    .split("|")
    .map((each) => foldName(each))
    .filter((each) => each !== "")
    .map((each) => [each, word] as const);
}
