import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { builtProgram } from "../fixtures/built-program.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { calls, configText, newPlace } from "../terminal/desk.ts";

const program = builtProgram();

interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `goalpost` in a folder, with nothing of this process's environment but its path. */
const run = (
  folder: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [program, ...argv], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", TZ: "America/Sao_Paulo", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr.on("data", (piece: Buffer) => {
      err += piece.toString();
    });
    child.once("close", (exit) => done({ exit, out, err }));
  });

const stack = /node_modules|\n {4}at |\.[cm]?[jt]s:\d/u;

describe("the program", () => {
  test("pulls, answers and checks, with the exit codes scripts rely on", async () => {
    const { folder } = newPlace(calls);
    expect(await run(folder, ["pull"])).toEqual({
      exit: 0,
      out: "phones: 40 rows, 40 changed\n",
      err: "",
    });
    const words = ["kpi", "answer_rate", "last-week", "--at", "2026-11-18", "--json"];
    const answer = await run(folder, words);
    expect(JSON.parse(answer.out)).toMatchObject({ value: 75, sample: 40 });
    const refused = await run(folder, ["kpi", "answr_rate"]);
    expect([refused.exit, refused.out]).toEqual([1, ""]);
    expect(refused.err + answer.out).not.toContain("\u001B");
    expect((await run(folder, ["kpy"])).exit).toBe(2);
  });

  test("a bad configuration ends with 78, every fault on a line of its own", async () => {
    const config = configText.replace("Berlin", "Berlim").replace("type: csv", "type: cvs");
    const { folder } = newPlace(calls, config);
    for (const argv of [["kpi", "fcr"], ["doctor"]]) {
      const { exit, out, err } = await run(folder, argv);
      expect([exit, out]).toEqual([78, ""]);
      expect(err).toMatch(
        /goalpost\.yml:1 workspace\.timezone: .* Did you mean "Europe\/Berlin"\?/u,
      );
      expect(err).toMatch(/goalpost\.yml:6 sources\[0\]\.type: .* Did you mean "csv"\?/u);
      expect(err).not.toMatch(stack);
    }
  });

  test("no configuration at all ends with 78 and says how to write one", async () => {
    const { exit, err } = await run(newFolder(), ["kpi", "fcr"]);
    expect(exit).toBe(78);
    expect(err).toContain("`goalpost config example > goalpost.yml` writes one to start from.");
  });

  test("half of Slack's tokens ends with 78, and no token is ever printed", async () => {
    const { folder } = newPlace(calls);
    const planted = "xoxb-planted-4f1c9a7be2d8";
    for (const env of [
      { SLACK_BOT_TOKEN: planted },
      { SLACK_BOT_TOKEN: planted, SLACK_APP_TOKEN: planted },
    ]) {
      const { exit, out, err } = await run(folder, ["doctor"], env);
      expect(exit).toBe(78);
      expect(out + err).not.toContain("planted");
    }
  });

  test("the example is a configuration the program accepts", async () => {
    const folder = newFolder();
    const example = await run(folder, ["config", "example"]);
    const place = newPlace(calls, example.out);
    expect(await run(place.folder, ["config", "check"])).toMatchObject({ exit: 0, err: "" });
    expect(JSON.parse((await run(folder, ["config", "schema"])).out)).toMatchObject({
      title: "goalpost.yml",
      type: "object",
    });
  });

  test("manifest and version need no configuration", async () => {
    const folder = newFolder();
    expect((await run(folder, ["version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect((await run(folder, ["manifest", "--http", "https://bot.example.com"])).out).toContain(
      "https://bot.example.com",
    );
  });

  test("a reader that stops reading is no accident", async () => {
    const child = spawn(process.execPath, [program, "config", "schema"], {
      cwd: newFolder(),
      env: { PATH: process.env["PATH"] ?? "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let err = "";
    child.stderr.on("data", (piece: Buffer) => {
      err += piece.toString();
    });
    child.stdout.destroy();
    await new Promise((done) => child.once("close", done));
    expect(err).toBe("");
  });
});
