import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { eachLine } from "./each-line.ts";
import type { Scrub } from "./scrub.ts";

/**
 * Writes a file of JSON lines anew, each through `scrub`. The old file stands until the new one is
 * durable, so a crash leaves either. Gives how many lines changed.
 */
export async function rewriteLines(path: string, scrub: Scrub, disk: Disk): Promise<number> {
  const fresh = join(dirname(path), `.${basename(path)}.tmp`);
  const file = await disk.open(fresh, "anew");
  let changed = 0;
  try {
    for await (const line of eachLine(path)) {
      const after = scrubbed(line, scrub);
      if (after !== line) changed += 1;
      await file.write(`${after}\n`);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(fresh, path);
  await disk.syncFolder(dirname(path));
  return changed;
}

/** A line that a crash cut off is no JSON, and may hold a name all the same. */
function scrubbed(line: string, scrub: Scrub): string {
  try {
    return JSON.stringify(scrub(JSON.parse(line)));
  } catch {
    return scrub({ text: line }).text;
  }
}
