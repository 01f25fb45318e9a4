import { identifier, literal } from "./quoting.ts";
import { inTransaction, type Tables } from "./tables.ts";

/** Raised where answers other than before come to be marked. */
const settledBy = "2";

/**
 * Says of each answer about a ticket whether another one with a score came before it, and when the
 * next one came, so that a question need not compare them. Looked at are the tickets of the answers
 * for which `isNew` is true, and what was said of the others so far, for some may be gone by now.
 */
export async function settleRatings({ run }: Tables, isNew: string): Promise<void> {
  const ticket = "source, kind, ticket";
  const isGiven = "(score is not null and answered_at is not null and ticket is not null)";
  await run(
    `update surveys as held
     set rated_before = settled.is_before, rated_again_at = settled.next_at
     from (
       select source, id, rated_before, rated_again_at,
         case when ${isGiven} and lag(id) over ratings is not null then true end as is_before,
         case when ${isGiven} then lead(answered_at) over ratings end as next_at
       from surveys
       where rated_before or rated_again_at is not null or (${ticket}) in (
         select ${ticket} from surveys where ${isGiven} and (${isNew})
         group by ${ticket} having count(*) > 1)
       window ratings as (partition by ${ticket}, ${isGiven} order by answered_at, id)
     ) as settled
     where held.source = settled.source and held.id = settled.id
       and (settled.rated_before is distinct from settled.is_before
         or settled.rated_again_at is distinct from settled.next_at)`,
  );
}

/** For answers about the tickets of a table that has what a pull has mapped. */
export const areAmong = (table: string): string =>
  `ticket in (select ticket from ${identifier(table)})`;

/** The same for records that were kept before any were marked. */
export async function renewRatings(tables: Tables): Promise<void> {
  const [held] = await tables.rows("select value from settings where name = 'ratings_by'");
  if (held?.["value"] === settledBy) return;
  await inTransaction(tables, async () => {
    await settleRatings(tables, "true");
    await tables.run("delete from settings where name = 'ratings_by'");
    await tables.run(`insert into settings values ('ratings_by', ${literal(settledBy)})`);
  });
}
