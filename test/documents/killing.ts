import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { stoppedAt } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { dice } from "../goals/dice.ts";

const clock = stoppedAt(new Date("2026-11-16T08:00:00Z"));
const by = { who: "U0LEAD", via: "slack" };
/** So large a file that being killed while it is written is likely. */
const others = Array.from({ length: 300 }, (_, at) => aGoal({ id: `g${at + 2}`, target: at }));
const perFolder = 25;
/** A start takes its time, mostly in waiting: so many folders are written and killed beside each other. */
const atOnce = 4;

interface Kept {
  acknowledged: number;
  /** Durable, and killed before it was said. */
  unsaid: number;
  readonly lost: string[];
}

/**
 * Kills a process while it writes, again and again, and looks after each kill whether all that it
 * said was acknowledged is there. Gives how many changes that were, and what was lost.
 */
export async function killWhileWriting(kills: number, seed: number) {
  const source = join(import.meta.dirname, "writing-child.ts");
  const program = await buildChild(source, newFolder(), { withLibraries: true });
  const kept: Kept = { acknowledged: 0, unsaid: 0, lost: [] };
  const starts = Array.from({ length: Math.ceil(kills / perFolder) }, (_, nth) => nth * perFolder);
  const left = starts.values();
  const work = async (): Promise<void> => {
    for (const from of left) {
      const to = Math.min(from + perFolder, kills);
      await killInOneFolder(program, { from, to, next: dice(seed + from).next }, kept);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { kills, ...kept };
}

async function killInOneFolder(
  program: string,
  { from, to, next }: { readonly from: number; readonly to: number; readonly next: () => number },
  kept: Kept,
): Promise<void> {
  const folder = join(newFolder(), "data");
  const first = await openLowdb({ folder, clock, warn: () => {} });
  await first.change(by, async ({ goals }) => {
    for (const each of others) await goals.put(each);
  });
  await first.close();
  let before = 0;
  for (let nth = from; nth < to; nth += 1) {
    const said = await writeUntilKilled(program, folder, next() * 40);
    const found = await look(folder);
    kept.acknowledged += Math.max(0, said - before);
    if (found.target > said) kept.unsaid += 1;
    if (found.target < said || found.target > Math.max(said, before) + 1) {
      kept.lost.push(`kill ${nth}: target ${found.target} where ${said} was acknowledged`);
    }
    if (!found.isAudited) kept.lost.push(`kill ${nth}: the audit log does not tell every change`);
    if (found.others !== others.length) kept.lost.push(`kill ${nth}: ${found.others} other goals`);
    before = found.target;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Kills so long after the first change was acknowledged; gives the last one that was. */
async function writeUntilKilled(program: string, folder: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (piece: Buffer) => {
    if (text === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
    text += piece.toString();
  });
  await new Promise((resolve) => child.once("close", resolve));
  return Number(text.trim().split("\n").at(-1));
}

/** What a new start finds; its own change takes back what was announced and never happened. */
async function look(folder: string) {
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  const goals = await documents.goals.list();
  const target = goals.find(({ id }) => id === "g1")?.target ?? 0;
  await documents.change(by, ({ people }) => people.put({ id: `U${target}`, locale: null }));
  const told = await documents.history(({ id }) => id === "g1", 100_000);
  await documents.close();
  const targets = told.map(({ edits }) => edits[0]?.after?.["target"]).toReversed();
  const isAudited = targets.every((each, at) => each === at + 1) && targets.length === target;
  return { target, isAudited, others: goals.filter(({ id }) => id !== "g1").length };
}
