import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { newFileRefused } from "../documents/new-file-refused.ts";
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
    throw newFileRefused(path, cause, "Name another file, or move that one away.");
  }
  return path;
}
