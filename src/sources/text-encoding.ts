/** Names that programs of one country use and the web's list of encodings does not know. */
const aliases: Readonly<Record<string, string>> = {
  cp949: "euc-kr",
  uhc: "euc-kr",
  cp932: "shift_jis",
  cp936: "gbk",
  cp950: "big5",
  "utf-16": "utf-16le",
  utf16: "utf-16le",
  cp1250: "windows-1250",
  cp1252: "windows-1252",
};

/** The encoding's proper name; null where it is unknown. */
export function toEncoding(name: string): string | null {
  const wanted = name.trim().toLowerCase();
  try {
    return new TextDecoder(aliases[wanted] ?? wanted).encoding;
  } catch {
    return null;
  }
}

/** The encoding a file names in its first bytes; null where it names none. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}
