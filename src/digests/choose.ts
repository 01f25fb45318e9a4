import type { Unit } from "../quantities/unit.ts";
import type { Answer } from "../reports/answer.ts";
import { isCurrent } from "../reports/freshness.ts";
import type { RowStatus } from "./digest.ts";

/** What an answer has to tell, the most pressing first. */
export const stories = [
  "worseAndMissed",
  "missed",
  "worse",
  "better",
  "notCurrent",
  "steady",
  "noData",
] as const;
export type Story = (typeof stories)[number];

/** A change within chance tells nothing; a target missed by a hair is still missed. */
export function storyOf({ value, target, comparison, freshness, period }: Answer): Story {
  if (value === null) return "noData";
  if (!isCurrent(freshness, period)) return "notCurrent";
  const isMissed = target?.verdict === "missed";
  if (comparison?.verdict === "worse") return isMissed ? "worseAndMissed" : "worse";
  if (isMissed) return "missed";
  return comparison?.verdict === "better" ? "better" : "steady";
}

export function statusOf(answer: Answer): RowStatus {
  if (answer.value === null) return "no_data";
  if (!isCurrent(answer.freshness, answer.period)) return "not_current";
  if (answer.target !== null && answer.target.verdict !== null) return answer.target.verdict;
  const verdict = answer.comparison?.verdict ?? null;
  if (verdict === null) return "unjudged";
  return verdict === "better" || verdict === "worse" ? verdict : "steady";
}

/** The answers, those that matter most first; answers that tell the same by how much they moved. */
export const byImportance = (answers: readonly Answer[]): readonly Answer[] =>
  answers.toSorted(
    (a, b) => stories.indexOf(storyOf(a)) - stories.indexOf(storyOf(b)) || sizeOf(b) - sizeOf(a),
  );

/**
 * How much a change weighs, so that points of a share and seconds of a wait can stand in one order:
 * ten points of a share count as much as a third of any other figure.
 */
export function sizeOf({ unit, value, comparison, target }: Answer): number {
  const moved = Math.abs(comparison?.change ?? target?.gap ?? 0);
  if (isShare(unit)) return moved / 10;
  const from = Math.abs(comparison?.value ?? value ?? 0);
  return from === 0 ? 0 : (3 * moved) / from;
}

const isShare = (unit: Unit): boolean => unit === "percent" || unit === "points";
