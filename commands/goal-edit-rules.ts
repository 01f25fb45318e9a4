import type { Goal } from "../goals/goal.ts";
import { askedAt } from "../goals/steps.ts";
import type { Finding } from "../goals/smart.ts";
import type { GoalChange } from "../src/documents/goal-book.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { sentences } from "../src/i18n/sentences.ts";

/** Fields that not every goal has. */
type Rare = "surveyEvery" | "upTo" | "outOf";

/** What an edit makes of a goal. */
export type Edited = Required<Omit<GoalChange, Rare>> & Pick<GoalChange, Rare>;

/** What forbids always counts; what was accepted when it was set is not asked about again. */
export function isOfChange({ severity, field }: Finding, goal: Goal, edited: Edited): boolean {
  if (severity === "block") return true;
  const isOther = (name: "guardrails" | "owner" | "checkpointOwners"): boolean =>
    String(edited[name]) !== String(goal[name]);
  if (field === "target") return isHarder(goal, edited);
  if (field === "guardrails") return isOther("guardrails");
  return field === "owner" && (isOther("owner") || isOther("checkpointOwners"));
}

/** More is asked, or as much in less time. */
const isHarder = (goal: Goal, { target, direction, deadline }: Edited): boolean =>
  (goal.towards === "up" ? target > goal.target : target < goal.target) ||
  deadline < goal.deadline ||
  direction !== goal.direction;

/** S2, C21: what was promised becomes easier only with a reason. A draft has promised nothing yet. */
export const isEased = (goal: Goal, edited: Edited): boolean =>
  !goal.draft &&
  (edited.deadline > goal.deadline ||
    (goal.direction === "keep" && edited.direction === "reach") ||
    (edited.upTo ?? Infinity) > (goal.upTo ?? Infinity) ||
    isLess(goal, edited.target, goal.target) ||
    goal.steps.some(({ until, target }) =>
      isLess(goal, askedAt({ ...goal, ...edited }, until) ?? target, target),
    ));

/** The last decimals of a line between two days say nothing. */
const isLess = ({ towards }: Goal, asked: number, before: number): boolean =>
  (towards === "up" ? before - asked : asked - before) > 1e-9;

/** What was promised becomes easier only with a reason, and so does what a rule warns of. */
export function reasonWanted(
  eased: boolean,
  warnings: readonly string[],
  locale: Locale,
): string | null {
  const why = eased ? [say(locale, (t) => t.goals.errors.reason)] : [];
  if (warnings.length === 0) return why[0] ?? null;
  return say(locale, (t) => t.goals.errors.accept, {
    warnings: sentences([...why, ...warnings], locale),
  });
}
