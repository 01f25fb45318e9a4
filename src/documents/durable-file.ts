import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Adapter } from "lowdb";
import { AppError } from "../errors.ts";
import { type Disk, systemDisk } from "./disk.ts";
import { codeOf, orStoreFailed } from "./or-store-failed.ts";
import { createWriteLatch, Torn, type WriteLatch } from "./write-latch.ts";

export interface DurableFileOptions<T> {
  readonly path: string;
  /** Untrusted text to a document. Throws an AppError for what must be refused, anything for what is broken. */
  readonly parse: (text: string) => T;
  /** The version of a text that is older than what is written from now on; it is kept as it was. */
  readonly olderVersion?: (text: string) => number | null;
  /** The document's text, in pieces: a large one is not made at one go. */
  readonly pieces?: (value: T) => Iterable<string>;
  /** Told when the last good copy had to stand in. */
  readonly warn: (message: string) => void;
  readonly disk?: Disk;
  readonly latch?: WriteLatch;
}

/**
 * lowdb's own file adapter never fsyncs: a power cut may lose seconds of acknowledged writes, or the
 * whole file. This one writes beside the file, fsyncs, keeps the version before as `.bak`, renames
 * and fsyncs the folder. A broken file is set aside and never replaced by an empty one.
 */
export function durableFile<T>({
  path,
  parse,
  olderVersion = () => null,
  pieces = (value) => [JSON.stringify(value)],
  warn,
  disk = systemDisk,
  latch = createWriteLatch(warn),
}: DurableFileOptions<T>): Adapter<T> {
  const backup = `${path}.bak`;
  const names = { path, backup, fresh: join(dirname(path), `.${basename(path)}.tmp`) };

  const keepOlder = async (text: string): Promise<void> => {
    const version = olderVersion(text);
    if (version === null) return;
    await orStoreFailed(path, async () => {
      await keepAs(disk, path, `${path}.v${version}`);
      await disk.syncFolder(dirname(path));
    });
  };

  return {
    read: async () => {
      await orStoreFailed(path, () => tryReplacing(disk, names));
      const main = await readOne(disk, path, parse);
      if (main.kind === "good") {
        await keepOlder(main.text);
        return main.value;
      }
      const spare = await readOne(disk, backup, parse);
      if (main.kind === "missing" && spare.kind === "missing") return null;
      if (spare.kind !== "good") {
        const { kind, cause } = main.kind === "broken" ? main : { ...spare, cause: undefined };
        throw new AppError("document_broken", `${path} is ${kind}, and so is its last good copy`, {
          hint: `Nothing was overwritten. Put a backup back with "goalpost restore <file>".`,
          cause,
        });
      }
      if (main.kind === "broken") {
        const aside = `${path}.broken-${Math.trunc((await stat(path)).mtimeMs)}`;
        await orStoreFailed(path, () => disk.rename(path, aside));
        warn(`${path} was broken; it is kept as ${aside}, and its last good copy is used.`);
      } else {
        warn(`${path} was missing; its last good copy is used.`);
      }
      // The next write keeps what it finds under this name as the last good copy: so it must be good.
      await orStoreFailed(path, async () => {
        await keepAs(disk, backup, path);
        await disk.syncFolder(dirname(path));
      });
      await keepOlder(spare.text);
      return spare.value;
    },
    write: (value) => latch.write(path, () => replace(disk, names, pieces(value))),
  };
}

interface Names {
  readonly path: string;
  readonly backup: string;
  readonly fresh: string;
}

type Read<T> =
  | { readonly kind: "good"; readonly value: T; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "broken"; readonly cause: unknown };

/** A byte that is no UTF-8 is a fault, not a character to guess; a mark of order is neither. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

async function readOne<T>(disk: Disk, path: string, parse: (text: string) => T): Promise<Read<T>> {
  let bytes: Uint8Array;
  try {
    bytes = await disk.read(path);
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return { kind: "missing" };
    return await orStoreFailed(path, () => Promise.reject(cause));
  }
  try {
    const text = utf8.decode(bytes);
    return { kind: "good", value: parse(text), text };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    return { kind: "broken", cause };
  }
}

/** What cannot be written is found out at the start, not at the first change. */
async function tryReplacing(disk: Disk, { path, fresh }: Names): Promise<void> {
  await (await disk.open(fresh, "anew")).close();
  await disk.remove(fresh);
  // Not the same name: a link left behind there would be written through, into the file itself.
  const second = `${path}.try`;
  await disk.remove(second);
  try {
    await disk.link(path, second);
  } catch (cause) {
    // A file that is mounted by itself can be written and never replaced; a link is what tells.
    if (codeOf(cause) === "EXDEV") throw Object.assign(new Error("mounted"), { code: "EBUSY" });
    return;
  }
  await disk.remove(second);
}

/** So much text is made and handed on at one go. */
const pieceLength = 262_144;

async function writeWhole(disk: Disk, path: string, pieces: Iterable<string>): Promise<void> {
  const file = await disk.open(path, "anew");
  try {
    let text = "";
    for (const piece of pieces) {
      text += piece;
      if (text.length < pieceLength) continue;
      await file.write(text);
      text = "";
    }
    await file.write(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Throws `Torn` where the new version stands under the name, and the old one could not be put back. */
async function replace(
  disk: Disk,
  { path, backup, fresh }: Names,
  pieces: Iterable<string>,
): Promise<void> {
  try {
    await writeWhole(disk, fresh, pieces);
  } catch (cause) {
    // Half a file on a full disk only makes it fuller.
    await disk.remove(fresh).catch(() => {});
    throw cause;
  }
  const isFirst = !(await keepAs(disk, path, backup));
  await disk.rename(fresh, path);
  try {
    await disk.syncFolder(dirname(path));
  } catch (cause) {
    try {
      if (isFirst) await disk.remove(path);
      else await keepAs(disk, backup, path);
    } catch {
      throw Object.assign(new Torn("not put back", { cause }), { code: codeOf(cause) });
    }
    throw cause;
  }
}

/**
 * A second name for a file, put in place by a rename: there is a whole copy at any moment. Gives
 * whether there is such a file.
 */
async function keepAs(disk: Disk, path: string, name: string): Promise<boolean> {
  const fresh = `${name}.tmp`;
  await disk.remove(fresh);
  try {
    await disk.link(path, fresh);
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return false;
    // Some mounted file systems know no links.
    await disk.copy(path, fresh);
  }
  await disk.rename(fresh, name);
  return true;
}
