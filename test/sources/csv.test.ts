import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { csv } from "../../src/sources/csv.ts";
import type { FileBatch } from "../../src/sources/source.ts";
import { contextIn } from "./context-in.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goalpost-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content);

async function read(
  settings: Readonly<Record<string, string>>,
  closed: readonly string[] = [],
): Promise<FileBatch[]> {
  const files: FileBatch[] = [];
  for await (const batch of csv.read(settings, contextIn(folder, { closed }))) {
    if (batch.kind === "file") files.push(batch);
  }
  return files;
}

async function cellsOf(file: FileBatch): Promise<readonly (readonly string[])[]> {
  const cells: (readonly string[])[] = [];
  for await (const records of file.readRecords()) cells.push(...records.map((each) => each.cells));
  return cells;
}

test.each([
  ["comma", "Id,Name\n1,a;b;c\n", ","],
  ["semicolon", "Id;Preis, EUR\n1;2,50\n2;3,50\n", ";"],
  ["tab", "Id\tName\n1\ta,b\n", "\t"],
  ["bar", "Id|Name\n1|a, b\n", "|"],
  ["comma of a single column", "Id\n1\n2\n", ","],
])("finds the %s by itself", async (_, content, delimiter) => {
  write("a.csv", content);
  expect(await read({ path: "a.csv" })).toMatchObject([{ plain: { delimiter, quote: '"' } }]);
});

test("takes the delimiter and the quote it is told", async () => {
  write("a.csv", "Id:'Full:name'\n1:'it''s: me'\n");
  const [file] = await read({ path: "a.csv", delimiter: ":", quote: "'" });
  expect(file!.columns).toEqual(["Id", "Full:name"]);
  expect(await cellsOf(file!)).toEqual([["1", "it's: me"]]);
});

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))),
  );

test.each([
  [
    "utf-8 with a byte order mark",
    {},
    bytes([0xef, 0xbb, 0xbf], "이름,x\n민아,1\n"),
    "이름",
    "민아",
  ],
  ["utf-8 without one", {}, bytes("이름,x\n민아,1\n"), "이름", "민아"],
  [
    "euc-kr",
    { encoding: "CP949" },
    bytes([0xc0, 0xcc, 0xb8, 0xa7], ",x\n", [0xb9, 0xce], ",1\n"),
    "이름",
    "민",
  ],
  [
    "windows-1251",
    { encoding: "windows-1251" },
    bytes([0xc8, 0xec, 0xff], ",x\n", [0xce, 0xeb, 0xff], ",1\n"),
    "Имя",
    "Оля",
  ],
  [
    "big5",
    { encoding: "big5" },
    bytes([0xa6, 0x57, 0xba, 0xd9], ",x\n", [0xa4, 0xa4], ",1\n"),
    "名稱",
    "中",
  ],
  ["utf-16 with a mark", {}, Buffer.from("\ufeffИмя,x\nОля,1\n", "utf16le"), "Имя", "Оля"],
  [
    "utf-16 without one",
    { encoding: "utf-16" },
    Buffer.from("Имя,x\nОля,1\n", "utf16le"),
    "Имя",
    "Оля",
  ],
])("reads %s", async (_, more, content, column, value) => {
  write("a.csv", content);
  const [file] = await read({ path: "a.csv", ...more });
  expect(file!.columns).toEqual([column, "x"]);
  expect(await cellsOf(file!)).toEqual([[value, "1"]]);
});

test("text in another encoding than it is read in is refused, in the header or far below", async () => {
  write("a.csv", bytes("Id,", [0xc0, 0xcc], "\n1,2\n"));
  await expect(read({ path: "a.csv" })).rejects.toMatchObject({
    code: "pull_refused",
    hint: expect.stringContaining("encoding:"),
  });
  write("a.csv", bytes("Id,Name\n", "1,abc\n".repeat(100_000), [0xc0, 0xcc], ",2\n"));
  const [file] = await read({ path: "a.csv" });
  await expect(cellsOf(file!)).rejects.toMatchObject({ message: "a.csv is not utf-8 text" });
});

test("text in two bytes a letter that says so nowhere is refused for its encoding, not its columns", async () => {
  write("a.csv", Buffer.from("Id,Name\n1,abc\n", "utf16le"));
  await expect(read({ path: "a.csv" })).rejects.toMatchObject({
    message: "a.csv is not utf-8 text",
    hint: expect.stringContaining("utf-16"),
  });
});

test("an archive is called one, whatever its name says", async () => {
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]);
  for (const packed of [gzipSync("Id,Name\n1,abc\n"), Buffer.concat([zip, Buffer.alloc(99)])]) {
    write("a.csv", packed);
    await expect(read({ path: "a.csv", encoding: "windows-1251" })).rejects.toMatchObject({
      code: "pull_refused",
      message: "a.csv is a packed file, not text",
      hint: expect.stringContaining("Unpack it"),
    });
  }
});

test("settings nobody knows, or that cannot be, are refused", () => {
  for (const settings of [
    { path: "a.csv", seperator: ";" },
    { path: "" },
    { path: "a\0.csv" },
    { path: "a.csv", encoding: "klingon" },
    { path: "a.csv", delimiter: ";;" },
    { path: "a.csv", delimiter: "\n" },
  ]) {
    expect(csv.settings.safeParse(settings).success).toBe(false);
  }
});

const names = async (path: string): Promise<readonly string[]> =>
  (await read({ path })).map(({ name }) => name);

test("a glob means its files in the order of their names, hidden ones apart", async () => {
  mkdirSync(join(folder, "calls/2026/.old"), { recursive: true });
  for (const name of [
    "b.csv",
    "calls/a1.csv",
    "calls/a10.csv",
    "calls/2026/x.csv",
    "calls/.hidden.csv",
    "calls/2026/.old/y.csv",
    "calls/a.txt",
  ]) {
    write(name, "Id,x\n1,2\n");
  }
  expect(await names("calls/*.csv")).toEqual(["calls/a1.csv", "calls/a10.csv"]);
  expect(await names("calls/a?.csv")).toEqual(["calls/a1.csv"]);
  expect(await names("**/*.csv")).toEqual([
    "b.csv",
    "calls/2026/x.csv",
    "calls/a1.csv",
    "calls/a10.csv",
  ]);
  expect(await names("*/*/x*")).toEqual(["calls/2026/x.csv"]);
  expect(await names("./calls/../b.csv")).toEqual(["b.csv"]);
  await expect(names("none/*.csv")).rejects.toMatchObject({ message: "No file is at none/*.csv" });
});

test("a glob made to be slow is not", async () => {
  write(`${"a".repeat(200)}.csv`, "Id,x\n");
  await expect(read({ path: `${"*a".repeat(100)}*b` })).rejects.toMatchObject({
    code: "pull_refused",
  });
});

test.each([
  ["a path out of the folder", "../../../../../../etc/passwd"],
  ["an absolute path elsewhere", "/etc/passwd"],
  ["a file of the kernel", "/proc/self/environ"],
  ["a device", "/dev/zero"],
  ["a link out of the folder", "link.csv"],
  ["a file behind a linked folder", "linked/passwd"],
  ["a link to nowhere", "dangling.csv"],
  ["a pipe", "pipe.csv"],
  ["a folder named like a file", "folder.csv"],
  ["a secret beside the configuration", ".env"],
  ["the data folder", "data/audit.csv"],
])("%s is refused, and the next step said", async (_, path) => {
  symlinkSync("/etc/passwd", join(folder, "link.csv"));
  symlinkSync("/etc", join(folder, "linked"));
  symlinkSync("/nowhere/at/all", join(folder, "dangling.csv"));
  execFileSync("mkfifo", [join(folder, "pipe.csv")]);
  mkdirSync(join(folder, "folder.csv"));
  mkdirSync(join(folder, "data"));
  write("data/audit.csv", "Id,x\n1,2\n");
  write(".env", "SECRET=1\n");
  await expect(read({ path }, [join(folder, "data")])).rejects.toMatchObject({
    code: "pull_refused",
    hint: expect.stringMatching(/\.$/u),
  });
});

test("a link inside the folder is followed", async () => {
  write("real.csv", "Id,x\n1,2\n");
  symlinkSync("real.csv", join(folder, "link.csv"));
  expect(await read({ path: "link.csv" })).toHaveLength(1);
});

test("a file that grows or is replaced while it is read is noticed", async () => {
  write("a.csv", "Id,x\n1,2\n");
  const [file] = await read({ path: "a.csv" });
  expect(await file!.isUnchanged()).toBe(true);
  write("a.csv", "Id,x\n1,2\n3,4\n");
  expect(await file!.isUnchanged()).toBe(false);
  rmSync(join(folder, "a.csv"));
  expect(await file!.isUnchanged()).toBe(false);
});

test("what is no text at all is refused without a stack of nonsense", async () => {
  write("a.csv", bytes([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x80]));
  await expect(read({ path: "a.csv" })).rejects.toMatchObject({ code: "pull_refused" });
});
