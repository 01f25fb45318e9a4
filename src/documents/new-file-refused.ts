import { AppError } from "../errors.ts";
import { codeOf } from "./or-store-failed.ts";

/** Why a file could not be made anew. `ifThere` is the next step where the name is taken already. */
export function newFileRefused(path: string, cause: unknown, ifThere: string): AppError {
  const isThere = codeOf(cause) === "EEXIST";
  return new AppError(
    "file_refused",
    isThere ? `${path} is there already` : `${path} could not be written`,
    {
      hint: isThere ? ifThere : "See whether the folder is there and may be written to.",
      cause,
    },
  );
}
