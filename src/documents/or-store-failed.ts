import { AppError } from "../errors.ts";

/** Work on one file of the data folder; throws `store_failed` with the file's path where it fails. */
export async function orStoreFailed<R>(path: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    throw new AppError("store_failed", `${path} could not be read or written`, {
      hint: "Check the free space and the permissions of the data folder.",
      cause,
    });
  }
}
