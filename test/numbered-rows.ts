import { existsSync, readFileSync } from "node:fs";

const root = new URL("..", import.meta.url);

/** A page whose table says of each numbered thing what is done, and which test shows it. */
export function numberedRows(page: string, row: RegExp) {
  const text = readFileSync(new URL(page, root), "utf8");
  const named = [...text.matchAll(/`(test\/[^`]+)`/gu)].map(([, path = ""]) => path);
  return {
    rows: text
      .split("\n")
      .map((line) => row.exec(line))
      .filter((found) => found !== null)
      .map(([, number = "", cells = ""]) => ({ number: Number(number), cells })),
    named,
    missing: named.filter((path) => !existsSync(new URL(path, root))),
  };
}
