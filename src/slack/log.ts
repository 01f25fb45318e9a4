import { inspect } from "node:util";
import { LogLevel, type Logger } from "@slack/bolt";
import { redact } from "./redact.ts";

/** Where lines go: the shape of pino. */
export interface Log {
  readonly debug: (fields: object, message: string) => void;
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

/**
 * Bolt's own lines in our log. Its debug lines hold whole payloads, so they are never asked for,
 * and what it says at other levels is written without secrets.
 */
export function toBoltLogger(log: Log): Logger {
  const from = { from: "bolt" };
  return {
    debug: () => {},
    info: (...parts) => log.info(from, toLine(parts)),
    warn: (...parts) => log.warn(from, toLine(parts)),
    error: (...parts) => log.error(from, toLine(parts)),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => LogLevel.INFO,
  };
}

const toLine = (parts: readonly unknown[]): string =>
  redact(parts.map((part) => (typeof part === "string" ? part : inspect(part))).join(" "));

/** An error with its causes as text, without secrets. */
export const describeError = (error: unknown): string => redact(inspect(error));
