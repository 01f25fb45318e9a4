import { foldName } from "../../src/kpis/fold-name.ts";
import { addDays, isLocalDay } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { afterName, namesOf } from "./after-name.ts";
import { readDates } from "./dates.ts";
import { vocabulary } from "./vocabulary.ts";

/** What the words behind `note` ask for; the text is kept as it was written. */
export type NoteAsked =
  | { readonly kind: "list" }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "write"; readonly day: LocalDay; readonly text: string }
  | { readonly kind: "no_day"; readonly text: string }
  | { readonly kind: "no_such_day"; readonly day: string }
  | { readonly kind: "no_text"; readonly day: LocalDay };

const noteNames = namesOf("note | notes | 메모 | 노트 | заметка | заметки | заметку | 註記 | 備註");
const removing = namesOf("remove | delete | 삭제 | 제거 | удалить | удали | убрать | 刪除 | 移除");

/** The words behind "note"; null where something else is asked. */
export const afterNote = (text: string): string | null => afterName(text, noteNames);

export function readNoteWords(words: string, today: LocalDay): NoteAsked {
  const text = words.trim();
  const parts = text === "" ? [] : text.split(/\s+/u);
  const [first = "", second] = parts;
  if (parts.length === 0 || (second === undefined && isListWord(first))) return { kind: "list" };
  const id = parts.find((each) => /^n\d{1,6}$/iu.test(each));
  const isRemoval = parts.some((each) => removing.has(foldName(each)));
  if (parts.length === 2 && id !== undefined && isRemoval) {
    return { kind: "remove", id: id.toLowerCase() };
  }
  const dated = dayAt(text, first, today);
  if (dated === null) return { kind: "no_day", text };
  const { day, end } = dated;
  if (!isLocalDay(day)) return { kind: "no_such_day", day };
  const said = text.slice(end).replace(/^[\s:：,，.–—-]+/u, "");
  return said === "" ? { kind: "no_text", day } : { kind: "write", day, text: said };
}

const isListWord = (word: string): boolean => {
  const known = vocabulary.get(foldName(word))?.meaning;
  return known?.kind === "marker" && known.marker === "list";
};

/** The day the text begins with, in figures or as "today" or "yesterday", and where it ends. */
function dayAt(
  text: string,
  first: string,
  today: LocalDay,
): { readonly day: string; readonly end: number } | null {
  const dates = readDates(text, 0);
  if (dates !== null) {
    const { spec } = dates.token;
    const isDay = spec.kind === "range" && spec.from === spec.to;
    return isDay ? { day: spec.from, end: dates.end } : null;
  }
  const known = vocabulary.get(foldName(first))?.meaning;
  if (known?.kind !== "period" || known.spec.kind !== "day") return null;
  const { which } = known.spec;
  if (which !== "today" && which !== "yesterday") return null;
  return { day: which === "today" ? today : addDays(today, -1), end: first.length };
}
