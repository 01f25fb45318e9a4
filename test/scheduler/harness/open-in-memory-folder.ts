import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openLowdb } from "../../../src/documents/lowdb.ts";
import { createQuotas } from "../../../src/documents/quotas.ts";
import type { OpenStore } from "./joined.ts";

/** The store of one machine, in memory where there is such a place: what a disk does is proved elsewhere. */
export const openInMemoryFolder: OpenStore = async (clock) => {
  const root = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = await mkdtemp(join(root, "goalpost-harness-"));
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  onTestFinished(async () => {
    await documents.close();
    await rm(folder, { recursive: true, force: true });
  });
  const quotas = createQuotas(clock.ms);
  return { documents, join: async () => ({ documents, quotas, cut: () => {} }) };
};
