import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { toRequest } from "../records/to-request.ts";

const source = { records: { tickets: { id: "Id", created_at: "At", agent: "Agent" } } };
const rows = 20_000;

const fileOf = (agent: string): string =>
  ["Id,At,Agent", ...Array.from({ length: rows }, (_, at) => `${at},2026-11-03,${agent}`), ""].join(
    "\n",
  );

test("a process killed while it pulls leaves the old records or the new, never half", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  const path = join(folder, "data", "records.duckdb");
  const program = await buildChild(join(import.meta.dirname, "../records/pull-child.ts"), folder);
  const open = () => openDuckdb({ path, zone: "UTC", roots: [folder] });
  for (let round = 0; round < 8; round += 1) {
    writeFileSync(join(folder, "t.csv"), fileOf(`agent ${round}`));
    await pullAndKill(program, [path, folder, JSON.stringify(source)], round * 25);
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
async function pullAndKill(
  program: string,
  words: readonly string[],
  afterMs: number,
): Promise<void> {
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<string>((resolve) => child.once("exit", () => resolve("ended")));
  const landed = new Promise<string>((resolve) =>
    child.stdout.once("data", () => resolve("landed")),
  );
  expect(await Promise.race([landed, ended])).toBe("landed");
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill("SIGKILL");
  await ended;
}
