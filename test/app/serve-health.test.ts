import { expect, test } from "vitest";
import { serveHealth } from "../../src/app/serve-health.ts";
import { freePort, sendMalformed } from "../fixtures/malformed-lines.ts";

test("tells whether the bot is healthy, and nothing else", async () => {
  const port = await freePort();
  let isHealthy = true;
  const stop = await serveHealth(port, () => isHealthy);
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  expect(await ask("/healthz")).toBe(200);
  isHealthy = false;
  expect(await ask("/healthz")).toBe(503);
  expect(await ask("/metrics")).toBe(404);
  await stop();
});

test("survives request lines that are none", async () => {
  const port = await freePort();
  const stop = await serveHealth(port, () => true);
  await sendMalformed(port);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  await stop();
});
