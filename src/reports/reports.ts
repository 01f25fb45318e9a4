import type { Locale } from "../i18n/locale.ts";
import type { Answer } from "./answer.ts";
import type { Question } from "./question.ts";

/** Measures questions. Built once by `app.ts`; `--at` builds one more with a stopped clock. */
export interface Reports {
  /** The texts in the answer (reason, warnings) are in `locale`. */
  readonly answer: (question: Question, locale: Locale) => Promise<Answer | MustChoose>;
}

/** Tickets and calls could both answer: the person says which (`kind:tickets`). */
export interface MustChoose {
  readonly mustChoose: "kind";
  readonly values: readonly string[];
}
