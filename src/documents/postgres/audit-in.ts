import { AppError } from "../../errors.ts";
import { type AuditLine, auditLineSchema } from "../audit-log.ts";
import type { Database, Row, Run } from "./database.ts";

/** The audit lines in their table. */
export interface Audit {
  readonly append: (run: Run, line: AuditLine) => Promise<void>;
  readonly has: (run: Run, change: string) => Promise<boolean>;
  /** The latest first. */
  readonly read: (
    wanted: (line: AuditLine) => boolean,
    count: number,
  ) => Promise<readonly AuditLine[]>;
}

/** The log may be long: it is read from its end, so many lines at a time. */
const pageSize = 500;

export const auditIn = ({ ask }: Database): Audit => ({
  append: async (run, { change, at, who, via, edits, outside = false }) => {
    await run(
      `insert into goalpost.audit (change, at, who, via, edits, outside)
      values ($1, $2, $3, $4, $5, $6)`,
      [change, at, who, via, JSON.stringify(edits), outside],
    );
  },
  has: async (run, change) =>
    (await run("select 1 from goalpost.audit where change = $1", [change])).length > 0,
  read: async (wanted, count) => {
    const found: AuditLine[] = [];
    for (let before: unknown = null; found.length < count;) {
      const rows = await ask(
        `select place, change, at, who, via, edits, outside from goalpost.audit
        where $1::bigint is null or place < $1 order by place desc limit ${pageSize}`,
        [before],
      );
      found.push(...rows.map(toLine).filter(wanted));
      if (rows.length < pageSize) break;
      before = rows.at(-1)?.["place"];
    }
    return found.slice(0, count);
  },
});

function toLine(row: Row): AuditLine {
  const { outside, ...rest } = row;
  const line = auditLineSchema.safeParse(outside === true ? row : rest);
  if (line.success) return line.data;
  throw new AppError(
    "document_broken",
    `Line ${String(row["place"])} of goalpost.audit is broken`,
    {
      hint: "Restore the table from a backup. Nothing was overwritten.",
    },
  );
}
