import { join } from "node:path";
import { z } from "zod";
import { optionsSchema } from "./parse-arguments.ts";

/** Where the bot listens for the terminal, beside the data it holds. */
export const socketPath = (dataFolder: string): string => join(dataFolder, "goalpost.sock");

export const mostRequestBytes = 65_536;
export const mostReplyBytes = 67_108_864;

/** One line from the terminal: its words, and how its screen looks. */
export const requestSchema = z
  .strictObject({
    v: z.literal(1),
    words: z.array(z.string()).min(1).readonly(),
    options: optionsSchema,
    /** Where `--config` pointed, absolute: the bot has read one already. */
    config: z.string().max(4_096).nullable(),
    watches: z.boolean(),
    color: z.boolean(),
  })
  .readonly();

/** Lines from the bot: text for stdout or stderr, and last the exit code. */
export const replySchema = z.union([
  z.strictObject({ out: z.string() }),
  z.strictObject({ err: z.string() }),
  z.strictObject({ exit: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(78)]) }),
]);

export type TerminalRequest = z.output<typeof requestSchema>;
export type TerminalReply = z.output<typeof replySchema>;

/** Why a line is no request that can be answered. */
export type RequestFault = "too_long" | "not_understood";

/** One request on one line. */
export function readRequest(line: string): TerminalRequest | RequestFault {
  if (line.length > mostRequestBytes) return "too_long";
  try {
    const parsed = requestSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : "not_understood";
  } catch {
    return "not_understood";
  }
}

/** One message on one line; null where it is not JSON or not of the shape. */
export function readMessage<T>(schema: z.ZodType<T>, line: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
