import { sentSurveys } from "./inputs-surveys.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import type { Options } from "./options.ts";
import { share } from "./share.ts";

/** The kinds of survey people may ask about. */
export const surveyOption = {
  type: "choice",
  values: ["all", "csat", "nps", "ces", "esat"],
} as const;

export const surveyIn = (options: Options): string =>
  surveyOption.values.find((each) => each === options["survey"]) ?? "all";

/** S2, goal 4; kpis.md C5: of the surveys sent in the period, whenever the answer came. */
export const surveyResponseRate = defineKpi({
  id: "survey_response_rate",
  version: 1,
  title: {
    en: "Survey response rate",
    ko: "설문 회수율",
    ru: "Доля ответивших на опрос",
    "zh-TW": "問卷回覆率",
  },
  aliases: ["survey response", "설문 응답률", "отклик на опросы", "問卷回收率"],
  meaning: {
    en: "How many of the surveys sent in the period were answered; `survey:` names one kind. Answers to the latest surveys may still come.",
    ko: "기간 안에 보낸 설문 가운데 답변을 받은 비율입니다. `survey:`로 한 종류를 지정합니다. 최근에 보낸 설문에는 답이 더 올 수 있습니다.",
    ru: "На какую часть опросов, отправленных за период, ответили; `survey:` выбирает один вид. На последние опросы ещё могут ответить.",
    "zh-TW": "期間內寄出的問卷中獲得回覆的比例；以 `survey:` 指定一種。最近寄出的仍可能收到回覆。",
  },
  formula: {
    en: "surveys answered ÷ surveys sent",
    ko: "답변받은 설문 ÷ 보낸 설문",
    ru: "опросы с ответом ÷ отправленные опросы",
    "zh-TW": "已回覆的問卷 ÷ 寄出的問卷",
  },
  unit: "percent",
  better: "higher",
  kinds: ["surveys"],
  options: { survey: surveyOption },
  measure: (options) => {
    const { sent, answered } = sentSurveys(surveyIn(options));
    return {
      value: share(sumOf(answered), sumOf(sent)),
      sample: sumOf(sent),
      variants: {},
      interval: "wilson",
      notes: {},
    };
  },
  guardrails: ["csat"],
  target: null,
});
