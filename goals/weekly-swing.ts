/** What a goal's figure was in a week, oldest first; null where there was no data. */
export type WeeklyValues = readonly (number | null)[];

/**
 * One way to read the weeks: the figure swings around a level that is not known, and so much of a
 * surprise (`memory`) is left a week later.
 */
export interface Swing {
  readonly memory: number;
  /** How likely this reading is beside the others; all make 1. */
  readonly weight: number;
  readonly level: number;
  /** How far weeks lie from the level, if the level were known: its square is a scaled inverse chi-square. */
  readonly scale: number;
  /** The variance of the level, in squares of the scale. */
  readonly doubt: number;
  /** Degrees of freedom. */
  readonly free: number;
}

export interface Learned {
  readonly swings: readonly Swing[];
  readonly last: number;
  /** Weeks that have passed since the last one with data. */
  readonly since: number;
  /** Every week was the same: nothing can be learned of how it moves. */
  readonly isStill: boolean;
}

/** From fewer weeks than this nothing can be told. */
const fewestWeeks = 6;

/** How much of a surprise is left a week later, from none to nearly all: each as likely as the other. */
const memories = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95];

/** Null where too few weeks have data. */
export function learnSwing(weeks: WeeklyValues): Learned | null {
  const known = weeks.flatMap((value, week) => (value === null ? [] : [{ value, week }]));
  const last = known.at(-1);
  if (last === undefined || known.length < fewestWeeks) return null;
  const learned = { last: last.value, since: weeks.length - 1 - last.week };
  if (known.every(({ value }) => value === last.value)) {
    return { ...learned, swings: [], isStill: true };
  }
  const read = memories.map((memory) => readWith(memory, known));
  const likeliest = Math.max(...read.map(({ logWeight }) => logWeight));
  const weights = read.map(({ logWeight }) => Math.exp(logWeight - likeliest));
  const all = weights.reduce((sum, each) => sum + each, 0);
  return {
    ...learned,
    isStill: false,
    swings: read.map(({ swing }, index) => ({ ...swing, weight: (weights[index] ?? 0) / all })),
  };
}

/**
 * How much of a surprise is left so many weeks later. Within a week two stretches of seven days share
 * days: what they share is the same, what is new is a week on.
 */
export function keptAfter(memory: number, weeks: number): number {
  const whole = Math.floor(weeks);
  const part = weeks - whole;
  return (1 - part) * memory ** whole + part * memory ** (whole + 1);
}

interface Known {
  readonly value: number;
  readonly week: number;
}

/**
 * The weeks made independent of each other: of each only what the one before it did not say. Then
 * level and scale are those of a plain regression with flat priors.
 */
function readWith(memory: number, known: readonly Known[]) {
  let [uu, uz, zz, logSize] = [0, 0, 0, 0];
  let before: Known | null = null;
  for (const each of known) {
    const kept: number = before === null ? 0 : memory ** (each.week - before.week);
    const size = Math.sqrt(1 - kept * kept);
    const z = (each.value - kept * (before?.value ?? 0)) / size;
    const u = (1 - kept) / size;
    uu += u * u;
    uz += u * z;
    zz += z * z;
    logSize += Math.log(size);
    before = each;
  }
  const free = known.length - 1;
  const level = uz / uu;
  const rest = Math.max(zz - uz * level, Number.MIN_VALUE);
  return {
    swing: { memory, level, scale: Math.sqrt(rest / free), doubt: 1 / uu, free },
    /** How well this memory explains the weeks. */
    logWeight: -logSize - Math.log(uu) / 2 - (free / 2) * Math.log(rest),
  };
}
