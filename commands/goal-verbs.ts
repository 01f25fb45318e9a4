/** What can be done with goals, by the words for it in every language. */
const words = {
  list: "list 목록 список 清單 列表",
  show: "show 보기 показать покажи 顯示 查看",
  edit: "edit 수정 편집 изменить 編輯 修改",
  "check-in": "check-in checkin 점검 체크인 отметка отметить 回報 簽到",
  pause: "pause 중지 일시중지 пауза приостановить 暫停",
  resume: "resume 재개 продолжить возобновить 繼續 恢復",
  archive: "archive 보관 архив архивировать 封存",
  history: "history 기록 이력 история 歷史 紀錄",
  renew: "renew 갱신 продлить продлевать 續期",
  "take-over": "take-over takeover 인수 принять 接手",
  odds: "odds 확률 가능성 шансы вероятность 機率",
  from: "from template templates 템플릿 шаблон шаблоны 範本",
} as const;

export type GoalVerb = keyof typeof words;

const verbs: ReadonlyMap<string, GoalVerb> = new Map(
  (
    [
      "list",
      "show",
      "edit",
      "check-in",
      "pause",
      "resume",
      "archive",
      "history",
      "renew",
      "take-over",
      "odds",
      "from",
    ] as const
  ).flatMap((verb) => words[verb].split(" ").map((word) => [word, verb] as const)),
);

export interface GoalWords {
  readonly verb: GoalVerb;
  /** What stands behind it, as it was typed. */
  readonly rest: string;
}

/** Null where the words begin with no verb. `check in` is one word written as two. */
export function readGoalWords(text: string): GoalWords | null {
  const plain = text.trim().replace(/^check in(?=\s|$)/iu, "check-in");
  const [word = ""] = plain.split(/\s+/u, 1);
  const verb = verbs.get(word.normalize("NFKC").toLowerCase());
  return verb === undefined ? null : { verb, rest: plain.slice(word.length).trim() };
}
