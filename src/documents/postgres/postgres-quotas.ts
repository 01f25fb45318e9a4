import { createHash } from "node:crypto";
import { type Limit, type Quota, type Quotas, sweptEvery } from "../quotas.ts";
import type { Database, Row } from "./database.ts";

/**
 * All rows are locked, in one order, before any is read; so several processes count as one. What was
 * written by a clock that has been set back since counts no more.
 */
const reserve = `
  with held as (
    select key, free_at, at from goalpost.quotas where key = any($1::text[]) order by key for update
  ), moment as materialized (
    select count(*) as found, coalesce($5::timestamptz, clock_timestamp()) as now from held
  ), standing as materialized (
    select key, every, case when at > now then now else free_at end as free_at,
      case when at > now then now else free_at end - spare as from_at
    from held cross join moment join (
      select key, every * interval '1 millisecond' as every, spare * interval '1 millisecond' as spare
      from unnest($1::text[], $2::float8[], $3::float8[]) as asked (key, every, spare)
    ) as asked using (key)
  ), place as materialized (
    select now, found, greatest(now, (select max(from_at) from standing)) as at from moment
  ), taken as (
    update goalpost.quotas as row
    set free_at = greatest(standing.free_at, place.at) + standing.every, at = place.now
    from standing, place
    where row.key = standing.key and place.found = cardinality($1)
      and place.at - place.now <= $4 * interval '1 millisecond'
    returning row.key
  )
  select found::int = cardinality($1) as is_known, exists (select from taken) as is_taken,
    (extract(epoch from at - now) * 1000)::float8 as wait_ms
  from place`;

/** By the clock of the server, or by another that all processes have. */
export function createPostgresQuotas(
  { ask }: Pick<Database, "ask">,
  now: () => Promise<Date | null> = async () => null,
): Quotas {
  let asked = 0;

  const sweep = async (): Promise<void> => {
    await ask(
      `delete from goalpost.quotas where key in (
        select key from goalpost.quotas
        where greatest(free_at, at) < coalesce($1::timestamptz, clock_timestamp()) - interval '1 minute'
        for update skip locked
      )`,
      [await now()],
    );
  };

  const next = async (limits: readonly Limit[], reachMs: number): Promise<Quota> => {
    const keys = limits.map(({ key }) => nameless(key));
    const [row] = await ask(reserve, [
      keys,
      limits.map(({ everyMs }) => everyMs),
      limits.map(({ everyMs, atOnce }) => (atOnce - 1) * everyMs),
      reachMs,
      await now(),
    ]);
    if (row?.["is_known"] === true) return toQuota(row);
    // A key that nobody asked for lately: only a row can be locked.
    await ask(
      `insert into goalpost.quotas (key, free_at, at)
      select key, moment.now, moment.now
      from unnest($1::text[]) as key, (select coalesce($2::timestamptz, clock_timestamp()) as now) as moment
      on conflict do nothing`,
      [keys, await now()],
    );
    return next(limits, reachMs);
  };

  return {
    next: async (limits, reachMs) => {
      asked += 1;
      if (asked % sweptEvery === 1) await sweep();
      return next(limits, reachMs);
    },
    hold: async (key, forMs) => {
      await ask(
        `insert into goalpost.quotas as held (key, free_at, at)
        select $1, moment.now + $2 * interval '1 millisecond', moment.now
        from (select coalesce($3::timestamptz, clock_timestamp()) as now) as moment
        on conflict (key) do update set at = excluded.at, free_at = case
          when held.at > excluded.at then excluded.free_at
          else greatest(held.free_at, excluded.free_at) end`,
        [nameless(key), forMs, await now()],
      );
    },
  };
}

/** Keys hold ids of people, and nobody who is forgotten is to stand here. */
const nameless = (key: string): string => createHash("sha256").update(key).digest("base64url");

const toQuota = (row: Row): Quota => ({
  waitMs: Number(row["wait_ms"]),
  isTaken: row["is_taken"] === true,
});
