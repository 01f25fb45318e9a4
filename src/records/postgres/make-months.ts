import type { Kind } from "../../kinds/kind.ts";
import { identifier } from "../quoting.ts";
import type { Tables } from "../tables.ts";

/**
 * Makes the parts of a kind's table for months, each named by its first day. Questions go on
 * meanwhile: a part is built beside the table and then joined to it.
 */
export async function makeMonths(
  { run, rows }: Tables,
  { id }: Kind,
  months: readonly string[],
): Promise<void> {
  const table = identifier(id);
  for (const first of months) {
    const name = `${id}_${first.slice(0, 7).replace("-", "_")}`;
    const part = identifier(name);
    const [held] = await rows(`select to_regclass('${part}') is not null as held`);
    if (held?.["held"] === true) continue;
    await run(`create table ${part} (like ${table} including all)`);
    await run(
      `alter table ${table} attach partition ${part}
       for values from ('${first}') to ('${nextMonth(first)}')`,
    );
  }
}

/** The first day of the month after it. */
export function nextMonth(first: string): string {
  const [year = 0, month = 0] = first.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
