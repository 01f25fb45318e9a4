import { chmod, mkdir } from "node:fs/promises";
import { AppError } from "../errors.ts";
import { storeFailed } from "./or-store-failed.ts";

/** Makes the folder, for its owner alone. */
export async function ownFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (cause) {
    throw new AppError("store_failed", `The folder ${folder} could not be made or used`, {
      hint: storeFailed(folder, cause).hint ?? "",
      cause,
    });
  }
}
