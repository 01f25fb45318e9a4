import type { SlaPolicy } from "./kpi.ts";
import type { Where } from "./where.ts";

/** A policy as it was in force from one day until its next version: half-open. */
export interface SlaVersion extends SlaPolicy {
  readonly until: Date | null;
}

/** The policies by their names, in the order of the first of each; their versions, the oldest first. */
export function slaVersions(policies: readonly SlaPolicy[]): readonly (readonly SlaVersion[])[] {
  const names = [...new Set(policies.map(({ name }) => name))];
  return names.map((name) => {
    const versions = policies
      .filter((each) => each.name === name)
      .toSorted((a, b) => begins(a) - begins(b));
    return versions.map((each, at) => ({ ...each, until: versions[at + 1]?.from ?? null }));
  });
}

const begins = ({ from }: SlaPolicy): number => from?.getTime() ?? -Infinity;

/** Of the records whose clock began while it was in force, those it promises something to. */
export function appliesTo({ from, until, priority, channel }: SlaVersion, at: string): Where {
  return {
    all: [
      ...(from === null ? [] : [{ column: at, since: from }]),
      ...(until === null ? [] : [{ not: { column: at, since: until } }]),
      ...(priority === null ? [] : [{ column: "priority", in: priority }]),
      ...(channel === null ? [] : [{ column: "channel", in: channel }]),
    ],
  };
}

/** Whether no record ever was without it. */
export const isForAll = (versions: readonly SlaVersion[]): boolean =>
  versions[0]?.from === null &&
  versions.every(({ priority, channel }) => priority === null && channel === null);
