import { join } from "node:path";
import type { Contents } from "./contents.ts";
import { emptyFile, parseFile, piecesOf } from "./document-file.ts";
import { durableFile } from "./durable-file.ts";
import { bookFile } from "./forgotten-book.ts";
import { openLineFile } from "./line-file.ts";
import { openOddsLog } from "./odds-log.ts";
import { ownFolder } from "./own-folder.ts";

/** Lines written at once: a log may be longer than memory is large. */
const pageSize = 1_000;

/** Writes everything into a folder where nothing of it is; durable when it resolves. */
export async function writeFolder(
  folder: string,
  contents: Contents,
  warn: (message: string) => void,
): Promise<void> {
  const { documents, audit, told, came, forgotten } = contents;
  await ownFolder(folder);
  const log = await openLineFile({ path: join(folder, "audit.jsonl") });
  for (let from = 0; from < audit.length; from += pageSize) {
    await log.append(audit.slice(from, from + pageSize));
  }
  await log.close();
  const odds = await openOddsLog(join(folder, "odds.jsonl"));
  await odds.tell(told);
  await odds.settle(came);
  await odds.close();
  if (forgotten !== null) await bookFile(folder, warn).write(forgotten);
  const file = durableFile({
    path: join(folder, "documents.json"),
    parse: parseFile,
    pieces: piecesOf,
    warn,
  });
  // The lines of the log after this change would be taken for ones that never happened.
  const change = audit.findLast(({ outside }) => outside !== true)?.change ?? null;
  await file.write({ ...emptyFile, ...mutable(documents), change });
}

const mutable = (documents: Contents["documents"]) => ({
  goals: [...documents.goals],
  digests: [...documents.digests],
  deliveries: [...documents.deliveries],
  people: [...documents.people],
  marks: [...documents.marks],
  notes: [...documents.notes],
});
