import { sumOf } from "./inputs.ts";
import type { Measure } from "./kpi.ts";
import { share } from "./share.ts";
import type { Where } from "./where.ts";

/** Of what was planned by the end of the period, of one plan or of all, the share done by then. */
export function doneOfPlanned(plan: string | null): Measure {
  const where: Where = plan === null ? { all: [] } : { column: "plan", is: plan };
  const named = plan === null ? "milestones" : `${plan}_milestones`;
  const standing = { kind: "milestones", asOf: "end", take: "count", where } as const;
  const planned = sumOf({ ...standing, id: `${named}_planned`, at: "planned_at" });
  const done = sumOf({ ...standing, id: `${named}_done`, at: "done_at" });
  return {
    value: share(done, planned),
    sample: planned,
    variants: {},
    interval: null,
    isWhole: true,
    notes: {},
  };
}
