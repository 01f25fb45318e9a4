import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clockMs, localDay } from "../../periods/local-day.ts";
import { businessFiles } from "./business-files.ts";
import { deskFiles } from "./desk-files.ts";
import { lifeFolders } from "./life-tables.ts";
import { goalpostYml } from "./goalpost-yml.ts";
import { sampleDesk } from "./sample-desk.ts";
import { secondsADay, toDayNumber } from "./wall-clock.ts";

export interface SampleDeskPlace {
  readonly folder: string;
  /** Nothing is written that happened later: records from the future are bad records. */
  readonly now: Date;
  readonly zone: string;
}

/** Raised when what is written changes, so that a desk of an older version is written anew. */
const version = 4;

/**
 * Writes the sample support desk: folders of CSV files and the goalpost.yml that reads them.
 * A desk of the same local day is left as it is. Says whether it wrote: records pulled from an
 * older desk are then out of date, also those that the new one does not have.
 */
export async function writeSampleDesk({ folder, now, zone }: SampleDeskPlace): Promise<boolean> {
  const today = localDay(now, zone);
  const stampPath = join(folder, ".sample-desk");
  const stamp = `${version} ${today} ${zone}\n`;
  if ((await readFile(stampPath, "utf8").catch(() => "")) === stamp) return false;

  await rm(stampPath, { force: true });
  for (const each of ["tickets", "calls", "surveys", "billing", "shop", ...lifeFolders]) {
    await rm(join(folder, each), { recursive: true, force: true });
    await mkdir(join(folder, each), { recursive: true });
  }
  const until = toDayNumber(today) * secondsADay + Math.floor(clockMs(now, zone) / 1000);
  const files = [...deskFiles(sampleDesk(until), zone), ...businessFiles(until, zone)];
  for (const [path, text] of files) {
    await writeFile(join(folder, path), text);
    // As old as the desk is by its own clock: how far the data reach is read from it.
    await utimes(join(folder, path), now, now);
  }
  await writeFile(join(folder, "goalpost.yml"), goalpostYml(zone));
  // Last, so that a desk that was not finished is begun again.
  await writeFile(stampPath, stamp);
  return true;
}
