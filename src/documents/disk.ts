import { copyFile, link, open, readFile, rename, rm } from "node:fs/promises";

/** A file being written. */
export interface DiskFile {
  readonly write: (text: string) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * All that is ever done to a file that must last, as the system does it. It is handed in so that
 * each of these can be made to fail, and the order of them be replayed as a power cut leaves it.
 */
export interface Disk {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** For its owner alone: a new and empty file, or one that is added to. */
  readonly open: (path: string, how: "anew" | "append") => Promise<DiskFile>;
  readonly link: (from: string, to: string) => Promise<void>;
  readonly copy: (from: string, to: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** No fault where there is none. */
  readonly remove: (path: string) => Promise<void>;
  /** A new name is durable only when its folder is. */
  readonly syncFolder: (folder: string) => Promise<void>;
}

export const systemDisk: Disk = {
  read: (path) => readFile(path),
  open: async (path, how) => {
    const file = await open(path, how === "anew" ? "w" : "a", 0o600);
    await file.chmod(0o600);
    return {
      write: (text) => file.appendFile(text),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  link,
  copy: copyFile,
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder: async (folder) => {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
