import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Clock } from "../../../src/clock.ts";
import { openLowdb } from "../../../src/documents/lowdb.ts";
import type { HarnessStore } from "./joined.ts";

/** The store of one machine, in memory where there is such a place: what a disk does is proved elsewhere. */
export async function openInMemoryFolder(clock: Clock): Promise<HarnessStore> {
  const root = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = await mkdtemp(join(root, "goalpost-harness-"));
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  onTestFinished(async () => {
    await documents.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { documents, join: async () => ({ documents, cut: () => {} }) };
}
