import { z } from "zod";
import { AppError } from "../errors.ts";

/** The files of a data folder that no source can bring again. */
export const keptFiles = ["documents.json", "audit.jsonl", "odds.jsonl", "forgotten.json"] as const;
export type KeptFile = (typeof keptFiles)[number];

/**
 * The first line of a backup; behind it the files as they were, one after the other, each as long
 * and with the hash that stands here.
 */
const headerSchema = z.strictObject({
  goalpost: z.literal("backup"),
  version: z.literal(1),
  at: z.iso.datetime(),
  files: z
    .array(
      z.strictObject({
        name: z.enum(keptFiles),
        bytes: z.int().min(0),
        sha256: z.string().length(64),
      }),
    )
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length)
    .refine((files) => files.some(({ name }) => name === "documents.json")),
});

export type BackupHeader = z.infer<typeof headerSchema>;

export const longestHeader = 65_536;

/** Throws `file_refused` where the line is none of a backup, or of one that a newer program made. */
export function readHeader(path: string, line: string): BackupHeader {
  let given: unknown = null;
  try {
    given = JSON.parse(line);
  } catch {
    // It is none, as said below.
  }
  const known = headerSchema.safeParse(given);
  if (known.success) return known.data;
  const { data } = z
    .looseObject({ goalpost: z.literal("backup"), version: z.int() })
    .safeParse(given);
  if (data !== undefined && data.version > 1) {
    throw new AppError("file_refused", `${path} was made by a newer Goalpost`, {
      hint: "Start the version that made it, or a newer one.",
    });
  }
  throw new AppError(
    "file_refused",
    `${path} is no backup of Goalpost, or its beginning is damaged`,
    {
      hint: "Name a file that “goalpost backup” wrote.",
    },
  );
}
