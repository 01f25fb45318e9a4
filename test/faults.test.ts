import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url);
const text = readFileSync(new URL(".docs/faults.md", root), "utf8");
const rows = text
  .split("\n")
  .map((line) => /^\| (\d+) \|(.*)\|$/u.exec(line))
  .filter((found) => found !== null)
  .map(([, number = "", cells = ""]) => ({ number: Number(number), cells }));

test("every fault has its row", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 55 }, (_, at) => at + 1));
});

test("every row names a test, or says why there is none, and every test named is there", () => {
  for (const { number, cells } of rows) {
    expect([number, /`test\/[^`]+\.ts`|No test: \w/u.test(cells)]).toEqual([number, true]);
  }
  const named = [...text.matchAll(/`(test\/[^`]+\.ts)`/gu)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(55);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
