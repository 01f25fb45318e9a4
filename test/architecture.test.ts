import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** The six floors, ground first. Imports point up this list, never down. */
const floors: readonly (readonly string[])[] = [
  [
    "src/errors.ts",
    "src/clock.ts",
    "src/one-at-a-time.ts",
    "src/patience.ts",
    "src/periods",
    "src/calendar",
    "src/quantities",
    "src/i18n",
  ],
  ["src/kinds", "src/people", "src/kpis", "goals"],
  ["src/sources", "src/records", "src/documents"],
  ["src/reports", "src/charts", "src/blocks", "src/digests"],
  ["commands", "src/scheduler", "src/slack", "src/terminal"],
  ["src/config", "src/app", "src/playground", "src/main.ts"],
];

/** Rooms of one floor that may look into each other: from → to. */
const sideways: Readonly<Record<string, readonly string[]>> = {
  "src/kpis": ["src/kinds"],
  goals: ["src/kpis", "src/kinds"],
  "src/records": ["src/sources"],
  "src/blocks": ["src/reports", "src/charts", "src/digests"],
  "src/digests": ["src/reports", "src/charts", "src/blocks"],
  "src/slack": ["commands"],
  "src/terminal": ["commands"],
  "src/app": ["src/config"],
  "src/main.ts": ["src/app", "src/config", "src/playground"],
  "src/playground": ["src/app"],
};

/** Where a library may be imported, besides its types. */
const homes: Readonly<Record<string, readonly string[]>> = {
  "@slack/": ["src/slack", "src/blocks", "src/app", "src/playground"],
  "node-cron": ["src/scheduler", "src/config"],
  lowdb: ["src/documents"],
  pg: ["src/documents", "src/records"],
  "@duckdb/": ["src/records"],
  "date-fns": ["src/periods", "src/calendar", "src/quantities"],
  "@date-fns/tz": ["src/periods", "src/calendar", "src/quantities"],
  "date-holidays": ["src/calendar"],
  ws: ["src/playground"],
  undici: ["src/sources"],
  "@streamparser/": ["src/sources"],
  "prom-client": ["src/app"],
};

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith("playground/page/"))
    .map((name) => join(folder, name));

const roomOf = (file: string): string => {
  const rooms = floors.flat().toSorted((a, b) => b.length - a.length);
  const room = rooms.find(
    (each) => file === each || file.startsWith(`${each}/`) || file.startsWith(each),
  );
  if (room === undefined) throw new Error(`${file} stands in no room of the house`);
  return room;
};
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/gu)].map(
    (match) => match[1]!,
  );

const files = ["src", "commands", "goals"].flatMap(filesIn);

test("every file stands in a room", () => {
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) roomOf(file);
});

test("imports point up the floors", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const from = roomOf(file);
    for (const target of importsOf(file).filter((each) => each.startsWith("."))) {
      const path = relative(root, resolve(root, dirname(file), target));
      const to = roomOf(path);
      const allowed =
        from === to ||
        floorOf(to) < floorOf(from) ||
        (floorOf(to) === 0 && floorOf(from) === 0) ||
        (sideways[from] ?? []).includes(to);
      if (!allowed) wrong.push(`${file} → ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("libraries stay in their homes", () => {
  const wrong: string[] = [];
  for (const file of files) {
    for (const target of importsOf(file).filter((each) => !each.startsWith("."))) {
      const library = Object.keys(homes).find(
        (each) => target === each || target.startsWith(each.endsWith("/") ? each : `${each}/`),
      );
      if (library !== undefined && !homes[library]!.some((room) => file.startsWith(room))) {
        wrong.push(`${file} → ${target}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("only the configuration reads the environment", () => {
  const wrong = files.filter(
    (file) =>
      !file.startsWith("src/config") &&
      readFileSync(join(root, file), "utf8").includes("process.env"),
  );
  expect(wrong).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  const long = files.filter(
    (file) => readFileSync(join(root, file), "utf8").split("\n").length > 301,
  );
  expect(long).toEqual([]);
});
