import { expect, test } from "vitest";
import { numberedRows } from "./numbered-rows.ts";

const { rows, named, missing } = numberedRows(".docs/faults.md", /^\| (\d+) \|(.*)\|$/u);

test("every fault has its row", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 55 }, (_, at) => at + 1));
});

test("every row names a test, or says why there is none, and every test named is there", () => {
  for (const { number, cells } of rows) {
    expect([number, /`test\/[^`]+\.ts`|No test: \w/u.test(cells)]).toEqual([number, true]);
  }
  expect(named.filter((path) => path.endsWith(".ts")).length).toBeGreaterThan(55);
  expect(missing).toEqual([]);
});
