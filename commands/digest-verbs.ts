import { sharedVerbs, verbReader, type VerbWords } from "./verbs.ts";

/** What can be done with digests, by the words for it in every language. */
const words = {
  ...sharedVerbs,
  new: "new 새로 추가 новая новую добавить 新增",
  preview: "preview 미리보기 предпросмотр 預覽",
  test: "test 테스트 проба пробу тест 測試",
  now: "now 지금 сейчас 立即 現在",
  status: "status 상태 статус состояние 狀態",
  snooze: "snooze 미루기 отложить 稍後",
  details: "details 상세 자세히 подробности подробно 詳細",
} as const;

export type DigestVerb = keyof typeof words;

const read = verbReader(words);

/** Null where the words begin with no verb. `미리 보기` is one word written as two. */
export const readDigestWords = (text: string): VerbWords<DigestVerb> | null =>
  read(text.trim().replace(/^미리 보기(?=\s|$)/u, "미리보기"));
