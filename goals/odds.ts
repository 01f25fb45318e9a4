import type { Goal } from "./goal.ts";
import { oddsToHold } from "./odds-to-hold.ts";
import { isMet } from "./progress.ts";
import { keptAfter, learnSwing, type WeeklyValues } from "./weekly-swing.ts";

type Aim = Pick<Goal, "target" | "towards" | "upTo" | "direction">;

/**
 * The chance, 0–1, that a goal is reached `weeksAhead` after the last week given, if things go on as
 * they went: to reach a target, that the week which ends then is at it or better; to keep one, that
 * this week and every whole one before it are. Level, spread and memory are learned from the weeks
 * (an autoregression of the first order), and what is left unsure of them widens the outlook. No
 * chance is drawn anew: the same weeks give the same odds. Null where too little is known.
 */
export function oddsOf(weeks: WeeklyValues, aim: Aim, weeksAhead: number): number | null {
  const learned = learnSwing(weeks);
  if (learned === null || weeksAhead <= 0) return null;
  const sign = aim.towards === "up" ? 1 : -1;
  if (learned.isStill) return isMet(aim, learned.last) ? 1 : 0;
  if (aim.direction === "keep") return oddsToHold(learned, aim, weeksAhead);
  const ahead = learned.since + weeksAhead;
  return learned.swings.reduce((chance, { memory, weight, level, scale, doubt, free }) => {
    const kept = keptAfter(memory, ahead);
    const mean = level + kept * (learned.last - level);
    const spread = scale * Math.sqrt(1 - kept * kept + (1 - kept) ** 2 * doubt);
    return chance + weight * studentBelow((sign * (mean - aim.target)) / spread, free);
  }, 0);
}

/** The share of Student's t below `t`, for a whole number of degrees of freedom (Abramowitz and Stegun 26.7). */
function studentBelow(t: number, free: number): number {
  const angle = Math.atan(t / Math.sqrt(free));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = free % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = free === 1 ? 0 : term;
  for (let step = isOdd ? 3 : 2; step <= free - 2; step += 2) {
    term *= (cosine * cosine * (step - 1)) / step;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return 0.5 + within / 2;
}
