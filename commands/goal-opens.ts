import { templateNamed } from "./goal-templates.ts";
import { readGoalWords } from "./goal-verbs.ts";
import { namedValues } from "./named-values.ts";
import { kpiNamed } from "./only-for.ts";

/** Whether words after `/goal` ask for a form: a new goal, a template, an edit, a check-in without a text. */
export function opensGoalForm(words: string): boolean {
  const asked = readGoalWords(words);
  if (asked === null) {
    const { plain } = namedValues(words);
    return plain.length === 0 || kpiNamed(plain.join(" ")) !== null;
  }
  const [id, ...text] = asked.rest.split(/\s+/u).filter((word) => word !== "");
  if (asked.verb === "edit") return id !== undefined;
  if (asked.verb === "check-in") return id !== undefined && text.length === 0;
  const isTemplate = () => templateNamed(namedValues(asked.rest).plain.join(" ")) !== null;
  return asked.verb === "from" && isTemplate();
}
