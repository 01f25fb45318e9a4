import { expect, test } from "vitest";
import { correctADigest } from "./late-records.ts";

test("late records: the digest that was posted says what it said and what is so now", async () => {
  expect(await correctADigest(null)).toEqual({ others: 0, notes: 2, corrections: 2 });
}, 30_000);
