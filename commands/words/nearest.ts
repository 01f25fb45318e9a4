import { distance } from "fastest-levenshtein";
import { foldName } from "../../src/kpis/fold-name.ts";

export interface Near {
  readonly name: string;
  readonly distance: number;
}

/** Longer words than this are not typos of ours. */
const longestTypo = 60;

/** How many letters may be wrong in a word of that length. */
const tolerance = (length: number): number =>
  length < 3 ? 0 : length < 4 ? 1 : length < 8 ? 2 : 3;

const sorted = (text: string): string => Array.from(text).toSorted().join("");

/** The names, folded or ids, that `typed` could be a slip of, nearest first; letters only swapped come before others. */
export function nearest(typed: string, names: Iterable<string>): readonly Near[] {
  const folded = foldName(typed);
  const most = folded.length > longestTypo ? 0 : tolerance(folded.length);
  if (most === 0) return [];
  const found: (Near & { readonly isSwap: boolean })[] = [];
  for (const name of names) {
    const other = name.includes("_") ? foldName(name) : name;
    // A word that shares hardly a letter is no slip: "csi" is not "asa".
    if (Math.abs(other.length - folded.length) > most || other.length <= most) continue;
    const steps = distance(folded, other);
    const isSwap = steps === 2 && sorted(other) === sorted(folded);
    if (steps <= most || isSwap) found.push({ name, distance: isSwap ? 1 : steps, isSwap });
  }
  return found.toSorted((a, b) => a.distance - b.distance || Number(b.isSwap) - Number(a.isSwap));
}
