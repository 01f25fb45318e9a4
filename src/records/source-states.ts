import { z } from "zod";
import type { AppError } from "../errors.ts";
import { type KindId, kinds } from "../kinds/index.ts";
import { isLocalDay } from "../periods/local-day.ts";
import { identifier, literal } from "./quoting.ts";
import type { Readers } from "./readers.ts";
import type { Kept } from "./keeper.ts";
import { kindOf } from "./schema.ts";
import type { BadRow, OddPull, PullOutcome, PullRequest, ResultRow, SourceState } from "./store.ts";
import { instantSql } from "./zone-sql.ts";

/** What was written after each source's last pulls. */
export async function readSourceStates(query: Readers["query"]): Promise<readonly SourceState[]> {
  const rows = await query("select * from source_states order by source");
  return rows.map(toSourceState);
}

function toSourceState(row: ResultRow): SourceState {
  const held = (text(row["kinds"]) ?? "").split(",");
  return {
    source: text(row["source"]) ?? "",
    succeededAt: instant(row["succeeded_at"]),
    failedAt: instant(row["failed_at"]),
    error: text(row["error"]),
    hint: text(row["hint"]),
    asOf: instant(row["as_of"]),
    newestAt: instant(row["newest_at"]),
    kinds: kinds.map(({ id }) => id).filter((id) => held.includes(id)),
    rows: Number(row["rows"] ?? 0),
    changed: Number(row["changed"] ?? 0),
    badRows: Number(row["bad_rows"] ?? 0),
    odd: oddIn(text(row["odd"])),
  };
}

const onDay = z.object({
  kind: z.enum(kinds.map(({ id }) => id)),
  day: z.string().refine(isLocalDay),
});
const oddSchema = z.union([
  z.object({ code: z.literal("empty") }),
  onDay.extend({ code: z.enum(["few", "many"]), count: z.number(), usual: z.number() }),
  onDay.extend({ code: z.literal("shifted"), hours: z.number() }),
]);

const oddIn = (written: string | null): OddPull | null =>
  written === null ? null : (oddSchema.safeParse(JSON.parse(written)).data ?? null);

const text = (value: ResultRow[string] | undefined): string | null =>
  typeof value === "string" ? value : null;

const instant = (value: ResultRow[string] | undefined): Date | null =>
  value instanceof Date ? value : null;

export async function readBadRows(
  query: Readers["query"],
  source: string,
  limit: number,
): Promise<readonly BadRow[]> {
  const rows = await query(
    `select * from bad_rows where source = $1 order by kind, place, file, record limit cast($2 as bigint)`,
    [source, limit],
  );
  return rows.flatMap((row) => {
    const kind = kinds.find(({ id }) => id === row["kind"]);
    if (kind === undefined) return [];
    return [
      {
        kind: kind.id,
        file: text(row["file"]) ?? "",
        record: Number(row["record"]),
        field: text(row["field"]) ?? "",
        reason: text(row["reason"]) ?? "",
        value: text(row["value"]),
      },
    ];
  });
}

/** Inside the transaction that takes the records in. */
export async function rememberSuccess(
  kept: Kept,
  source: string,
  {
    outcome,
    identity,
    asks,
    asOf,
    endedAt,
    odd,
  }: {
    readonly outcome: PullOutcome;
    readonly odd: OddPull | null;
    readonly identity: string;
    readonly asks: string;
    readonly asOf: Date;
    readonly endedAt: Date;
  },
): Promise<void> {
  await keepBadRows(kept, source);
  await ensureState(kept, source);
  // Nothing came though something should have: the data reach no further than before.
  const isEmpty = odd?.code === "empty";
  // What brought nothing in these words is asked in full once more.
  const asked = outcome.rows === 0 ? "asks" : literal(asks);
  await kept.run(
    `update source_states set succeeded_at = ${instantSql(endedAt)}, error = null, hint = null,
       as_of = ${isEmpty ? `coalesce(as_of, ${instantSql(asOf)})` : instantSql(asOf)}, newest_at = ${newestSql(outcome.kinds, source)},
       kinds = ${literal(outcome.kinds.join(","))}, rows = ${outcome.rows},
       changed = ${outcome.changed}, bad_rows = ${outcome.badRows}, excluded = ${outcome.excluded},
       identity = ${literal(identity)}, asks = ${asked}, odd = ${odd === null ? "null" : literal(JSON.stringify(odd))}
     where source = ${literal(source)}`,
  );
}

/**
 * Up to when a source is known to be complete, asked for in these words; null where it was asked in
 * others, or never with success.
 */
export async function reachOf(
  query: Readers["query"],
  { name, asks }: Pick<PullRequest, "name" | "asks">,
): Promise<Date | null> {
  const [row] = await query("select as_of from source_states where source = $1 and asks = $2", [
    name,
    asks,
  ]);
  return instant(row?.["as_of"]);
}

/** What the ids of a source's records are made of; null where it never succeeded. */
export async function identityOfHeld({ rows }: Kept, source: string): Promise<string | null> {
  const [row] = await rows(`select identity from source_states where source = ${literal(source)}`);
  return text(row?.["identity"]);
}

/** After a refused pull, inside a transaction: what was wrong, and the rows that show it. */
export async function rememberFailure(
  kept: Kept,
  source: string,
  failedAt: Date,
  { message, hint }: Pick<AppError, "message"> & Partial<Pick<AppError, "hint">>,
): Promise<void> {
  await keepBadRows(kept, source);
  await ensureState(kept, source);
  await kept.run(
    `update source_states set failed_at = ${instantSql(failedAt)}, error = ${literal(shown(message))},
       hint = ${hint === undefined ? "null" : literal(shown(hint))} where source = ${literal(source)}`,
  );
}

/** No store of records keeps a NUL: its picture stands for it. */
const shown = (text: string): string => text.replaceAll("\0", "\u2400");

/** What the pull set aside takes the place of what an earlier one did; one that read nothing leaves it. */
async function keepBadRows({ run, receive }: Kept, source: string): Promise<void> {
  if (!(await receive("set_aside"))) return;
  await run(`delete from bad_rows where source = ${literal(source)}`);
  await run("insert into bad_rows select * from set_aside");
}

async function ensureState({ run }: Kept, source: string): Promise<void> {
  await run(
    `insert into source_states (source) select ${literal(source)}
     where not exists (select 1 from source_states where source = ${literal(source)})`,
  );
}

function newestSql(ids: readonly KindId[], source: string): string {
  const newest = ids.map(
    (id) =>
      `(select cast(max(${identifier(kindOf(id).at)}) as timestamp) from ${identifier(id)}
        where source = ${literal(source)})`,
  );
  return `greatest(${newest.join(", ")})`;
}
