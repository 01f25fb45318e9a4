import { collisions } from "./collisions.ts";
import { foldName } from "./fold-name.ts";
import { kpis, type KpiId } from "./index.ts";

/** What a name stands for: one KPI, or several that it could mean. */
export type Named =
  | { readonly kind: "kpi"; readonly kpi: KpiId }
  | { readonly kind: "collision"; readonly candidates: readonly KpiId[] };

/** Every folded name of the shelf: ids, titles in all languages, aliases, and the colliding names. */
export const kpiNames: ReadonlyMap<string, Named> = new Map<string, Named>([
  ...kpis.flatMap(({ id, title, aliases }) =>
    [id, ...Object.values(title), ...aliases].map(
      (name) => [foldName(name), { kind: "kpi", kpi: id }] as const,
    ),
  ),
  ...Object.entries(collisions).map(
    ([name, candidates]) => [foldName(name), { kind: "collision", candidates }] as const,
  ),
]);

/** Exact names only, however they are spaced and cased; `undefined` may still be a typo. */
export const kpiNamed = (name: string): Named | undefined => kpiNames.get(foldName(name));
