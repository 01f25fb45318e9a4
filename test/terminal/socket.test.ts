import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { array, assert, asyncProperty, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { askBot } from "../../src/terminal/socket-client.ts";
import { socketPath, type TerminalRequest } from "../../src/terminal/socket-messages.ts";
import { listenForTerminal } from "../../src/terminal/socket-server.ts";
import { afterTest } from "../closing.ts";
import { calls, newPlace, openPlace, type } from "./desk.ts";
import { newFolder } from "../fixtures/new-folder.ts";

/** A running bot: an app that listens. */
async function running() {
  const place = newPlace(calls);
  const app = await openPlace(place);
  afterTest(app.close);
  const server = await listenForTerminal(app);
  afterTest(server.close);
  return { place, app, server, path: server.path };
}

const request: TerminalRequest = {
  v: 1,
  words: ["kpi", "answer_rate", "last-week"],
  options: { json: true, at: null, as: null, lang: null },
  config: null,
  watches: false,
  color: false,
};

/** Sends bytes, ends its side, and gathers what comes back until the line is closed. */
const send = (path: string, bytes: string | Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    const socket = connect({ path, allowHalfOpen: true });
    socket.on("data", (piece) => {
      text += piece.toString();
    });
    socket.on("error", () => {});
    socket.on("end", () => socket.end());
    socket.on("close", () => resolve(text));
    socket.end(bytes);
  });

describe("while the bot runs", () => {
  test("the terminal's words are answered by it, as if there were no bot", async () => {
    const { place, app } = await running();
    const pull = await type(["pull"], { place });
    const asked = await type(["kpi", "answer_rate", "last-30-days", "by", "agent"], { place });
    const own = await type(["kpi", "answer_rate", "last-30-days", "by", "agent"], { app });
    expect(pull).toEqual({ exit: 0, out: "phones: 40 rows, 40 changed\n", err: "" });
    expect(asked).toEqual(own);
    expect(asked.out).toContain("김민수");
  });

  test("exit codes and both streams come through", async () => {
    const { place } = await running();
    const refused = await type(["kpi", "answr_rate"], { place });
    expect([refused.exit, refused.out]).toEqual([1, ""]);
    expect(refused.err).toContain("answer_rate");
    expect((await type(["kpi", "fcr", "--at", "never"], { place })).exit).toBe(2);
    expect((await type(["doctor", "--lang", "ru"], { place })).out).toContain("Конфигурация");
  });

  test("another configuration than the bot's is refused, its own is not", async () => {
    const { place } = await running();
    const other = await type(["doctor", "--config", "/elsewhere/goalpost.yml"], { place });
    expect(other).toEqual({
      exit: 1,
      out: "",
      err: `The running bot uses ${place.configPath}. Leave --config out, or stop the bot first.\n`,
    });
    expect((await type(["doctor", "--config", place.configPath], { place })).exit).toBe(0);
  });

  test("nobody but its user may speak to it", async () => {
    const { path } = await running();
    expect((lstatSync(path).mode & 0o777).toString(8)).toBe("600");
  });

  test("a dozen terminals at once are all answered", async () => {
    const { path } = await running();
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        let out = "";
        const asked = await askBot(path, request, {
          stdout: (text) => {
            out += text;
          },
          stderr: () => {},
          watches: false,
          color: false,
        });
        return [asked, out.includes('"answer_rate"')] as const;
      }),
    );
    expect(answers).toEqual(answers.map(() => [{ kind: "answered", exit: 0 }, true]));
  });
});

describe("abuse", () => {
  test("lines that are no request are refused, and the bot goes on", async () => {
    const { path } = await running();
    const line = JSON.stringify(request);
    const lines = [
      "",
      "null",
      "[]",
      "{",
      '"kpi"',
      "GET / HTTP/1.1",
      JSON.stringify({ ...request, v: 2 }),
      JSON.stringify({ ...request, words: [] }),
      JSON.stringify({ ...request, words: ["kpi", 5] }),
      JSON.stringify({ ...request, options: { ...request.options, lang: "de" } }),
      JSON.stringify({ ...request, extra: true }),
      line.replace('"v":1', '"v":1,"__proto__":{"color":true}'),
      "x".repeat(70_000),
    ];
    for (const each of lines) {
      const answer = await send(path, `${each}\n`);
      expect(JSON.parse(answer.trimEnd().split("\n").at(-1) ?? "")).toEqual({ exit: 2 });
      expect(answer).not.toMatch(/node_modules|\.ts:|\\n +at /u);
    }
    expect(await send(path, `${line}\n`)).toContain('{"exit":0}');
  });

  test("what is too long is called so, and what is of another shape is not", async () => {
    const { path } = await running();
    const other = JSON.stringify({ ...request, v: 2 });
    expect(await send(path, `${other}\n`)).toContain("another version");
    expect(await send(path, `${"x".repeat(70_000)}\n`)).toContain("too long");
    const question = JSON.stringify({ ...request, words: ["kpi", "x".repeat(5_000)] });
    expect(await send(path, `${question}\n`)).toContain("longer than a question can be");
  });

  test("bytes of any kind do no harm", async () => {
    const { path } = await running();
    const pieces = array(uint8Array({ maxLength: 200 }), { maxLength: 4 });
    const property = asyncProperty(pieces, async (each) => {
      const answer = await send(path, Buffer.concat(each));
      expect(answer).not.toContain('{"exit":0}');
    });
    await assert(property, { numRuns: 60, seed: 5 });
    expect(await send(path, `${JSON.stringify(request)}\n`)).toContain('{"exit":0}');
  });

  test("a request in pieces, inside of characters, is put together", async () => {
    const { path } = await running();
    const bytes = Buffer.from(`${JSON.stringify({ ...request, words: ["kpi", "абвгдежз"] })}\n`);
    const answer = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(path);
      socket.on("data", (piece) => {
        text += piece.toString();
      });
      socket.on("close", () => resolve(text));
      socket.on("connect", () => {
        const parts = [bytes.subarray(0, 20), bytes.subarray(20, 24), bytes.subarray(24)];
        const next = (): void => {
          const part = parts.shift();
          if (part !== undefined) socket.write(part, () => setImmediate(next));
        };
        next();
      });
    });
    expect(answer).toContain("абвгдежз");
    expect(answer).toContain('{"exit":1}');
  });

  test("who hangs up before the answer harms nobody", async () => {
    const { path } = await running();
    for (let at = 0; at < 20; at += 1) {
      const socket = connect(path);
      socket.on("error", () => {});
      await new Promise<void>((resolve) => {
        socket.on("connect", () => socket.write(`${JSON.stringify(request)}\n`, () => resolve()));
      });
      socket.destroy();
    }
    expect(await send(path, `${JSON.stringify(request)}\n`)).toContain('{"exit":0}');
  });
});

describe("the socket's file", () => {
  test("is gone after the bot has stopped, and the terminal opens the data itself", async () => {
    const place = newPlace(calls);
    const app = await openPlace(place);
    const server = await listenForTerminal(app);
    await server.close();
    await app.close();
    expect(existsSync(server.path)).toBe(false);
    expect((await type(["pull"], { place })).exit).toBe(0);
  });

  test("left behind by a bot that was killed is replaced", async () => {
    const place = newPlace(calls);
    const path = socketPath(place.data);
    const script = `require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
    spawnSync(process.execPath, ["-e", script, path]);
    expect(lstatSync(path).isSocket()).toBe(true);
    expect((await type(["pull"], { place })).exit).toBe(0);
    const app = await openPlace(place);
    afterTest(app.close);
    const server = await listenForTerminal(app);
    afterTest(server.close);
    expect((await type(["doctor"], { place })).exit).toBe(0);
  });

  test("of a bot that lives is left alone", async () => {
    const { app } = await running();
    await expect(listenForTerminal(app)).rejects.toMatchObject({ code: "data_folder_busy" });
    expect((await type(["doctor"], { app })).exit).toBe(0);
  });

  test("that is no socket is neither removed nor spoken to", async () => {
    const place = newPlace(calls);
    const app = await openPlace(place);
    const path = socketPath(app.dataFolder);
    const precious = `${newFolder()}/precious`;
    writeFileSync(precious, "kept");
    symlinkSync(precious, path);
    await expect(listenForTerminal(app)).rejects.toBeInstanceOf(AppError);
    await app.close();
    expect(existsSync(precious)).toBe(true);
    expect((await type(["pull"], { place })).exit).toBe(0);
  });

  test("at a path too long for the system is refused in words", async () => {
    const { app } = await running();
    const folder = `${app.dataFolder}/${"x".repeat(120)}`;
    await expect(listenForTerminal({ ...app, dataFolder: folder })).rejects.toMatchObject({
      code: "store_failed",
    });
  });
});

test("a bot that hangs up or talks nonsense is lost, not believed", async () => {
  const path = socketPath(newFolder());
  const answers = ["", "{}\n", '{"out":5}\n', '{"exit":9}\n', '{"out":"half', "\u0000\n"];
  const server = createServer((socket) => {
    socket.on("data", () => socket.end(answers.shift() ?? ""));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(path, resolve);
  });
  const silent = { stdout: () => {}, stderr: () => {}, watches: false, color: false };
  while (answers.length > 0) {
    expect(await askBot(path, request, silent)).toEqual({ kind: "lost" });
  }
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
});
