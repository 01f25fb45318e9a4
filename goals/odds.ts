/** What a goal's figure was in a week, oldest first; null where there was no data. */
export type WeeklyValues = readonly (number | null)[];

/** From fewer weeks than this nothing can be told. */
const fewestWeeks = 6;

/** How much of a surprise is left a week later, from none to nearly all: each as likely as the other. */
const memories = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95];

/**
 * The chance, 0–1, that the week ending `weeksAhead` after the last known one is at the target or
 * better, if things go on as they went. The figure is taken to swing around a level that is not
 * known, surprises fading from week to week (an autoregression of the first order with flat priors):
 * level, spread and memory are learned from the weeks given, and what is left unsure of them widens
 * the outlook. No randomness: the same weeks give the same chance. Null where too little is known.
 */
export function oddsOf(
  weeks: WeeklyValues,
  { target, towards }: { readonly target: number; readonly towards: "up" | "down" },
  weeksAhead: number,
): number | null {
  const known = weeks.flatMap((value, week) => (value === null ? [] : [{ value, week }]));
  const last = known.at(-1);
  if (last === undefined || known.length < fewestWeeks || weeksAhead <= 0) return null;
  const ahead = weeks.length - 1 - last.week + weeksAhead;
  const sign = towards === "up" ? 1 : -1;
  if (known.every(({ value }) => value === last.value)) {
    return sign * (last.value - target) >= 0 ? 1 : 0;
  }
  const outlooks = memories.map((memory) => outlookWith(memory, known, ahead));
  const likeliest = Math.max(...outlooks.map(({ logWeight }) => logWeight));
  let weight = 0;
  let chance = 0;
  for (const { logWeight, mean, spread } of outlooks) {
    const each = Math.exp(logWeight - likeliest);
    weight += each;
    chance += each * studentBelow((sign * (mean - target)) / spread, known.length - 1);
  }
  return chance / weight;
}

interface Outlook {
  readonly mean: number;
  readonly spread: number;
  /** How well this memory explains the weeks. */
  readonly logWeight: number;
}

interface Known {
  readonly value: number;
  readonly week: number;
}

/**
 * The weeks made independent of each other: of each only what the one before it did not say. Then
 * level and spread are those of a plain regression, and what is ahead is a Student's t.
 */
function outlookWith(memory: number, known: readonly Known[], ahead: number): Outlook {
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
  const kept = memory ** ahead;
  return {
    mean: level + kept * ((before?.value ?? level) - level),
    spread: Math.sqrt((rest / free) * (1 - kept * kept + (1 - kept) ** 2 / uu)),
    logWeight: -logSize - Math.log(uu) / 2 - (free / 2) * Math.log(rest),
  };
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

/** What has been counted since a goal began: Σ ÷ Σ, and how many days of it are past and to come. */
export interface SoFar {
  readonly value: number;
  readonly daysPast: number;
  readonly daysLeft: number;
}

/**
 * What the figure must be from now on so that the whole time of the goal comes to the target, as much
 * being counted a day as so far: exact for every Σ ÷ Σ. Null where nothing is past, or nothing left.
 */
export const neededFromNow = (
  { value, daysPast, daysLeft }: SoFar,
  target: number,
): number | null =>
  daysPast <= 0 || daysLeft <= 0 ? null : target + ((target - value) * daysPast) / daysLeft;
