import type { KpiId } from "../src/kpis/index.ts";
import { kpiNamed } from "./only-for.ts";

export interface NamedKpis {
  readonly known: readonly KpiId[];
  /** The first name that means no KPI. */
  readonly unknown: string | null;
}

/** By commas where there are any, else by spaces: a name may have spaces in it. */
export function namedKpis(text: string): NamedKpis {
  const names = text
    .split(/[,;、，]/u)
    .flatMap((part) => (kpiNamed(part) === null ? part.split(/\s+/u) : [part]))
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const known = names.flatMap((name) => kpiNamed(name) ?? []);
  return {
    known: [...new Set(known)],
    unknown: names.find((name) => kpiNamed(name) === null) ?? null,
  };
}

/** KPIs named side by side: `fcr and csat`, `FCR, CSAT 80 %`; what else is said does not matter. */
export function severalKpis(text: string): readonly KpiId[] {
  const { known: listed, unknown } = namedKpis(text);
  if (unknown === null) return listed;
  const known = kpiParts(text).flatMap((part) =>
    [part, ...part.split(/\s+/u)].flatMap((name) => kpiNamed(name) ?? []).slice(0, 1),
  );
  return [...new Set(known)];
}

/** The pieces of a list, each of which may name a KPI. */
export const kpiParts = (text: string): readonly string[] =>
  text.split(/[,;、，+&]|(?:^|\s)(?:and|и|та|및|그리고|和|與|跟)(?=\s|$)|(?<=\S)(?:와|과)\s/iu);
