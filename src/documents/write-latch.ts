import { AppError } from "../errors.ts";
import { codeOf, storeFailed } from "./or-store-failed.ts";

/** Writing to files of one store, until the disk shows that it cannot be trusted. */
export interface WriteLatch {
  /**
   * Throws `store_failed`. After a fault of the disk itself, or a `Torn`, nothing is written until
   * the next start, which reads anew what the disk holds; all that is read goes on.
   */
  readonly write: <R>(path: string, work: () => Promise<R>) => Promise<R>;
  readonly assertOpen: () => void;
}

/** What failed was done all the same, and could not be taken back. */
export class Torn extends Error {}

export const isTorn = (error: unknown): boolean =>
  error instanceof AppError && error.cause instanceof Torn;

export function createWriteLatch(warn: (message: string) => void): WriteLatch {
  let shut: AppError | null = null;
  const assertOpen = (): void => {
    if (shut === null) return;
    throw new AppError("store_failed", `Nothing can be changed any more: ${shut.message}`, {
      hint: shut.hint ?? "",
      cause: shut,
    });
  };
  return {
    assertOpen,
    write: async (path, work) => {
      assertOpen();
      try {
        return await work();
      } catch (cause) {
        const failed = storeFailed(path, cause);
        if (cause instanceof Torn || codeOf(cause) === "EIO") {
          shut = failed;
          warn(
            `${failed.message}. Nothing is changed until Goalpost is started again; what it holds can be read. ${failed.hint ?? ""}`,
          );
        }
        throw failed;
      }
    },
  };
}
