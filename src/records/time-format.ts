/** date-fns letters → the engine's. */
const letters: Readonly<Record<string, string>> = {
  yyyy: "%Y",
  yy: "%y",
  MMMM: "%B",
  MMM: "%b",
  MM: "%m",
  M: "%m",
  dd: "%d",
  d: "%d",
  EEEE: "%A",
  EEE: "%a",
  HH: "%H",
  H: "%H",
  hh: "%I",
  h: "%I",
  mm: "%M",
  m: "%M",
  ss: "%S",
  s: "%S",
  SSS: "%g",
  SSSSSS: "%f",
  a: "%p",
  X: "%z",
  XX: "%z",
  XXX: "%z",
  xx: "%z",
  xxx: "%z",
};

export interface TimeFormat {
  /** As the engine's `strptime` takes it. */
  readonly pattern: string;
  /** Whether the text names its own offset from UTC. */
  readonly hasOffset: boolean;
}

/** Reads `dd/MM/yyyy H:mm:ss`; the letters it does not know come back by themselves. */
export function toTimeFormat(format: string): TimeFormat | { readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  let hasOffset = false;
  // Quoted text, one letter repeated, or anything else, one character at a time.
  const pattern = format.replace(/'([^']*)'|([A-Za-z])\2*|./gsu, (piece, quoted?: string) => {
    if (quoted !== undefined) return plain(quoted === "" ? "'" : quoted);
    if (!/^[A-Za-z]/u.test(piece)) return plain(piece);
    const known = letters[piece];
    if (known === undefined) unknown.push(piece);
    hasOffset ||= known === "%z";
    return known ?? "";
  });
  return unknown.length > 0 ? { unknown } : { pattern, hasOffset };
}

const plain = (text: string): string => text.replaceAll("%", "%%");

/** The ways a duration may be written, beside plain seconds. */
export const durationFormats = ["H:mm:ss", "HH:mm:ss", "H:mm", "HH:mm", "m:ss", "mm:ss"] as const;
