import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { exampleText, schemaText } from "../../src/config/config-texts.ts";
import { shelf } from "../../src/config/shelf.ts";
import { kinds } from "../../src/kinds/index.ts";
import { kpis } from "../../src/kpis/index.ts";
import { faultsOf, newFolder, read, withWeb } from "./desk.ts";

/** Every optional line of the example brought to life: # without a space behind it. */
const alive = exampleText().replaceAll(/^#(?! \S|$)/gmu, "");

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly description?: string;
  readonly anyOf?: readonly Node[];
  readonly [key: string]: unknown;
}

const schema = JSON.parse(schemaText()) as Node;

/** Every key of the schema with its description, wherever it stands. */
function keysOf(node: unknown): readonly (readonly [string, string | undefined])[] {
  if (typeof node !== "object" || node === null) return [];
  const own = Object.entries((node as Node).properties ?? {}).map(
    ([key, each]) => [key, each.description] as const,
  );
  return [...own, ...Object.values(node).flatMap(keysOf)];
}

const prose = exampleText()
  .replaceAll(/^\s*#\s+/gmu, "")
  .replaceAll(/\s+/gu, " ");

test("the example is a valid configuration", async () => {
  expect(await faultsOf({ text: exampleText() })).toEqual([]);
  const config = await read({ text: exampleText() });
  expect(config.workspace.zone).toBe("Europe/Berlin");
  expect(config.sources.map(({ name }) => name)).toEqual(["phones"]);
});

test("the example stays valid with every optional line in it", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "desk-password.txt"), "a-password");
  const config = await read({ text: alive, env: { DESK_TOKEN: "a-token" }, folder });
  expect(Object.keys(config.targets).toSorted()).toEqual(kpis.map(({ id }) => id).toSorted());
  expect(Object.keys(config.sources[0]!.records)).toEqual(kinds.map(({ id }) => id));
  expect(config.people.admins).toEqual(["U0ADMIN"]);
  expect(config.sla).toHaveLength(1);
});

test("every key of the schema stands in the example, with its description", () => {
  const keys = keysOf(schema);
  expect(keys.length).toBeGreaterThan(100);
  const missing = keys.filter(
    ([key, description]) =>
      !new RegExp(`(?:^|[\\s#-])${key}:`, "mu").test(alive) ||
      (description !== undefined && !prose.includes(description.replaceAll(/\s+/gu, " "))),
  );
  expect(missing).toEqual([]);
});

test("every option of every KPI is shown with its default", () => {
  const shown = parse(alive) as { kpis: Record<string, Record<string, unknown>> };
  for (const kpi of shelf.kpis.filter(({ options }) => Object.keys(options).length > 0)) {
    expect([kpi.id, Object.keys(shown.kpis[kpi.id] ?? {})]).toEqual([
      kpi.id,
      Object.keys(kpi.options),
    ]);
  }
});

test("an editor is told that a secret is named, not written", () => {
  const tokens = nodesCalled("token", JSON.parse(schemaText(withWeb)));
  expect(tokens).toContainEqual({
    description: "Its key",
    anyOf: ["env", "file"].map((key) => ({
      type: "object",
      properties: { [key]: { type: "string" } },
      required: [key],
      additionalProperties: false,
    })),
  });
});

function nodesCalled(name: string, node: unknown): readonly unknown[] {
  if (typeof node !== "object" || node === null) return [];
  const own = (node as Node).properties?.[name];
  const inner = Object.values(node).flatMap((each) => nodesCalled(name, each));
  return own === undefined ? inner : [own, ...inner];
}
