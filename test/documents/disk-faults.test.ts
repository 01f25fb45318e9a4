import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import type { Disk } from "../../src/documents/disk.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import type { Documents } from "../../src/documents/store.ts";
import { afterTest } from "../closing.ts";
import { aGoal } from "../fixtures/goal.ts";
import { fault, watchedDisk } from "../fixtures/watched-disk.ts";
import { newFolder } from "../fixtures/new-folder.ts";

const clock = stoppedAt(new Date("2026-11-16T08:00:00Z"));
const by = { who: "U0LEAD", via: "slack" };
const targets = [80, 81, 82];

async function open(folder: string, more: { disk?: Disk; warn?: (text: string) => void } = {}) {
  const documents = await openLowdb({ folder, clock, warn: () => {}, ...more });
  afterTest(documents.close);
  return documents;
}
const putTarget = (documents: Documents, target: number) =>
  documents.change(by, ({ goals }) => goals.put(aGoal({ target })));
const targetIn = async (documents: Documents) => (await documents.goals.get("g1"))?.target;

/** What a process that was killed now would find. */
async function targetOnDisk(folder: string): Promise<number | undefined> {
  const copy = join(newFolder(), "data");
  await cp(folder, copy, { recursive: true });
  return await targetIn(await open(copy));
}
const toldTargets = async (documents: Documents) =>
  (await documents.history(() => true, 99)).map(({ edits }) => edits[0]?.after?.["target"]);

/** A store that has seen three changes, on a disk whose n-th call from then on fails. */
async function failing(code: string, nth: number, until: number) {
  const folder = join(newFolder(), "data");
  let calls = Number.NEGATIVE_INFINITY;
  const disk = watchedDisk(() => {
    calls += 1;
    if (calls >= nth && calls < until) throw fault(code);
  });
  const warnings: string[] = [];
  const documents = await open(folder, { disk, warn: (text) => warnings.push(text) });
  for (const target of targets) await putTarget(documents, target);
  calls = 0;
  return { folder, documents, warnings, calls: () => calls };
}

/** So many calls one change makes; measured, so that none of them is left out below. */
async function callsOfOneChange(): Promise<number> {
  const { documents, calls } = await failing("ENOSPC", Infinity, Infinity);
  await putTarget(documents, 83);
  return calls();
}

describe("a disk whose n-th call fails", () => {
  test.each(["ENOSPC", "EACCES"])(
    "with %s, for every n: the change is refused in words, memory is as the disk is, and the next change works",
    async (code) => {
      const most = await callsOfOneChange();
      expect(most).toBeGreaterThan(8);
      const refusals: unknown[] = [];
      for (let nth = 1; nth <= most; nth += 1) {
        const { folder, documents, warnings } = await failing(code, nth, nth + 1);
        const failed = await putTarget(documents, 83).catch((error: unknown) => error);
        // A link that cannot be made becomes a copy, and what is left over need not be removed.
        const held = failed === undefined ? 83 : 82;
        if (failed !== undefined) refusals.push(failed);
        expect([nth, await targetIn(documents)]).toEqual([nth, held]);
        expect([nth, await targetOnDisk(folder)]).toEqual([nth, held]);
        await putTarget(documents, 84);
        expect(await targetOnDisk(folder)).toBe(84);
        expect(await toldTargets(documents)).toEqual(
          held === 83 ? [84, 83, 82, 81, 80] : [84, 82, 81, 80],
        );
        expect(warnings).toEqual([]);
        await documents.close();
      }
      expect(refusals.length).toBeGreaterThanOrEqual(7);
      for (const each of refusals) {
        expect(each).toMatchObject({ code: "store_failed", hint: expect.stringMatching(/\.$/u) });
      }
    },
  );

  test("and all after it, for every n: memory is as the disk is, until there is room again", async () => {
    const most = await callsOfOneChange();
    for (let nth = 1; nth <= most; nth += 1) {
      const room = nth + 40;
      const { folder, documents, calls } = await failing("ENOSPC", nth, room);
      await expect(putTarget(documents, 83)).rejects.toMatchObject({ code: "store_failed" });
      const held = await targetIn(documents);
      expect([nth, await targetOnDisk(folder)]).toEqual([nth, held]);
      let failure: unknown = "none yet";
      while (calls() < room && failure !== undefined) {
        failure = await putTarget(documents, 84).catch((error: unknown) => error);
        if (String(failure).includes("Nothing can be changed")) break;
      }
      // Only what could not be taken back waits for the next start.
      const isShut = failure !== undefined;
      expect([nth, isShut]).toEqual([nth, held === 83]);
      const again = await open(folder);
      expect(await targetIn(again)).toBe(isShut ? 83 : 84);
      await documents.close();
    }
  });

  test("with EIO, for every n: nothing is written until the next start, and that is said", async () => {
    const most = await callsOfOneChange();
    for (let nth = 1; nth <= most; nth += 1) {
      const { folder, documents, warnings } = await failing("EIO", nth, nth + 1);
      const failed = await putTarget(documents, 83).catch((error: unknown) => error);
      if (failed === undefined) continue;
      expect(failed).toMatchObject({ code: "store_failed", hint: /fault/u });
      const isOver = putTarget(documents, 84);
      await expect(isOver).rejects.toThrow("Nothing can be changed any more");
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain("until Goalpost is started again");
      expect([nth, await targetIn(documents)]).toEqual([nth, 82]);
      expect([nth, await targetOnDisk(folder)]).toEqual([nth, 82]);
      const again = await open(folder);
      await putTarget(again, 85);
      expect(await toldTargets(again)).toEqual([85, 82, 81, 80]);
      await documents.close();
    }
  });
});

describe("a start on a disk whose n-th call fails", () => {
  test.each([
    ["EROFS", "make it writable"],
    ["EACCES", "chown"],
    ["EBUSY", "mount its folder"],
  ])(
    "with %s, for every n, is refused with what to do, or finds all that there was",
    async (code, hint) => {
      const { folder, documents } = await failing("none", Infinity, Infinity);
      await documents.close();
      const refusals: unknown[] = [];
      let hasFailed = true;
      for (let nth = 1; hasFailed; nth += 1) {
        let calls = 0;
        hasFailed = false;
        const disk = watchedDisk(() => {
          calls += 1;
          hasFailed ||= calls === nth;
          if (calls === nth) throw fault(code);
        });
        const found = await open(folder, { disk }).then(targetIn, (error: unknown) => error);
        if (found !== 82) refusals.push(found);
        expect(await targetOnDisk(folder)).toBe(82);
      }
      expect(refusals.length).toBeGreaterThanOrEqual(4);
      for (const each of refusals) {
        expect(each).toMatchObject({ code: "store_failed", hint: expect.stringContaining(hint) });
      }
    },
  );
});
