import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { type Disk, systemDisk } from "./disk.ts";
import { eachLine } from "./each-line.ts";
import { linesFromEnd } from "./lines-from-end.ts";
import { orStoreFailed } from "./or-store-failed.ts";
import { rewriteLines } from "./rewrite-lines.ts";
import type { Scrub } from "./scrub.ts";
import { createWriteLatch, type WriteLatch } from "./write-latch.ts";

export interface LineFileOptions {
  readonly path: string;
  readonly disk?: Disk;
  readonly latch?: WriteLatch;
}

/** A file of JSON lines that is only added to. A crash may cut off its last line, and no other. */
export interface LineFile {
  /** Durable when it resolves. Where it throws, some of them may stand there all the same. */
  readonly append: (lines: readonly unknown[]) => Promise<void>;
  /** The last one first: whoever has read enough need not read the rest. */
  readonly fromEnd: () => AsyncIterable<string>;
  readonly lines: () => AsyncIterable<string>;
  /** The last megabyte, whose first line may be cut off. */
  readonly tail: () => Promise<string>;
  /** Every line through `scrub`; gives how many changed. */
  readonly rewrite: (scrub: Scrub) => Promise<number>;
  readonly close: () => Promise<void>;
}

const tailBytes = 1_000_000;

/** Throws `store_failed` where the file cannot be read or written. */
export async function openLineFile({
  path,
  disk = systemDisk,
  latch = createWriteLatch(() => {}),
}: LineFileOptions): Promise<LineFile> {
  const opened = () => orStoreFailed(path, () => disk.open(path, "append"));
  const tail = () => orStoreFailed(path, () => readTail(path));
  let file = await opened();
  const last = await orStoreFailed(path, () => disk.syncFolder(dirname(path)))
    .then(tail)
    .catch(async (fault: unknown) => {
      await file.close();
      throw fault;
    });
  let isWhole = last === "" || last.endsWith("\n");

  return {
    append: (lines) =>
      latch.write(path, async () => {
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
        // A line cut off by a crash or a full disk must not swallow the next one.
        const start = isWhole ? "" : "\n";
        isWhole = false;
        await file.write(`${start}${text}`);
        await file.sync();
        isWhole = true;
      }),
    fromEnd: () => linesFromEnd(path),
    lines: () => eachLine(path),
    tail,
    rewrite: (scrub) =>
      latch.write(path, async () => {
        try {
          const changed = await rewriteLines(path, scrub, disk);
          isWhole = true;
          return changed;
        } finally {
          // Also where it failed, the name may be another file's by now.
          const old = file;
          file = await opened();
          await old.close();
        }
      }),
    close: () => file.close(),
  };
}

async function readTail(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
