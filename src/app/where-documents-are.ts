import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../errors.ts";

/** The files that hold what no source brings again; the documents, which the others serve, last. */
export const keptFiles = [
  "forgotten.json.bak",
  "forgotten.json",
  "odds.jsonl",
  "audit.jsonl",
  "documents.json.bak",
  "documents.json",
] as const;

/** Left in a folder whose documents were moved to a database: they must not be used by mistake. */
export const movedMark = "moved.json";

const movedSchema = z.strictObject({
  /** `goalpost at db.example.com:5432`. */
  to: z.string(),
  at: z.iso.datetime(),
});
export type MovedMark = z.infer<typeof movedSchema>;

/** Null where the documents are in the folder, or nowhere yet. */
export async function readMovedMark(folder: string): Promise<MovedMark | null> {
  const path = join(folder, movedMark);
  if (!existsSync(path)) return null;
  return movedSchema.parse(JSON.parse(await readFile(path, "utf8")));
}

export const holdsDocuments = (folder: string): boolean =>
  ["documents.json", "documents.json.bak"].some((name) => existsSync(join(folder, name)));

/** Throws `documents_elsewhere` where the folder's documents were moved to a database. */
export async function assertInFolder(folder: string): Promise<void> {
  const moved = await readMovedMark(folder);
  if (moved === null) return;
  throw elsewhere(
    `The documents of ${folder} were moved to ${moved.to}`,
    "Set DATABASE_URL, or bring them back with “goalpost migrate to-folder”.",
  );
}

/** Throws `documents_elsewhere` where there is a database, and a folder that holds documents too. */
export async function assertNotInFolder(folder: string): Promise<void> {
  if (!holdsDocuments(folder) || (await readMovedMark(folder)) !== null) return;
  throw elsewhere(
    `DATABASE_URL is set, and ${folder} holds documents`,
    "Move them with “goalpost migrate to-postgres”, or name an empty folder with GOALPOST_DATA.",
  );
}

export const elsewhere = (message: string, hint: string): AppError =>
  new AppError("documents_elsewhere", message, { hint });
