import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createCsvParser, mostRecordCharacters } from "../../src/sources/csv-parser.ts";
import type { FileRecord } from "../../src/sources/source.ts";

/** Parses in pieces of any sizes. */
function parse(text: string, pieces: readonly number[] = []): readonly FileRecord[] {
  const parser = createCsvParser(",", '"');
  const records: FileRecord[] = [];
  let at = 0;
  for (const length of pieces) {
    records.push(...parser.push(text.slice(at, at + length)));
    at += length;
  }
  records.push(...parser.push(text.slice(at)), ...parser.end());
  return records;
}

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.stringMatching(/^[a",\n\r ]{0,6}$/u),
  fc.constant(""),
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test("what is written with quotes is read back, however it is cut and its lines end", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.boolean(),
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 }),
      (rows, ending, hasLastEnding, pieces) => {
        const text = rows.map((row) => row.map(quoted).join(",")).join(ending);
        const records = parse(text + (hasLastEnding ? ending : ""), pieces);
        expect(records).toEqual(rows.map((cells) => ({ cells, trouble: null })));
      },
    ),
    { numRuns: 300 },
  );
});

test("any text at all is parsed alike in one piece and in many, and never throws", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 60 }).map((text) => text.replaceAll("x", '",\n')),
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }),
      (text, pieces) => {
        expect(parse(text, pieces)).toEqual(parse(text));
      },
    ),
    { numRuns: 500 },
  );
});

test("blank lines are no records, an empty quoted cell is one", () => {
  expect(parse('a,b\n\n\r\n""\n,\n').map(({ cells }) => cells)).toEqual([
    ["a", "b"],
    [""],
    ["", ""],
  ]);
});

test("text after a closing quote is broken, a quote inside plain text is not", () => {
  expect(parse('"a" b,c\n5" screen,d\n')).toEqual([
    { cells: ["a b", "c"], trouble: "broken_quotes" },
    { cells: ['5" screen', "d"], trouble: null },
  ]);
});

test("a record longer than the limit is named and its text thrown away, the next one is read", () => {
  const records = parse(`"${"x,\n".repeat(mostRecordCharacters)}",b\nc,d\n`, [1000, 100_000]);
  expect(records).toEqual([
    { cells: [], trouble: "too_long" },
    { cells: ["c", "d"], trouble: null },
  ]);
  expect(parse(`${",".repeat(mostRecordCharacters + 5)}\nc`)[0]).toMatchObject({
    trouble: "too_long",
  });
});

test("an open quote is known with the record it began in", () => {
  const parser = createCsvParser(",", '"');
  parser.push('a,b\n1,2\n3,"4\n5,6\n');
  expect(parser.openQuoteAt()).toBe(3);
});
