/** A desk this small swings by itself. */
const fewestUsual = 10;
const fewestWeeks = 4;
/** From the median distance to the standard deviation of what swings as chance does. */
const toDeviation = 1.4826;

export interface UsualDay {
  /** The median of the weeks. */
  readonly usual: number;
  readonly lowest: number;
}

/** What is usual of the same weekday in the weeks before; null of too few weeks or records. */
export function usualDay(counts: readonly number[]): UsualDay | null {
  if (counts.length < fewestWeeks) return null;
  const usual = median(counts);
  return usual < fewestUsual ? null : { usual, lowest: Math.min(...counts) };
}

/**
 * By which share days swing around what is usual of their weekday, each seen from the other weeks, as
 * one standard deviation; a few days of another kind, as holidays nobody named, do not move it.
 */
export function usualSwing(weekdays: readonly (readonly number[])[]): number {
  const distances = weekdays.flatMap((counts) =>
    usualDay(counts) === null
      ? []
      : counts.map((count, at) => {
          const usual = median(counts.filter((_, other) => other !== at));
          return Math.abs(count / Math.max(usual, 1) - 1);
        }),
  );
  return distances.length === 0 ? 0 : toDeviation * median(distances);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}
