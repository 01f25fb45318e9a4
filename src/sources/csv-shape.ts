import { createCsvParser } from "./csv-parser.ts";
import type { FileRecord } from "./source.ts";

export interface CsvShape {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Whether the header stands in the first line by itself, as the engine expects. */
  readonly isHeaderFirst: boolean;
}

/** Commas last: they stand in names and numbers as well, so that they lose where two fit alike. */
const delimiters = ["\t", ";", "|", ","] as const;

/** Enough records to tell a delimiter from a comma in a name. */
const sampleRecords = 100;
const pieceCharacters = 4096;

/** Finds the delimiter and the header in the beginning of a file; null where there is no header. */
export function findCsvShape(
  sample: string,
  quote: string,
  delimiter: string | undefined,
): CsvShape | null {
  const candidates = (delimiter === undefined ? delimiters : [delimiter]).map((each) =>
    tryDelimiter(sample, quote, each),
  );
  const best = candidates.reduce((a, b) => (b.score > a.score || a.score === 0 ? b : a));
  const [header] = best.records;
  if (header === undefined) return null;
  return {
    delimiter: best.delimiter,
    columns: header.map((cell) => cell.normalize("NFC").trim()),
    isHeaderFirst: /^[^\r\n]/u.test(sample) && header.every((cell) => !/[\r\n]/u.test(cell)),
  };
}

/** A delimiter is likely when it cuts the header into many cells and the records into as many. */
function tryDelimiter(sample: string, quote: string, delimiter: string) {
  const parser = createCsvParser(delimiter, quote);
  const whole: FileRecord[] = [];
  for (let at = 0; at < sample.length && whole.length < sampleRecords; at += pieceCharacters) {
    whole.push(...parser.push(sample.slice(at, at + pieceCharacters)));
  }
  const records = (whole.length > 0 ? whole : parser.end()).map(({ cells }) => cells);
  const width = records[0]?.length ?? 0;
  const alike = records.filter(({ length }) => length === width).length;
  return { delimiter, records, score: width > 1 ? (width * alike) / records.length : 0 };
}
