/**
 * The words of a shell as one line again: the shell has taken the quotes away, so what holds a space
 * behind a colon gets them back. A word that holds spaces by itself is a whole sentence.
 */
export const joinWords = (words: readonly string[]): string => words.map(rejoin).join(" ");

function rejoin(word: string): string {
  const [, name, value] = /^([\p{L}_-]+[:=])(.*)$/su.exec(word) ?? [];
  if (name === undefined || value === undefined || value.includes('"')) return word;
  if (!/\s/u.test(value) || /\s[\p{L}_-]+[:=]/u.test(value)) return word;
  return name + value.split(",").map(quoted).join(",");
}

const quoted = (value: string): string =>
  /\s/u.test(value.trim()) ? `"${value.trim().replaceAll(/[\\"]/gu, "\\$&")}"` : value;
