import type { FileRecord, RecordTrouble } from "./source.ts";

/** What a record may hold at most; a longer one is named and its text thrown away. */
export const mostRecordCharacters = 1_000_000;

export interface CsvParser {
  /** Takes the next piece of text and gives the records that ended in it. */
  readonly push: (text: string) => readonly FileRecord[];
  /** The last record, where the text ends without a line break. */
  readonly end: () => readonly FileRecord[];
  /** The number of the record whose quote is still open; null when none is. */
  readonly openQuoteAt: () => number | null;
}

type Place = "start" | "plain" | "quoted" | "after_quote";

/** Reads delimited text piece by piece; blank lines are no records. Linear, whatever it is given. */
export function createCsvParser(delimiter: string, quote: string): CsvParser {
  let records: FileRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let characters = 0;
  let place: Place = "start";
  let isBlank = true;
  let trouble: RecordTrouble | null = null;
  let isAfterReturn = false;
  let count = 0;

  const add = (text: string): void => {
    characters += text.length;
    if (characters > mostRecordCharacters) trouble = "too_long";
    else cell += text;
  };
  const endCell = (): void => {
    cells.push(cell);
    cell = "";
    place = "start";
    characters += 1;
    if (characters > mostRecordCharacters) {
      trouble = "too_long";
      cells = [];
    }
  };
  const endRecord = (): void => {
    const isEmpty = isBlank && trouble === null && cells.length === 0 && cell === "";
    endCell();
    if (!isEmpty) {
      count += 1;
      records.push({ cells: trouble === "too_long" ? [] : cells, trouble });
    }
    cells = [];
    characters = 0;
    trouble = null;
    isBlank = true;
  };

  /** Handles the one character that ends a cell or a record; false where it is neither. */
  const endsAt = (character: string): boolean => {
    if (character === delimiter) endCell();
    else if (character === "\n" || character === "\r") {
      isAfterReturn = character === "\r";
      endRecord();
    } else return false;
    return true;
  };

  const stepQuoted = (text: string, at: number): number => {
    const close = text.indexOf(quote, at);
    add(text.slice(at, close < 0 ? text.length : close));
    if (close < 0) return text.length;
    place = "after_quote";
    return close + 1;
  };
  const stepAfterQuote = (text: string, at: number): number => {
    const character = text.charAt(at);
    if (character === quote) {
      add(quote);
      place = "quoted";
    } else if (!endsAt(character)) {
      trouble ??= "broken_quotes";
      place = "plain";
      return at;
    }
    return at + 1;
  };
  const stepPlain = (text: string, at: number): number => {
    let to = at;
    while (to < text.length && !isEnd(text.charAt(to), delimiter)) to += 1;
    add(text.slice(at, to));
    if (to < text.length) endsAt(text.charAt(to));
    return to + 1;
  };
  const step = (text: string, at: number): number => {
    if (place === "quoted") return stepQuoted(text, at);
    if (place === "after_quote") return stepAfterQuote(text, at);
    if (place === "start") {
      if (isAfterReturn) {
        isAfterReturn = false;
        if (text.charAt(at) === "\n") return at + 1;
      }
      if (text.charAt(at) === quote) {
        isBlank = false;
        place = "quoted";
        return at + 1;
      }
      place = "plain";
    }
    return stepPlain(text, at);
  };

  const taken = (): readonly FileRecord[] => {
    const ready = records;
    records = [];
    return ready;
  };
  return {
    push: (text) => {
      for (let at = 0; at < text.length;) at = step(text, at);
      return taken();
    },
    end: () => {
      if (place !== "start" || cells.length > 0) endRecord();
      return taken();
    },
    openQuoteAt: () => (place === "quoted" ? count + 1 : null),
  };
}

const isEnd = (character: string, delimiter: string): boolean =>
  character === delimiter || character === "\n" || character === "\r";
