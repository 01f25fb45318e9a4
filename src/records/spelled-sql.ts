import { foldValue } from "../kpis/same-value.ts";
import type { Segment } from "../kinds/kind.ts";
import type { Bindings } from "./bindings.ts";
import { literal } from "./quoting.ts";

/**
 * The spellings under which records hold some values of a segment, however those are written here,
 * for `column in …`. The engine compares whole texts; only `foldValue` says which are the same.
 */
export function spelledSql(
  segment: Segment,
  values: readonly string[],
  { bind }: Pick<Bindings, "bind">,
): string {
  const holes = values.map((value) => bind(foldValue(value), "varchar"));
  return `(select spelling from spellings where segment = ${literal(segment)} and folded in (${holes.join(", ")}))`;
}
