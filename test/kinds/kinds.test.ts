import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { kinds } from "../../src/kinds/index.ts";
import { type Kind, segments } from "../../src/kinds/kind.ts";

const all: readonly Kind[] = kinds;

test("every file of the shelf is in the list", () => {
  const files = readdirSync(new URL("../../src/kinds", import.meta.url))
    .map((name) => name.replace(/\.ts$/u, ""))
    .filter((name) => name !== "kind" && name !== "index");
  expect(all.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test.each(all)("$id names only columns it has", (kind) => {
  const columns = Object.keys(kind.columns);
  expect([...columns, ...Object.keys(kind.derived)]).toContain(kind.at);
  const named = [
    ...Object.values(kind.derived).flatMap((each) =>
      Object.entries(each).flatMap(([name, column]) => (name === "take" ? [] : column)),
    ),
    ...(kind.oneOf ?? []),
    ...Object.values(kind.contradictions).flatMap((each) =>
      each.check === "before" ? [each.end, each.start] : [each.column, each.low, each.high],
    ),
  ];
  expect(named.filter((name) => !columns.includes(name))).toEqual([]);
});

test.each(all)("the names of $id mean one thing each, and need no quotes", (kind) => {
  const names = [
    "source",
    "id",
    ...segments,
    ...Object.keys(kind.columns),
    ...Object.keys(kind.derived),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z][a-z_]*$/u.test(name))).toEqual([]);
});
