import { createHash } from "node:crypto";
import { type FileHandle, open, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "../errors.ts";
import { type BackupHeader, type KeptFile, keptFiles } from "./backup-format.ts";
import { systemDisk } from "./disk.ts";
import { type DocumentFile, parseFile } from "./document-file.ts";
import { newFileRefused } from "./new-file-refused.ts";
import { codeOf, orStoreFailed } from "./or-store-failed.ts";

export interface Backup {
  /** Absolute. */
  readonly path: string;
  readonly at: Date;
  readonly documents: DocumentFile;
}

interface Part {
  readonly name: KeptFile;
  readonly file: FileHandle;
  readonly bytes: number;
}

/**
 * Copies what no source can bring again into one new file, for its owner alone, while the store is
 * in use. `to` is a file that is not there yet, or a folder. The documents are taken first and the
 * logs after them: what a log announces beyond them counts as never done, as after a crash.
 *
 * Null where nothing was ever kept. Throws `file_refused`, `document_broken` or `store_failed`.
 */
export async function writeBackup(folder: string, to: string, at: Date): Promise<Backup | null> {
  const parts: Part[] = [];
  try {
    for (const name of keptFiles) {
      const part = await openPart(folder, name);
      if (part !== null) parts.push(part);
      else if (name === "documents.json") return null;
    }
    const documents = await readDocuments(parts[0]);
    const path = (await isFolder(to)) ? join(to, nameFor(at)) : to;
    await writeNew(path, await headerFor(parts, at), parts);
    return { path, at, documents };
  } finally {
    for (const { file } of parts) await file.close();
  }
}

const nameFor = (at: Date): string =>
  `goalpost-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z.backup`;

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() === true;

/** A file that is replaced or added to from now on is still read as it is. */
async function openPart(folder: string, name: KeptFile): Promise<Part | null> {
  const path = join(folder, name);
  return await orStoreFailed(path, async () => {
    const file = await open(path, "r").catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    });
    return file === null ? null : { name, file, bytes: (await file.stat()).size };
  });
}

/** What could not be put back is no backup. */
async function readDocuments(part: Part | undefined): Promise<DocumentFile> {
  if (part === undefined) throw new Error("the documents come first");
  try {
    return parseFile(await readFile(part.file, "utf8"));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("document_broken", `${part.name} is broken on the disk`, {
      hint: "Change anything, then it is written anew from what is held in memory; then copy it again.",
      cause,
    });
  }
}

const bytesOf = ({ file, bytes }: Part) =>
  file.createReadStream({ start: 0, end: Math.max(0, bytes - 1), autoClose: false });

async function headerFor(parts: readonly Part[], at: Date): Promise<BackupHeader> {
  const files: BackupHeader["files"] = [];
  for (const part of parts) {
    const hash = createHash("sha256");
    if (part.bytes > 0) await pipeline(bytesOf(part), hash);
    files.push({ name: part.name, bytes: part.bytes, sha256: hash.digest("hex") });
  }
  return { goalpost: "backup", version: 1, at: at.toISOString(), files };
}

async function writeNew(path: string, header: BackupHeader, parts: readonly Part[]): Promise<void> {
  const target = await open(path, "wx", 0o600).catch((cause: unknown) => {
    throw newFileRefused(path, cause, "Name another file, or a folder.");
  });
  try {
    await orStoreFailed(path, async () => {
      await target.writeFile(`${JSON.stringify(header)}\n`);
      for (const part of parts) {
        if (part.bytes > 0) for await (const piece of bytesOf(part)) await target.writeFile(piece);
      }
      await target.sync();
      await systemDisk.syncFolder(dirname(path));
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await target.close();
  }
}
