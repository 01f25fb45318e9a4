import { z } from "zod";
import { AppError } from "../errors.ts";
import { collections } from "./shape.ts";

const list = <S extends z.ZodType<{ readonly id: string }>>(schema: S) =>
  z.array(schema).refine((items) => new Set(items.map((item) => item.id)).size === items.length, {
    message: "two documents with one id",
  });

const fileSchema = z.strictObject({
  version: z.int(),
  /** The change that wrote this file: what the audit log announces after it never happened. */
  change: z.string().nullable(),
  goals: list(collections.goals),
  digests: list(collections.digests),
  deliveries: list(collections.deliveries),
  people: list(collections.people),
  marks: list(collections.marks),
  /** Younger than the others: a file without them has none. */
  notes: list(collections.notes).default([]),
});

/** The whole file as it stands on disk. */
export type DocumentFile = z.infer<typeof fileSchema>;

export type Migration = (
  file: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** From version 1 to 2, from 2 to 3, …: the current version is one more than their number. */
export const migrations: readonly Migration[] = [];

export const emptyFile: DocumentFile = {
  version: migrations.length + 1,
  change: null,
  goals: [],
  digests: [],
  deliveries: [],
  people: [],
  marks: [],
  notes: [],
};

/** A document never changes, only which ones there are: each is turned into text but once. */
const texts = new WeakMap<object, string>();

function textOf(document: object): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = JSON.stringify(document);
  texts.set(document, text);
  return text;
}

/** The text of the file, a document at a time. */
export function* piecesOf({ version, change, ...lists }: DocumentFile): Iterable<string> {
  yield JSON.stringify({ version, change }).slice(0, -1);
  for (const [name, documents] of Object.entries(lists)) {
    yield `,${JSON.stringify(name)}:[`;
    for (const [at, document] of documents.entries()) {
      yield at === 0 ? textOf(document) : `,${textOf(document)}`;
    }
    yield "]";
  }
  yield "}";
}

const anyVersion = z.looseObject({ version: z.int().min(1) });

/** Brings a file of any earlier version up to date. A newer one is refused, never guessed at. */
export function parseFile(text: string, known = migrations): DocumentFile {
  const currentVersion = known.length + 1;
  const file = anyVersion.parse(JSON.parse(text));
  if (file.version > currentVersion) {
    throw new AppError(
      "document_broken",
      `The documents are of version ${file.version}; this program knows ${currentVersion}`,
      { hint: "Start the version of Goalpost that wrote them, or a newer one." },
    );
  }
  const current = known
    .slice(file.version - 1)
    .reduce<Readonly<Record<string, unknown>>>((older, migrate) => migrate(older), file);
  return fileSchema.parse({ ...current, version: currentVersion });
}

/** The version of a file that would have to be migrated; null of a current one. */
export function olderVersion(text: string, known = migrations): number | null {
  const { version } = anyVersion.parse(JSON.parse(text));
  return version > known.length ? null : version;
}
