import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { toldOdds as told } from "../fixtures/told-odds.ts";
import { toldKey } from "../../goals/told-odds.ts";
import { openOddsLog } from "../../src/documents/odds-log.ts";

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

test("what was told and what came of it is there after a new start, each once", async () => {
  const path = await aPath();
  const log = await opened(path);
  await Promise.all([log.tell([told(), told({ odds: 10 })]), log.tell([told({ goal: "g2" })])]);
  await log.settle(new Map([[toldKey(told()), true]]));
  await log.settle(new Map([[toldKey(told()), false]]));
  const again = await opened(path);
  for (const each of [log, again]) {
    expect(each.told().map(({ goal, odds }) => [goal, odds])).toEqual([
      ["g1", 65],
      ["g2", 65],
    ]);
    expect(each.reached(toldKey(told()))).toBe(true);
    expect(each.reached(toldKey(told({ goal: "g2" })))).toBeNull();
  }
  expect((await readFile(path, "utf8")).trim().split("\n")).toHaveLength(3);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("a line cut off by a crash is passed over, and does not swallow the next one", async () => {
  const path = await aPath();
  await (await opened(path)).tell([told()]);
  await appendFile(path, '{"told":{"at":"2026-1');
  await (await opened(path)).tell([told({ goal: "g2" })]);
  expect((await opened(path)).told().map(({ goal }) => goal)).toEqual(["g1", "g2"]);
});
