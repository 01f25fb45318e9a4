import { expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { afterTest } from "../closing.ts";
import { newFolder } from "../fixtures/new-folder.ts";

test("a question that wants more memory than there is fails alone, and the next is answered", async () => {
  const folder = newFolder();
  const records = await openDuckdb({
    path: `${folder}/records.duckdb`,
    zone: "UTC",
    roots: [folder],
    memoryLimit: "64MB",
  });
  afterTest(() => records.close());
  const greedy = "select list(i order by i desc) as all_of_them from range(40000000) as r(i)";
  const [failed, small] = await Promise.allSettled([
    records.query(greedy),
    records.query("select 1 as one"),
  ]);
  expect(failed).toMatchObject({ status: "rejected", reason: { code: "query_stopped" } });
  expect(small).toMatchObject({ status: "fulfilled", value: [{ one: 1 }] });
  expect(await records.query("select 2 as two")).toEqual([{ two: 2 }]);
});
