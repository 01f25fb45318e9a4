import { spawn } from "node:child_process";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Playground } from "../../src/playground/server.ts";
import { botEvents } from "../../src/slack/scopes.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { calls, newPlace } from "../terminal/desk.ts";

const program = builtProgram();

/** The program by a shell that leaves every right to everybody: the program itself takes them away. */
function start(folder: string, argv: readonly string[], slack: Playground | null = null) {
  const tokens = slack && {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  const shell = ["-c", 'umask 0000; exec "$@"', "sh", process.execPath, program, ...argv];
  const child = spawn("sh", shell, {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...tokens },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  const connected = new Promise<void>((resolve) => {
    child.stdout.on("data", (piece: Buffer) => {
      said.out += piece.toString();
      if (said.out.includes("connected to Slack")) resolve();
    });
  });
  child.stderr.on("data", (piece: Buffer) => (said.err += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { said, connected, ended };
}

test("a second process on the folder is refused, a restore too; the first goes on, and all is its owner's alone", async () => {
  const shown = commands.map((each) => ({ ...each, shouldEscape: true }));
  const slack = await startForTest({ botEvents, commands: shown });
  onTestFinished(() => slack.stop());
  const { folder, data } = newPlace(calls);
  const run = async (...argv: string[]) => {
    const { said, ended } = start(folder, argv);
    return { exit: await ended, ...said };
  };
  const first = start(folder, [], slack);
  await Promise.race([first.connected, first.ended]);
  expect(first.said.out).toContain("connected to Slack");
  expect((await run("kpi", "note", "2026-11-12", "new phone menu")).exit).toBe(0);
  const copy = join(folder, "data", "goalpost.backup");
  expect((await run("backup", copy)).exit).toBe(0);
  const documents = readFileSync(join(data, "documents.json"), "utf8");

  const second = start(folder, [], slack);
  expect([await second.ended, second.said.out]).toEqual([1, ""]);
  expect(second.said.err).toContain("Another Goalpost holds");
  const restore = await run("restore", copy);
  expect([restore.exit, restore.out]).toEqual([1, ""]);
  expect(restore.err).toContain("Another Goalpost holds");

  expect(readFileSync(join(data, "documents.json"), "utf8")).toBe(documents);
  expect((await run("kpi", "notes")).out).toContain("new phone menu");
  const kept = readdirSync(data);
  for (const name of ["goalpost.sock", "audit.jsonl", "odds.jsonl", "records.duckdb"]) {
    expect(kept).toContain(name);
  }
  expect(kept.filter((name) => (lstatSync(join(data, name)).mode & 0o077) !== 0)).toEqual([]);
  expect(lstatSync(data).mode & 0o077).toBe(0);
}, 180_000);
