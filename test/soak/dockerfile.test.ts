import { execFile, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { ignoredByDocker, readDockerfile } from "../fixtures/dockerfile.ts";
import { freePort } from "../fixtures/malformed-lines.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { startSlack } from "../fixtures/running-program.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";
import { fromBot, typed } from "../slack/bot-for-tests.ts";
import { calls, configText, newPlace } from "../terminal/desk.ts";

const root = resolve(import.meta.dirname, "../..");
const recipe = readDockerfile();
const soon = { timeout: 60_000 };

/** Somebody who owns nothing here; where the tests are not root, whoever they are. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** No engine of containers is asked: the recipe's own lines are run in folders. */
test("what the Dockerfile builds is whole without what it was built with, and runs as a user of its own", async () => {
  const context = newFolder();
  const ignored = ["**/node_modules", ...ignoredByDocker()].map((each) => each.replace("**/", ""));
  for (const name of readdirSync(root)) {
    const isLog = ignored.includes("*.log") && name.endsWith(".log");
    if (ignored.includes(name) || isLog) continue;
    cpSync(join(root, name), join(context, name), { recursive: true });
  }
  expect(recipe.builds).not.toEqual([]);
  for (const line of recipe.builds) {
    // Packages that this machine has fetched before are not fetched again.
    const env = { ...process.env, npm_config_prefer_offline: "true", NODE_ENV: "" };
    execFileSync("sh", ["-c", line], { cwd: context, env, stdio: "pipe" });
  }
  const image = newFolder();
  for (const name of recipe.copied) renameSync(join(context, name), join(image, name));
  // Nothing of it is written to.
  chmodSync(image, 0o755);
  expect(existsSync(join(image, "node_modules", "vitest"))).toBe(false);

  const place = newPlace(
    calls,
    configText.replace("stale_after", "schedule: '0 0 1 1 *'\n    stale_after"),
  );
  chmodSync(place.folder, 0o755);
  const data = join(newFolder(), "goalpost");
  chmodSync(join(data, ".."), 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.gid);

  expect(recipe.user).not.toMatch(/^$|root/u);
  expect(basename(recipe.env["GOALPOST_CONFIG"] ?? "")).toBe(basename(place.configPath));
  const port = String(await freePort());
  const slack = await startSlack();
  const env = {
    ...recipe.env,
    GOALPOST_CONFIG: place.configPath,
    GOALPOST_DATA: data,
    HEALTH_PORT: port,
    PATH: process.env["PATH"] ?? "",
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  const settings = { cwd: image, env, ...nobody };
  const [command = "", ...words] = recipe.command;
  const child = spawn(command, words, { ...settings, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  afterTest(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));

  expect(recipe.isHealthy.join(" ")).toContain(`:${recipe.env["HEALTH_PORT"]}/`);
  const isHealthy = (): Promise<boolean> =>
    new Promise((done) => {
      const [program = "", ...asked] = recipe.isHealthy.map((each) =>
        each.replace(`:${recipe.env["HEALTH_PORT"]}/`, `:${port}/`),
      );
      execFile(program, asked, settings, (fault) => done(fault === null));
    });
  await expect.poll(() => said, soon).toContain("connected to Slack");
  await expect.poll(() => said, soon).toContain('"source":"phones"');
  await expect.poll(isHealthy, soon).toBe(true);
  const lena = visitorAt(slack, "U0LENA");
  await lena.do(typed("/kpi answer_rate 2026-W46"));
  const { messages } = await lena.sees((all) => fromBot(all).length === 1);
  expect(JSON.stringify(messages)).toMatch(/80\s?%/u);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(await isHealthy()).toBe(false);
});
