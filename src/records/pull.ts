import type { DuckDBConnection } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import { kinds } from "../kinds/index.ts";
import type { Clock } from "../clock.ts";
import { type CompiledMapping, compileMapping } from "./compile-mapping.ts";
import { forgetIn } from "./forget.ts";
import { joinFigures } from "./join-figures.ts";
import { land } from "./land.ts";
import { collectBadRows, type MappedKind, mapStage, refuseIfBad } from "./map-stage.ts";
import type { ReadPull } from "./bring-over.ts";
import type { Keeper, Kept } from "./keeper.ts";
import { oddityOf } from "./odd-pull.ts";
import { identifier, literal } from "./quoting.ts";
import { dropMappedBefore } from "./retention.ts";
import { areAmong, settleRatings } from "./settle-ratings.ts";
import { beginSpellings, keepSpellings, settleSpellings } from "./settle-spellings.ts";
import { identityOfHeld, rememberFailure, rememberSuccess } from "./source-states.ts";
import type { PullOutcome, PullRequest, PullWatch, WorkingTime } from "./store.ts";
import { addWorkingSeconds } from "./working-seconds.ts";
import { tablesOf } from "./tables.ts";

export interface PullPlace {
  /** The engine that maps. */
  readonly connection: DuckDBConnection;
  readonly keeper: Keeper;
  readonly clock: Clock;
  /** The workspace's: local days are counted in it. */
  readonly zone: string;
  readonly workingTime: WorkingTime | null;
}

/** One pull on the writing connection, which is its own until the end. */
export async function pull(
  place: PullPlace,
  request: PullRequest,
  watch: PullWatch,
  read: ReadPull,
): Promise<PullOutcome> {
  const { connection, keeper, clock } = place;
  const stop = (): void => connection.interrupt();
  watch.signal.addEventListener("abort", stop);
  try {
    watch.signal.throwIfAborted();
    return await takeIn(place, request, watch, read);
  } catch (thrown) {
    // Told to stop, the engine complains of it: nobody failed.
    watch.signal.throwIfAborted();
    const fault = named(thrown);
    const said = fault instanceof AppError ? fault : { message: "Something unexpected happened" };
    const failed = { mapped: [], settle: async () => undefined };
    const store = (kept: Kept) => rememberFailure(kept, request.name, clock.now(), said);
    await keeper.keep({ ...failed, store }).catch(() => null);
    throw fault;
  } finally {
    watch.signal.removeEventListener("abort", stop);
    await dropStages(connection).catch(() => null);
  }
}

/** What the disk and the engine complain of, in words; our own bugs stay what they are. */
function named(fault: unknown): unknown {
  if (fault instanceof AppError || !(fault instanceof Error)) return fault;
  if ("syscall" in fault) {
    return new AppError("pull_refused", `The source cannot be read: ${fault.message}`, {
      hint: "See whether the disk is there and the file may be read.",
      cause: fault,
    });
  }
  if (!/^(?:IO|Out of Memory|FATAL) Error/u.test(fault.message)) return fault;
  return new AppError("store_failed", "The records could not be written", {
    hint: "See whether the disk of the data folder is full; the old records stay.",
    cause: fault,
  });
}

async function takeIn(
  { connection, keeper, clock, zone: workspaceZone, workingTime }: PullPlace,
  request: PullRequest,
  watch: PullWatch,
  read: ReadPull,
): Promise<PullOutcome> {
  const startedAt = clock.now();
  const { name, zone, records, exclude } = request;
  const mapping = compileMapping(records, exclude, {
    zone,
    workspaceZone,
    now: startedAt,
  });
  const landing = await land(connection, read(watch.signal), mapping.columns, {
    ...watch,
    // A row of ready-made figures is several records, which cannot be told apart by their places.
    mayView: mapping.kinds.every(({ id }) => id !== "measures"),
  });
  const landed = landing.rowsLanded();
  if (landed !== null) watch.progress({ rows: landed, share: 1, isStoring: true });
  const mapAll = async (): Promise<readonly MappedKind[]> => {
    const all: MappedKind[] = [];
    for (const [at, each] of mapping.kinds.entries()) {
      // What is a view of a file is read from it here, once for each kind.
      const tell = (done: number): void => {
        if (!landing.isView()) return;
        const share = (at + done) / mapping.kinds.length;
        watch.progress({ rows: 0, share, isStoring: false });
      };
      all.push(await mapStage(connection, each, { isView: landing.isView(), tell }));
    }
    return all;
  };
  const mapped = await mapAll().catch(async (fault: unknown) => {
    watch.signal.throwIfAborted();
    if (!landing.isView()) throw fault;
    // The engine objects to the file: the stage takes it with more patience.
    await landing.fillStage();
    return await mapAll();
  });
  const rows = landing.rowsLanded() ?? mapped[0]?.rows ?? 0;
  watch.progress({ rows, share: 1, isStoring: true });
  await collectBadRows(connection, name, mapped, landing);
  await refuseIfBad(connection, mapped);
  await landing.checkUnchanged();
  watch.signal.throwIfAborted();

  const settle = async (): Promise<void> => {
    await beginSpellings(connection);
    const tables = tablesOf(connection);
    const { keptFrom = null } = request;
    const forgotten = await request.forgotten?.();
    for (const { table, compiled } of mapped) {
      const { kind, columns } = compiled;
      if (keptFrom !== null) {
        await dropMappedBefore(tables, { table, kind, columns }, keptFrom, workspaceZone);
      }
      if (forgotten !== undefined && columns.includes("agent")) {
        await forgetIn(tables, table, forgotten);
      }
      const settled = { table, columns, where: "fault is null" };
      const isRespelled = await settleSpellings(connection, settled);
      if (isRespelled && kind.id === "measures") await joinFigures(connection, settled);
      // A team's calendar is found by its spelling.
      if (workingTime !== null) await addWorkingSeconds(connection, compiled, table, workingTime);
    }
  };
  const store = async (kept: Kept): Promise<PullOutcome> => {
    if (await kept.receive("fresh")) await keepSpellings(kept);
    await dropStrangers(kept, name, mapping);
    let changed = 0;
    for (const each of mapped) {
      changed += await kept.merge(name, each);
      const { kind, columns } = each.compiled;
      if (kind.id === "surveys") {
        await settleRatings(kept, columns.includes("ticket") ? areAmong(each.table) : "false");
      }
    }
    const outcome: PullOutcome = {
      rows,
      changed,
      badRows: sum(mapped.map(({ unreadable, contradicting }) => unreadable + contradicting)),
      excluded: sum(mapped.map(({ excluded }) => excluded)),
      kinds: mapping.kinds.map(({ id }) => id),
    };
    const { modifiedAt, askedFrom } = landing;
    const asOf = modifiedAt === null || modifiedAt > startedAt ? startedAt : modifiedAt;
    const { kinds } = outcome;
    const odd = { source: name, rows, kinds, asOf, askedFrom, zone: workspaceZone, workingTime };
    await rememberSuccess(kept, name, {
      outcome,
      odd: await oddityOf(kept, odd),
      identity: mapping.identity,
      asks: request.asks,
      asOf,
      endedAt: clock.now(),
    });
    return outcome;
  };
  return await keeper.keep({ mapped, settle, store });
}

/** Records this mapping could never replace: of a kind it no longer names, or with ids made otherwise. */
async function dropStrangers(
  kept: Kept,
  source: string,
  { kinds: mapped, identity }: CompiledMapping,
): Promise<void> {
  const before = await identityOfHeld(kept, source);
  const isSame = before === null || before === identity;
  for (const { id } of kinds.filter(
    (kind) => !isSame || !mapped.some((each) => each.id === kind.id),
  )) {
    await kept.run(`delete from ${identifier(id)} where source = ${literal(source)}`);
  }
}

async function dropStages(connection: DuckDBConnection): Promise<void> {
  await connection.run("drop view if exists temp.stage").catch(() => null);
  const temporary = ["stage", "doubled", "landed", "set_aside", "met", "working_time"];
  const spelling = ["fresh", "folded", "respelled"];
  const mapped = kinds.map(({ id }) => `mapped_${id}`);
  for (const name of [...temporary, ...spelling, ...mapped]) {
    await connection.run(`drop table if exists temp.${identifier(name)}`);
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
