import type { Localized } from "../i18n/locale.ts";
import {
  meanScore,
  promoterInputs,
  type Rating,
  ratedAgain,
  surveyInputs,
} from "./inputs-surveys.ts";
import { minus, sumOf } from "./inputs.ts";
import type { Measure } from "./kpi.ts";
import { scoresIn, type Options, type Scores } from "./options.ts";
import { share } from "./share.ts";
import { spreadOf } from "./spread.ts";

/** kpis.md C5: the places on a scale that count as satisfied, by the number of its points. */
export const satisfiedPlaces: Scores = {
  2: [2],
  3: [3],
  5: [4, 5],
  7: [6, 7],
  10: [9, 10],
};

export const satisfiedFormula: Localized = {
  en: "satisfied answers ÷ valid answers",
  ko: "만족 응답 ÷ 유효 응답",
  ru: "положительные ответы ÷ действительные ответы",
  "zh-TW": "滿意的回覆 ÷ 有效回覆",
};

/** Satisfied out of all valid answers, with the mean score beside it where all use one scale. */
export function satisfaction(kind: "csat" | "esat", options: Options, rating?: Rating): Measure {
  const satisfied = scoresIn(options, "satisfied");
  const inputs = surveyInputs(kind, Object.keys(satisfied), rating);
  const { mean, ends } = meanScore(inputs);
  const satisfiedShare = share(
    sumOf(inputs.atPlaces("satisfied", satisfied)),
    sumOf(inputs.responses),
  );
  const isMean = options["stat"] === "mean";
  return {
    value: isMean ? mean : satisfiedShare,
    ...(isMean ? { unit: "score", ends } : {}),
    sample: sumOf(inputs.responses),
    variants: { share: satisfiedShare, mean },
    interval: isMean ? { spread: spreadOf(inputs.responses, "good_score") } : "wilson",
    notes: { unmapped_scale: sumOf(inputs.unmapped), ...ratedAgain(inputs, rating) },
    missing: "unmapped_scale",
  };
}

/** Promoters less detractors; passives count in the responses alone. `low` keeps to scales that begin there. */
export function promoterScore(kind: "nps" | "esat", low: 0 | 1 | null = null): Measure {
  const inputs = promoterInputs(kind, low);
  return {
    value: share(minus(sumOf(inputs.promoters), inputs.detractors), sumOf(inputs.responses)),
    unit: "points",
    sample: sumOf(inputs.responses),
    variants: {},
    interval: "nps",
    notes: { unmapped_scale: sumOf(inputs.unmapped) },
    missing: "unmapped_scale",
  };
}
