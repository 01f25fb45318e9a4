import { parseKpiWords } from "../../commands/words.ts";
import { questionToWords } from "../../commands/words/question-to-words.ts";

/** The question the words ask, in the words of the grammar; a problem by its code. */
export function understood(text: string): string {
  const asked = parseKpiWords(text);
  switch (asked.kind) {
    case "question":
      return questionToWords(asked.question);
    case "receipt":
    case "why":
    case "top":
      return `${asked.kind} ${questionToWords(asked.question)}`;
    case "define":
      return `define ${asked.kpi}`;
    case "problem":
      return `? ${asked.problem.code}`;
    case "note":
    case "export":
    case "guide":
    case "list":
      return asked.kind;
  }
}
