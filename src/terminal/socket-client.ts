import { lstat } from "node:fs/promises";
import { connect } from "node:net";
import type { ExitCode, Screen } from "./screen.ts";
import {
  mostReplyBytes,
  readMessage,
  replySchema,
  type TerminalRequest,
} from "./socket-messages.ts";

export type Asked =
  /** Nobody listens: the terminal opens the data itself. */
  | { readonly kind: "nobody" }
  | { readonly kind: "answered"; readonly exit: ExitCode }
  /** The bot hung up before it had answered. */
  | { readonly kind: "lost" };

/** Hands words to the running bot and passes on what it says. */
export async function askBot(
  path: string,
  request: TerminalRequest,
  screen: Screen,
): Promise<Asked> {
  const info = await lstat(path).catch(() => null);
  if (info === null || !info.isSocket()) return { kind: "nobody" };
  return await new Promise((resolve) => {
    const socket = connect({ path, allowHalfOpen: true });
    const decoder = new TextDecoder();
    let isConnected = false;
    let text = "";
    let exit: ExitCode | null = null;
    const take = (line: string): void => {
      const reply = readMessage(replySchema, line);
      if (reply === null) socket.destroy();
      else if ("out" in reply) screen.stdout(reply.out);
      else if ("err" in reply) screen.stderr(reply.err);
      else exit = reply.exit;
    };
    socket.on("connect", () => {
      isConnected = true;
      socket.write(`${JSON.stringify(request)}\n`);
    });
    socket.on("data", (bytes: Buffer) => {
      text += decoder.decode(bytes, { stream: true });
      if (text.length > mostReplyBytes) socket.destroy();
      const lines = text.split("\n");
      text = lines.pop() ?? "";
      lines.forEach(take);
    });
    socket.on("end", () => socket.end());
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      if (exit !== null) resolve({ kind: "answered", exit });
      else resolve({ kind: isConnected ? "lost" : "nobody" });
    });
  });
}
