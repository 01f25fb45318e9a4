import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import type { Documents } from "../../src/documents/store.ts";
import { documentsContract } from "../contract/documents.ts";
import { aGoal } from "../fixtures/goal.ts";

const clock = stoppedAt(new Date("2026-11-16T08:00:00Z"));
const by = { who: "U0LEAD", via: "slack" };
const folders: string[] = [];
const opened: Documents[] = [];
afterEach(async () => {
  for (const documents of opened.splice(0)) await documents.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-documents-"));
  folders.push(folder);
  return join(folder, "data");
}
async function open(folder: string, warn: (message: string) => void = () => {}) {
  const documents = await openLowdb({ folder, clock, warn });
  opened.push(documents);
  return documents;
}
const auditOf = async (folder: string) =>
  (await readFile(join(folder, "audit.jsonl"), "utf8"))
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Record<string, unknown> => JSON.parse(line));

/** A folder that has seen three changes, to targets 80, 81 and 82, and its store closed again. */
async function aUsedFolder(): Promise<string> {
  const folder = await aFolder();
  const documents = await open(folder);
  for (const target of [80, 81, 82]) await putTarget(documents, target);
  await documents.close();
  return folder;
}
const putTarget = (documents: Documents, target: number) =>
  documents.change(by, ({ goals }) => goals.put(aGoal({ target })));
const targetIn = async (documents: Documents) => (await documents.goals.get("g1"))?.target;

describe("lowdb", () => {
  documentsContract(async () => {
    const folder = await aFolder();
    const documents = await open(folder);
    return {
      documents,
      reopen: async () => {
        await documents.close();
        return open(folder);
      },
      audit: () => auditOf(folder),
    };
  });
});

describe("the file", () => {
  const broken = {
    empty: "",
    "cut off": '{"version":1,"change":null,"goals":[{"id"',
    "of NUL": "\0".repeat(4096),
    null: "null",
    "an empty list": "[]",
    "an empty object": "{}",
    "of merge marks": "<<<<<<< HEAD\n{}\n=======",
    "a mark of order and no more": "\uFEFF",
    "a goal without a target": JSON.stringify({
      version: 1,
      change: null,
      goals: [{ id: "g1" }],
      digests: [],
      deliveries: [],
      people: [],
      marks: [],
    }),
  };

  test.each(Object.entries(broken))(
    "that is %s gives way to the last good copy",
    async (_name, text) => {
      const folder = await aUsedFolder();
      await writeFile(join(folder, "documents.json"), text);
      const warnings: string[] = [];
      const documents = await open(folder, (message) => warnings.push(message));
      expect(await targetIn(documents)).toBe(81);
      expect(warnings).toHaveLength(1);
      const aside = (await readdir(folder)).find((name) => name.includes("broken"));
      expect(await readFile(join(folder, aside!), "utf8")).toBe(text);
      await putTarget(documents, 90);
      await documents.close();
      expect(await targetIn(await open(folder))).toBe(90);
    },
  );

  test.each(Object.entries(broken))(
    "that is %s, its copy too, refuses the start",
    async (_name, text) => {
      const folder = await aUsedFolder();
      for (const name of ["documents.json", "documents.json.bak"]) {
        await writeFile(join(folder, name), text);
      }
      await expect(open(folder)).rejects.toMatchObject({ code: "document_broken" });
      expect(await readFile(join(folder, "documents.json"), "utf8")).toBe(text);
      expect(await readFile(join(folder, "documents.json.bak"), "utf8")).toBe(text);
    },
  );

  test("that is broken with no copy beside it refuses the start", async () => {
    const folder = await aUsedFolder();
    await writeFile(join(folder, "documents.json"), "{");
    await rm(join(folder, "documents.json.bak"));
    await expect(open(folder)).rejects.toMatchObject({ code: "document_broken" });
    expect(await readFile(join(folder, "documents.json"), "utf8")).toBe("{");
  });

  test("that is gone gives way to the last good copy", async () => {
    const folder = await aUsedFolder();
    await rm(join(folder, "documents.json"));
    const warnings: string[] = [];
    expect(await targetIn(await open(folder, (message) => warnings.push(message)))).toBe(81);
    expect(warnings).toHaveLength(1);
  });

  test("that is gone with its copy, and had changes, is never replaced by an empty one", async () => {
    const folder = await aUsedFolder();
    for (const name of ["documents.json", "documents.json.bak"]) await rm(join(folder, name));
    const log = await readFile(join(folder, "audit.jsonl"), "utf8");
    await expect(open(folder)).rejects.toMatchObject({ code: "document_broken" });
    expect(await readFile(join(folder, "audit.jsonl"), "utf8")).toBe(log);
    expect(await readdir(folder)).toEqual(["audit.jsonl"]);
  });

  test("whose very first change was cut off is begun anew", async () => {
    const folder = await aFolder();
    const documents = await open(folder);
    // A folder in the way of the temporary file fails every write.
    for (const target of [80, 81]) {
      await mkdir(join(folder, ".documents.json.tmp"));
      await expect(putTarget(documents, target)).rejects.toMatchObject({ code: "store_failed" });
      await rmdir(join(folder, ".documents.json.tmp"));
    }
    await documents.close();
    const again = await open(folder);
    expect(await targetIn(again)).toBeUndefined();
    await putTarget(again, 82);
    expect(await targetIn(again)).toBe(82);
  });

  test("of a newer program is refused, whatever stands beside it", async () => {
    const folder = await aUsedFolder();
    const path = join(folder, "documents.json");
    const newer = (await readFile(path, "utf8")).replace('"version":1', '"version":2');
    await writeFile(path, newer);
    await expect(open(folder)).rejects.toMatchObject({ code: "document_broken" });
    expect(await readFile(path, "utf8")).toBe(newer);
  });

  test("that an editor put a mark of order before is read as it is", async () => {
    const folder = await aUsedFolder();
    const path = join(folder, "documents.json");
    await writeFile(path, `\uFEFF${await readFile(path, "utf8")}`);
    expect(await targetIn(await open(folder))).toBe(82);
  });

  test("of 20 MB opens, and the start says where such documents belong", async () => {
    const folder = await aUsedFolder();
    const path = join(folder, "documents.json");
    const text = await readFile(path, "utf8");
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    await writeFile(path, text.padEnd(19_999_999));
    await (await open(folder, warn)).close();
    expect(warnings).toEqual([]);
    await writeFile(path, text.padEnd(20_000_000));
    expect(await targetIn(await open(folder, warn))).toBe(82);
    expect(warnings).toEqual([expect.stringMatching(/20 MB.*DATABASE_URL/u)]);
  });

  test("with a byte that is no character is broken, never guessed at", async () => {
    const folder = await aUsedFolder();
    const path = join(folder, "documents.json");
    const bytes = await readFile(path);
    bytes[bytes.indexOf('"U0LEAD"') + 2] = 0xff;
    await writeFile(path, bytes);
    expect(await targetIn(await open(folder))).toBe(81);
  });

  test("with two documents of one id is broken", async () => {
    const folder = await aUsedFolder();
    const path = join(folder, "documents.json");
    const file = JSON.parse(await readFile(path, "utf8"));
    await writeFile(path, JSON.stringify({ ...file, goals: [...file.goals, ...file.goals] }));
    expect(await targetIn(await open(folder))).toBe(81);
  });

  test("its copy, the audit log and the folder are for their owner alone", async () => {
    const folder = await aUsedFolder();
    const modeOf = async (name: string) => (await stat(join(folder, name))).mode & 0o777;
    expect(await modeOf(".")).toBe(0o700);
    for (const name of ["documents.json", "documents.json.bak", "audit.jsonl"]) {
      expect(await modeOf(name)).toBe(0o600);
    }
  });

  test("that cannot be written refuses the change, keeps memory as the disk is, and recovers", async () => {
    const folder = await aUsedFolder();
    const documents = await open(folder);
    // A folder in the way of the temporary file fails every write, even for root.
    await mkdir(join(folder, ".documents.json.tmp"));
    await expect(putTarget(documents, 83)).rejects.toMatchObject({ code: "store_failed" });
    expect(await targetIn(documents)).toBe(82);
    await rmdir(join(folder, ".documents.json.tmp"));
    await putTarget(documents, 84);
    await documents.close();
    expect(await targetIn(await open(folder))).toBe(84);
    const lines = await auditOf(folder);
    expect(lines.slice(3).map((line) => line["annulled"] ?? line["edits"])).toMatchObject([
      [{ after: { target: 83 } }],
      true,
      [{ before: { target: 82 }, after: { target: 84 } }],
    ]);
    expect(lines[4]?.["change"]).toBe(lines[3]?.["change"]);
  });

  test("a change announced and then cut off by a crash is annulled with the next one", async () => {
    const folder = await aUsedFolder();
    const log = join(folder, "audit.jsonl");
    const cutOff = {
      change: "never",
      at: "2026-11-16T08:00:00.000Z",
      who: "U1",
      via: "slack",
      edits: [],
    };
    await writeFile(log, `${JSON.stringify(cutOff)}\n{"change":"torn`, { flag: "a" });
    const documents = await open(folder);
    await putTarget(documents, 85);
    await documents.close();
    const lines = (await readFile(log, "utf8")).split("\n").filter((line) => line !== "");
    expect(lines).toHaveLength(3 + 2 + 2);
    expect(JSON.parse(lines[5]!)).toMatchObject({ change: "never", annulled: true });
    expect(JSON.parse(lines[6]!)).toMatchObject({ edits: [{ after: { target: 85 } }] });
  });

  test("in a folder open to others is closed to them", async () => {
    const folder = await aUsedFolder();
    await chmod(folder, 0o755);
    await (await open(folder)).close();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});
