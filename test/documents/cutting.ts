import { rmSync } from "node:fs";
import { join } from "node:path";
import { stoppedAt } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import type { Documents } from "../../src/documents/store.ts";
import { aGoal } from "../fixtures/goal.ts";
import { afterPowerCut, layOut } from "../fixtures/power-cut.ts";
import { type DiskCall, watchedDisk } from "../fixtures/watched-disk.ts";
import { dice } from "../goals/dice.ts";
import { newFolder } from "../fixtures/new-folder.ts";

const clock = stoppedAt(new Date("2026-11-16T08:00:00Z"));
const by = { who: "U0LEAD", via: "slack" };
const setTarget = (documents: Documents, target: number) =>
  documents.change(by, ({ goals }) => goals.put(aGoal({ target })));

interface Life {
  readonly calls: readonly DiskCall[];
  /** How many calls had been made when the change to target 1, 2, … was acknowledged. */
  readonly acknowledged: readonly number[];
}

/** A store that is opened twice and changed so many times, and all that the disk was asked to do. */
async function aLife(changes: number): Promise<Life> {
  const calls: DiskCall[] = [];
  const acknowledged: number[] = [];
  const folder = join(newFolder(), "data");
  const disk = watchedDisk((call) => void calls.push(call));
  for (const until of [changes / 2, changes]) {
    const documents = await openLowdb({ folder, clock, warn: () => {}, disk });
    while (acknowledged.length < until) {
      await setTarget(documents, acknowledged.length + 1);
      acknowledged.push(calls.length);
    }
    await documents.close();
  }
  return { calls, acknowledged };
}

/** The power is cut after every single call, for every seed. Gives how often, and what was lost. */
export async function cutPower(
  changes: number,
  seeds: number,
): Promise<{ readonly cuts: number; readonly lost: readonly string[] }> {
  const { calls, acknowledged } = await aLife(changes);
  const lost: string[] = [];
  let cuts = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (let made = 0; made <= calls.length; made += 1) {
      cuts += 1;
      const fault = await faultAfter(
        calls.slice(0, made),
        acknowledged,
        dice(seed * 10_007 + made).next,
      );
      if (fault !== null) lost.push(`seed ${seed}, after call ${made}: ${fault}`);
    }
  }
  return { cuts, lost };
}

async function faultAfter(
  calls: readonly DiskCall[],
  acknowledged: readonly number[],
  chance: () => number,
): Promise<string | null> {
  const least = acknowledged.filter((at) => at <= calls.length).length;
  const folder = join(newFolder(), "data");
  layOut(afterPowerCut(calls, chance), folder);
  try {
    const documents = await openLowdb({ folder, clock, warn: () => {} });
    const found = (await documents.goals.get("g1"))?.target ?? 0;
    // The next change takes back what was announced and never happened.
    await setTarget(documents, 1_000);
    const told: readonly unknown[] = (await documents.history(() => true, 99)).map(
      ({ edits }) => edits[0]?.after?.["target"],
    );
    await documents.close();
    const wanted = [1_000, ...Array.from({ length: found }, (_, at) => found - at)];
    if (found < least || found > least + 1)
      return `target ${found} where ${least} was acknowledged`;
    return String(told) === String(wanted) ? null : `the audit log says ${told.join(", ")}`;
  } catch (error) {
    return String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
