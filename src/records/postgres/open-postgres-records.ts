import { rm } from "node:fs/promises";
import type { ClientConfig } from "pg";
import { type Clock, systemClock } from "../../clock.ts";
import { bringOver } from "../bring-over.ts";
import { type EngineSettings, openInstance, prepareEngine } from "../engine.ts";
import { createPatience, type Patience, usualPatienceMs } from "../../patience.ts";
import { forgetAgents } from "../forget.ts";
import type { MovableRecords } from "../moving/transfer.ts";
import { forgetSources } from "../forget-sources.ts";
import { pull } from "../pull.ts";
import { isPulled, pullsInHand, unwatched } from "../pulls-in-hand.ts";
import { readKindsHeld } from "../read-kinds-held.ts";
import { dropRecordsBefore } from "../retention.ts";
import { renewRatings } from "../settle-ratings.ts";
import { readBadRows, readSourceStates } from "../source-states.ts";
import type { Counting, WorkingTime } from "../store.ts";
import { createWriter } from "../writer.ts";
import { atMost } from "./at-most.ts";
import { keepInPostgres } from "./keep-in-postgres.ts";
import { dropEmptyMonths } from "./drop-empty-months.ts";
import { holdPulls, joinPulls, lockChanges, lockSource } from "./locks.ts";
import { postgresTransfer } from "./postgres-transfer.ts";
import { openPool } from "./open-pool.ts";
import { prepareSchema } from "./prepare-schema.ts";
import { queryOf } from "./query.ts";
import { renewDerived } from "./renew-derived.ts";
import { inSession, type Session } from "./session.ts";

export interface PostgresRecordsSettings extends Omit<EngineSettings, "path"> {
  /** How the database is reached. */
  readonly connection: ClientConfig;
  /** The schema of that database in which the records stand. */
  readonly schema?: string;
  /** The workspace's zone, in which local days are counted. */
  readonly zone: string;
  readonly timeLimitMs?: number;
  /** With which a server that is away is waited for before whoever asks is told; left out, it is its own. */
  readonly patience?: Patience;
  /** How long the server waits for a process that changes records and stands still. */
  readonly patienceMs?: number;
  readonly clock?: Clock;
  /** Left out, every second is working time. */
  readonly workingTime?: WorkingTime | null;
}

/** Changes beside pulls that go on at once, waiting for each other's locks. */
const mostChanges = 2;

/**
 * Opens records that several processes share. What a pull brings is mapped in an engine of this
 * process, as where one machine keeps everything, and then merged in one transaction.
 */
export async function openPostgresRecords(
  settings: PostgresRecordsSettings,
): Promise<MovableRecords> {
  const { connection, schema = "goalpost_records", zone } = settings;
  const {
    clock = systemClock,
    workingTime = null,
    timeLimitMs = 20_000,
    patience = createPatience(usualPatienceMs),
  } = settings;
  let counting: Counting = { zone, workingTime };
  const { patienceMs = 120_000 } = settings;
  const instance = await openInstance({ ...settings, path: ":memory:" });
  const reading = openPool({
    schema,
    most: 4,
    // The server stops a question; one that no server answers any more is given up here.
    connection: { ...connection, query_timeout: timeLimitMs + 10_000 },
    session: {
      statement_timeout: String(timeLimitMs),
      default_transaction_read_only: "on",
      jit: "off",
      work_mem: "'64MB'",
    },
  });
  const changing = openPool({
    connection,
    schema,
    // Pulls come one after the other: they need one.
    most: mostChanges + 1,
    session: {
      statement_timeout: "0",
      idle_session_timeout: String(patienceMs),
      idle_in_transaction_session_timeout: String(patienceMs),
    },
  });
  const query = queryOf(reading, { timeLimitMs, patience });
  const writer = createWriter(await instance.connect());
  const pulls = pullsInHand();
  const inTurn = atMost(mostChanges);
  const change = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    inTurn(() =>
      inSession(changing, patienceMs, async (session) => {
        await lockChanges(session);
        return await work(session);
      }),
    );
  /** While no source is pulled either. */
  const alone = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    inTurn(() =>
      inSession(changing, patienceMs, async (session) => {
        await holdPulls(session);
        await lockChanges(session);
        return await work(session);
      }),
    );
  const close = async (): Promise<void> => {
    await Promise.all([reading.end(), writer.close()]);
    await changing.end();
    instance.closeSync();
    const { spillFolder } = settings;
    if (spillFolder !== undefined) await rm(spillFolder, { recursive: true, force: true });
  };

  try {
    await writer.use((engine) =>
      change(async (session) => {
        await prepareEngine(engine, settings);
        await prepareSchema(session, schema);
        await renewDerived(engine, session, zone, workingTime);
        await renewRatings(session);
      }),
    );
  } catch (fault) {
    await close();
    throw fault;
  }

  return {
    query,
    kindsHeld: () => readKindsHeld(query),
    sourceStates: () => readSourceStates(query),
    pulling: pulls.names,
    badRows: (source, limit) => readBadRows(query, source, limit),
    pullSource: (request, more = {}) =>
      pulls.once(request.name, () => {
        const watch = { ...unwatched(), ...more };
        const mapping = { zone: request.zone, workspaceZone: counting.zone, now: clock.now() };
        const way = { query, incoming: settings.incomingFolder, mapping };
        return bringOver(request, way, watch, (read) =>
          writer.use((engine) =>
            inSession(changing, patienceMs, async (session) => {
              await joinPulls(session);
              if (!(await lockSource(session, request.name))) throw isPulled(request.name);
              const keeper = keepInPostgres(engine, session);
              const place = { connection: engine, keeper, clock, ...counting };
              return await pull(place, request, watch, read);
            }),
          ),
        );
      }),
    forgetSources: (keep) => change((session) => forgetSources(session, keep)),
    dropBefore: (from) =>
      change(async (session) => {
        const dropped = await dropRecordsBefore(session, from, counting.zone);
        await dropEmptyMonths(session, from);
        return dropped;
      }),
    recount: (wanted) =>
      writer.use((engine) =>
        change(async (session) => {
          await renewDerived(engine, session, wanted.zone, wanted.workingTime);
          counting = wanted;
        }),
      ),
    // A pull in hand may have read names that nobody may keep from now on.
    forgetAgents: (forgotten) => alone((session) => forgetAgents(session, forgotten)),
    transfer: (work) => alone((session) => work(postgresTransfer(session))),
    close,
  };
}
