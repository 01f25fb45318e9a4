/** Chance that comes out the same for the same words, whatever order they are asked in. */
export function dice(seed: number): (...words: readonly (string | number)[]) => number {
  return (...words) => {
    // FNV-1a over the words, then mixed: neighbouring words must not fall alike.
    let hash = 2_166_136_261 ^ seed;
    for (const char of words.join("|")) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
  };
}
