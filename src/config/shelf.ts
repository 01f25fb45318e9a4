import type { Kpi } from "../kpis/kpi.ts";
import { kpis } from "../kpis/index.ts";
import { sources } from "../sources/index.ts";
import type { Source } from "../sources/source.ts";

/** What `goalpost.yml` may speak of: a new KPI or source needs no line in this room. */
export interface Shelf {
  readonly kpis: readonly Kpi[];
  readonly sources: readonly Source[];
}

export const shelf: Shelf = { kpis, sources };
