import { z } from "zod";
import { toldKey } from "../../../goals/told-odds.ts";
import type { Contents } from "../contents.ts";
import { collectionNames } from "../shape.ts";
import type { Database, Run } from "./database.ts";
import { putBook } from "./postgres-forgotten.ts";
import { writeAll } from "./write-all.ts";

/** Moves everything in at once, and says where it went when it was moved away. */
export interface Transfer {
  /** The database for people: `goalpost at db.example.com:5432`. */
  readonly place: string;
  /** Where the documents were moved to; null where they are here. */
  readonly movedTo: () => Promise<string | null>;
  /** From now on nobody opens it: its documents are elsewhere. */
  readonly markMoved: (to: string) => Promise<void>;
  /** Whether it is empty, or was moved away. */
  readonly isFree: () => Promise<boolean>;
  /** Fills it in one go, where it is free. Gives whether it did. */
  readonly fill: (contents: Contents) => Promise<boolean>;
  /** How many connections of other processes of Goalpost the database has. */
  readonly others: () => Promise<number>;
}

const movedSchema = z.strictObject({ to: z.string() });
const tables = ["documents", "audit", "odds_told", "odds_came", "kept"];
const pageSize = 500;

export const createTransfer = ({ ask, inTurn, place }: Database): Transfer => ({
  place,
  movedTo: () => movedIn(ask),
  markMoved: async (to) => {
    await ask(
      `insert into goalpost.kept (name, body) values ('moved', $1)
      on conflict (name) do update set body = excluded.body`,
      [JSON.stringify({ to })],
    );
  },
  isFree: () => isFree(ask),
  fill: (contents) =>
    inTurn({
      work: async (run) => {
        if (!(await isFree(run))) return false;
        for (const table of tables) await run(`delete from goalpost.${table}`);
        await write(run, contents);
        return true;
      },
      // Whoever asks compares what stands there with what was to be moved.
      wasDone: async (run) => !(await isEmpty(run)),
    }),
  others: async () => {
    const [row] = await ask(
      `select count(*) as n from pg_stat_activity
      where datname = current_database() and application_name = 'goalpost'`,
    );
    return Number(row?.["n"]);
  },
});

async function movedIn(run: Run): Promise<string | null> {
  const [row] = await run("select body from goalpost.kept where name = 'moved'");
  return row === undefined ? null : movedSchema.parse(row["body"]).to;
}

const isFree = async (run: Run): Promise<boolean> =>
  (await movedIn(run)) !== null || (await isEmpty(run));

async function isEmpty(run: Run): Promise<boolean> {
  for (const table of tables) {
    if ((await run(`select 1 from goalpost.${table} limit 1`)).length > 0) return false;
  }
  return true;
}

async function write(run: Run, { documents, audit, told, came, forgotten }: Contents) {
  for (const collection of collectionNames) {
    const rows = documents[collection].map((after) => ({ collection, id: after.id, after }));
    for (const page of pagesOf(rows)) await writeAll(run, page);
  }
  for (const page of pagesOf(audit)) {
    await run(
      `insert into goalpost.audit (change, at, who, via, edits, outside)
      select change, at, who, via, edits::json, outside
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bool[])
        with ordinality as row (change, at, who, via, edits, outside, nth) order by nth`,
      [
        page.map(({ change }) => change),
        page.map(({ at }) => at),
        page.map(({ who }) => who),
        page.map(({ via }) => via),
        page.map(({ edits }) => JSON.stringify(edits)),
        page.map(({ outside }) => outside === true),
      ],
    );
  }
  for (const page of pagesOf(told)) {
    await run(
      `insert into goalpost.odds_told (key, body)
      select key, body::json from unnest($1::text[], $2::text[])
        with ordinality as row (key, body, nth) order by nth`,
      [page.map(toldKey), page.map((each) => JSON.stringify(each))],
    );
  }
  for (const page of pagesOf([...came])) {
    await run("insert into goalpost.odds_came select * from unnest($1::text[], $2::bool[])", [
      page.map(([key]) => key),
      page.map(([, reached]) => reached),
    ]);
  }
  if (forgotten !== null) await putBook(run, forgotten);
}

function* pagesOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += pageSize) yield rows.slice(from, from + pageSize);
}
