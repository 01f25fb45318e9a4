import { identifier, literal } from "./quoting.ts";
import { inTransaction, type Tables } from "./tables.ts";

/** Raised where other answers than before come to be marked. */
const settledBy = "1";

/**
 * Marks the answers about tickets that have more than one with a score, so that a question compares
 * those few alone. `among` is a table that has the tickets to look at; left out, all are. One that
 * stands alone by now may stay marked: it is only looked at in vain.
 */
export async function settleRatings({ run }: Tables, among?: string): Promise<void> {
  const ticket = "source, kind, ticket";
  const isLookedAt =
    among === undefined ? "true" : `ticket in (select ticket from ${identifier(among)})`;
  await run(
    `update surveys set rated_again = true
     where rated_again is not true and ${isLookedAt} and (${ticket}) in (
       select ${ticket} from surveys
       where score is not null and ticket is not null and ${isLookedAt}
       group by ${ticket} having count(*) > 1)`,
  );
}

/** The same for records that were kept before any were marked. */
export async function renewRatings(tables: Tables): Promise<void> {
  const [held] = await tables.rows("select value from settings where name = 'ratings_by'");
  if (held?.["value"] === settledBy) return;
  await inTransaction(tables, async () => {
    await settleRatings(tables);
    await tables.run("delete from settings where name = 'ratings_by'");
    await tables.run(`insert into settings values ('ratings_by', ${literal(settledBy)})`);
  });
}
