import { foldName } from "../../src/kpis/fold-name.ts";
import type { Corrected } from "./asked.ts";
import { nearest } from "./nearest.ts";
import type { Piece } from "./pieces.ts";
import { monthNames } from "./period-phrases.ts";
import { vocabulary } from "./vocabulary.ts";

/**
 * What may be offered for a word: never a particle or a filler, and for a name that would only be
 * asked about in turn what it can mean.
 */
const offered: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...[...vocabulary]
    .filter(([, { canonical }]) => canonical !== "")
    .map(
      ([name, { meaning, canonical }]) =>
        [name, meaning.kind === "collision" ? meaning.candidates : [canonical]] as const,
    ),
  ...[...monthNames].map(([name, canonical]) => [name, [canonical]] as const),
]);

/** So many words in a row may be one name mistyped, and so many slips are put right at once. */
const longestSlip = 6;
const mostSlips = 4;
const mostTries = 8;
const mostOffers = 3;

interface Slip {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
  readonly instead: readonly string[];
}

export interface Correction {
  /** The words that nobody knows. */
  readonly word: string;
  /** What they may have meant, each with the whole text put right; empty where nothing is near. */
  readonly meant: readonly Corrected[];
}

/** Reads unknown words as slips of known ones; null where every word is known. */
export function correct(pieces: readonly Piece[]): Correction | null {
  const unknown = pieces.find(({ meaning }) => meaning.kind === "unknown");
  if (unknown === undefined) return null;
  const value = asValue(pieces, unknown);
  if (value !== null) return { word: unknown.text, meant: [value] };
  const slips = slipsIn(pieces);
  const [first] = slips;
  // A slip further on does not explain this word.
  if (first === undefined || pieces.indexOf(unknown) < first.from) {
    return { word: unknown.text, meant: [] };
  }
  const word = pieces
    .slice(first.from, first.to)
    .map(({ text, isJoined }, at) => (isJoined === true || at === 0 ? text : ` ${text}`))
    .join("");
  const meant = first.instead.slice(0, mostOffers).map((instead) => ({
    instead,
    words: rewritten(pieces, [{ ...first, instead: [instead] }, ...slips.slice(1)]),
  }));
  return { word, meant };
}

/** "channel:email, chat": a word behind the comma is more likely another value than a KPI mistyped. */
function asValue(pieces: readonly Piece[], unknown: Piece): Corrected | null {
  const at = pieces.indexOf(unknown);
  const filter = pieces[at - 1];
  if (filter?.meaning.kind !== "pair" || !filter.meaning.isOpen) return null;
  if (vocabulary.get(foldName(filter.meaning.key))?.meaning.kind !== "segment") return null;
  const after = pieces.slice(at);
  const known = after.findIndex(({ meaning }) => meaning.kind !== "unknown");
  const values = known === -1 ? after : after.slice(0, known);
  const instead = [filter.canonical, ...values.map(({ text }) => text)].join(",");
  const words = [...pieces.slice(0, at - 1), ...after.slice(values.length)]
    .map(({ canonical }) => canonical)
    .filter((word) => word !== "");
  return { instead, words: [...words, instead].join(" ") };
}

/** The text in words of the grammar, one piece said otherwise. */
export const withPiece = (pieces: readonly Piece[], text: string, instead: string): string =>
  pieces
    .map((piece) => (piece.text === text ? instead : piece.canonical))
    .filter((word) => word !== "")
    .join(" ");

function rewritten(pieces: readonly Piece[], slips: readonly Slip[]): string {
  return pieces
    .map((piece, at) => {
      const slip = slips.find(({ from, to }) => at >= from && at < to);
      if (slip === undefined) return piece.canonical;
      return at === slip.from ? (slip.instead[0] ?? "") : "";
    })
    .filter((word) => word !== "")
    .join(" ");
}

function slipsIn(pieces: readonly Piece[]): readonly Slip[] {
  const slips: Slip[] = [];
  let at = 0;
  let tries = 0;
  for (const [place, piece] of pieces.entries()) {
    if (place < at || piece.meaning.kind !== "unknown") continue;
    if (tries === mostTries) break;
    tries += 1;
    const slip = bestSlip(pieces, place, at);
    if (slip === null) continue;
    slips.push(slip);
    at = slip.to;
    if (slips.length === mostSlips) break;
  }
  return slips;
}

/** The words around an unknown one that come nearest to a name together. */
function bestSlip(pieces: readonly Piece[], unknown: number, start: number): Slip | null {
  let best: Slip | null = null;
  for (let from = Math.max(start, unknown - longestSlip + 1); from <= unknown; from += 1) {
    const last = Math.min(pieces.length, from + longestSlip);
    for (let to = unknown + 1; to <= last; to += 1) {
      const span = pieces.slice(from, to);
      if (!span.every(isLoose)) continue;
      const found = offersFor(span.map(({ text }) => text).join(" "));
      const [nearestOne] = found;
      if (
        nearestOne === undefined ||
        (best !== null && isBetter(best, nearestOne.distance, to - from))
      ) {
        continue;
      }
      const same = found.filter(({ distance }) => distance === nearestOne.distance);
      const instead = [...new Set(same.map(({ canonical }) => canonical))];
      best = { from, to, distance: nearestOne.distance, instead };
    }
  }
  return best;
}

const isBetter = (best: Slip, distance: number, length: number): boolean =>
  best.distance < distance || (best.distance === distance && best.to - best.from >= length);

/** A piece that may be part of a mistyped name. */
const isLoose = ({ meaning }: Piece): boolean =>
  meaning.kind === "marker"
    ? ["filler", "from", "by"].includes(meaning.marker)
    : ["unknown", "collision", "segment", "time"].includes(meaning.kind);

function offersFor(
  text: string,
): readonly { readonly canonical: string; readonly distance: number }[] {
  // A month that is spelt right is no slip: what stands beside it is.
  const isMonth = monthNames.has(foldName(text));
  return nearest(text, offered.keys())
    .filter(({ name }) => !isMonth || !monthNames.has(name))
    .flatMap(({ name, distance }) =>
      (offered.get(name) ?? []).map((canonical) => ({ canonical, distance })),
    );
}
