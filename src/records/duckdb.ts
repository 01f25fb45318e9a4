import { type Clock, systemClock } from "../clock.ts";
import { bringOver } from "./bring-over.ts";
import { compact, wantCompacting, wantsCompacting } from "./compact.ts";
import { forgetAgents } from "./forget.ts";
import { prepareEngine } from "./engine.ts";
import { forgetSources } from "./forget-sources.ts";
import { keepInEngine } from "./keeper.ts";
import { engineTransfer } from "./moving/engine-transfer.ts";
import type { MovableRecords } from "./moving/transfer.ts";
import { openWhole, type OpenSettings } from "./open-whole.ts";
import { pullsInHand, unwatched } from "./pulls-in-hand.ts";
import { readKindsHeld } from "./read-kinds-held.ts";
import { createReaders } from "./readers.ts";
import { renewDerived } from "./renew-derived.ts";
import { renewRatings } from "./settle-ratings.ts";
import { renewSpellings } from "./renew-spellings.ts";
import { dropRecordsBefore } from "./retention.ts";
import { pull } from "./pull.ts";
import { readBadRows, readSourceStates } from "./source-states.ts";
import type { Counting, WorkingTime } from "./store.ts";
import { tablesOf } from "./tables.ts";
import { createWriter } from "./writer.ts";

export interface DuckdbSettings extends OpenSettings {
  /** The workspace's zone, in which local days are counted. */
  readonly zone: string;
  readonly timeLimitMs?: number;
  readonly clock?: Clock;
  /** Left out, every second is working time. */
  readonly workingTime?: WorkingTime | null;
}

/**
 * Opens the records. The engine's lock keeps a second process out, so this also guards the folder
 * it stands in: throws `data_folder_busy`.
 */
export async function openDuckdb(settings: DuckdbSettings): Promise<MovableRecords> {
  const { zone, clock = systemClock, workingTime = null } = settings;
  let counting: Counting = { zone, workingTime };
  const instance = await openWhole(settings);
  const connection = await instance.connect();
  await prepareEngine(connection, settings);
  await renewSpellings(connection);
  await renewRatings(tablesOf(connection));
  await renewDerived(connection, zone, workingTime);
  const writer = createWriter(connection);
  const readers = createReaders(
    [await instance.connect(), await instance.connect()],
    settings.timeLimitMs ?? 20_000,
  );
  const pulls = pullsInHand();

  return {
    query: readers.query,
    kindsHeld: () => readKindsHeld(readers.query),
    sourceStates: () => readSourceStates(readers.query),
    pulling: pulls.names,
    badRows: (source, limit) => readBadRows(readers.query, source, limit),
    pullSource: (request, more = {}) =>
      pulls.once(request.name, () => {
        const watch = { ...unwatched(), ...more };
        const mapping = { zone: request.zone, workspaceZone: counting.zone, now: clock.now() };
        const way = { query: readers.query, incoming: settings.incomingFolder, mapping };
        return bringOver(request, way, watch, (read) =>
          writer.use((connection) => {
            const keeper = keepInEngine(connection);
            return pull({ connection, keeper, clock, ...counting }, request, watch, read);
          }),
        );
      }),
    forgetSources: (keep) => writer.use((connection) => forgetSources(tablesOf(connection), keep)),
    dropBefore: (from) =>
      writer.use((connection) => dropRecordsBefore(tablesOf(connection), from, counting.zone)),
    recount: (wanted) =>
      writer.use(async (connection) => {
        await renewDerived(connection, wanted.zone, wanted.workingTime);
        counting = wanted;
      }),
    forgetAgents: (forgotten) =>
      writer.use(async (connection) => {
        await wantCompacting(connection);
        return await forgetAgents(tablesOf(connection), forgotten);
      }),
    transfer: (work) => writer.use((connection) => work(engineTransfer(connection))),
    close: async () => {
      await readers.close();
      const isWanted = await writer.use(wantsCompacting);
      await writer.close();
      instance.closeSync();
      if (isWanted && settings.path !== ":memory:") await compact(settings.path);
    },
  };
}
