import { choices, createDice } from "./dice.ts";
import { partsOf, toDayNumber, weekdayOf } from "./wall-clock.ts";
import type { DayNumber } from "./wall-clock.ts";

/** Sunday first: Mondays bring what the weekend left, weekends are thin. */
const weekdays = [0.24, 1.28, 1.08, 1, 0.95, 0.86, 0.34];

/** January first, each in force in the middle of its month: a quiet August, a full December. */
const months = [1, 0.96, 0.98, 0.97, 0.95, 0.96, 0.9, 0.76, 0.98, 1.02, 1.12, 1.34];

/** How busy a day is; an ordinary Wednesday is 1, and a little more every year. */
export function loadOn(day: DayNumber, isOff: (day: DayNumber) => boolean): number {
  // Counted from a fixed day: however often a day is told, it is told the same.
  const growth = 1 + (0.05 * (day - ordinaryDay)) / 365;
  return growth * seasonOn(day) * (weekdays[weekdayOf(day)] ?? 1) * (isOff(day) ? 0.3 : 1);
}

const ordinaryDay = toDayNumber("2026-07-01");

/** Nobody can foresee it: some days are busier than others like them. */
export const surpriseOn = (day: DayNumber): number => createDice(`day ${day}`).spread(1, 0.07);

function seasonOn(day: DayNumber): number {
  const { month, date } = partsOf(day);
  const fromMiddle = (date - 15) / 30;
  const own = months[month - 1] ?? 1;
  const neighbour = months[(month + (fromMiddle < 0 ? 10 : 0)) % 12] ?? 1;
  return own + (neighbour - own) * Math.abs(fromMiddle);
}

const share = (hour: number, weight: number) => [hour, weight] as const;

/** When people write: the morning peak, the dip at lunch, an evening on the sofa. */
export const hoursOfWriting = choices(
  share(0, 0.4),
  ...[0.25, 0.15, 0.12, 0.15, 0.3, 0.9, 2, 4.5, 7.5, 8.5, 8, 5, 6, 7.5, 7.5, 7, 6].map(
    (weight, index) => share(index + 1, weight),
  ),
  ...[4.5, 4, 3.5, 2.8, 1.8, 1].map((weight, index) => share(index + 18, weight)),
);

/** When people ring or chat; the hour before opening and the one after closing are few. */
export const hoursOfTalking = choices(
  share(7, 0.3),
  ...[5, 8.5, 10, 9, 5.5, 6.5, 8.5, 8.5, 7.5, 6, 4, 3].map((weight, index) =>
    share(index + 8, weight),
  ),
  share(20, 0.4),
);

/** How much more happens in that hour than in an ordinary one, seen by those who answer. */
export function pressureIn(hour: number): number {
  const index = hoursOfTalking.items.indexOf(hour);
  const weight = (hoursOfTalking.upTo[index] ?? 0) - (hoursOfTalking.upTo[index - 1] ?? 0);
  // At lunch the team is at lunch too.
  return (weight / 6.8) * (hour === 12 ? 1.5 : 1);
}
