import type { Kpi } from "./kpi.ts";

export const kpis = [] as const satisfies readonly Kpi[];

export type KpiId = string;
