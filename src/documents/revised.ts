import type { Goal, GoalEdit } from "../../goals/goal.ts";

/** A goal after an edit, which it keeps. */
export const revised = (goal: Goal, edit: GoalEdit): Goal => ({
  ...goal,
  revision: goal.revision + 1,
  edits: [...goal.edits, edit],
});
