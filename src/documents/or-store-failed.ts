import { AppError } from "../errors.ts";

/** What to do about each way in which a disk refuses. */
const hints: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: free some space, then it works again by itself.",
  EDQUOT: "The quota is used up: raise it or free some space, then it works again by itself.",
  EROFS:
    "The file system is read-only: make it writable, or name another folder with --data or GOALPOST_DATA.",
  EACCES:
    "Let it belong to the user that runs Goalpost (chown -R), or name another folder with --data or GOALPOST_DATA.",
  EBUSY:
    "It seems to be mounted by itself: mount its folder instead, since the file is replaced at each change.",
  EIO: "The disk reports a fault: see the system's log, move the data folder to a sound disk and start again.",
};

/** Work on one file of the data folder; throws `store_failed` with the file's path where it fails. */
export async function orStoreFailed<R>(path: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    throw storeFailed(path, cause);
  }
}

/** What failed, which file, and what to do about it. */
export function storeFailed(path: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const code = codeOf(cause) === "EPERM" ? "EACCES" : (codeOf(cause) ?? "");
  return new AppError("store_failed", `${path} could not be read or written`, {
    hint: hints[code] ?? "Check the free space and the permissions of the data folder.",
    cause,
  });
}

/** The system's word for a fault, `ENOSPC`. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
