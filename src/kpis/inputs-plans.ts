import type { Input, RecordKindId } from "./inputs.ts";
import type { Where } from "./where.ts";

/** What was planned by the end of the period, and what of it was done by then. */
export function milestonesOf(plan: string | null): {
  readonly planned: Input;
  readonly done: Input;
} {
  const where: Where = plan === null ? { all: [] } : { column: "plan", is: plan };
  const named = plan === null ? "milestones" : `${plan}_milestones`;
  const standing = { kind: "milestones", asOf: "end", take: "count", where } as const;
  return {
    planned: { ...standing, id: `${named}_planned`, at: "planned_at" },
    done: { ...standing, id: `${named}_done`, at: "done_at" },
  };
}

/** Where an agent shows up as having worked. */
export const workedAt = {
  shifts: "from",
  calls: "queued_at",
  tickets: "created_at",
} as const satisfies Partial<Record<RecordKindId, string>>;

/** The different agents of a kind's records in the period, and those of them who had a 1:1 in it. */
export const agentsOf = (
  kind: keyof typeof workedAt,
): { readonly active: Input; readonly coached: Input } => {
  const worked = { kind, at: workedAt[kind], take: { distinct: "agent" } } as const;
  return {
    active: { ...worked, id: `agents_of_${kind}` },
    coached: {
      ...worked,
      id: `agents_of_${kind}_coached`,
      looksIn: "coaching",
      where: { met: "coaching", at: "at", on: "agent", within: "period" },
    },
  };
};
