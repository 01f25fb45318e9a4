import { sharedVerbs, verbReader, type VerbWords } from "./verbs.ts";

/** What can be done with goals, by the words for it in every language. */
const words = {
  ...sharedVerbs,
  "check-in": "check-in checkin 점검 체크인 отметка отметить 回報 簽到",
  start: "start begin 시작 начать старт 開始",
  archive: "archive 보관 архив архивировать 封存",
  history: "history 기록 이력 история 歷史 紀錄",
  renew: "renew 갱신 продлить продлевать 續期",
  "take-over": "take-over takeover 인수 принять 接手",
  odds: "odds 확률 가능성 шансы вероятность 機率",
  from: "from template templates 템플릿 шаблон шаблоны 範本",
} as const;

const read = verbReader(words);

export type GoalWords = VerbWords<keyof typeof words>;

/** Null where the words begin with no verb. `check in` is one word written as two. */
export const readGoalWords = (text: string): GoalWords | null =>
  read(text.trim().replace(/^check in(?=\s|$)/iu, "check-in"));
