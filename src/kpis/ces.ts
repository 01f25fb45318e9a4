import {
  isCounted,
  meanScore,
  ratedAgain,
  ratedAs,
  type Rating,
  ratingIn,
  ratings,
  surveyInputs,
} from "./inputs-surveys.ts";
import { minus, sumOf, type Input } from "./inputs.ts";
import { defineKpi, type Measure } from "./kpi.ts";
import type { Scores } from "./options.ts";
import { share } from "./share.ts";
import { spreadOf } from "./spread.ts";
import type { Where } from "./where.ts";

/** Places counted from the hard end; kpis.md C7: 5–7 of seven are easy, the index takes 6–7 less 1–3. */
const easy: Scores = { 5: [4, 5], 7: [5, 6, 7] };
const veryEasy: Scores = { 5: [4, 5], 7: [6, 7] };
const hard: Scores = { 5: [1, 2], 7: [1, 2, 3] };

/** S4: how easy it was. Which end is the easy one differs, so a survey must say it (`high_is_good`). */
export const ces = defineKpi({
  id: "ces",
  version: 1,
  title: {
    en: "Customer effort score",
    ko: "고객 노력 점수",
    ru: "Индекс усилий клиента",
    "zh-TW": "客戶費力度",
  },
  aliases: ["CES", "customer effort", "客戶努力得分", "客戶努力分數"],
  meaning: {
    en: "How easy it was to get help, as the mean score read so that high is easy. Surveys that do not say which end is easy are left out.",
    ko: "도움을 받기가 얼마나 쉬웠는지를 나타내는 평균 점수로, 높을수록 쉬운 것으로 맞춥니다. 어느 쪽이 쉬운지 밝히지 않은 설문은 제외합니다.",
    ru: "Насколько легко было получить помощь: средний балл, где больше значит легче. Опросы, в которых не указано, какой край шкалы означает «легко», не учитываются.",
    "zh-TW":
      "取得協助有多容易：平均分數，統一為分數越高越容易。未說明哪一端代表容易的問卷不列入計算。",
  },
  formula: {
    en: "sum of scores ÷ answers",
    ko: "점수 합계 ÷ 응답 수",
    ru: "сумма баллов ÷ ответы",
    "zh-TW": "分數總和 ÷ 回覆數",
  },
  unit: "score",
  better: "higher",
  kinds: ["surveys"],
  options: {
    stat: { type: "choice", values: ["mean", "share", "index"] },
    rating: { type: "choice", values: ratings },
  },
  measure: (options): Measure => {
    const rating = ratingIn(options);
    const also: readonly Where[] = [{ known: "high_is_good" }];
    const inputs = surveyInputs("ces", Object.keys(easy), rating, also);
    const all = sumOf(inputs.responses);
    const { mean, ends } = meanScore(inputs);
    const easyShare = share(sumOf(inputs.atPlaces("easy", easy)), all);
    const index = share(
      minus(sumOf(inputs.atPlaces("very_easy", veryEasy)), inputs.atPlaces("hard", hard)),
      all,
    );
    const shared = {
      sample: all,
      variants: { mean, share: easyShare, index },
      notes: {
        unmapped_scale: sumOf(inputs.unmapped),
        direction_unknown: sumOf(undirected(rating)),
        ...ratedAgain(inputs, rating),
      },
      missing: "direction_unknown",
    } as const;
    if (options["stat"] === "share") {
      return { ...shared, value: easyShare, unit: "percent", interval: "wilson" };
    }
    if (options["stat"] === "index") {
      return { ...shared, value: index, unit: "points", interval: "nps" };
    }
    const interval = { spread: spreadOf(inputs.responses, "good_score") };
    return { ...shared, value: mean, interval, ends };
  },
  guardrails: ["csat"],
  target: null,
});

const undirected = (rating: Rating): Input => ({
  id: `${ratedAs("ces", rating)}_without_direction`,
  kind: "surveys",
  at: "answered_at",
  take: "count",
  where: {
    all: [
      { column: "kind", is: "ces" },
      { known: "score" },
      { unknown: "high_is_good" },
      ...isCounted(rating),
    ],
  },
});
