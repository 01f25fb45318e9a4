export interface VerbWords<V extends string> {
  readonly verb: V;
  /** What stands behind it, as it was typed. */
  readonly rest: string;
}

/**
 * Reads the verb that words begin with, in any language: `words` are those that mean it, by verb,
 * with spaces between. Null where the words begin with none.
 */
export function verbReader<V extends string>(
  words: Readonly<Record<V, string>>,
): (text: string) => VerbWords<V> | null {
  const isVerb = (name: string): name is V => Object.hasOwn(words, name);
  const verbs = new Map(
    Object.entries<string>(words).flatMap(([verb, all]) =>
      isVerb(verb) ? all.split(" ").map((word) => [word, verb] as const) : [],
    ),
  );
  return (text) => {
    const plain = text.trim();
    const [word = ""] = plain.split(/\s+/u, 1);
    const verb = verbs.get(word.normalize("NFKC").toLowerCase());
    return verb === undefined ? null : { verb, rest: plain.slice(word.length).trim() };
  };
}

/** The words for what can be done with a goal and a digest alike. */
export const sharedVerbs = {
  list: "list 목록 список 清單 列表",
  show: "show 보기 показать покажи 顯示 查看",
  edit: "edit 수정 편집 изменить 編輯 修改",
  pause: "pause 중지 일시중지 пауза приостановить 暫停",
  resume: "resume 재개 продолжить возобновить 繼續 恢復",
} as const;
