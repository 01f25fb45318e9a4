import { type ClientBase, Pool, type PoolClient } from "pg";
import { createPatience, type Patience, usualPatienceMs } from "../../patience.ts";
import { isLost, isPassing, refused, toFault } from "./database-fault.ts";
import { locate } from "./locate.ts";
import { watchServer } from "./watch-server.ts";

export type Row = Readonly<Record<string, unknown>>;
/** One statement with its values. */
export type Run = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

export interface Transaction<R> {
  readonly work: (run: Run) => Promise<R>;
  /** Whether it was done after all, where the answer to its commit was lost. */
  readonly wasDone: (run: Run) => Promise<boolean>;
}

/** A PostgreSQL, spoken to with patience: a failover is waited for, what was lost is asked again. */
export interface Database {
  /** Its name for people, without a password. */
  readonly place: string;
  /** A statement that does no harm if it is done twice. */
  readonly ask: Run;
  /**
   * Everything or nothing, one after the other among all processes. `work` may be done again from
   * its beginning; a commit whose answer was lost is looked for before that.
   */
  readonly inTurn: <R>(transaction: Transaction<R>) => Promise<R>;
  /** How often a server of another history was found behind the address. */
  readonly failovers: () => number;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly warn: (message: string) => void;
  /** How the server's list of sessions names this process. */
  readonly name?: string;
  /** With which a failover is waited for before whoever asks is told; left out, it is its own. */
  readonly patience?: Patience;
}

const oldest = 150_000;
/** Locks of Goalpost's own in this database; the number means nothing. */
const changeLock = 7_061_975_001;

/** A process frozen over a change holds up the others no longer than this. */
const begin = `begin;
  set local statement_timeout = '15s';
  set local idle_in_transaction_session_timeout = '15s';
  select pg_advisory_xact_lock(${changeLock})`;

/** Nobody knows whether it was done. */
class AnswerLost<R> extends Error {
  override readonly name = "AnswerLost";
  readonly result: R;

  constructor(result: R, cause: unknown) {
    super("the answer to a commit was lost", { cause });
    this.result = result;
  }
}

/**
 * Throws `database_refused` for what has to be mended first, `database_unreachable` where nobody
 * answers.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, warn, name = "goalpost", patience = createPatience(usualPatienceMs) } = options;
  const { place, settings } = locate(url);
  const server = watchServer();
  const pool = new Pool({
    ...settings,
    max: 8,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // A server that vanished without a word is noticed within half a minute, not within hours.
    keepAliveInitialDelayMillis: 10_000,
    query_timeout: 30_000,
    application_name: name,
    // It waits for what is returned here, though its types do not say so.
    // oxlint-disable-next-line typescript/no-misused-promises
    onConnect: (client) => server.greet(runOn(client)),
  });
  pool.on("error", (error) => warn(`A connection to PostgreSQL ended: ${error.message}.`));
  // One in use that ends tells whoever waits for its answer; without a listener it would end us.
  pool.on("connect", (client) => client.on("error", () => {}));

  const withClient = async <R>(use: (client: PoolClient) => Promise<R>): Promise<R> => {
    const client = await pool.connect();
    try {
      const result = await use(client);
      client.release();
      return result;
    } catch (error) {
      const isUsable = !isLost(error) && !(error instanceof AnswerLost) && !isPassing(error);
      client.release(!isUsable);
      throw error;
    }
  };
  const once = <R>(work: (run: Run) => Promise<R>): Promise<R> =>
    withClient(async (client) => {
      await client.query(begin);
      let result: R;
      try {
        result = await work(runOn(client));
      } catch (error) {
        if (!isLost(error)) await client.query("rollback");
        throw error;
      }
      try {
        await commit(client);
      } catch (error) {
        throw isLost(error) ? new AnswerLost(result, error) : error;
      }
      return result;
    });

  const patiently = <R>(work: () => Promise<R>): Promise<R> =>
    patience(work, isPassing).catch((error: unknown) => {
      throw toFault(error, place);
    });

  const database: Database = {
    place,
    ask: (text, values) => patiently(() => withClient((client) => runOn(client)(text, values))),
    inTurn: ({ work, wasDone }) =>
      patiently(async () => {
        try {
          return await once(work);
        } catch (error) {
          if (!(error instanceof AnswerLost)) throw error;
          // Within the turn: whoever has it knows that the one before is over.
          if (await patiently(() => once(wasDone))) return error.result;
          throw error.cause;
        }
      }),
    failovers: server.failovers,
    close: () => pool.end(),
  };
  try {
    // The first word is not repeated: whoever starts the bot hears at once what is wrong.
    await withClient((client) => assertNewEnough(runOn(client), place));
  } catch (error) {
    await pool.end();
    throw toFault(error, place);
  }
  return database;
}

const runOn =
  (client: Pick<ClientBase, "query">): Run =>
  async (text, values) =>
    (await client.query<Row>(text, values === undefined ? undefined : [...values])).rows;

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query("commit");
  // A statement had failed, and whoever asked it went on regardless.
  if (command !== "COMMIT") throw new Error("a statement of the change had failed");
}

async function assertNewEnough(run: Run, place: string): Promise<void> {
  const [row] = await run("select current_setting('server_version_num')::int as version");
  const version = Number(row?.["version"]);
  if (version >= oldest) return;
  const found = `The database ${place} is kept by PostgreSQL ${Math.trunc(version / 10_000)}`;
  throw refused(found, "Goalpost needs 15 or later.");
}
