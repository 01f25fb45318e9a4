import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../errors.ts";

/** Left in a folder whose documents were moved to a database: they must not be used by mistake. */
export const movedMark = "moved.json";

export const movedSchema = z.strictObject({
  /** `goalpost at db.example.com:5432`, or a folder. */
  to: z.string(),
  at: z.iso.datetime(),
});

/** Throws `documents_elsewhere` where the folder's documents were moved to a database. */
export async function assertInFolder(folder: string): Promise<void> {
  const path = join(folder, movedMark);
  if (!existsSync(path)) return;
  const { to, at } = movedSchema.parse(JSON.parse(await readFile(path, "utf8")));
  throw new AppError(
    "documents_elsewhere",
    `The documents of ${folder} were moved to ${to} at ${at}`,
    {
      hint: "Set DATABASE_URL, or bring them back with “goalpost migrate to-folder”.",
    },
  );
}

/** Throws `documents_elsewhere` where there is a database, and a folder that holds documents too. */
export async function assertNotInFolder(folder: string): Promise<void> {
  const holds = ["documents.json", "documents.json.bak"].some((name) =>
    existsSync(join(folder, name)),
  );
  if (!holds || existsSync(join(folder, movedMark))) return;
  throw new AppError("documents_elsewhere", `DATABASE_URL is set, and ${folder} holds documents`, {
    hint: "Move them with “goalpost migrate to-postgres”, or name an empty folder with GOALPOST_DATA.",
  });
}
