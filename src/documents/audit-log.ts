import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { syncFolder } from "./durable-file.ts";

/** What one change did to one document: the fields that differ, `null` where there was none. */
export interface AuditEdit {
  readonly collection: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface AuditLine {
  readonly change: string;
  readonly at: string;
  readonly who: string;
  readonly via: string;
  readonly edits: readonly AuditEdit[];
}

/** Changes, one JSON line each, never rewritten. */
export interface AuditLog {
  /** Durable when it resolves: called before the document is written. */
  readonly append: (line: AuditLine) => Promise<void>;
  /** The change announced last did not happen after all. */
  readonly annul: (change: string, at: string) => Promise<void>;
  /** Lines of the end of the log after the one of that change: announced, and then cut off by a crash. */
  readonly announcedAfter: (change: string | null) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const tailBytes = 1_000_000;
const lineSchema = z.object({ change: z.string(), annulled: z.boolean().optional() });

export async function openAuditLog(path: string): Promise<AuditLog> {
  const file = await failing(path, () => open(path, "a+", 0o600));
  await file.chmod(0o600);
  await syncFolder(dirname(path));

  const readTail = async (): Promise<string> => {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8");
  };
  const write = (text: string) =>
    failing(path, async () => {
      await file.appendFile(text);
      await file.sync();
    });
  const tail = await readTail();
  // A line cut off by a crash must not swallow the next one.
  if (tail !== "" && !tail.endsWith("\n")) await write("\n");

  return {
    append: (line) => write(`${JSON.stringify(line)}\n`),
    annul: (change, at) => write(`${JSON.stringify({ change, at, annulled: true })}\n`),
    announcedAfter: async (change) => {
      const lines = (await readTail()).split("\n").flatMap(toLine);
      const annulled = new Set(lines.filter((each) => each.annulled).map((each) => each.change));
      const last = lines.findLastIndex((each) => each.change === change && !each.annulled);
      return lines
        .slice(last + 1)
        .map((each) => each.change)
        .filter((each) => !annulled.has(each));
    },
    close: () => file.close(),
  };
}

function toLine(text: string): z.infer<typeof lineSchema>[] {
  try {
    return [lineSchema.parse(JSON.parse(text))];
  } catch {
    // Cut off by a crash, or by the start of the tail: it was never acknowledged, or is too old to matter.
    return [];
  }
}

async function failing<R>(path: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    throw new AppError("store_failed", `${path} could not be written`, {
      hint: "Check the free space and the permissions of the data folder.",
      cause,
    });
  }
}
