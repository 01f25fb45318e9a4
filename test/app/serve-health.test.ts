import { expect, test } from "vitest";
import { healthOf, type Watched } from "../../src/app/health.ts";
import { serveHealth } from "../../src/app/serve-health.ts";
import { freePort, sendMalformed } from "../fixtures/malformed-lines.ts";

const well: Watched = {
  isConnected: true,
  steadyMs: 9_000,
  quietMs: 7_000,
  tickAgeMs: 4_000,
  isShutOut: false,
};

async function served(watched: () => Watched, metrics = async () => "goalpost_up 1\n") {
  const port = await freePort();
  const place = { host: "127.0.0.1", port };
  const stop = await serveHealth(place, { health: () => healthOf(watched()), metrics });
  const ask = async (path: string, method = "GET") => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return { status: response.status, text: await response.text() };
  };
  return { port, stop, ask };
}

test("tells whether the bot is healthy, and what is wrong", async () => {
  let watched = well;
  const { ask, stop } = await served(() => watched);
  const health = async () => {
    const { status, text } = await ask("/healthz");
    return { status, body: JSON.parse(text) as unknown };
  };
  expect(await health()).toEqual({
    status: 200,
    body: { healthy: true, connected: true, quietSeconds: 7, tickAgeSeconds: 4, faults: [] },
  });
  const broken: readonly (readonly [Partial<Watched>, string])[] = [
    [{ tickAgeMs: 120_001 }, "scheduler_still"],
    [{ isConnected: false, steadyMs: 120_001 }, "slack_lost"],
    [{ isShutOut: true }, "slack_refuses"],
  ];
  for (const [wrong, code] of broken) {
    watched = { ...well, ...wrong };
    expect(await health()).toMatchObject({
      status: 503,
      body: { healthy: false, faults: [{ code, text: expect.stringMatching(/\.$/u) }] },
    });
  }
  watched = { ...well, isConnected: false, steadyMs: 120_000, tickAgeMs: 120_000 };
  expect(await health()).toMatchObject({ status: 200, body: { connected: false } });
  await stop();
});

test("answers what is asked for and nothing else; a page that fails is only that page", async () => {
  let isBroken = false;
  const { ask, stop } = await served(
    () => well,
    async () => {
      if (isBroken) throw new Error("the store is away");
      return "goalpost_up 1\n";
    },
  );
  expect(await ask("/metrics")).toEqual({ status: 200, text: "goalpost_up 1\n" });
  expect((await ask("/healthz?from=proxy")).status).toBe(200);
  expect((await ask("/")).status).toBe(404);
  expect((await ask("/metrics", "POST")).status).toBe(404);
  isBroken = true;
  expect(await ask("/metrics")).toEqual({ status: 500, text: "" });
  expect((await ask("/healthz")).status).toBe(200);
  await stop();
});

test("survives request lines that are none", async () => {
  const { port, ask, stop } = await served(() => well);
  await sendMalformed(port);
  expect((await ask("/healthz")).status).toBe(200);
  await stop();
});

test("a port or an address that cannot be had is a fault of the configuration, named by its variable", async () => {
  const { port, stop } = await served(() => well);
  const pages = { health: () => healthOf(well), metrics: async () => "" };
  await expect(serveHealth({ host: "127.0.0.1", port }, pages)).rejects.toMatchObject({
    code: "config_invalid",
    message: "The port of HEALTH_PORT is taken by another program.",
    hint: "Set HEALTH_PORT to a free one.",
  });
  // An address that is for documentation alone.
  await expect(serveHealth({ host: "192.0.2.1", port }, pages)).rejects.toMatchObject({
    code: "config_invalid",
    hint: "Set HEALTH_HOST to an address of this machine.",
  });
  await stop();
});
