import { DatabaseError } from "pg";
import { kinds } from "../../kinds/index.ts";
import { identifier } from "../quoting.ts";
import { inTransaction, type Tables } from "../tables.ts";
import { nextMonth } from "./make-months.ts";

/** A part goes with a lock on its whole table: behind a long question others wait no longer than this. */
const mostMs = 1_000;

/**
 * Drops the parts of months before `from` that no record is left in. One that cannot be had now is
 * left for another night.
 */
export async function dropEmptyMonths(tables: Tables, from: Date): Promise<void> {
  const before = from.toISOString().slice(0, 10);
  for (const { id } of kinds) {
    for (const name of await monthsOf(tables, id)) {
      const first = `${name.slice(id.length + 1).replace("_", "-")}-01`;
      if (nextMonth(first) > before) continue;
      const [part] = await tables.rows(`select exists (select 1 from ${identifier(name)}) as held`);
      if (part?.["held"] === false && !(await drop(tables, name))) return;
    }
  }
}

async function monthsOf({ rows }: Tables, id: string): Promise<readonly string[]> {
  const parts = await rows(
    `select cast(part.relname as varchar) as name
     from pg_inherits join pg_class as part on part.oid = inhrelid
     where inhparent = to_regclass('${identifier(id)}') order by 1`,
  );
  const isMonth = new RegExp(`^${id}_\\d{4}_\\d{2}$`, "u");
  return parts.map(({ name }) => String(name)).filter((name) => isMonth.test(name));
}

/** Whether it went; not, where others have its table for too long. */
async function drop(tables: Tables, name: string): Promise<boolean> {
  try {
    await inTransaction(tables, async () => {
      await tables.run(`set local lock_timeout = ${mostMs}`);
      await tables.run(`drop table ${identifier(name)}`);
    });
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "55P03") return false;
    throw error;
  }
}
