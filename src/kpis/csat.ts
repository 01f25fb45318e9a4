import { ratingIn, ratings } from "./inputs-surveys.ts";
import { defineKpi } from "./kpi.ts";
import { satisfaction, satisfiedFormula, satisfiedPlaces } from "./satisfaction.ts";

/** S0, S2, S3, S4: how one interaction was rated, on the day of the answer. */
export const csat = defineKpi({
  id: "csat",
  version: 1,
  title: {
    en: "Customer satisfaction",
    ko: "고객 만족도",
    ru: "Удовлетворённость клиентов",
    "zh-TW": "客戶滿意度評分",
  },
  aliases: [
    "CSAT",
    "CSAT score",
    "고객 만족",
    "고객 서비스 점수",
    "CSAT 점수",
    "수능 점수",
    "客戶滿意度",
    "顧客滿意度",
  ],
  meaning: {
    en: "The share of survey answers that are satisfied: 4 and 5 on a five-point scale. Missing answers are not counted as bad ones; of a ticket rated more than once the latest rating counts; the mean stands beside it.",
    ko: "설문 응답 중 만족(5점 척도에서 4·5점)의 비율입니다. 무응답은 불만족으로 세지 않으며, 여러 번 평가한 티켓은 마지막 평가만 셉니다. 평균 점수를 함께 보여 줍니다.",
    ru: "Доля положительных ответов: 4 и 5 по пятибалльной шкале. Отсутствие ответа не считается плохой оценкой; если обращение оценили несколько раз, считается последняя оценка; рядом показан средний балл.",
    "zh-TW":
      "問卷回覆中表示滿意的比例：五分量表中的 4 與 5 分。未回答不算不滿意；同一工單多次評分時以最後一次為準，並同時顯示平均分數。",
  },
  formula: satisfiedFormula,
  unit: "percent",
  better: "higher",
  kinds: ["surveys"],
  options: {
    stat: { type: "choice", values: ["share", "mean"] },
    satisfied: { type: "scores", scores: satisfiedPlaces },
    rating: { type: "choice", values: ratings },
  },
  measure: (options) => satisfaction("csat", options, ratingIn(options)),
  guardrails: ["reopen_rate", "aht", "survey_response_rate"],
  target: null,
});
