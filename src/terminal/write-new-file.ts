import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { AppError } from "../errors.ts";
import type { Options } from "./parse-arguments.ts";

/**
 * Writes a file where the person stands, for its owner alone; one that is there already is left as
 * it is. Gives the whole path.
 */
export async function writeNewFile(
  { folder = "" }: Options,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const path = resolve(folder, name);
  try {
    await writeFile(path, content, { flag: "wx", mode: 0o600 });
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    throw new AppError(
      "file_refused",
      isThere ? `${path} is there already` : `${path} could not be written`,
      {
        hint: isThere
          ? "Name another file, or move that one away."
          : "See whether the folder is there and may be written to.",
        cause,
      },
    );
  }
  return path;
}
