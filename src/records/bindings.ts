import type { Bound } from "./store.ts";

type BoundType = "varchar" | "double precision" | "boolean" | "timestamp" | "date" | "interval";

/** Collects the values of one statement; what it gives back is the hole in the text, never the value. */
export interface Bindings {
  readonly bind: (value: string | number | boolean | Date, type: BoundType) => string;
  readonly values: readonly Bound[];
}

export function createBindings(): Bindings {
  const values: Bound[] = [];
  const holes = new Map<string, string>();
  return {
    values,
    bind: (value, type) => {
      const text = value instanceof Date ? value.toISOString().replace("Z", "") : String(value);
      const key = `${type} ${text}`;
      const known = holes.get(key);
      if (known !== undefined) return known;
      values.push(text);
      const hole = `cast($${values.length} as ${type})`;
      holes.set(key, hole);
      return hole;
    },
  };
}
