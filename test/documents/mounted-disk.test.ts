import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import type { Documents } from "../../src/documents/store.ts";
import { afterTest } from "../closing.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { aSmallDisk, mayMount, mount } from "../fixtures/small-disk.ts";

const clock = stoppedAt(new Date("2026-11-16T08:00:00Z"));
async function open(folder: string) {
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  afterTest(documents.close);
  return documents;
}
const putTarget = (documents: Documents, target: number) =>
  documents.change({ who: "U0LEAD", via: "slack" }, ({ goals }) => goals.put(aGoal({ target })));
const targetIn = async (documents: Documents) => (await documents.goals.get("g1"))?.target;

describe.skipIf(!mayMount)("on a disk of its own (needs the right to mount one)", () => {
  test("that is full, a change is refused and says so; with room again it works", async () => {
    const disk = aSmallDisk() ?? "";
    const folder = join(disk, "data");
    const documents = await open(folder);
    await putTarget(documents, 80);
    const filler = join(disk, "filler");
    spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1k"]);
    await expect(putTarget(documents, 81)).rejects.toMatchObject({
      code: "store_failed",
      hint: "The disk is full: free some space, then it works again by itself.",
    });
    expect(await targetIn(documents)).toBe(80);
    rmSync(filler);
    await putTarget(documents, 82);
    await documents.close();
    expect(await targetIn(await open(folder))).toBe(82);
  });

  test("that is or becomes read-only, start and change are refused, and say what to do", async () => {
    const disk = aSmallDisk() ?? "";
    const folder = join(disk, "data");
    const documents = await open(folder);
    await putTarget(documents, 80);
    await documents.close();
    mount("-o", "remount,ro", disk);
    const isRefused = { code: "store_failed", hint: expect.stringContaining("read-only") };
    await expect(open(folder)).rejects.toMatchObject(isRefused);
    mount("-o", "remount,rw", disk);
    expect(await targetIn(await open(folder))).toBe(80);
  });

  test("a file that is mounted by itself refuses the start, and is left as it is", async () => {
    const folder = join(newFolder(), "data");
    const documents = await open(folder);
    await putTarget(documents, 80);
    await documents.close();
    const path = join(folder, "documents.json");
    const elsewhere = join(newFolder(), "documents.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(elsewhere, text);
    expect(mount("--bind", elsewhere, path)).toBe(true);
    afterTest(() => void spawnSync("umount", ["-l", path]));
    await expect(open(folder)).rejects.toMatchObject({
      code: "store_failed",
      hint: expect.stringContaining("mount its folder instead"),
    });
    expect(readFileSync(path, "utf8")).toBe(text);
  });
});

test("a folder in the way of the documents refuses the start", async () => {
  const folder = join(newFolder(), "data");
  mkdirSync(join(folder, "documents.json"), { recursive: true });
  await expect(open(folder)).rejects.toMatchObject({ code: "store_failed" });
});
