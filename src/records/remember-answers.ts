import type { RecordStore, ResultRow } from "./store.ts";

/** The same store, asked each question once: for as long as a view of the records is to stay the same. */
export function rememberAnswers(store: RecordStore): RecordStore {
  const answers = new Map<string, Promise<readonly ResultRow[]>>();
  return {
    ...store,
    query: (sql, values = []) => {
      const question = JSON.stringify([sql, values]);
      const known = answers.get(question);
      if (known !== undefined) return known;
      const answer = store.query(sql, values);
      answers.set(question, answer);
      return answer;
    },
  };
}
