import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldValue, isNamed, sameValue, tidyValue } from "../../src/kpis/same-value.ts";

test.each([
  ["email", "EMAIL"],
  ["Ann Lee", " ann \u00a0 LEE\t"],
  ["ＣＨＡＴ", "chat"],
  ["Straße", "STRASSE"],
  ["ΟΔΟΣ", "οδοσ"],
  ["İade", "iade"],
  ["café", "CAFE\u0301"],
  ["전화", "전화".normalize("NFD")],
  ["\ufeffemail", "e\u200bmail"],
])("%j and %j are one value", (a, b) => {
  expect(sameValue(a, b)).toBe(true);
  expect(isNamed(a, ["phone", b])).toBe(true);
});

test.each([
  ["email", "e-mail"],
  ["Ann Lee", "AnnLee"],
  ["cafe", "café"],
  ["почта", "почты"],
  ["Tier 1", "Tier 2"],
])("%j and %j are two values", (a, b) => {
  expect(sameValue(a, b)).toBe(false);
});

test("no way to write a value makes another of it, and tidying is done once", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(text, (value) => {
      const folded = foldValue(value);
      const ways = [folded, value.toUpperCase(), value.toLowerCase(), tidyValue(value)];
      for (const way of [...ways, value.normalize("NFD"), `  ${value}\u00a0`]) {
        expect(foldValue(way)).toBe(folded);
      }
      expect(tidyValue(tidyValue(value))).toBe(tidyValue(value));
    }),
    { numRuns: 500 },
  );
});
