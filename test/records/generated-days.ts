import { dice } from "../goals/dice.ts";

/** How busy a desk is in each hour, against its other hours. */
export const shapes = {
  office: [0, 0, 0, 0, 0, 0, 0, 1, 5, 10, 12, 11, 7, 9, 11, 10, 9, 6, 1, 0.5, 0, 0, 0, 0],
  exact: Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 18 ? 1 : 0)),
  growing: Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? hour - 3 : 0)),
  evening: Array.from({ length: 24 }, (_, hour) => (hour >= 10 && hour < 22 ? hour : 0.2)),
  always: Array.from({ length: 24 }, () => 1),
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type Shape = keyof typeof shapes;

export interface DeskOfDays {
  readonly shape: Shape;
  /** Records of a usual day. */
  readonly usual: number;
  /** How much whole days, and single hours, swing beside chance: a standard deviation. */
  readonly swing: number;
}

interface Mishap {
  /** What is left of the day's records. */
  readonly share?: number;
  /** By how many hours they are moved. */
  readonly by?: number;
}

/** Throws days of a desk: how many records come in each hour. */
export function throwDays({ shape, usual, swing }: DeskOfDays, seed: number) {
  const { next, normal } = dice(seed);
  const busy = shapes[shape];
  const all = busy.reduce((sum, each) => sum + each, 0);
  const swung = (by: number): number => Math.exp(by * normal() - (by * by) / 2);
  const came = (expected: number): number => {
    if (expected > 50) return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal()));
    let [count, left] = [-1, Math.exp(expected)];
    while (left > 1 || count < 0) {
      left *= next();
      count += 1;
    }
    return count;
  };
  const day = ({ share = 1, by = 0 }: Mishap = {}): number[] => {
    const size = usual * share * swung(swing);
    const hours = busy.map((each) => came((size * each * swung(swing)) / all));
    return hours.map((_, hour) => hours[(hour - by + 24) % 24] ?? 0);
  };
  return { day, weeks: (): number[][] => Array.from({ length: 8 }, () => day()) };
}
