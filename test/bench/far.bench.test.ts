import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, expect, test } from "vitest";
import { httpLimits } from "../../src/sources/http/http-limits.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { bring } from "../sources/bringing.ts";

const program = await buildChild(join(import.meta.dirname, "answering-child.ts"), newFolder());
const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
afterAll(() => child.kill());
const [port] = await once(child.stdout, "data");
const url = `http://127.0.0.1:${String(port).trim()}`;

// Nothing is packed here, so that the server does not hold up whoever asks.
const limits = { ...httpLimits, wireBytes: httpLimits.unpackedBytes, waitsMs: [] };
const context = { columns: ["id", "at", "subject"] };

/** How long it took, how much memory it took more, and the longest that nobody else had a turn. */
async function bringing(path: string) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  delay.enable();
  const began = performance.now();
  const said = await bring({ url: url + path }, { limits, context }).then(
    ({ batch }) => `${(batch.bytes / 1e6).toFixed(0)} MB`,
    (fault: Error) => fault.message,
  );
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  clearInterval(watch);
  const moreMb = (most - before) / 1e6;
  const heldMs = Math.max(0, delay.max / 1e6);
  process.stdout.write(
    `${path}: ${said}, ${seconds.toFixed(1)} s, ${moreMb.toFixed(0)} MB more, held ${heldMs.toFixed(0)} ms\n`,
  );
  return { said, moreMb, heldMs };
}

test("an answer of 190 MB is brought over in little memory, and others get their turn", async () => {
  await bringing("/tickets");
  const { said, moreMb, heldMs } = await bringing("/tickets");
  expect(said).toMatch(/^\d+ MB$/u);
  expect(moreMb).toBeLessThan(150);
  expect(heldMs).toBeLessThan(50);
});

test("a row of millions of parts is refused before it takes memory or time", async () => {
  const { said, moreMb, heldMs } = await bringing("/parts");
  expect(said).toContain("signs long");
  expect(moreMb).toBeLessThan(100);
  expect(heldMs).toBeLessThan(50);
});
