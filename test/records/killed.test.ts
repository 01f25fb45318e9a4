import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { toRequest } from "./pulling.ts";

const source = { records: { tickets: { id: "Id", created_at: "At", agent: "Agent" } } };
const rows = 20_000;

const fileOf = (agent: string): string =>
  ["Id,At,Agent", ...Array.from({ length: rows }, (_, at) => `${at},2026-11-03,${agent}`), ""].join(
    "\n",
  );

test("a process killed while it pulls leaves the old records or the new, never half", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  const path = join(folder, "data", "records.duckdb");
  await buildChild(folder);
  const open = () => openDuckdb({ path, zone: "UTC", roots: [folder] });
  for (let round = 0; round < 8; round += 1) {
    writeFileSync(join(folder, "t.csv"), fileOf(`agent ${round}`));
    await pullAndKill(path, folder, round * 25);
    const records = await open();
    const held = await records.query("select agent, count(*) as n from tickets group by agent");
    const [state] = await records.sourceStates();
    expect(held.length === 0 || (held.length === 1 && held[0]!["n"] === rows)).toBe(true);
    expect(state?.rows ?? 0).toBe(held.length * rows);
    await records.pullSource(toRequest(source, folder, "UTC"));
    const after = await records.query("select agent, count(*) as n from tickets group by agent");
    expect(after).toEqual([{ agent: `agent ${round}`, n: rows }]);
    await records.close();
  }
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

/** Starts a pull in a process of its own and kills it so long after the first rows have landed. */
async function pullAndKill(path: string, folder: string, afterMs: number): Promise<void> {
  const program = join(folder, "program", "pull-child.mjs");
  const child = spawn(process.execPath, [program, path, folder, JSON.stringify(source)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
}

/** Node 20 runs no TypeScript: the child is built beside the files it reads. */
async function buildChild(folder: string): Promise<void> {
  const root = join(import.meta.dirname, "../..");
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: join(import.meta.dirname, "pull-child.ts"),
      outDir: join(folder, "program"),
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "[name].mjs" } },
    },
  });
}
