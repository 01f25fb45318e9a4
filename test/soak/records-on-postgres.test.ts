import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { hasPostgres } from "../fixtures/database.ts";
import { standOn } from "../records/stores.ts";

/** What is asked of the engine's records is asked of those in PostgreSQL, word for word. */
standOn("PostgreSQL");

/** They ask no records. */
const withoutRecords = ["same-value.test.ts", "past-due.test.ts"];

const root = join(import.meta.dirname, "..");
const asked = [
  ...["pull", "mapping", "landing", "spellings", "retention", "money-kinds", "query"].map(
    (name) => `records/${name}.test.ts`,
  ),
  "soak/generated-desks.test.ts",
  ...["kpis", "reports"].flatMap((room) =>
    readdirSync(join(root, room))
      .filter((name) => name.endsWith(".test.ts") && !withoutRecords.includes(name))
      .map((name) => `${room}/${name}`),
  ),
];

describe.skipIf(!hasPostgres).each(asked)("%s", async (file) => {
  await import(join(root, file));
});
