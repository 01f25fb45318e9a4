import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import {
  findBinaries,
  makeServer,
  oldestVersion,
  type PostgresServer,
  startServer,
} from "./fixtures/postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the cluster is asked for; null where PostgreSQL is not installed. */
    readonly postgres: string | null;
  }
}

/**
 * A PostgreSQL of the tests' own, for one run of them: made in a temporary folder when the first
 * test asks for it, on loopback alone, and gone with the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (findBinaries() === null) {
    const wanted = `PostgreSQL ${oldestVersion} or later is not installed`;
    process.stderr.write(`\n!!! ${wanted}: every test that needs it is SKIPPED.\n\n`);
    project.provide("postgres", null);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), "goalpost-pg-"));
  let cluster: Promise<PostgresServer> | null = null;
  const asked = createServer((socket) => {
    socket.on("error", () => {});
    cluster ??= makeServer(folder).then((home) => startServer(home));
    cluster.then(
      ({ url }) => socket.end(url),
      (error: unknown) => socket.end(`!${String(error)}`),
    );
  });
  const path = join(folder, "ask");
  asked.listen(path);
  await once(asked, "listening");
  project.provide("postgres", path);
  return async () => {
    asked.close();
    await (await cluster?.catch(() => null))?.end("SIGQUIT");
    await rm(folder, { recursive: true, force: true });
  };
}
