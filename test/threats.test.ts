import { expect, test } from "vitest";
import { numberedRows } from "./numbered-rows.ts";

const { rows, missing } = numberedRows(".docs/threats.md", /^\| T(\d+) \|(.*)\|$/u);

test("every threat has its row", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
});

test("every row names a test, or says why there is none, and every test named is there", () => {
  for (const { number, cells } of rows) {
    expect([number, /`test\/|No test:/u.test(cells)]).toEqual([number, true]);
  }
  expect(missing).toEqual([]);
});
