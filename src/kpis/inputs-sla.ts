import type { Input } from "./inputs.ts";
import type { Promised, SlaPolicy } from "./kpi.ts";
import { endingOf } from "./sla-endings.ts";
import { appliesTo, isForAll, slaVersions, type SlaVersion } from "./sla-versions.ts";
import type { Where } from "./where.ts";

interface Promises {
  readonly met: readonly Input[];
  readonly breached: readonly Input[];
  readonly rules: readonly Promised[];
}

/**
 * Promises met and broken (kpis.md C10): each record is held to the version of a configured policy
 * that was in force when its clock began; a ticket to which no policy promised a first reply is held
 * to the due time it brought.
 */
export function promisesKept(policies: readonly SlaPolicy[]): Promises {
  const named = slaVersions(policies);
  const rules = named.flatMap((versions, place) => ofPolicy(versions, named.slice(0, place)));
  const replies = named.filter(([first]) => first?.kpi === "first_response_time");
  const own = replies.some(isForAll) ? [] : [byDueTime(replies.flat(), policies.length > 0)];
  return {
    met: [...rules, ...own].map(({ kept }) => kept),
    breached: [...rules, ...own].map(({ broken }) => broken),
    rules,
  };
}

function ofPolicy(
  versions: readonly SlaVersion[],
  earlier: readonly (readonly SlaVersion[])[],
): readonly Promised[] {
  const [first] = versions;
  if (first === undefined) return [];
  const { name, kpi } = first;
  const shared = sharedOf(kpi);
  const { at } = shared;
  // The first policy that fits is the one promised; a later one of the same KPI does not count again.
  const taken = earlier
    .flat()
    .filter((each) => each.kpi === kpi)
    .map((each): Where => ({ not: appliesTo(each, at) }));
  const where = (ending: "kept" | "late"): Where => ({
    all: [
      ...taken,
      { any: versions.map((each) => ({ all: [appliesTo(each, at), endingOf(each)[ending]] })) },
    ],
  });
  // Numbered, since names in other scripts leave nothing for a word that `measures` could bring.
  const id = `sla_${earlier.length + 1}_${name.toLowerCase().replace(/[^a-z0-9]+/gu, "_")}`;
  return [
    {
      name,
      kept: { ...shared, id: `${id}_met`, where: where("kept") },
      broken: { ...shared, id: `${id}_breached`, where: where("late") },
      shares: versions.map(({ from, until, share }) => ({ from, until, share })),
    },
  ];
}

function sharedOf(kpi: string) {
  if (kpi === "asa" || kpi === "aht") {
    return { kind: "calls", at: "queued_at", take: "count" } as const;
  }
  return kpi === "avg_resolution_time" ? { ...tickets, hingesOn: ["solved_at"] } : tickets;
}

const tickets = {
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

const replyLate: Where = {
  all: [
    { known: "sla_due_at" },
    { not: replyInTime },
    {
      any: [
        { known: "first_response_at" },
        { known: "solved_at" },
        { column: "sla_due_at", olderThanSeconds: 0, clock: "calendar" },
      ],
    },
  ],
};

/** The due times that tickets bring: beside policies there may be none, and no tickets at all. */
function byDueTime(replies: readonly SlaVersion[], isBesidePolicies: boolean) {
  const shared: Omit<Input, "id"> = isBesidePolicies ? { ...tickets, mayLack: true } : tickets;
  // Of some of the tickets alone it is another input than of all.
  const id = isBesidePolicies ? "sla_own" : "sla";
  const others = replies.map((each): Where => ({ not: appliesTo(each, tickets.at) }));
  const within = (where: Where): Where =>
    others.length === 0 ? where : { all: [...others, where] };
  return {
    kept: { ...shared, id: `${id}_met`, where: within(replyInTime) },
    broken: { ...shared, id: `${id}_breached`, where: within(replyLate) },
  };
}
