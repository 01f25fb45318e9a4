import type { KindId } from "../kinds/index.ts";
import type { Segment } from "../kinds/kind.ts";
import type { Percentile, Sums } from "../kpis/evaluate.ts";
import { isAdditive, type Input } from "../kpis/inputs.ts";
import { monthsIn } from "../periods/months-in.ts";
import type { Window } from "../periods/period.ts";
import { createBindings } from "./bindings.ts";
import { identifier } from "./quoting.ts";
import { measuresSql } from "./query-measures.ts";
import { groupSql, type InputGroup } from "./query-sql.ts";
import type { RecordStore, ResultRow } from "./store.ts";
import type { Narrowed } from "./narrowed.ts";
import type { WhereContext } from "./where-sql.ts";

export interface FiguresAsked extends Narrowed {
  readonly inputs: readonly Input[];
  readonly percentiles: readonly Percentile[];
  readonly windows: readonly Window[];
  /** At most two. */
  readonly by: readonly Segment[];
  /** Whether each window also has a row without a key: nothing, as it is measured here. */
  readonly withEmpty?: boolean;
  /** The zone in which the days of ready-made figures begin. */
  readonly zone: string;
  /** Nothing later than this exists; null where all records may be seen. */
  readonly hideAfter: Date | null;
  readonly dueBefore: WhereContext["dueBefore"];
  /** The kinds that hold records: the others are not asked. */
  readonly held: ReadonlySet<KindId>;
  /** The inputs that anybody delivers ready-made. */
  readonly readyMade: ReadonlySet<string>;
}

export interface FigureRow extends Sums {
  /** The place of its window in `windows`. */
  readonly window: number;
  /** A value for each segment of `by`. */
  readonly key: readonly (string | null)[];
  /** Whether ready-made figures are part of the sums; percentiles never have them. */
  readonly hasReadyMade: boolean;
}

interface OpenRow {
  readonly window: number;
  readonly months: number;
  readonly key: readonly (string | null)[];
  readonly sums: Map<string, number>;
  readonly percentiles: Map<string, number | null>;
  hasReadyMade: boolean;
}

/**
 * Measures inputs over windows and groups. Without `by` there is one row a window, always; with it
 * one for each group that has records.
 */
export async function measureFigures(
  store: RecordStore,
  asked: FiguresAsked,
): Promise<readonly FigureRow[]> {
  const rows = new Map<string, OpenRow>();
  const counted = await withoutBlind(store, asked);
  const delivered = asked.inputs.filter(
    (input) => counted.includes(input) || (isAdditive(input) && asked.readyMade.has(input.id)),
  );
  const rowAt = (window: number, key: readonly (string | null)[]): OpenRow => {
    const id = JSON.stringify([window, key]);
    const row = rows.get(id) ?? {
      window,
      key,
      // Few figures ask for it, and it goes through the calendar.
      get months() {
        return monthsOf(asked, window);
      },
      sums: new Map(delivered.map(({ id }) => [id, 0])),
      percentiles: new Map<string, number | null>(),
      hasReadyMade: false,
    };
    rows.set(id, row);
    return row;
  };
  if (asked.windows.length === 0) return [];
  if (asked.by.length === 0 || asked.withEmpty === true)
    for (const index of asked.windows.keys()) rowAt(index, []);

  const groups = groupsOf(counted, asked.percentiles);
  const isWhole = ({ ignores = [] }: InputGroup): boolean =>
    asked.by.some((segment) => ignores.includes(segment));
  await Promise.all([
    ...groups
      .filter((group) => !isWhole(group))
      .map((group) => measureGroup(store, group, asked, (window, key) => [rowAt(window, key)])),
    addReadyMade(store, asked, rowAt),
  ]);
  // A whole stands in the row of each of its parts, so those must be known by then.
  const parts = [...rows.values()];
  await Promise.all(
    groups
      .filter(isWhole)
      .map((group) =>
        measureGroup(store, group, asked, (window, key) =>
          parts.filter(
            (row) =>
              row.window === window &&
              asked.by.every(
                (segment, index) =>
                  group.ignores?.includes(segment) === true || row.key[index] === key[index],
              ),
          ),
        ),
      ),
  );
  return parts;
}

/** The inputs that records can answer: those of kinds held, without those whose events nobody tells. */
async function withoutBlind(
  store: RecordStore,
  { inputs, held }: FiguresAsked,
): Promise<readonly Input[]> {
  const askable = inputs.filter(
    ({ kind, looksIn }) => held.has(kind) && (looksIn === undefined || held.has(looksIn)),
  );
  const hinges = new Map(
    askable.flatMap(({ kind, hingesOn = [] }) =>
      hingesOn.map((column) => [`${kind}.${column}`, [kind, column] as const] as const),
    ),
  );
  if (hinges.size === 0) return askable;
  const tests = [...hinges].map(
    ([name, [kind, column]]) =>
      `exists (select 1 from ${identifier(kind)} where ${identifier(column)} is not null) as ${identifier(name)}`,
  );
  const [told] = await store.query(`select ${tests.join(", ")}`);
  return askable.filter(
    ({ kind, hingesOn }) =>
      hingesOn === undefined || hingesOn.some((column) => told?.[`${kind}.${column}`] === true),
  );
}

function monthsOf({ windows, zone }: FiguresAsked, index: number): number {
  const window = windows[index];
  return window === undefined ? 0 : monthsIn(window, zone);
}

type RowAt = (window: number, key: readonly (string | null)[]) => OpenRow;

async function measureGroup(
  store: RecordStore,
  group: InputGroup,
  asked: FiguresAsked,
  rowsAt: (window: number, key: readonly (string | null)[]) => readonly OpenRow[],
): Promise<void> {
  const bindings = createBindings();
  const { sql, measured } = groupSql(group, asked, bindings);
  for (const result of await store.query(sql, bindings.values)) {
    for (const row of rowsAt(Number(result["w"]), keyOf(result, asked.by))) {
      for (const { id, take, column } of measured) {
        const value = result[column];
        const number = typeof value === "number" ? value : null;
        if (take === "sum") add(row, id, number ?? 0);
        else row.percentiles.set(id, number);
      }
    }
  }
}

async function addReadyMade(store: RecordStore, asked: FiguresAsked, rowAt: RowAt): Promise<void> {
  const inputs = asked.inputs.filter(isAdditive).map(({ id }) => id);
  if (!inputs.some((id) => asked.readyMade.has(id))) return;
  const bindings = createBindings();
  const sql = measuresSql(inputs, asked, bindings);
  for (const result of await store.query(sql, bindings.values)) {
    const row = rowAt(Number(result["w"]), keyOf(result, asked.by));
    add(row, String(result["input"]), Number(result["total"] ?? 0));
    row.hasReadyMade = true;
  }
}

const add = ({ sums }: OpenRow, id: string, value: number): void => {
  sums.set(id, (sums.get(id) ?? 0) + value);
};

function groupsOf(
  inputs: readonly Input[],
  percentiles: readonly Percentile[],
): readonly InputGroup[] {
  const groups = new Map<string, Input[]>();
  for (const input of inputs) {
    const { kind, at, until, asOf, through, ignores, spread } = input;
    const id = JSON.stringify(
      [kind, at, until, asOf, through, ignores, spread].map((each) => each ?? null),
    );
    groups.set(id, [...(groups.get(id) ?? []), input]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const ids = new Set(members.map(({ id }) => id));
    return {
      ...first,
      inputs: members,
      percentiles: percentiles.filter(({ over }) => ids.has(over.id)),
    };
  });
}

function keyOf(result: ResultRow, by: readonly Segment[]): readonly (string | null)[] {
  return by.map((_, index) => {
    const value = result[`k${index}`];
    return typeof value === "string" ? value : null;
  });
}
