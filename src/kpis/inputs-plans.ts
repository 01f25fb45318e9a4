import type { Input, RecordKindId } from "./inputs.ts";

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
