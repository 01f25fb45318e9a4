/** What has been counted since a goal began: Σ ÷ Σ, and how many days of it are past and to come. */
export interface SoFar {
  readonly value: number;
  readonly daysPast: number;
  readonly daysLeft: number;
}

/**
 * What the figure must be from now on so that the whole time of the goal comes to the target, as much
 * being counted a day as so far: exact for every Σ ÷ Σ, and for a count of so many a week. Null where
 * nothing is past, or nothing left.
 */
export const neededFromNow = (
  { value, daysPast, daysLeft }: SoFar,
  target: number,
): number | null =>
  daysPast <= 0 || daysLeft <= 0 ? null : target + ((target - value) * daysPast) / daysLeft;
