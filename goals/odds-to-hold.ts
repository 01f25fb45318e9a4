import type { Goal } from "./goal.ts";
import { isMet } from "./progress.ts";
import { keptAfter, type Learned, type Swing } from "./weekly-swing.ts";

/** So many ways on are tried: the odds are within two points of what endlessly many would say. */
const trials = 2_000;

/**
 * The chance, 0–1, that every week ahead holds the target: each whole one, and the stretch of seven
 * days that ends with the last. There is no formula for all of them at once, so ways on are laid out
 * by the readings of the past and counted; always the same ways, so that the same weeks give the
 * same odds and an easier target never worse ones.
 */
export function oddsToHold(
  { swings, last, since }: Learned,
  aim: Pick<Goal, "target" | "towards" | "upTo">,
  weeksAhead: number,
): number {
  const holds = (value: number) => isMet(aim, value);
  const normal = sameNormals();
  let held = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const swing = swingAt(swings, (trial + 0.5) / trials);
    if (swing !== undefined && isHeld(swing, { last, since, weeksAhead, holds, normal })) held += 1;
  }
  return held / trials;
}

interface Way {
  readonly last: number;
  readonly since: number;
  readonly weeksAhead: number;
  readonly holds: (value: number) => boolean;
  readonly normal: () => number;
}

/** One way on. It is walked to its end even when lost: the next begins at the same place in the numbers. */
function isHeld(
  { memory, level: middle, scale, doubt, free }: Swing,
  { last, since, weeksAhead, holds, normal }: Way,
): boolean {
  // Chi-square over its degrees of freedom, by Wilson and Hilferty: within one percent from six weeks on.
  const odd = 2 / (9 * free);
  const square = Math.max(1e-6, (1 - odd + normal() * Math.sqrt(odd)) ** 3);
  const spread = scale / Math.sqrt(square);
  const level = middle + spread * Math.sqrt(doubt) * normal();
  let swing = last - level;
  const go = (weeks: number): void => {
    const kept = keptAfter(memory, weeks);
    swing = kept * swing + spread * Math.sqrt(1 - kept * kept) * normal();
  };
  if (since > 0) go(since);
  let isWhole = true;
  for (let left = weeksAhead; left > 1e-9; left -= 1) {
    go(Math.min(1, left));
    isWhole &&= holds(level + swing);
  }
  return isWhole;
}

/** The reading that a share of all falls on, by their weights. */
function swingAt(swings: readonly Swing[], share: number): Swing | undefined {
  let sum = 0;
  return swings.find(({ weight }) => (sum += weight) >= share) ?? swings.at(-1);
}

/** More than most goals need; a longer one begins again at the first. */
const howMany = 131_072;
let normals: Float64Array | null = null;

/** Numbers that lie as chance would lay them, the same every time. */
function sameNormals(): () => number {
  const laid = (normals ??= laidOut());
  let at = 0;
  return () => laid[at++ % howMany] ?? 0;
}

/** By mulberry32, and Box and Muller. */
function laidOut(): Float64Array {
  let state = 20_261_116;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return Float64Array.from(
    { length: howMany },
    () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
}
