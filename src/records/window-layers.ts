import type { Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";

/** A window and its place among those asked about. */
export interface PlacedWindow extends Window {
  readonly place: number;
}

/** Windows in as few layers as keep those of one apart, each layer in the order of time. */
export function windowLayers(windows: readonly Window[]): readonly (readonly PlacedWindow[])[] {
  const layers: PlacedWindow[][] = [];
  const placed = windows.map(({ from, to }, place) => ({ from, to, place }));
  for (const window of placed.toSorted((a, b) => +a.from - +b.from)) {
    const layer = layers.find((each) => (each.at(-1)?.to ?? window.from) <= window.from);
    if (layer === undefined) layers.push([window]);
    else layer.push(window);
  }
  return layers;
}

/**
 * The place of the window of a layer that a moment lies in, null between them: found by halves, so
 * that a hundred weeks cost seven comparisons.
 */
export function placeSql(
  moment: string,
  layer: readonly PlacedWindow[],
  bindings: Bindings,
): string {
  const { bind } = bindings;
  const middle = Math.floor(layer.length / 2);
  const [first, half] = [layer[0], layer[middle]];
  if (first === undefined || half === undefined) return "null";
  if (layer.length === 1) {
    const [from, to] = [bind(first.from, "timestamp"), bind(first.to, "timestamp")];
    return `case when ${moment} >= ${from} and ${moment} < ${to} then ${first.place} end`;
  }
  const [before, after] = [layer.slice(0, middle), layer.slice(middle)];
  return `case when ${moment} < ${bind(half.from, "timestamp")}
    then ${placeSql(moment, before, bindings)} else ${placeSql(moment, after, bindings)} end`;
}
