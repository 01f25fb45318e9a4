import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { httpLimits } from "../../src/sources/http/http-limits.ts";
import { jsonRows } from "../../src/sources/http/json-rows.ts";

/** The text in pieces of any length. */
async function* inPieces(text: string, lengths: readonly number[]): AsyncIterable<string> {
  let from = 0;
  for (const length of lengths) {
    yield text.slice(from, from + length);
    from += length;
  }
  yield text.slice(from);
}

interface Page {
  readonly text: string;
  readonly rows: string | null;
  readonly also?: readonly string[];
  readonly isLines?: boolean;
}

async function read({ text, rows, also = [], isLines = false }: Page, lengths: readonly number[]) {
  const told = new Map<string, unknown>();
  const found: unknown[] = [];
  const page = { host: "desk", text: inPieces(text, lengths) };
  for await (const batch of jsonRows(page, { rows, also, isLines }, told, httpLimits)) {
    found.push(...batch);
  }
  return { found, told: Object.fromEntries(told) };
}

/** What JSON.parse makes of it, with every number as it was written. */
const withTexts = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === "number" ? JSON.stringify(each) : each,
  );

const rowOf = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 3 }));
const rowsOf = fc.array(rowOf, { maxLength: 6 });
const cuts = fc.array(fc.integer({ min: 0, max: 40 }));
const place = fc.stringMatching(/^[a-z]{1,5}$/u);

test("gives the rows that JSON.parse gives, wherever the text is cut and whatever stands around them", async () => {
  await fc.assert(
    fc.asyncProperty(
      rowsOf,
      rowOf,
      place,
      cuts,
      fc.boolean(),
      async (rows, around, at, lengths, isSpread) => {
        const indent = isSpread ? 2 : 0;
        const alone = await read({ text: JSON.stringify(rows, null, indent), rows: null }, lengths);
        expect(alone.found).toEqual(withTexts(rows));
        const page = { ...around, deep: { next: "n", [at]: rows, ends: true } };
        const text = JSON.stringify(page, null, indent);
        const also = ["deep.ends", ...(at === "next" ? [] : ["deep.next"])];
        const within = await read({ text, rows: `deep.${at}`, also }, lengths);
        expect(within.found).toEqual(at === "ends" ? [] : withTexts(page.deep[at]));
      },
    ),
    { numRuns: 150 },
  );
});

test("gives the rows of lines", async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, cuts, async (rows, lengths) => {
      const text = rows.map((row) => JSON.stringify(row)).join("\n");
      expect((await read({ text, rows: null, isLines: true }, lengths)).found).toEqual(
        withTexts(rows),
      );
    }),
    { numRuns: 100 },
  );
});

const isEmptyList = (text: string): boolean => /^\s*\[\s*\]\s*$/u.test(text);
const cutOff = rowsOf.map((rows) => JSON.stringify(rows).slice(0, -1));
const noList = fc.oneof(fc.string(), cutOff).filter((text) => !isEmptyList(text));

test("any other text, and any text that is cut off, is refused in words", async () => {
  await fc.assert(
    fc.asyncProperty(noList, cuts, async (text, lengths) => {
      await expect(read({ text, rows: null }, lengths)).rejects.toBeInstanceOf(AppError);
    }),
    { numRuns: 200 },
  );
});

test("reserved names are data", async () => {
  const text = '[{"__proto__":{"polluted":1},"constructor":2,"id":3}]';
  const { found } = await read({ text, rows: null }, [5, 9]);
  expect(Object.keys(found[0] as object)).toEqual(["__proto__", "constructor", "id"]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
