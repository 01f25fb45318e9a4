import { chmod, copyFile, link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Adapter } from "lowdb";
import { AppError } from "../errors.ts";

export interface DurableFileOptions<T> {
  readonly path: string;
  /** Untrusted text to a document. Throws an AppError for what must be refused, anything for what is broken. */
  readonly parse: (text: string) => T;
  /** Told when the last good copy had to stand in. */
  readonly warn: (message: string) => void;
}

/**
 * lowdb's own file adapter never fsyncs: a power cut may lose seconds of acknowledged writes, or the
 * whole file. This one writes beside the file, fsyncs, keeps the version before as `.bak`, renames
 * and fsyncs the folder. A broken file is set aside and never replaced by an empty one.
 */
export function durableFile<T>({ path, parse, warn }: DurableFileOptions<T>): Adapter<T> {
  const backup = `${path}.bak`;

  return {
    read: async () => {
      const main = await readOne(path, parse);
      if (main.kind === "good") return main.value;
      const spare = await readOne(backup, parse);
      if (main.kind === "missing" && spare.kind === "missing") return null;
      if (spare.kind !== "good") {
        const { kind, cause } = main.kind === "broken" ? main : { ...spare, cause: undefined };
        throw new AppError("document_broken", `${path} is ${kind}, and so is its last good copy`, {
          hint: `Restore ${basename(path)} from a backup. Nothing was overwritten.`,
          cause,
        });
      }
      if (main.kind === "broken") {
        const aside = `${path}.broken-${Math.trunc((await stat(path)).mtimeMs)}`;
        await rename(path, aside);
        warn(`${path} was broken; it is kept as ${aside}, and its last good copy is used.`);
      } else {
        warn(`${path} was missing; its last good copy is used.`);
      }
      // The next write keeps what it finds under this name as the last good copy: so it must be good.
      await copyFile(backup, path);
      await syncFolder(dirname(path));
      return spare.value;
    },
    write: async (value) => {
      try {
        await replace(path, backup, JSON.stringify(value));
      } catch (cause) {
        throw new AppError("store_failed", `${path} could not be written`, {
          hint: "Check the free space and the permissions of the data folder.",
          cause,
        });
      }
    },
  };
}

type Read<T> =
  | { readonly kind: "good"; readonly value: T }
  | { readonly kind: "missing" }
  | { readonly kind: "broken"; readonly cause: unknown };

async function readOne<T>(path: string, parse: (text: string) => T): Promise<Read<T>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return { kind: "missing" };
    throw new AppError("store_failed", `${path} could not be read`, {
      hint: "Check the permissions of the data folder.",
      cause,
    });
  }
  try {
    return { kind: "good", value: parse(text) };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    return { kind: "broken", cause };
  }
}

async function replace(path: string, backup: string, text: string): Promise<void> {
  const folder = dirname(path);
  const fresh = join(folder, `.${basename(path)}.tmp`);
  const file = await open(fresh, "w", 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await keepAs(path, backup);
  await rename(fresh, path);
  await syncFolder(folder);
}

/** A second name for the present file, put in place by a rename: there is a whole copy at any moment. */
async function keepAs(path: string, backup: string): Promise<void> {
  const fresh = `${backup}.tmp`;
  await rm(fresh, { force: true });
  try {
    await link(path, fresh);
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return;
    // Some mounted file systems know no links.
    await copyFile(path, fresh);
  }
  await rename(fresh, backup);
}

/** Makes the folder, for its owner alone. */
export async function ownFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (cause) {
    throw new AppError("store_failed", `${folder} could not be made`, {
      hint: "Name a folder you may write to with --data or GOALPOST_DATA.",
      cause,
    });
  }
}

/** A rename is durable only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
