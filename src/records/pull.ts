import type { DuckDBConnection } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import { kinds } from "../kinds/index.ts";
import type { Clock } from "../clock.ts";
import { compileMapping } from "./compile-mapping.ts";
import { land } from "./land.ts";
import { collectBadRows, type MappedKind, mapStage, refuseIfBad } from "./map-stage.ts";
import { mergeKind } from "./merge-kind.ts";
import { identifier, literal } from "./quoting.ts";
import { rememberFailure, rememberSuccess } from "./source-states.ts";
import type { PullOutcome, PullRequest, PullWatch } from "./store.ts";
import { inTransaction } from "./writer.ts";

export interface PullPlace {
  readonly connection: DuckDBConnection;
  readonly clock: Clock;
  /** The workspace's: local days are counted in it. */
  readonly zone: string;
}

/** One pull on the writing connection, which is its own until the end. */
export async function pull(
  { connection, clock, zone }: PullPlace,
  request: PullRequest,
  watch: PullWatch,
): Promise<PullOutcome> {
  const startedAt = clock.now();
  const stop = (): void => connection.interrupt();
  watch.signal.addEventListener("abort", stop);
  try {
    watch.signal.throwIfAborted();
    return await takeIn(connection, request, watch, { startedAt, workspaceZone: zone, clock });
  } catch (fault) {
    // Told to stop, the engine complains of it: nobody failed.
    watch.signal.throwIfAborted();
    if (fault instanceof AppError) {
      await rememberFailure(connection, request.name, clock.now(), fault);
    }
    throw fault;
  } finally {
    watch.signal.removeEventListener("abort", stop);
    await dropStages(connection);
  }
}

async function takeIn(
  connection: DuckDBConnection,
  request: PullRequest,
  watch: PullWatch,
  at: { readonly startedAt: Date; readonly workspaceZone: string; readonly clock: Clock },
): Promise<PullOutcome> {
  const { name, zone, records, exclude } = request;
  const mapping = compileMapping(records, exclude, {
    zone,
    workspaceZone: at.workspaceZone,
    now: at.startedAt,
  });
  const landing = await land(connection, request.read(watch.signal), mapping.columns, watch);
  const mapped: MappedKind[] = [];
  for (const each of mapping.kinds) mapped.push(await mapStage(connection, each));
  await collectBadRows(connection, name, mapped, landing);
  await refuseIfBad(connection, mapped);
  watch.signal.throwIfAborted();

  return await inTransaction(connection, async () => {
    await dropLostKinds(
      connection,
      name,
      mapping.kinds.map(({ id }) => id),
    );
    let changed = 0;
    for (const each of mapped) changed += await mergeKind(connection, name, each);
    const outcome: PullOutcome = {
      rows: landing.rows,
      changed,
      badRows: sum(mapped.map(({ unreadable, contradicting }) => unreadable + contradicting)),
      excluded: sum(mapped.map(({ excluded }) => excluded)),
      kinds: mapping.kinds.map(({ id }) => id),
    };
    const { modifiedAt } = landing;
    const asOf = modifiedAt === null || modifiedAt > at.startedAt ? at.startedAt : modifiedAt;
    await rememberSuccess(connection, name, { outcome, asOf, endedAt: at.clock.now() });
    return outcome;
  });
}

/** Records of a kind that the source's mapping no longer names. */
async function dropLostKinds(
  connection: DuckDBConnection,
  source: string,
  kept: readonly string[],
): Promise<void> {
  for (const { id } of kinds.filter((kind) => !kept.includes(kind.id))) {
    await connection.run(`delete from ${identifier(id)} where source = ${literal(source)}`);
  }
}

async function dropStages(connection: DuckDBConnection): Promise<void> {
  const temporary = ["stage", "doubled", "landed", "set_aside", "met"];
  const mapped = kinds.map(({ id }) => `mapped_${id}`);
  for (const name of [...temporary, ...mapped]) {
    await connection.run(`drop table if exists temp.${identifier(name)}`);
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
