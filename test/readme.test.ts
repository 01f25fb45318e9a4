import { mkdtempSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { parseKpiWords } from "../commands/words.ts";
import { readConfig } from "../src/config/read-config.ts";

const root = resolve(import.meta.dirname, "..");
const documents = [
  "README.md",
  ".docs/worked-example.md",
  ".docs/agents.md",
  ".docs/privacy.md",
  ".docs/files.md",
  ".docs/digests.md",
  ".docs/postgresql.md",
  ".docs/running.md",
].map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));
const everything = documents.map(({ text }) => text).join("\n");

const all = (pattern: RegExp): string[] =>
  [...everything.matchAll(pattern)].map((match) => match[1]!);

test("every question the documents show is understood", () => {
  const questions = [
    ...all(/`\/kpi ([^`]+)`/gu),
    ...all(/npx goalpost kpi ([^`\n#]+)/gu).map((words) => words.replace(/ --\w+/gu, "")),
  ];
  expect(questions.length).toBeGreaterThan(10);
  for (const words of questions) {
    expect({ words, kind: parseKpiWords(words).kind }).not.toMatchObject({ kind: "problem" });
  }
});

test("every command the documents name exists", () => {
  const verbs = new Set([
    ...commands.map(({ name }) => name),
    "pull",
    "doctor",
    "audit",
    "export",
    "forget",
    "backup",
    "restore",
    "migrate",
    "manifest",
    "config",
    "version",
    "help",
  ]);
  expect(all(/npx goalpost (\w+)/gu).filter((verb) => !verbs.has(verb))).toEqual([]);
  const slashes = new Set(commands.map(({ name }) => name));
  expect(all(/`\/(\w+)[ `]/gu).filter((name) => !slashes.has(name))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  expect(all(/npm run (\w+)/gu).filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("every file and folder the documents name exists", () => {
  const paths = [
    ...all(/`((?:src|commands|goals|test)\/[\w./-]*)`/gu),
    ...all(/\]\((\.?[\w.][\w./-]*)\)/gu),
  ];
  expect(paths.length).toBeGreaterThan(8);
  const missing = paths.filter(
    (path) => !existsSync(join(root, path)) && !existsSync(join(root, ".docs", path)),
  );
  expect(missing).toEqual([]);
});

test("every configuration the documents show is valid", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-readme-"));
  const examples = all(/```yaml\n([^]*?)```/gu);
  expect(examples.length).toBe(3);
  const names: string[] = [];
  for (const [index, text] of examples.entries()) {
    const path = join(folder, `${index}.yml`);
    writeFileSync(path, text);
    const { sources } = await readConfig({ path, env: {} });
    names.push(...sources.map(({ name }) => name));
  }
  expect(names).toEqual(["phones", "phones", "help-desk"]);
});
