import { AppError } from "../../errors.ts";
import { identifier, literal } from "../quoting.ts";
import { inTransaction } from "../tables.ts";
import { type MovedTable, movedTables } from "./moved-tables.ts";
import { type Tally, tallyOf } from "./tally.ts";
import type { Transfer } from "./transfer.ts";

/** Of each table by its name. */
export type Tallies = Readonly<Record<string, Tally>>;

export interface MoveProgress {
  /** The table that is moved, and how many of its rows are there; null while all are compared. */
  readonly table: string | null;
  readonly rows: number;
}

export interface Bringing {
  /** Where the records go, for people. */
  readonly place: string;
  readonly progress: (progress: MoveProgress) => void;
}

/** Notes among a store's settings where its records come from until a move is over. */
const comeFrom = "records_come_from";

/** Where a move brings the records from that is not over yet; null where there is none. */
async function movingFrom({ rows }: Transfer): Promise<string | null> {
  const [found] = await rows(`select value from settings where name = '${comeFrom}'`);
  const from = found?.["value"];
  return typeof from === "string" ? from : null;
}

/**
 * Makes sure that records may come from `source`: to where there are none, or the same, or those of a
 * move that was cut off, or those that are nobody's any more (`isFree`). Gives whether they may.
 */
export async function claimRecords(
  from: Transfer,
  to: Transfer,
  { source, isFree }: { readonly source: string; readonly isFree: boolean },
): Promise<boolean> {
  const isOurs = isFree || (await isEmpty(to)) || (await movingFrom(to)) === source;
  if (!isOurs) return differingTable(await whatIsIn(from), await whatIsIn(to)) === null;
  await inTransaction(to, async () => {
    await releaseRecords(to);
    await to.run(`insert into settings values ('${comeFrom}', ${literal(source)})`);
  });
  return true;
}

/** Brings the records that were claimed, and gives what stands there then. */
export async function bringRecords(
  from: Transfer,
  to: Transfer,
  { place, progress }: Bringing,
): Promise<Tallies> {
  const isDone = (await movingFrom(to)) === null;
  return await (isDone ? whatIsIn(to) : replaceRecords(from, to, { place, progress }));
}

/** The move is over. */
export async function releaseRecords({ run }: Transfer): Promise<void> {
  await run(`delete from settings where name = '${comeFrom}'`);
}

async function isEmpty({ rows }: Transfer): Promise<boolean> {
  const held = movedTables.filter(({ kind, name }) => kind !== null || name === "source_states");
  const any = held.map(({ name }) => `exists (select 1 from ${identifier(name)})`);
  const [found] = await rows(`select ${any.join(" or ")} as holds`);
  return found?.["holds"] !== true;
}

/** What stands in a store, table by table. */
export const whatIsIn = (transfer: Transfer): Promise<Tallies> =>
  inTransaction(transfer, () => talliesOf(transfer));

async function talliesOf(transfer: Transfer): Promise<Tallies> {
  const tallies: Record<string, Tally> = {};
  for (const table of movedTables) {
    const tallying = tallyOf(table);
    for await (const piece of transfer.read(table)) tallying.add(piece);
    tallies[table.name] = tallying.tally();
  }
  return tallies;
}

/** The first table that is not the same in both; null where all are. */
const differingTable = (one: Tallies, other: Tallies): string | null =>
  movedTables.find(
    ({ name }) =>
      one[name]?.count !== other[name]?.count || one[name]?.checksum !== other[name]?.checksum,
  )?.name ?? null;

/**
 * Puts the records of one store in place of another's, all of them or none, and reads back what
 * stands there then. Throws `store_failed` where a table is not the same in both.
 */
async function replaceRecords(
  from: Transfer,
  to: Transfer,
  { place, progress }: Bringing,
): Promise<Tallies> {
  const fill = async (): Promise<Tallies> => {
    const sent: Record<string, Tally> = {};
    for (const table of movedTables) {
      await to.run(`truncate table ${identifier(table.name)}`);
      const tallying = tallyOf(table);
      const months = await monthsOf(from, table);
      const lines = tapped(from.read(table), (piece) => {
        tallying.add(piece);
        progress({ table: table.name, rows: tallying.tally().count });
      });
      await to.write(table, lines, months);
      sent[table.name] = tallying.tally();
    }
    progress({ table: null, rows: 0 });
    const kept = await talliesOf(to);
    const differing = differingTable(sent, kept);
    if (differing === null) return kept;
    throw new AppError("store_failed", `What was written to ${place} differs: ${differing}`, {
      hint: "Nothing was changed where it came from. Please report it.",
    });
  };
  const kept = await inTransaction(from, () => inTransaction(to, fill));
  await to.settle();
  return kept;
}

async function* tapped(
  lines: AsyncIterable<string>,
  tap: (piece: string) => void,
): AsyncIterable<string> {
  for await (const piece of lines) {
    tap(piece);
    yield piece;
  }
}

/** The months of a kind's records, by their first days. */
async function monthsOf({ rows }: Transfer, { kind }: MovedTable): Promise<readonly string[]> {
  if (kind === null) return [];
  const at = identifier(kind.at);
  const found = await rows(
    `select distinct cast(date_trunc('month', ${at}) as date) as first from ${identifier(kind.id)}
     where ${at} is not null`,
  );
  return found.map(({ first }) => String(first));
}
