import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { linesFromEnd } from "../../src/documents/lines-from-end.ts";
import { newFolder } from "../fixtures/new-folder.ts";

async function read(text: string): Promise<readonly string[]> {
  const path = join(newFolder(), "lines.jsonl");
  await writeFile(path, text);
  const lines: string[] = [];
  for await (const line of linesFromEnd(path)) lines.push(line);
  return lines;
}

test("the lines of a file come from its end, whole, the last one also where it was cut off", async () => {
  const line = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/[\n\r]/u.test(text)),
    // Longer than what is read at a time, in characters of several bytes.
    fc.integer({ min: 80_000, max: 300_000 }).map((length) => "한".repeat(length)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.boolean(), async (lines, isWhole) => {
      const text = lines.join("\n") + (isWhole && lines.length > 0 ? "\n" : "");
      expect(await read(text)).toEqual(lines.toReversed());
    }),
    { numRuns: 60 },
  );
});

test("an empty file has none", async () => {
  expect(await read("")).toEqual([]);
});
