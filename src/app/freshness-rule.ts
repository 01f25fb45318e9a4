import type { Config } from "../config/config.ts";
import type { FreshnessRule } from "../reports/freshness.ts";
import { isOverdue } from "../scheduler/overdue.ts";

/** How long a reading may take before it is called late. */
const pullGraceMs = 10 * 60_000;

/** When the configuration says that the data of a source are no longer current. */
export function freshnessRule(sources: Config["sources"], zone: string): FreshnessRule {
  const byName = new Map(sources.map((source) => [source.name, source]));
  return {
    staleAfterSeconds: (source) => byName.get(source)?.staleAfterSeconds ?? null,
    isOverdue: (source, succeededAt, now) => {
      const schedule = byName.get(source)?.schedule ?? null;
      return schedule !== null && isOverdue({ schedule, zone }, succeededAt, now, pullGraceMs);
    },
  };
}
