import type { Input } from "./inputs.ts";
import type { SlaPolicy } from "./kpi.ts";
import type { Where } from "./where.ts";

interface Promises {
  readonly met: readonly Input[];
  readonly breached: readonly Input[];
}

/** What ends the clock of a promise. A ticket solved without a reply ends the reply's clock too. */
interface Ending {
  readonly kept: Where;
  readonly late: Where;
}

/** Promises met and broken, by the configured policies or, without any, by each ticket's own due time. */
export function promisesKept(policies: readonly SlaPolicy[]): Promises {
  if (policies.length === 0) return byDueTime;
  const each = policies.map((policy, index) => ofPolicy(policy, policies.slice(0, index)));
  return {
    met: each.flatMap(({ met }) => met),
    breached: each.flatMap(({ breached }) => breached),
  };
}

function ofPolicy(policy: SlaPolicy, earlier: readonly SlaPolicy[]): Promises {
  // The first policy that fits is the one promised; a later one of the same KPI does not count again.
  const taken = earlier
    .filter((each) => each.kpi === policy.kpi)
    .map((each) => not(appliesTo(each)));
  const applies: Where = { all: [appliesTo(policy), ...taken] };
  const isCall = policy.kpi === "asa" || policy.kpi === "service_level";
  const { kept, late } = isCall ? callEnding(policy) : ticketEnding(policy);
  const shared = isCall
    ? ({ kind: "calls", at: "queued_at", take: "count" } as const)
    : policy.kpi === "avg_resolution_time"
      ? { ...own, hingesOn: ["solved_at"] }
      : own;
  // Numbered, since names in other scripts leave nothing for a word that `measures` could bring.
  const id = `sla_${earlier.length + 1}_${policy.name.toLowerCase().replace(/[^a-z0-9]+/gu, "_")}`;
  return {
    met: [{ ...shared, id: `${id}_met`, where: { all: [applies, kept] } }],
    breached: [{ ...shared, id: `${id}_breached`, where: { all: [applies, late] } }],
  };
}

const not = (where: Where): Where => ({ not: where });

function appliesTo(policy: SlaPolicy): Where {
  return {
    all: [
      ...(policy.priority === null ? [] : [{ column: "priority", in: policy.priority }]),
      ...(policy.channel === null ? [] : [{ column: "channel", in: policy.channel }]),
    ],
  };
}

function ticketEnding(policy: SlaPolicy): Ending {
  const working = policy.clock === "business" ? "_working_seconds" : "_seconds";
  const atMost = (column: string): Where => ({ column, atMost: policy.withinSeconds });
  const solved = `resolution${working}`;
  const replied = `first_response${working}`;
  const kept: Where =
    policy.kpi === "avg_resolution_time"
      ? atMost(solved)
      : { any: [atMost(replied), { all: [{ unknown: "first_response_at" }, atMost(solved)] }] };
  const due: Where = {
    column: "created_at",
    olderThanSeconds: policy.withinSeconds,
    clock: policy.clock,
  };
  const ended: Where =
    policy.kpi === "avg_resolution_time"
      ? { known: "solved_at" }
      : { any: [{ known: "first_response_at" }, { known: "solved_at" }] };
  return { kept, late: { all: [not(kept), { any: [ended, due] }] } };
}

/** An abandon after the promised time is a broken promise; one before it never fell due. */
function callEnding(policy: SlaPolicy): Ending {
  const late: Where = { column: "wait_seconds", moreThan: policy.withinSeconds };
  return {
    kept: {
      all: [
        { column: "outcome", is: "handled" },
        { column: "wait_seconds", atMost: policy.withinSeconds },
      ],
    },
    late: { all: [{ column: "outcome", in: ["handled", "abandoned"] }, late] },
  };
}

const own = {
  kind: "tickets",
  at: "created_at",
  take: "count",
  hingesOn: ["first_response_at", "solved_at"],
} as const;

const replyInTime: Where = {
  any: [
    { column: "first_response_at", notAfter: "sla_due_at" },
    {
      all: [{ unknown: "first_response_at" }, { column: "solved_at", notAfter: "sla_due_at" }],
    },
  ],
};

const byDueTime: Promises = {
  met: [{ ...own, id: "sla_met", where: replyInTime }],
  breached: [
    {
      ...own,
      id: "sla_breached",
      where: {
        all: [
          { known: "sla_due_at" },
          not(replyInTime),
          {
            any: [
              { known: "first_response_at" },
              { known: "solved_at" },
              { column: "sla_due_at", olderThanSeconds: 0, clock: "calendar" },
            ],
          },
        ],
      },
    },
  ],
};
