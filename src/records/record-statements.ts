import type { Bound, RecordStore } from "./store.ts";

/** A question to the records as it was sent; `values[0]` is `$1`. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Bound[];
}

/** The same store, keeping what it is asked. */
export function recordStatements(store: RecordStore): {
  readonly store: RecordStore;
  /** Takes what was kept since the last time. */
  readonly taken: () => readonly Statement[];
} {
  let kept: Statement[] = [];
  return {
    store: {
      ...store,
      query: (sql, values = []) => {
        kept.push({ sql, values: [...values] });
        return store.query(sql, values);
      },
    },
    taken: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
  };
}
