import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, asyncProperty, constantFrom, jsonValue, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigError, faultText } from "../../src/config/fault.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { faultsOf, newFolder } from "./desk.ts";
import { start, source, type WrongConfig, tellsFaults } from "./tells-faults.ts";

const ofText: readonly WrongConfig[] = [
  [
    "a key given twice",
    `${start}people: {}\nworkspace: { timezone: UTC }\n`,
    ['3 workspace: expected each key once, found a second "workspace". The first is on line 1.'],
  ],
  [
    "a key programs keep for themselves",
    `${start}teams:\n  __proto__: { channel: C0A }\n`,
    ['3 teams.__proto__: expected another key, found "__proto__".'],
  ],
  [
    "a list as a key",
    `${start}teams:\n  ? [a, b]\n  : { channel: C0A }\n`,
    ["3 teams: expected a word as key, found a list, a mapping or an alias."],
  ],
  [
    "an alias inside what it names",
    `${start}teams: &a\n  Billing: *a\n`,
    ["3 teams.Billing: expected values that end, found an alias inside what it names."],
  ],
  [
    "an alias of nothing",
    `${start}privacy: *nobody\n`,
    ['2 privacy: expected the name of an anchor above, found "*nobody".'],
  ],
  [
    "a tab",
    "workspace:\n\ttimezone: UTC\n",
    [
      "2: expected spaces before the first word of a line, found a tab. Replace the tab by two spaces for each level.",
    ],
  ],
  [
    "a quote that is never closed",
    'workspace: { timezone: "UTC }\n',
    [
      "2: expected a closing quote or bracket, or a colon and a space after a key, found none. Write `key: value`, and close what is open.",
    ],
  ],
  [
    "a second document",
    `${start}---\nworkspace: { timezone: UTC }\n`,
    ["2: expected one document, found a second one after `---`. Take the line out."],
  ],
  [
    "a tag",
    "workspace: !!js/function x\n",
    [
      "1: expected a value without a tag, found a tag that begins with !. Put the value in quotes if it begins with an exclamation mark.",
    ],
  ],
  [
    "an empty file",
    "# nothing yet\n",
    [
      "1: expected at least `workspace:` with a timezone, found an empty file. `goalpost config example` shows everything that may stand here.",
    ],
  ],
  ["a word alone", "hello\n", ['1: expected a mapping, found "hello".']],
  [
    "a thousand open brackets",
    `a: ${"[".repeat(1_000)}`,
    [
      "1: expected at most 40 levels of nesting, found more. Look for a bracket that is never closed.",
    ],
  ],
];

describe("a fault names its line, what was expected and what to do", () => {
  tellsFaults(ofText);
});

test("a tab is one fault, on its own line, wherever in the file it stands", async () => {
  const lines = source("").trimEnd().split("\n");
  for (const [at, line] of lines.entries()) {
    for (const indent of ["\t", "\t\t", "  \t"]) {
      const text = lines.with(at, indent + line.trimStart()).join("\n");
      const told = (await faultsOf({ text })).map((fault) => [fault.line, fault.found]);
      // Before the first word of all YAML takes a tab.
      expect([at === 0 ? [] : null, [[at + 1, "a tab"]]]).toContainEqual(told);
    }
  }
});

test("aliases of aliases are refused before they unfold", async () => {
  const bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
  for (let level = 1; level < 12; level += 1) {
    bomb.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(",")}]`,
    );
  }
  const faults = await faultsOf({ text: bomb.join("\n") });
  expect(faults.map(({ expected }) => expected)).toContain("at most 50000 values");
});

test("more than a hundred faults are counted, not printed", async () => {
  const text = Array.from({ length: 5_000 }, (_, at) => `key${at}: 1`).join("\n");
  const faults = await faultsOf({ text });
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)).toMatchObject({ found: "4901 more" });
});

test("a value as long as the file may be is looked at no longer than a short one", async () => {
  const faults = await faultsOf({ text: `workspace: { timezone: ${"a".repeat(1_000_000)} }` });
  expect(faults).toMatchObject([{ found: `"${"a".repeat(59)}…"` }]);
});

const refusal = async (path: string): Promise<string> => {
  try {
    await readConfig({ path, env: {} });
  } catch (error) {
    if (error instanceof ConfigError) return error.message.replace(path, "");
    throw error;
  }
  return "read";
};

describe("what is no configuration is refused", () => {
  test("a file that is not there", async () => {
    expect(await refusal(join(newFolder(), "goalpost.yml"))).toBe(
      ": expected a configuration file, found none. `goalpost config example > goalpost.yml` writes one to start from.",
    );
  });
  test("a folder", async () => {
    expect(await refusal(newFolder())).toBe(
      ": expected a file, found something else. Name the file with --config.",
    );
  });
  test.for([
    [
      "more than a megabyte",
      "#".repeat(1_048_577),
      "at most 1 MB, found more. Is this the right file?",
    ],
    [
      "UTF-16",
      Buffer.from(`\uFEFF${start}`, "utf16le"),
      "UTF-8 text, found other bytes. Save the file as UTF-8.",
    ],
    ["a NUL", `${start}\0`, "UTF-8 text, found other bytes. Save the file as UTF-8."],
  ] as const)("%s", async ([, bytes, expected]) => {
    const path = join(newFolder(), "goalpost.yml");
    writeFileSync(path, bytes);
    expect(await refusal(path)).toBe(`: expected ${expected}`);
  });
});

/** What no fault may say: our own stumbles, marks of the terminal, more than a line. */
const stumbles = /[\n\u202E]|undefined|\[object|NaN|node_modules|at .*\.[jt]s:/u;

const strangeWords = async (text: string): Promise<readonly string[]> =>
  (await faultsOf({ text }))
    .map(faultText)
    .filter((told) => stumbles.test(told) || told.length > 1_000);

describe("whatever a file holds, the answer is a configuration or faults", () => {
  test("text of any kind", async () => {
    const property = asyncProperty(string({ unit: "grapheme", maxLength: 200 }), async (text) => {
      expect(await strangeWords(text)).toEqual([]);
    });
    await assert(property, { numRuns: 200, seed: 1 });
  });

  test("marks YAML lives by, shuffled", async () => {
    const mark = constantFrom(
      ..."workspace:|timezone|sources:|- |: |\n|  |\t|[|]|{|}|&a|*a|!!map|>|'|#|? |%|@|`".split(
        "|",
      ),
      ...'<<: |---|...|null|~|0x1f|.nan|1e999|\u202E|\uFEFF|__proto__|constructor|"'.split("|"),
    );
    const text = array(mark, { maxLength: 60 }).map((each) => each.join(""));
    const property = asyncProperty(text, async (each) => {
      expect(await strangeWords(each)).toEqual([]);
    });
    await assert(property, { numRuns: 400, seed: 2 });
  });

  test("values of any shape behind the keys there are", async () => {
    const keys = "workspace calendar people teams sla privacy kpis targets sources".split(" ");
    const text = tuple(constantFrom(...keys), jsonValue({ maxDepth: 4 })).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
    );
    const property = asyncProperty(text, async (each) => {
      expect(await strangeWords(each)).toEqual([]);
    });
    await assert(property, { numRuns: 200, seed: 3 });
  });
});
