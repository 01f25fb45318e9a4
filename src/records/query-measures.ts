import type { Segment } from "../kinds/kind.ts";
import { addDays, localDay, startOfDay } from "../periods/local-day.ts";
import type { LocalDay, Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";
import { identifier } from "./quoting.ts";
import type { RecordStore } from "./store.ts";
import type { Narrowed } from "./narrowed.ts";
import { filtersSql } from "./where-sql.ts";

/** Ready-made sums of the named inputs; a day belongs to the window in which it begins. */
export function measuresSql(
  inputs: readonly string[],
  asked: Narrowed & {
    readonly windows: readonly Window[];
    readonly by: readonly Segment[];
    readonly zone: string;
    readonly hideAfter: Date | null;
  },
  bindings: Bindings,
): string {
  const { bind } = bindings;
  const filters = filtersSql(asked, bindings);
  const keys = asked.by.map((segment, index) => `${identifier(segment)} as k${index}`);
  const names = inputs.map((input) => bind(input, "varchar")).join(", ");
  const hidden =
    asked.hideAfter === null
      ? []
      : [`"day" <= ${bind(localDay(asked.hideAfter, asked.zone), "date")}`];
  const branches = asked.windows.map(({ from, to }, index) =>
    [
      `select ${[`${index} as w`, ...keys, `"input" as input`, `cast(sum("value") as double precision) as total`].join(", ")}`,
      `from measures where ${[
        `"day" >= ${bind(firstDayFrom(from, asked.zone), "date")}`,
        `"day" < ${bind(firstDayFrom(to, asked.zone), "date")}`,
        `"input" in (${names})`,
        filters,
        ...hidden,
      ].join(" and ")}`,
      `group by ${[...asked.by.map(identifier), `"input"`].join(", ")}`,
    ].join(" "),
  );
  return branches.join("\nunion all\n");
}

/** The first local day that begins at the instant or after it. */
export function firstDayFrom(instant: Date, zone: string): LocalDay {
  const day = localDay(instant, zone);
  return startOfDay(day, zone) < instant ? addDays(day, 1) : day;
}

/** The inputs that anybody delivers ready-made. */
export async function readyMadeInputs(store: RecordStore): Promise<ReadonlySet<string>> {
  const rows = await store.query(`select distinct "input" as input from measures`);
  return new Set(rows.map(({ input }) => String(input)));
}
