import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { type BackupHeader, longestHeader, readHeader } from "./backup-format.ts";
import { openPlainFile } from "./open-plain-file.ts";
import { codeOf, orStoreFailed } from "./or-store-failed.ts";

/**
 * Takes a backup apart into a folder, each file for its owner alone and durable. Throws
 * `file_refused` where it is none, or not as it was written; the folder then holds half of it.
 */
export async function unpackBackup(path: string, folder: string): Promise<BackupHeader> {
  const source = await opened(path);
  try {
    const { text, length } = await firstLine(source);
    const header = readHeader(path, text);
    let at = length;
    for (const { name, bytes, sha256 } of header.files) {
      const found = await copyPart(source, at, bytes, join(folder, name));
      if (found !== sha256) throw changed(path, name);
      at += bytes;
    }
    if ((await source.stat()).size !== at) throw changed(path, "more than it should");
    return header;
  } finally {
    await source.close();
  }
}

const opened = (path: string): Promise<FileHandle> =>
  openPlainFile(path).catch((cause: unknown) => {
    const isMissing = codeOf(cause) === "ENOENT";
    throw new AppError("file_refused", `${path} ${isMissing ? "is not there" : "cannot be read"}`, {
      hint: "See how it is spelled, and whether it may be read.",
      cause,
    });
  });

const changed = (path: string, what: string): AppError =>
  new AppError("file_refused", `${path} is cut off, or was changed since it was made (${what})`, {
    hint: "Take another backup. Nothing was changed.",
  });

async function firstLine(source: FileHandle) {
  const { buffer, bytesRead } = await source.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
  const end = buffer.subarray(0, bytesRead).indexOf("\n");
  return { text: buffer.toString("utf8", 0, Math.max(0, end)), length: end + 1 };
}

const pieceBytes = 1_048_576;

/** Copies so many bytes, or as many as there are; gives their hash. */
async function copyPart(
  source: FileHandle,
  from: number,
  bytes: number,
  to: string,
): Promise<string> {
  const hash = createHash("sha256");
  await orStoreFailed(to, async () => {
    const target = await open(to, "w", 0o600);
    try {
      const piece = Buffer.alloc(Math.min(pieceBytes, bytes));
      let done = 0;
      while (done < bytes) {
        const wanted = Math.min(piece.length, bytes - done);
        const { bytesRead } = await source.read(piece, 0, wanted, from + done);
        if (bytesRead === 0) break;
        hash.update(piece.subarray(0, bytesRead));
        await target.writeFile(piece.subarray(0, bytesRead));
        done += bytesRead;
      }
      await target.sync();
    } finally {
      await target.close();
    }
  });
  return hash.digest("hex");
}
