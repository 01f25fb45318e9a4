import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import type { Migration } from "../../src/documents/document-file.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { afterTest } from "../closing.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";

const clock = stoppedAt(new Date("2026-11-16T08:00:00Z"));
const by = { who: "U0LEAD", via: "slack" };

/** As if goals had been called objectives once, and marks were younger than all else. */
const migrations: readonly Migration[] = [
  ({ objectives, ...file }) => ({ ...file, goals: objectives }),
  (file) => ({ ...file, marks: [] }),
];

async function open(folder: string) {
  const documents = await openLowdb({ folder, clock, warn: () => {}, migrations });
  afterTest(documents.close);
  return documents;
}

/** A folder whose documents are of the first version. */
async function anOldFolder() {
  const folder = join(newFolder(), "data");
  const documents = await open(folder);
  await documents.change(by, ({ goals }) => goals.put(aGoal({ target: 81 })));
  await documents.close();
  const path = join(folder, "documents.json");
  const { goals, marks: _none, ...rest } = JSON.parse(readFileSync(path, "utf8"));
  const text = JSON.stringify({ ...rest, version: 1, objectives: goals });
  writeFileSync(path, text);
  return { folder, path, text };
}

test("documents of an earlier version are brought up to date, and kept as they were", async () => {
  const { folder, path, text } = await anOldFolder();
  const documents = await open(folder);
  expect((await documents.goals.get("g1"))?.target).toBe(81);
  expect(readFileSync(`${path}.v1`, "utf8")).toBe(text);
  expect(statSync(`${path}.v1`).mode & 0o077).toBe(0);
  for (const target of [82, 83, 84]) {
    await documents.change(by, ({ goals }) => goals.put(aGoal({ target })));
  }
  await documents.close();
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ version: 3 });
  expect(readFileSync(`${path}.v1`, "utf8")).toBe(text);
  expect((await (await open(folder)).goals.get("g1"))?.target).toBe(84);
});

test("a start that changes nothing leaves them as they were, for the program they came from", async () => {
  const { folder, path, text } = await anOldFolder();
  await (await open(folder)).close();
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("a good copy of an earlier version stands in for a broken file, migrated", async () => {
  const { folder, path, text } = await anOldFolder();
  writeFileSync(`${path}.bak`, text);
  writeFileSync(path, "");
  expect((await (await open(folder)).goals.get("g1"))?.target).toBe(81);
  expect(readFileSync(`${path}.v1`, "utf8")).toBe(text);
});
