import type { SourceState } from "../records/store.ts";
import type { Freshness } from "./answer.ts";

/** When the data of a source stops being current. */
export interface FreshnessRule {
  /** Null where nothing was said: it then never turns stale. */
  readonly staleAfterSeconds: (source: string) => number | null;
  /** Whether a pull that was due has not come. */
  readonly isOverdue: (source: string, succeededAt: Date | null, now: Date) => boolean;
}

/**
 * Whether a figure may be judged: not where a source ends before the period does, current or not.
 * Nobody should see green over half of the records.
 */
export const isCurrent = (
  freshness: readonly Freshness[],
  { to }: { readonly to: Date },
): boolean => freshness.every(({ asOf }) => asOf !== null && asOf >= to);

/** How far all sources reach that are current; null where one is not, or nothing is known. */
export function reachOf(freshness: readonly Freshness[]): Date | null {
  const ends = freshness.flatMap(({ state, asOf }) =>
    state === "stale" || asOf === null ? [] : [asOf.getTime()],
  );
  const isWhole = ends.length > 0 && ends.length === freshness.length;
  return isWhole ? new Date(Math.min(...ends)) : null;
}

/** How far a source's data reaches, seen from `now`: with a stopped clock nothing later is known. */
export function freshnessOf(state: SourceState, rule: FreshnessRule, now: Date): Freshness {
  const { source, failedAt, succeededAt } = state;
  const asOf = state.asOf !== null && state.asOf > now ? now : state.asOf;
  const staleAfter = rule.staleAfterSeconds(source);
  const isStale =
    asOf === null || (staleAfter !== null && now.getTime() - asOf.getTime() > staleAfter * 1_000);
  const hasFailed =
    failedAt !== null && failedAt <= now && (succeededAt === null || failedAt > succeededAt);
  if (isStale) return { source, asOf, state: "stale" };
  return {
    source,
    asOf,
    state: hasFailed || rule.isOverdue(source, succeededAt, now) ? "late" : "fresh",
  };
}
