import { chmod, lstat, unlink } from "node:fs/promises";
import { type Server, type Socket, connect, createServer } from "node:net";
import { AppError } from "../errors.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import type { TerminalApp } from "./app.ts";
import { runVerb } from "./run-verb.ts";
import { sayFailure } from "./say-failure.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";
import {
  mostRequestBytes,
  readRequest,
  socketPath,
  type RequestFault,
  type TerminalReply,
  type TerminalRequest,
} from "./socket-messages.ts";

export interface SocketServer {
  readonly path: string;
  /** Stops listening; what is being answered may end first, for a while. */
  readonly close: () => Promise<void>;
}

const patienceMs = 10_000;
const mostConnections = 64;

/**
 * Lets the terminal speak to the running bot, which holds the data folder. Only the user the bot
 * runs as may connect, and is answered by the app that is in force then. Call it once the records are open: whoever holds them owns the socket's name.
 */
export async function listenForTerminal(
  app: TerminalApp,
  inForce: () => TerminalApp = () => app,
): Promise<SocketServer> {
  const path = socketPath(app.dataFolder);
  await clearStale(path);
  const open = new Set<Socket>();
  // Half-open: a terminal may end its side once it has spoken, and still be answered.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    serve(inForce, socket);
  });
  server.maxConnections = mostConnections;
  await listen(server, path);
  return {
    path,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      const impatience = setTimeout(() => open.forEach((socket) => socket.destroy()), patienceMs);
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
      await closed;
      clearTimeout(impatience);
    },
  };
}

async function listen(server: Server, path: string): Promise<void> {
  // The socket must not be open to others even for a moment, so chmod alone is too late.
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(path, resolve);
      process.umask(before);
    });
    await chmod(path, 0o600);
  } catch (cause) {
    throw new AppError("store_failed", `The terminal's socket ${path} cannot be opened`, {
      hint: "Let the data folder be writable, and its path be shorter than 90 characters.",
      cause,
    });
  } finally {
    process.umask(before);
  }
}

/** A bot that was killed leaves its socket behind. Nothing but a socket nobody answers is removed. */
async function clearStale(path: string): Promise<void> {
  const info = await lstat(path).catch(() => null);
  if (info === null) return;
  if (!info.isSocket()) {
    throw new AppError("store_failed", `${path} is not a socket`, {
      hint: "Move it away: Goalpost needs that name.",
    });
  }
  if (await answers(path)) {
    throw new AppError("data_folder_busy", "Another bot holds the data folder", {
      hint: "Stop it first, or give this one another folder with GOALPOST_DATA.",
    });
  }
  await unlink(path).catch(() => {});
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    const end = (isAnswered: boolean) => (): void => {
      socket.destroy();
      resolve(isAnswered);
    };
    socket.once("connect", end(true));
    socket.once("error", end(false));
    socket.setTimeout(1_000, end(true));
  });

/** One request, one answer, then the line is closed. Nothing that comes in can throw. */
function serve(inForce: () => TerminalApp, socket: Socket): void {
  let text = "";
  let isAnswered = false;
  const decoder = new TextDecoder();
  const answer = (line: string): void => {
    isAnswered = true;
    socket.setTimeout(0);
    void answerLine(inForce(), socket, line).finally(() => socket.end());
  };
  socket.on("error", () => socket.destroy());
  socket.setTimeout(patienceMs, () => socket.destroy());
  socket.on("data", (bytes: Buffer) => {
    if (isAnswered) return;
    text += decoder.decode(bytes, { stream: true });
    const end = text.indexOf("\n");
    if (end >= 0) answer(text.slice(0, end));
    else if (text.length > mostRequestBytes) answer(text);
  });
  socket.on("end", () => {
    if (!isAnswered) socket.destroy();
  });
}

async function answerLine(app: TerminalApp, socket: Socket, line: string): Promise<void> {
  const send = (reply: TerminalReply): void => {
    if (socket.writable) socket.write(`${JSON.stringify(reply)}\n`);
  };
  const request = readRequest(line);
  const screenOf = typeof request === "string" ? null : request;
  const screen: Screen = {
    stdout: (out) => send({ out }),
    stderr: (err) => send({ err }),
    watches: screenOf?.watches ?? false,
    color: screenOf?.color ?? false,
  };
  send({ exit: await exitOf(app, request, screen) });
}

async function exitOf(
  app: TerminalApp,
  request: TerminalRequest | RequestFault,
  screen: Screen,
): Promise<ExitCode> {
  if (typeof request === "string") {
    const most = new Intl.NumberFormat(app.locale).format(mostRequestBytes);
    const text = { too_long: "tooMuch", not_understood: "otherVersion" } as const;
    screen.stderr(`${say(app.locale, (t) => t.terminal[text[request]], { most })}\n`);
    return exitCodes.wrongUse;
  }
  const locale = request.options.lang ?? app.locale;
  if (request.config !== null && request.config !== app.configPath) {
    const text = say(locale, (t) => t.terminal.otherConfig, { path: app.configPath });
    const next = say(locale, (t) => t.terminal.otherConfigNext);
    screen.stderr(`${sentences([text, next], locale)}\n`);
    return exitCodes.refused;
  }
  try {
    return await runVerb(app, request.words, request.options, screen);
  } catch (error) {
    return sayFailure(error, locale, screen);
  }
}
