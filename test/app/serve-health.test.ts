import { createServer, connect } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { serveHealth } from "../../src/app/serve-health.ts";

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const send = (port: number, bytes: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(bytes));
    socket.on("error", () => {});
    socket.on("close", () => resolve());
    socket.resume();
  });

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
  const lines = [
    "GET // HTTP/1.1\r\n\r\n",
    "\0\0\r\n\r\n",
    "GET\r\n\r\n",
    "POST /healthz HTTP/9.9\r\n\r\n",
    "x".repeat(20_000),
  ];
  for (let index = 0; index < 200; index += 1) await send(port, lines[index % lines.length]!);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  await stop();
});
