import { expect, test } from "vitest";
import { correctADigest } from "../app/late-records.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";

test.skipIf(!hasPostgres)(
  "late records: a digest is corrected on PostgreSQL as in a folder",
  async () => {
    expect(await correctADigest((await aDatabase()).url)).toEqual({
      others: 0,
      notes: 2,
      corrections: 2,
    });
  },
  60_000,
);
