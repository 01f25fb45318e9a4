import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the cluster is asked for; null where PostgreSQL is not installed. */
    readonly postgres: string | null;
  }
}

const run = promisify(execFile);
const oldestVersion = 15;

/**
 * A PostgreSQL of the tests' own, for one run of them: made in a temporary folder when the first
 * test asks for it, on loopback alone, and gone with the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binaries = findBinaries();
  if (binaries === null) {
    const wanted = `PostgreSQL ${oldestVersion} or later is not installed`;
    process.stderr.write(`\n!!! ${wanted}: every test that needs it is SKIPPED.\n\n`);
    project.provide("postgres", null);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), "goalpost-pg-"));
  let cluster: Promise<Cluster> | null = null;
  const asked = createServer((socket) => {
    socket.on("error", () => {});
    cluster ??= startCluster(binaries, folder);
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
    await (await cluster?.catch(() => null))?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

interface Cluster {
  /** Of its superuser. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Debian keeps the server's programs out of the way of the path. */
function findBinaries(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const newest = Math.max(0, ...versions.filter((each) => each >= oldestVersion));
  return newest === 0 ? null : join(root, String(newest), "bin");
}

async function startCluster(binaries: string, folder: string): Promise<Cluster> {
  const home = join(folder, "data");
  const port = await freePort();
  const secret = join(folder, "secret");
  await writeFile(secret, "let me in\n");
  // PostgreSQL refuses to run as root.
  const isRoot = userInfo().uid === 0;
  const [uid, gid] = isRoot ? await idsOf("postgres") : [null, null];
  if (uid !== null && gid !== null) {
    for (const path of [folder, secret]) await chown(path, uid, gid);
  }
  await chmod(folder, 0o700);
  const as = uid === null || gid === null ? { cwd: folder } : { cwd: folder, uid, gid };
  await run(
    join(binaries, "initdb"),
    ["-D", home, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8"].concat([
      "--locale",
      "C.UTF-8",
      "--no-sync",
    ]),
    as,
  );
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    max_connections: "200",
    // A test's cluster may be lost with the machine.
    fsync: "off",
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(binaries, "postgres"), ["-D", home, ...given], {
    ...as,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await readyLine(server);
  const url = `postgres://postgres:let%20me%20in@127.0.0.1:${port}/postgres`;
  return {
    url,
    stop: async () => {
      const over = once(server, "exit");
      server.kill("SIGQUIT");
      await over;
    },
  };
}

async function readyLine(server: ChildProcess): Promise<void> {
  let log = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      if (log.length < 10_000) log += chunk.toString();
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}

const idsOf = async (user: string): Promise<readonly [number, number]> => {
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (which) => Number((await run("id", [which, user])).stdout)),
  );
  return [uid!, gid!];
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
