import { z } from "zod";
import { type LineFileOptions, openLineFile } from "./line-file.ts";
import type { Scrub } from "./scrub.ts";

/** What one change did to one document: the fields that differ, `null` where there was none. */
export interface AuditEdit {
  readonly collection: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface AuditLine {
  readonly change: string;
  readonly at: string;
  readonly who: string;
  readonly via: string;
  readonly edits: readonly AuditEdit[];
  /** What was done to something else than the documents: no document waits for it. */
  readonly outside?: true;
}

/** Changes, one JSON line each; never rewritten, but to forget a person. */
export interface AuditLog {
  /** Durable when it resolves: called before the document is written. */
  readonly append: (line: AuditLine) => Promise<void>;
  /** The change announced last did not happen after all. */
  readonly annul: (change: string, at: string) => Promise<void>;
  /** Lines of the end of the log after the one of that change: announced, and then cut off by a crash. */
  readonly announcedAfter: (change: string | null) => Promise<readonly string[]>;
  /** The latest first, without those that did not happen after all; at most `count`. */
  readonly read: (
    wanted: (line: AuditLine) => boolean,
    count: number,
  ) => Promise<readonly AuditLine[]>;
  /** Every line through `scrub`; gives how many changed. */
  readonly rewrite: (scrub: Scrub) => Promise<number>;
  readonly close: () => Promise<void>;
}

const fields = z.record(z.string(), z.unknown()).nullable();
const lineSchema = z.object({
  change: z.string(),
  annulled: z.boolean().optional(),
  outside: z.literal(true).optional(),
});
export const auditLineSchema = z.object({
  change: z.string(),
  at: z.string(),
  who: z.string(),
  via: z.string(),
  edits: z.array(
    z.object({ collection: z.string(), id: z.string(), before: fields, after: fields }),
  ),
  outside: z.literal(true).exactOptional(),
});

export async function openAuditLog(options: LineFileOptions): Promise<AuditLog> {
  const file = await openLineFile(options);
  return {
    append: (line) => file.append([line]),
    annul: (change, at) => file.append([{ change, at, annulled: true }]),
    announcedAfter: async (change) => {
      const lines = (await file.tail())
        .split("\n")
        .flatMap((text) => parsed(lineSchema, text))
        .filter(({ outside }) => outside !== true);
      const annulled = new Set(lines.filter((each) => each.annulled).map((each) => each.change));
      const last = lines.findLastIndex((each) => each.change === change && !each.annulled);
      return lines
        .slice(last + 1)
        .map((each) => each.change)
        .filter((each) => !annulled.has(each));
    },
    read: async (wanted, count) => {
      const annulled = new Set<string>();
      const found: AuditLine[] = [];
      // What became of a change stands behind it, and is read before it.
      for await (const text of file.fromEnd()) {
        if (found.length >= count) break;
        for (const each of parsed(lineSchema, text)) if (each.annulled) annulled.add(each.change);
        const lines = parsed(auditLineSchema, text);
        found.push(...lines.filter((line) => !annulled.has(line.change) && wanted(line)));
      }
      return found;
    },
    rewrite: file.rewrite,
    close: file.close,
  };
}

function parsed<T>(schema: z.ZodType<T>, text: string): readonly T[] {
  try {
    return [schema.parse(JSON.parse(text))];
  } catch {
    // Cut off by a crash, or by the start of the tail: it was never acknowledged, or is too old to matter.
    return [];
  }
}
