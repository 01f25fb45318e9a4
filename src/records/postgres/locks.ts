import { literal } from "../quoting.ts";
import type { Tables } from "../tables.ts";

/** Locks end with the session that took them. Those of other schemas are others. */
const keyOf = (name: string): string =>
  `hashtext('goalpost records'), hashtext(current_setting('search_path') || ${literal(` ${name}`)})`;

/** Whether nobody else is pulling the source. */
export async function lockSource({ rows }: Tables, source: string): Promise<boolean> {
  const [taken] = await rows(`select pg_try_advisory_lock(${keyOf(`source ${source}`)}) as taken`);
  return taken?.["taken"] === true;
}

/** Waits until nobody else changes what is kept. */
export async function lockChanges({ rows }: Tables): Promise<void> {
  await rows(`select pg_advisory_lock(${keyOf("changes")}) as taken`);
}

/** Waits for whoever waits until no source is being pulled. */
export async function joinPulls({ rows }: Tables): Promise<void> {
  await rows(`select pg_advisory_lock_shared(${keyOf("pulls")}) as taken`);
}

/** Waits until no source is being pulled, and keeps others from beginning. */
export async function holdPulls({ rows }: Tables): Promise<void> {
  await rows(`select pg_advisory_lock(${keyOf("pulls")}) as taken`);
}
