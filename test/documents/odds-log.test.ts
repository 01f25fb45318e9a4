import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openOddsLog } from "../../src/documents/odds-log.ts";
import { oddsContract } from "../contract/odds.ts";
import { toldOdds as told } from "../fixtures/told-odds.ts";

async function aPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-odds-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "odds.jsonl");
}
async function opened(path: string) {
  const log = await openOddsLog(path);
  onTestFinished(() => log.close().catch(() => {}));
  return log;
}

describe("in a file", () => {
  oddsContract(async () => {
    const path = await aPath();
    return { log: await opened(path), reopen: () => opened(path) };
  });

  test("each is one line, for its owner alone", async () => {
    const path = await aPath();
    const log = await opened(path);
    await log.tell([told(), told({ odds: 10 })]);
    await log.tell([told(), told({ goal: "g2" })]);
    expect((await readFile(path, "utf8")).trim().split("\n")).toHaveLength(2);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test("a line cut off by a crash is passed over, and does not swallow the next one", async () => {
    const path = await aPath();
    await (await opened(path)).tell([told()]);
    await appendFile(path, '{"told":{"at":"2026-1');
    await (await opened(path)).tell([told({ goal: "g2" })]);
    expect((await (await opened(path)).told()).map(({ goal }) => goal)).toEqual(["g1", "g2"]);
  });
});
