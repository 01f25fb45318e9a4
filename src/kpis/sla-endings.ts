import type { SlaPolicy } from "./kpi.ts";
import type { Where } from "./where.ts";

/** What ends the clock of a promise: in time, or not. */
export interface Ending {
  readonly kept: Where;
  readonly late: Where;
}

export function endingOf(policy: SlaPolicy): Ending {
  if (policy.kpi === "asa") return waitEnding(policy);
  return policy.kpi === "aht" ? handlingEnding(policy) : ticketEnding(policy);
}

/** A ticket solved without a reply ends the reply's clock too. */
function ticketEnding({ kpi, clock, withinSeconds }: SlaPolicy): Ending {
  const isOfSolution = kpi === "avg_resolution_time";
  const working = clock === "business" ? "_working_seconds" : "_seconds";
  const atMost = (column: string): Where => ({ column, atMost: withinSeconds });
  const solved = atMost(`resolution${working}`);
  const replied = atMost(`first_response${working}`);
  const kept: Where = isOfSolution
    ? solved
    : { any: [replied, { all: [{ unknown: "first_response_at" }, solved] }] };
  const ended: Where = isOfSolution
    ? { known: "solved_at" }
    : { any: [{ known: "first_response_at" }, { known: "solved_at" }] };
  const due: Where = { column: "created_at", olderThanSeconds: withinSeconds, clock };
  return { kept, late: { all: [{ not: kept }, { any: [ended, due] }] } };
}

/** An abandon after the promised time is a broken promise; one before it never fell due. */
function waitEnding({ withinSeconds }: SlaPolicy): Ending {
  return {
    kept: {
      all: [
        { column: "outcome", is: "handled" },
        { column: "wait_seconds", atMost: withinSeconds },
      ],
    },
    late: {
      all: [
        { column: "outcome", in: ["handled", "abandoned"] },
        { column: "wait_seconds", moreThan: withinSeconds },
      ],
    },
  };
}

/** Of answered calls whose talk time is known, as the handle time itself counts them. */
function handlingEnding({ withinSeconds }: SlaPolicy): Ending {
  const handled: Where = { column: "outcome", is: "handled" };
  return {
    kept: { all: [handled, { column: "handle_seconds", atMost: withinSeconds }] },
    late: { all: [handled, { column: "handle_seconds", moreThan: withinSeconds }] },
  };
}
