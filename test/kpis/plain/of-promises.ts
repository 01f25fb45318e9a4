import type { SlaPolicy } from "../../../src/kpis/kpi.ts";
import type { AnyCall, AnyRecord, AnyTicket } from "../../fixtures/any-record.ts";
import { isIn, type Plain, type PlainAsked, type PlainKpi, ratio, secondsFrom } from "./plain.ts";
import { workingSeconds } from "./working-time.ts";

/** What became of a promise; `running`: not kept yet, and not broken. */
type Fate = "kept" | "broken" | "running";

type Ended = "first_response_time" | "avg_resolution_time" | "asa" | "aht";

/** The policy that promised something of a kind to a record whose clock began then: the first that fits. */
function promiseOf(sla: readonly SlaPolicy[], kpi: Ended, row: AnyRecord, began: Date) {
  for (const name of new Set(sla.map((each) => each.name))) {
    // Of the versions of a policy the latest that had begun.
    let inForce: SlaPolicy | undefined;
    for (const each of sla.filter((policy) => policy.name === name)) {
      const hasBegun = each.from === null || each.from <= began;
      if (hasBegun && +(each.from ?? 0) >= +(inForce?.from ?? 0)) inForce = each;
    }
    if (inForce?.kpi === kpi && isMeant(inForce, row)) return inForce;
  }
  return null;
}

const isMeant = ({ priority, channel }: SlaPolicy, row: AnyRecord): boolean =>
  (priority === null || (row.priority !== null && priority.includes(row.priority))) &&
  (channel === null || (row.channel !== null && channel.includes(row.channel)));

/** A ticket solved without a reply ends the clock of the reply. */
function fateOfTicket(ticket: AnyTicket, policy: SlaPolicy, asked: PlainAsked): Fate {
  const { season } = asked;
  const since = (to: Date): number =>
    policy.clock === "business"
      ? workingSeconds(season, ticket.team, ticket.created_at, to)
      : secondsFrom(ticket.created_at, to);
  const ended =
    policy.kpi === "avg_resolution_time"
      ? ticket.solved_at
      : (ticket.first_response_at ?? ticket.solved_at);
  if (ended !== null) return since(ended) <= policy.withinSeconds ? "kept" : "broken";
  return since(season.now) > policy.withinSeconds ? "broken" : "running";
}

/** Who hung up before the promised time was promised nothing. */
function fateOfCall(call: AnyCall, { kpi, withinSeconds }: SlaPolicy): Fate {
  const { outcome, wait_seconds: wait, talk_seconds: talk } = call;
  const isHandled = outcome === "handled";
  if (kpi === "aht") {
    if (!isHandled || talk === null) return "running";
    const handling = talk + (call.hold_seconds ?? 0) + (call.wrap_seconds ?? 0);
    return handling <= withinSeconds ? "kept" : "broken";
  }
  if (wait === null) return "running";
  if (wait <= withinSeconds) return isHandled ? "kept" : "running";
  return isHandled || outcome === "abandoned" ? "broken" : "running";
}

/** To whom no policy promised a reply, the ticket's own due time. */
function fateOfDueTime(ticket: AnyTicket, { season }: PlainAsked): Fate {
  const { sla_due_at: due } = ticket;
  if (due === null) return "running";
  const ended = ticket.first_response_at ?? ticket.solved_at;
  if (ended !== null) return ended <= due ? "kept" : "broken";
  return due < season.now ? "broken" : "running";
}

/** Of which promises anybody tells the events that end them. */
function toldIn({ all }: PlainAsked): Readonly<Record<Ended, boolean>> {
  const isSolved = all.tickets.some(({ solved_at: solved }) => solved !== null);
  const isReplied = all.tickets.some(({ first_response_at: replied }) => replied !== null);
  const areCalls = all.calls.length > 0;
  return {
    first_response_time: isReplied || isSolved,
    avg_resolution_time: isSolved,
    asa: areCalls,
    aht: areCalls,
  };
}

/** Kept ÷ (kept + broken). */
export const slaAttainment: PlainKpi = (asked): Plain => {
  const { rows, sla, window } = asked;
  const told = toldIn(asked);
  const fates: Fate[] = [];
  for (const ticket of rows.tickets) {
    const { created_at: began } = ticket;
    if (!isIn(began, window)) continue;
    const reply = promiseOf(sla, "first_response_time", ticket, began);
    const solution = promiseOf(sla, "avg_resolution_time", ticket, began);
    if (told.first_response_time) {
      fates.push(
        reply === null ? fateOfDueTime(ticket, asked) : fateOfTicket(ticket, reply, asked),
      );
    }
    if (solution !== null && told.avg_resolution_time) {
      fates.push(fateOfTicket(ticket, solution, asked));
    }
  }
  for (const call of rows.calls) {
    if (!isIn(call.queued_at, window)) continue;
    for (const kpi of ["asa", "aht"] as const) {
      const promise = promiseOf(sla, kpi, call, call.queued_at);
      if (promise !== null) fates.push(fateOfCall(call, promise));
    }
  }
  const kept = fates.filter((fate) => fate === "kept").length;
  const due = fates.filter((fate) => fate !== "running").length;
  // Of a promise that nobody can tell about there is no figure; without policies, of none.
  const promised = sla.length === 0 ? ["first_response_time"] : sla.map(({ kpi }) => kpi);
  const isWhole = promised.every((kpi) => told[kpi as Ended]);
  return { ...ratio(100, isWhole ? kept : null, isWhole ? due : null), sample: due };
};
