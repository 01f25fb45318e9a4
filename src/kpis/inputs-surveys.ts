import { sumOf, type Input, type Terms } from "./inputs.ts";
import type { Ratio } from "./kpi.ts";
import type { Options, Scores } from "./options.ts";
import type { Where } from "./where.ts";

/**
 * Answers to one kind of survey. Scores are read as places on their own scale, counted from 1 at
 * the bad end (`place`, of `points`), so that scales of either direction meet after mapping only.
 */
export interface SurveyInputs {
  /** Answers with a score on a scale that `mapped` knows. */
  readonly responses: Input;
  readonly scoreSum: Input;
  /** The sums of both ends of their scales. */
  readonly lowSum: Input;
  readonly highSum: Input;
  /** How many different scales those answers used. */
  readonly scales: Input;
  /** Answers on a scale that nobody mapped: left out. */
  readonly unmapped: Input;
  /** Answers about a ticket of which another answer counts. */
  readonly ratedAgain: Input;
  readonly atPlaces: (id: string, places: Scores) => Input;
}

/** kpis.md C5: which answer about one ticket counts, where it was rated more than once. */
export const ratings = ["latest", "first", "every"] as const;

export type Rating = (typeof ratings)[number];

export const ratingIn = (options: Options): Rating =>
  ratings.find((each) => each === options["rating"]) ?? "latest";

/** The usual way has the plain name, which ready-made figures use. */
export const ratedAs = (name: string, rating: Rating = "latest"): string =>
  rating === "latest" ? name : `${name}_${rating}`;

export const isCounted = (rating: Rating): readonly Where[] =>
  rating === "every" ? [] : [{ rating }];

export function surveyInputs(
  kind: "csat" | "ces" | "esat",
  mapped: readonly string[],
  rating?: Rating,
  also: readonly Where[] = [],
): SurveyInputs {
  const answered = { kind: "surveys", at: "answered_at" } as const;
  const prefix = ratedAs(kind, rating);
  const scored: readonly Where[] = [{ column: "kind", is: kind }, { known: "score" }, ...also];
  const counted = isCounted(rating ?? "every");
  const ofKind: Where = { all: [...scored, ...counted] };
  const onScale: Where = { column: "points", in: mapped.map(Number) };
  const valid: Where = { all: [ofKind, onScale] };
  return {
    responses: { ...answered, id: `${prefix}_responses`, take: "count", where: valid },
    scoreSum: { ...answered, id: `${prefix}_score_sum`, take: { sum: "good_score" }, where: valid },
    lowSum: { ...answered, id: `${prefix}_low_sum`, take: { sum: "scale_low" }, where: valid },
    highSum: { ...answered, id: `${prefix}_high_sum`, take: { sum: "scale_high" }, where: valid },
    scales: { ...answered, id: `${prefix}_scales`, take: { distinct: "scale" }, where: valid },
    unmapped: {
      ...answered,
      id: `${prefix}_unmapped`,
      take: "count",
      where: { all: [ofKind, { not: onScale }] },
    },
    ratedAgain: {
      ...answered,
      id: `${prefix}_rated_again`,
      take: "count",
      where: { all: [...scored, { any: counted.map((each) => ({ not: each })) }] },
    },
    atPlaces: (id, places) => ({
      ...answered,
      id: `${prefix}_${id}`,
      take: "count",
      where: { all: [ofKind, isAt(places)] },
    }),
  };
}

/** The answers left out because another one of their ticket counts. */
export const ratedAgain = (
  inputs: SurveyInputs,
  rating: Rating = "every",
): { readonly rated_again?: Terms } =>
  rating === "every" ? {} : { rated_again: sumOf(inputs.ratedAgain) };

/** The mean score of answers that all use one scale, and the ends of that scale. */
export function meanScore({ responses, scoreSum, lowSum, highSum, scales }: SurveyInputs): {
  readonly mean: Ratio;
  readonly ends: { readonly low: Ratio; readonly high: Ratio };
} {
  const meanOf = (sum: Input): Ratio => ({
    take: "ratio",
    numerator: sumOf(sum),
    denominator: sumOf(responses),
    times: 1,
    onlyOne: scales,
  });
  return { mean: meanOf(scoreSum), ends: { low: meanOf(lowSum), high: meanOf(highSum) } };
}

export const isAt = (places: Scores): Where => ({
  any: Object.entries(places).map(([points, at]) => ({
    all: [
      { column: "points", is: Number(points) },
      { column: "place", in: at },
    ],
  })),
});

/** Answers on the 0–10 question; `1 to 10` has the same groups. Kept apart by the kind of survey that asks it. */
export function promoterInputs(
  kind: "nps" | "esat",
  low: 0 | 1 | null,
): {
  readonly responses: Input;
  readonly promoters: Input;
  readonly detractors: Input;
  readonly unmapped: Input;
} {
  const answered = { kind: "surveys", at: "answered_at" } as const;
  const beginsAt: readonly Where[] = low === null ? [] : [{ column: "scale_low", is: low }];
  const ofKind: Where = { all: [{ column: "kind", is: kind }, { known: "score" }, ...beginsAt] };
  const onTen: Where = {
    all: [
      { column: "score", atLeast: 0 },
      { column: "score", atMost: 10 },
      { any: [{ unknown: "scale_high" }, { column: "scale_high", is: 10 }] },
    ],
  };
  const valid: Where = { all: [ofKind, onTen] };
  const scale = low === null ? "" : `from_${low}_`;
  const named = (name: string): string => `${kind === "nps" ? "nps" : "enps"}_${scale}${name}`;
  return {
    responses: { ...answered, id: named("responses"), take: "count", where: valid },
    promoters: {
      ...answered,
      id: named("promoters"),
      take: "count",
      where: { all: [valid, { column: "score", atLeast: 9 }] },
    },
    detractors: {
      ...answered,
      id: named("detractors"),
      take: "count",
      where: { all: [valid, { column: "score", atMost: 6 }] },
    },
    unmapped: {
      ...answered,
      id: named("unmapped"),
      take: "count",
      where: { all: [ofKind, { not: onTen }] },
    },
  };
}

/** Surveys by the time they were sent, of one kind or of all. */
export function sentSurveys(kind: string): {
  readonly sent: Input;
  readonly answered: Input;
  readonly span: Input;
  readonly steps: Input;
} {
  const ofKind: Where = kind === "all" ? { all: [] } : { column: "kind", is: kind };
  const sent = { kind: "surveys", at: "sent_at", where: ofKind } as const;
  const named = kind === "all" ? "surveys" : `${kind}_surveys`;
  return {
    sent: { ...sent, id: `${named}_sent`, take: "count" },
    answered: {
      ...sent,
      id: `${named}_sent_answered`,
      take: "count",
      // A row that stands for a call as well has a time even where nobody gave a score: no answer.
      hingesOn: ["score"],
      where: { all: [ofKind, { known: "answered_at" }, { known: "score" }] },
    },
    span: { ...sent, id: `${named}_span`, take: { span: "sent_day" } },
    steps: { ...sent, id: `${named}_waves_after_first`, take: { steps: "sent_day" } },
  };
}
