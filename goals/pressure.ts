import type { Goal, GoalState } from "./goal.ts";

/** How a goal stands, as far as its place among others goes. */
export interface Standing {
  readonly goal: Pick<Goal, "severity" | "target" | "upTo">;
  readonly state: GoalState;
  readonly value: number | null;
  readonly progress: number | null;
  readonly expected: number | null;
}

/** How much a point of the way weighs. */
const weights: Readonly<Record<Goal["severity"], number>> = { high: 3, normal: 2, low: 1 };

/** In points of the way: further back than twice the whole is far enough. */
const mostGap = 200;
const wholeWay = 100;

/** Those that need somebody first, then as they are listed here. */
const calm: readonly GoalState[] = [
  "active",
  "on_track",
  "achieved",
  "draft",
  "paused",
  "archived",
];

/**
 * Compares for an order in which those come first that need somebody most: by severity × gap. The gap
 * is how many points of the way a goal is short of its straight line, or of the whole once its time
 * is over; of one to keep, or without a baseline, by how many percent it misses its target; and the
 * whole way where it was reached at the cost of a guardrail.
 */
export const byPressure = (a: Standing, b: Standing): number =>
  calm.indexOf(a.state) - calm.indexOf(b.state) || pressureOf(b) - pressureOf(a);

const pressureOf = (standing: Standing): number =>
  calm.includes(standing.state)
    ? 0
    : weights[standing.goal.severity] * Math.min(mostGap, Math.max(0, gapOf(standing)));

function gapOf({ goal, state, value, progress, expected }: Standing): number {
  if (state === "guardrail_broken") return wholeWay;
  if (progress !== null) return (expected ?? wholeWay) - progress;
  if (value === null) return wholeWay;
  const { target, upTo = Infinity } = goal;
  // Of a band the edge that was passed.
  const edge = value > upTo ? upTo : target;
  return edge === 0 ? wholeWay : (100 * Math.abs(value - edge)) / Math.abs(edge);
}
