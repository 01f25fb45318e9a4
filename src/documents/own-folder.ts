import { chmod, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "../errors.ts";
import { systemDisk } from "./disk.ts";
import { storeFailed } from "./or-store-failed.ts";

/** Makes the folder, for its owner alone. */
export async function ownFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await systemDisk.syncFolder(dirname(made));
    await chmod(folder, 0o700);
  } catch (cause) {
    throw new AppError("store_failed", `The folder ${folder} could not be made or used`, {
      hint: storeFailed(folder, cause).hint ?? "",
      cause,
    });
  }
}
