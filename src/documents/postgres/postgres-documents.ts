import { randomUUID } from "node:crypto";
import type { Clock } from "../../clock.ts";
import { oneAtATime } from "../../one-at-a-time.ts";
import { startDraft } from "../draft.ts";
import type { ChangedBy, Documents } from "../store.ts";
import { auditIn } from "./audit-in.ts";
import type { Database, Run } from "./database.ts";
import { createCollections } from "./kept-collections.ts";
import { rewriteAll } from "./rewrite-all.ts";
import { writeAll } from "./write-all.ts";

export interface PostgresDocumentsOptions {
  readonly database: Database;
  /** Says when something was changed. */
  readonly clock: Clock;
  /** The server's clock where nothing else is given: processes may disagree about the time. */
  readonly now?: () => Promise<Date>;
}

/** Documents in tables, for any number of processes: a change and its audit line are one transaction. */
export function createPostgresDocuments(
  options: PostgresDocumentsOptions,
): Omit<Documents, "close"> {
  const { database, clock, now = () => serverTime(database) } = options;
  const collectionsIn = createCollections();
  const kept = collectionsIn(database.ask);
  const audit = auditIn(database);
  // One connection is enough for what is done one after the other anyway, among all processes.
  const inTurn = oneAtATime();

  const changing = <R>(
    by: ChangedBy,
    work: (
      run: Run,
      change: { readonly change: string; readonly at: string } & ChangedBy,
    ) => Promise<R>,
  ): Promise<R> =>
    inTurn(() => {
      const line = { change: randomUUID(), at: clock.now().toISOString(), ...by };
      return database.inTurn({
        work: (run) => work(run, line),
        wasDone: (run) => audit.has(run, line.change),
      });
    });

  return {
    ...kept,
    change: (by, edit) =>
      changing(by, async (run, line) => {
        const { draft, finish } = startDraft(collectionsIn(run));
        const result = await edit(draft);
        const { edits, writes } = finish();
        if (edits.length > 0) {
          await writeAll(run, writes);
          await audit.append(run, { ...line, edits });
        }
        return result;
      }),
    history: async (wanted, count) => {
      const lines = await audit.read(({ edits }) => edits.some(wanted), count);
      return lines.map((line) => ({ ...line, edits: line.edits.filter(wanted) }));
    },
    record: (by, edits) =>
      changing(by, (run, line) => audit.append(run, { ...line, edits, outside: true })),
    rewrite: (scrub) =>
      inTurn(() =>
        database.inTurn({
          work: (run) => rewriteAll(run, scrub),
          // Done twice it says that nothing was left to do: so it is done again only if it was not.
          wasDone: async () => false,
        }),
      ),
    now,
    failovers: database.failovers,
  };
}

const serverTime = async ({ ask }: Database): Promise<Date> => {
  const [row] = await ask("select clock_timestamp() as now");
  return row?.["now"] instanceof Date ? row["now"] : new Date(Number.NaN);
};
