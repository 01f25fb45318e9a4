import { isDeepStrictEqual } from "node:util";
import type { ToldOdds } from "../../goals/told-odds.ts";
import type { AuditLine } from "./audit-log.ts";
import type { Forgotten, ForgottenBook } from "./forgotten.ts";
import type { OddsLog } from "./odds-log.ts";
import type { CollectionName, DocumentOf } from "./shape.ts";
import type { Documents } from "./store.ts";

/** Everything that no source brings again, as it goes from one store to another. */
export interface Contents {
  readonly documents: { readonly [N in CollectionName]: readonly DocumentOf<N>[] };
  /** Oldest first, without what did not happen after all. */
  readonly audit: readonly AuditLine[];
  readonly told: readonly ToldOdds[];
  readonly came: ReadonlyMap<string, boolean>;
  /** Null where nobody was ever forgotten. */
  readonly forgotten: Forgotten | null;
}

export interface ReadStores {
  readonly documents: Documents;
  readonly odds: OddsLog;
  readonly forgotten: ForgottenBook;
}

export async function contentsOf({ documents, odds, forgotten }: ReadStores): Promise<Contents> {
  const { goals, digests, deliveries, people, marks, notes, history } = documents;
  return {
    documents: {
      goals: await goals.list(),
      digests: await digests.list(),
      deliveries: await deliveries.list(),
      people: await people.list(),
      marks: await marks.list(),
      notes: await notes.list(),
    },
    audit: (await history(() => true, Number.MAX_SAFE_INTEGER)).toReversed(),
    told: await odds.told(),
    came: await odds.came(),
    forgotten: await forgotten.held(),
  };
}

/** How many rows of what: `goals`, …, `audit`, `odds`, `forgotten`. */
export function countsOf(contents: Contents): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name] of rowsOf(contents)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The first row that is not the same in both, by name; null where all are. */
export function differenceIn(one: Contents, other: Contents): string | null {
  const [rows, others] = [rowsOf(one), rowsOf(other)];
  for (let nth = 0; nth < Math.max(rows.length, others.length); nth += 1) {
    if (!isDeepStrictEqual(rows[nth], others[nth])) {
      return `${rows[nth]?.[0] ?? others[nth]?.[0]}, row ${nth + 1}`;
    }
  }
  return null;
}

/** As JSON holds them: what is left out and what is undefined are one. */
function rowsOf({ documents, audit, told, came, forgotten }: Contents) {
  return [
    ...Object.entries(documents).flatMap(([name, rows]) => named(name, rows)),
    ...named("audit", audit),
    ...named("odds", told),
    ...named(
      "odds",
      [...came].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    ...named("forgotten", forgotten === null ? [] : forgotten.people),
    ...named("key", forgotten === null ? [] : [forgotten.key]),
  ];
}

const named = (name: string, rows: readonly unknown[]) =>
  rows.map((row): readonly [string, unknown] => [name, JSON.parse(JSON.stringify(row))]);
