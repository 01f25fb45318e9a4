import type { Goal, GoalState } from "../../goals/goal.ts";
import { standingsOf, type GoalStanding, type StandingPorts } from "./goal-standing.ts";

/** The goals in the order in which they need somebody; those that need it alike as they came. */
export async function byPressure(
  goals: readonly Goal[],
  ports: StandingPorts,
): Promise<readonly GoalStanding[]> {
  const standings = await standingsOf(goals, ports);
  return standings.toSorted((a, b) => pressureOf(b) - pressureOf(a));
}

const urgencies: Readonly<Record<GoalState, number>> = {
  missed: 5,
  behind: 4,
  guardrail_broken: 3,
  at_risk: 2,
  active: 1,
  on_track: 0,
  achieved: -1,
  paused: -2,
  archived: -2,
};

/** How far behind, with what is missed or behind before all that is well. */
function pressureOf({ state, progress, expected }: GoalStanding): number {
  const gap = progress === null || expected === null ? 0 : expected - progress;
  return urgencies[state] * 1e6 + Math.max(-1e5, Math.min(1e5, gap));
}
