import { join } from "node:path";
import { expect, test } from "vitest";
import { pullSource } from "../../src/app/pull-source.ts";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { afterTest } from "../closing.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { toRequest } from "../records/to-request.ts";
import { writeFileSync } from "node:fs";

test("who is forgotten while a source is read is forgotten in what it brings", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "t.csv"), "Id,At,Agent\n1,2026-11-03,Ann\n2,2026-11-03,Becky\n");
  const records = await openDuckdb({ path: ":memory:", zone: "UTC", roots: [folder] });
  afterTest(() => records.close());
  const book = await openForgottenBook(folder, () => {});
  let reads = 0;
  const forgotten = {
    read: async () => {
      const names = await book.read();
      // Another process forgets her as soon as this one has begun.
      if ((reads += 1) === 1) await book.add(["Ann"], "agent");
      return names;
    },
  };
  const source = { records: { tickets: { id: "Id", created_at: "At", agent: "Agent" } } };
  await pullSource({ records, forgotten }, toRequest(source, folder, "UTC"), {});
  const held = await records.query("select agent from tickets order by id");
  expect(held).toEqual([{ agent: "former agent 1" }, { agent: "Becky" }]);
});
