import { foldName } from "../../src/kpis/fold-name.ts";

/** Words that name one thing, parted by `|`. */
export const namesOf = (words: string): ReadonlySet<string> =>
  new Set(words.split("|").map((each) => foldName(each)));

/** The words behind a name at the beginning, as they were written; null where it does not stand there. */
export function afterName(text: string, names: ReadonlySet<string>): string | null {
  const [, first = "", rest = ""] = /^(\S+)\s*([^]*)$/u.exec(text) ?? [];
  return names.has(foldName(first)) ? rest : null;
}
