import { sentSurveys } from "./inputs-surveys.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { surveyIn, surveyOption } from "./survey-response-rate.ts";

/** S2, goal 4: a survey goal states how often is asked. A day on which surveys were sent is a wave. */
export const surveyCadence = defineKpi({
  id: "survey_cadence",
  version: 1,
  title: {
    en: "Time between survey waves",
    ko: "설문 주기",
    ru: "Интервал между опросами",
    "zh-TW": "問卷間隔",
  },
  aliases: ["survey cadence", "survey frequency", "설문 빈도", "частота опросов", "問卷頻率"],
  meaning: {
    en: "How long it takes on average from one day on which surveys were sent to the next. Ask over a period that holds at least two of them, and for one kind with `survey:`.",
    ko: "설문을 보낸 날에서 다음에 보낸 날까지 걸린 평균 시간입니다. 보낸 날이 이틀 이상 있는 기간으로, `survey:`로 한 종류를 지정해 물어보세요.",
    ru: "Сколько в среднем проходит от одного дня рассылки опросов до следующего. Спрашивайте за период, где таких дней не меньше двух, и об одном виде через `survey:`.",
    "zh-TW":
      "從一次寄出問卷的日子到下一次平均相隔多久。請選擇至少含兩次寄送的期間，並以 `survey:` 指定一種。",
  },
  formula: {
    en: "days from the first wave to the last ÷ (waves − 1)",
    ko: "첫 발송일부터 마지막 발송일까지의 일수 ÷ (발송 횟수 − 1)",
    ru: "дни от первой рассылки до последней ÷ (рассылки − 1)",
    "zh-TW": "首次寄送至最後一次的天數 ÷（寄送次數 − 1）",
  },
  unit: "seconds",
  better: "lower",
  kinds: ["surveys"],
  options: { survey: surveyOption },
  measure: (options) => {
    const { sent, span, steps } = sentSurveys(surveyIn(options));
    return {
      value: { take: "ratio", numerator: sumOf(span), denominator: sumOf(steps), times: 1 },
      sample: sumOf(sent),
      variants: {},
      interval: null,
      notes: {},
    };
  },
  // Who is asked too often stops answering.
  guardrails: ["survey_response_rate"],
  target: null,
});
