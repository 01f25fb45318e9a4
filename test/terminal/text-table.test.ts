import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { oneLine, paintFor } from "../../src/terminal/paint.ts";
import { textTable } from "../../src/terminal/text-table.ts";
import { fitTo, padEnd, textWidth } from "../../src/terminal/text-width.ts";

test.for([
  ["Ann", 3],
  ["김민수", 6],
  ["客戶服務", 8],
  ["ＡＢ", 4],
  ["ｱｲ", 2],
  ["Ёжик", 4],
  ["é", 1],
  ["한", 2],
  ["👍", 2],
  ["👩‍👩‍👧", 2],
  ["❤️", 2],
  ["—…·", 3],
  ["▁▂▃", 3],
  ["a\u200Bb", 2],
  ["", 0],
] as const)("%j takes %i columns", ([text, columns]) => {
  expect(textWidth(text)).toBe(columns);
});

test("columns of any script stand one below the other", () => {
  const rows = [
    ["Ann", "50 %", "20"],
    ["김민수", "100 %", "1,200"],
    ["客戶服務👍", "–", "7"],
  ];
  expect(textTable({ columns: ["Agent", "Rate", "n"], rows }, 1)).toEqual([
    "Agent        Rate      n",
    "Ann          50 %     20",
    "김민수      100 %  1,200",
    "客戶服務👍      –      7",
  ]);
});

test("every line of a table takes the same columns, whatever stands in it", () => {
  const cell = array(constantFrom("a", "я", "한", "國", "👍", "é", " ", "…"), {
    maxLength: 12,
  }).map((each) => each.join("").trim());
  const row = array(cell, { minLength: 3, maxLength: 3 });
  assert(
    property(array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const lines = textTable({ columns: ["x", "y", "z"], rows }, 1);
      // Figures stand to the right, so no line but an empty one ends early.
      const widths = lines.filter((_, at) => at === 0 || rows[at - 1]?.[2] !== "").map(textWidth);
      expect(new Set(widths).size).toBe(1);
    }),
    { seed: 7 },
  );
});

test("what is too long is cut between characters, never inside one", () => {
  expect(fitTo("客戶服務", 8)).toBe("客戶服務");
  expect(fitTo("客戶服務", 7)).toBe("客戶服…");
  expect(fitTo("客戶服務", 6)).toBe("客戶…");
  expect(textWidth(fitTo("👩‍👩‍👧👩‍👩‍👧", 3))).toBe(3);
  expect(padEnd("한", 4)).toBe("한  ");
});

test("nobody's name can paint the screen or turn a line around", () => {
  expect(oneLine("A\u001B[2Jnn\r\nfcr\u202Etxt\u0007\u009B1m")).toBe("A[2Jnn fcrtxt1m");
});

test("colour is only there where it is wanted", () => {
  expect(paintFor(false).bad("x")).toBe("x");
  expect(paintFor(true).bad("x")).toBe("\u001B[31mx\u001B[39m");
});
