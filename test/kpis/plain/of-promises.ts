import type { SlaPolicy } from "../../../src/kpis/kpi.ts";
import type { AnyCall, AnyRecord, AnyTicket } from "../../fixtures/any-record.ts";
import { isIn, type Plain, type PlainAsked, type PlainKpi, ratio, secondsFrom } from "./plain.ts";
import { workingSeconds } from "./working-time.ts";

/** What became of a promise; `running`: not kept yet, and not broken. */
type Fate = "kept" | "broken" | "running";

const appliesTo =
  ({ priority, channel }: SlaPolicy) =>
  (row: AnyRecord): boolean =>
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
function fateOfCall({ outcome, wait_seconds: wait }: AnyCall, { withinSeconds }: SlaPolicy): Fate {
  if (wait === null) return "running";
  if (wait <= withinSeconds) return outcome === "handled" ? "kept" : "running";
  return outcome === "handled" || outcome === "abandoned" ? "broken" : "running";
}

/** Without policies, each ticket's own due time. */
function fateOfDueTime(ticket: AnyTicket, { season }: PlainAsked): Fate {
  const { sla_due_at: due } = ticket;
  if (due === null) return "running";
  const ended = ticket.first_response_at ?? ticket.solved_at;
  if (ended !== null) return ended <= due ? "kept" : "broken";
  return due < season.now ? "broken" : "running";
}

interface Promised {
  readonly fates: readonly Fate[];
  /** Whether anybody tells the events that end it. */
  readonly isTold: boolean;
}

function fatesOf(policy: SlaPolicy, earlier: readonly SlaPolicy[], asked: PlainAsked): Promised {
  const { all, rows, window } = asked;
  // The first policy that fits is the promise.
  const isTaken = (row: AnyRecord): boolean =>
    earlier.some((each) => each.kpi === policy.kpi && appliesTo(each)(row));
  const isMeant = (row: AnyRecord): boolean => appliesTo(policy)(row) && !isTaken(row);
  if (policy.kpi === "asa" || policy.kpi === "service_level") {
    const calls = rows.calls.filter((call) => isIn(call.queued_at, window) && isMeant(call));
    return { fates: calls.map((call) => fateOfCall(call, policy)), isTold: all.calls.length > 0 };
  }
  const tickets = rows.tickets.filter((each) => isIn(each.created_at, window) && isMeant(each));
  return {
    fates: tickets.map((ticket) => fateOfTicket(ticket, policy, asked)),
    isTold: all.tickets.some(
      ({ first_response_at: replied, solved_at: solved }) =>
        solved !== null || (policy.kpi === "first_response_time" && replied !== null),
    ),
  };
}

function dueTimes(asked: PlainAsked): Promised {
  const tickets = asked.rows.tickets.filter((each) => isIn(each.created_at, asked.window));
  return {
    fates: tickets.map((ticket) => fateOfDueTime(ticket, asked)),
    isTold: asked.all.tickets.some(
      ({ first_response_at: replied, solved_at: solved }) => replied !== null || solved !== null,
    ),
  };
}

/** Kept ÷ (kept + broken). */
export const slaAttainment: PlainKpi = (asked): Plain => {
  const { sla } = asked;
  const promises =
    sla.length === 0
      ? [dueTimes(asked)]
      : sla.map((policy, index) => fatesOf(policy, sla.slice(0, index), asked));
  const told = promises.filter(({ isTold }) => isTold).flatMap(({ fates }) => fates);
  const kept = told.filter((fate) => fate === "kept").length;
  const due = told.filter((fate) => fate !== "running").length;
  const isWhole = promises.every(({ isTold }) => isTold);
  return { ...ratio(100, isWhole ? kept : null, isWhole ? due : null), sample: due };
};
