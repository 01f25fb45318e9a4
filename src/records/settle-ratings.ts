import { identifier, literal } from "./quoting.ts";
import { inTransaction, type Tables } from "./tables.ts";

/** Raised where other tickets than before come to stand in `rated_again`. */
const settledBy = "1";

const columns = "source, kind, ticket";

/**
 * Keeps which tickets have more than one scored answer, so that a question compares the answers of
 * those few alone. `among` is a table that has the tickets to look at. One that has a single answer
 * by now may stand there too: it is only looked at in vain.
 */
export async function settleRatings({ run }: Tables, among = "surveys"): Promise<void> {
  await run(
    `insert into rated_again (${columns})
     select ${columns} from surveys
     where score is not null and ticket in (select ticket from ${identifier(among)})
     group by ${columns} having count(*) > 1
     except select ${columns} from rated_again`,
  );
}

/** The same for records that were kept before there was such a table. */
export async function renewRatings(tables: Tables): Promise<void> {
  const [held] = await tables.rows("select value from settings where name = 'ratings_by'");
  if (held?.["value"] === settledBy) return;
  await inTransaction(tables, async () => {
    await tables.run("delete from rated_again");
    await settleRatings(tables);
    await tables.run("delete from settings where name = 'ratings_by'");
    await tables.run(`insert into settings values ('ratings_by', ${literal(settledBy)})`);
  });
}

/** Forgets tickets that no record has any more, inside the caller's transaction. */
export async function dropUnheldRatings({ run }: Pick<Tables, "run">): Promise<void> {
  const isSame = columns.split(", ").map((name) => `held.${name} = rated_again.${name}`);
  await run(
    `delete from rated_again
     where not exists (select 1 from surveys as held where ${isSame.join(" and ")})`,
  );
}
