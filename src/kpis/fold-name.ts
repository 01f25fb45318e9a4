/**
 * A name as people may type it, made comparable: width and case folded, ё as е, and without spaces,
 * brackets, middle dots, hyphens and underscores.
 */
export const foldName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\s()[\]{}「」『』·・‧•_‐-―-]/gu, "");
