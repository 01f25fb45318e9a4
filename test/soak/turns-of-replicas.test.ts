import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Turn } from "../../src/documents/turns.ts";
import { afterTest } from "../closing.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { newFolder } from "../fixtures/new-folder.ts";

const forMs = 1_500;

async function aHolder(program: string, url: string) {
  const child = spawn(process.execPath, [program, url, "pull phones", String(forMs)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const over = once(child, "exit");
  afterTest(async () => {
    child.kill("SIGKILL");
    await over;
  });
  const [said] = await once(child.stdout, "data");
  expect(String(said)).toBe("taken\n");
  return { child, over };
}

describe.skipIf(!hasPostgres)("turns on one database", () => {
  test("one has it, whoever lives keeps it, and a released one is free", async () => {
    const { url } = await aDatabase();
    const [one, other] = [await opened(url), await opened(url)];
    const turn = await one.turns.take("pull phones", forMs);
    expect(await other.turns.take("pull phones", forMs)).toBeNull();
    expect(await one.turns.take("pull phones", forMs)).toBeNull();
    expect(await other.turns.take("pull chats", forMs)).not.toBeNull();
    // Longer than it was taken for: it is renewed.
    await new Promise((resolve) => setTimeout(resolve, 2 * forMs));
    expect(await other.turns.take("pull phones", forMs)).toBeNull();
    await turn!.release();
    expect(await other.turns.take("pull phones", forMs)).not.toBeNull();
  });

  test("of many who ask at once exactly one has it", async () => {
    const { url } = await aDatabase();
    const all = [await opened(url), await opened(url), await opened(url)];
    const asked = Array.from({ length: 30 }, (_, nth) => all[nth % 3]!.turns.take("plan", 60_000));
    expect((await Promise.all(asked)).filter((turn) => turn !== null)).toHaveLength(1);
  });

  test("from a process that was killed, or frozen, it falls to the next who asks, for good", async () => {
    const program = await buildChild(
      join(import.meta.dirname, "../replicas/turn-child.ts"),
      newFolder(),
    );
    for (const signal of ["SIGKILL", "SIGSTOP"] as const) {
      const { url } = await aDatabase();
      const { child, over } = await aHolder(program, url);
      const { turns } = await opened(url);
      expect(await turns.take("pull phones", forMs)).toBeNull();
      child.kill(signal);
      let mine: Turn | null = null;
      while (mine === null) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        mine = await turns.take("pull phones", forMs);
      }
      // Awake again it lets go of what is no longer its own.
      child.kill("SIGCONT");
      child.stdin.on("error", () => {});
      child.stdin.write("release\n");
      await over;
      const another = await opened(url);
      expect(await another.turns.take("pull phones", forMs)).toBeNull();
      await mine.release();
    }
  });
});
