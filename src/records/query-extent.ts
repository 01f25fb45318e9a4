import type { KindId } from "../kinds/index.ts";
import type { Input } from "../kpis/inputs.ts";
import { startOfDay, addDays, isLocalDay } from "../periods/local-day.ts";
import { createBindings } from "./bindings.ts";
import { identifier } from "./quoting.ts";
import type { RecordStore } from "./store.ts";

/** The first and the last moment of which there are records. */
export interface Extent {
  readonly oldest: Date;
  readonly newest: Date;
}

/** From when to when the records behind some inputs reach, ready-made figures included; null where there are none. */
export async function measureExtent(
  store: RecordStore,
  inputs: readonly Input[],
  {
    held,
    zone,
    hideAfter,
  }: {
    readonly held: ReadonlySet<KindId>;
    readonly zone: string;
    readonly hideAfter: Date | null;
  },
): Promise<Extent | null> {
  const places = new Set(
    inputs
      .filter(({ kind }) => held.has(kind))
      .map(
        ({ kind, at, through }) =>
          `${identifier(at)} as begun, ${identifier(through ?? at)} as ended from ${identifier(kind)}`,
      ),
  );
  const { bind, values } = createBindings();
  const visible = hideAfter === null ? "" : ` where begun <= ${bind(hideAfter, "timestamp")}`;
  const instants = [...places].map((place) => {
    const events = `(select ${place}) as events${visible}`;
    return `select min(begun) as oldest, max(ended) as newest from ${events}`;
  });
  const found = await Promise.all([
    ...instants.map((sql) => store.query(sql, values)),
    readyMadeDays(store, inputs, held),
  ]);
  const extents = found.flat().flatMap(({ oldest, newest }): readonly Extent[] => {
    if (oldest instanceof Date && newest instanceof Date) return [{ oldest, newest }];
    if (typeof oldest !== "string" || typeof newest !== "string") return [];
    if (!isLocalDay(oldest) || !isLocalDay(newest)) return [];
    const end = startOfDay(addDays(newest, 1), zone);
    return [{ oldest: startOfDay(oldest, zone), newest: new Date(end.getTime() - 1) }];
  });
  if (extents.length === 0) return null;
  return {
    oldest: new Date(Math.min(...extents.map(({ oldest }) => oldest.getTime()))),
    newest: new Date(Math.max(...extents.map(({ newest }) => newest.getTime()))),
  };
}

async function readyMadeDays(
  store: RecordStore,
  inputs: readonly Input[],
  held: ReadonlySet<KindId>,
): ReturnType<RecordStore["query"]> {
  if (!held.has("measures") || inputs.length === 0) return [];
  const { bind, values } = createBindings();
  const names = inputs.map(({ id }) => bind(id, "varchar")).join(", ");
  return store.query(
    `select cast(min("day") as varchar) as oldest, cast(max("day") as varchar) as newest from measures where "input" in (${names})`,
    values,
  );
}
