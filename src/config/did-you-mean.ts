import { distance } from "fastest-levenshtein";

const fold = (word: string): string => word.toLowerCase().replaceAll(/[-\s]/gu, "_");

/** The one candidate near enough to be a slip of the keyboard. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 64) return null;
  const folded = fold(word);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(folded.length / 3)) + 1;
  for (const candidate of candidates) {
    const away = distanceBetween(folded, fold(candidate));
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

/** Two letters swapped are one slip, and so is a word cut short. */
function distanceBetween(word: string, candidate: string): number {
  const [short, long] = [word, candidate].toSorted((a, b) => a.length - b.length);
  const isCut = short !== undefined && short.length >= 3 && long?.startsWith(short) === true;
  return isCut || sorted(word) === sorted(candidate)
    ? Math.min(1, distance(word, candidate))
    : distance(word, candidate);
}

const sorted = (word: string): string => Array.from(word).toSorted().join("");

/** `Did you mean "csv"?`, or null where nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | null {
  const near = nearest(word, candidates);
  return near === null ? null : `Did you mean "${near}"?`;
}
