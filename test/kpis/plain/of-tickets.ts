import type { AnyTicket } from "../../fixtures/any-record.ts";
import {
  counted,
  isIn,
  nothing,
  numberOf,
  percentile,
  pick,
  type Plain,
  type PlainAsked,
  type PlainKpi,
  ratio,
  secondsFrom,
  share,
  sum,
} from "./plain.ts";
import { workingSeconds } from "./working-time.ts";

type End = "first_response_at" | "first_solved_at" | "solved_at";

const tells = ({ all }: PlainAsked, ...events: readonly End[]): boolean =>
  all.tickets.some((ticket) => events.some((event) => ticket[event] !== null));

const createdIn = ({ rows, window }: PlainAsked): readonly AnyTicket[] =>
  rows.tickets.filter(({ created_at: at }) => isIn(at, window));

const solvedIn = ({ rows, window }: PlainAsked): readonly AnyTicket[] =>
  rows.tickets.filter(({ solved_at: at }) => isIn(at, window));

const isHandled = ({ first_response_at: replied, solved_at: solved }: AnyTicket): boolean =>
  replied !== null || solved !== null;

/** How long each ticket of a cohort took to an event; tickets without it take no time. */
function durations(
  asked: PlainAsked,
  cohort: "created_at" | End,
  end: End,
  clock: "calendar" | "business" | "minus_pending",
): readonly number[] {
  const found: number[] = [];
  for (const ticket of asked.rows.tickets) {
    const [from, to] = [ticket.created_at, ticket[end]];
    if (to === null || !isIn(ticket[cohort], asked.window)) continue;
    if (clock === "business") found.push(workingSeconds(asked.season, ticket.team, from, to));
    else if (clock === "calendar") found.push(secondsFrom(from, to));
    else found.push(Math.max(0, secondsFrom(from, to) - (ticket.pending_seconds ?? 0)));
  }
  return found;
}

const firstResponseTime: PlainKpi = (asked) => {
  const { options } = asked;
  const clock = pick(options, "clock", { calendar: "calendar", business: "business" } as const);
  const cohort = pick(options, "cohort", {
    created: "created_at",
    replied: "first_response_at",
  } as const);
  const isTold = tells(asked, "first_response_at");
  const times = durations(asked, cohort, "first_response_at", clock);
  const answered = isTold ? times.length : null;
  const all =
    cohort === "created_at"
      ? pick(options, "denominator", {
          answered,
          all: asked.all.tickets.length === 0 ? null : createdIn(asked).length,
        })
      : answered;
  const limit = numberOf(options, "within");
  const inTime = isTold ? times.filter((seconds) => seconds <= limit).length : null;
  return pick<() => Plain>(options, "stat", {
    mean: () => ({ ...ratio(1, isTold ? sum(times) : null, all), sample: answered ?? 0 }),
    median: () => percentile(times, 0.5),
    p90: () => percentile(times, 0.9),
    share: () => ratio(100, inTime, all),
  })();
};

const avgResolutionTime: PlainKpi = (asked) => {
  const { options } = asked;
  const end = pick(options, "variant", { full: "solved_at", first: "first_solved_at" } as const);
  const clock = pick(options, "clock", {
    calendar: "calendar",
    business: "business",
    minus_pending: "minus_pending",
  } as const);
  const cohort = pick<"created_at" | End>(options, "cohort", {
    resolved: end,
    created: "created_at",
  });
  const isTold = tells(asked, end);
  const times = durations(asked, cohort, end, clock);
  return pick<() => Plain>(options, "stat", {
    mean: () => ratio(1, isTold ? sum(times) : null, isTold ? times.length : null),
    median: () => percentile(times, 0.5),
    p90: () => percentile(times, 0.9),
  })();
};

/** One reply, one person, never passed on, never reopened, solved; what nobody wrote breaks no rule. */
function isOneTouch(ticket: AnyTicket): boolean {
  if (ticket.solved_at === null || ticket.agent_replies !== 1) return false;
  if ((ticket.assignees ?? 0) > 1 || (ticket.transfers ?? 0) > 0) return false;
  return (ticket.reopens ?? 0) === 0;
}

/** Of tickets that say how many replies they took. */
export const fcrOfTickets: PlainKpi = (asked) => {
  if (asked.all.tickets.length === 0) return nothing;
  const known = createdIn(asked).filter((ticket) => ticket.agent_replies !== null);
  const all = pick(asked.options, "denominator", {
    received: known,
    resolved: known.filter((ticket) => ticket.solved_at !== null),
  });
  return share(all, isOneTouch, tells(asked, "solved_at"));
};

const reopenRate: PlainKpi = (asked) => {
  if (asked.all.tickets.length === 0) return nothing;
  const known = solvedIn(asked).filter((ticket) => ticket.reopens !== null);
  return share(known, (ticket) => ticket.reopens !== 0);
};

export const transferRateOfTickets: PlainKpi = (asked) => {
  if (asked.all.tickets.length === 0) return nothing;
  const known = createdIn(asked).filter((each) => isHandled(each) && each.transfers !== null);
  return share(known, (ticket) => ticket.transfers !== 0);
};

const backlog: PlainKpi = (asked) => {
  const { all, rows, window } = asked;
  if (!tells(asked, "solved_at")) return nothing;
  let open = 0;
  for (const { created_at: created, solved_at: solved } of rows.tickets) {
    if (created < window.to && (solved === null || solved >= window.to)) open += 1;
  }
  return counted(
    open,
    all.tickets.map((ticket) => ticket.created_at),
    window,
  );
};

export const volumeOfTickets: PlainKpi = (asked) => {
  const { all, options, window } = asked;
  const created = createdIn(asked);
  const handled = tells(asked, "first_response_at", "solved_at") ? created.filter(isHandled) : null;
  const counting = pick(options, "variant", { created, handled });
  if (all.tickets.length === 0 || counting === null) return nothing;
  return counted(
    counting.length,
    all.tickets.map((ticket) => ticket.created_at),
    window,
  );
};

const resolvedIssues: PlainKpi = (asked) => {
  const { all, options, window } = asked;
  if (all.tickets.length === 0) return nothing;
  const solved = solvedIn(asked);
  // Where no ticket says how often it was reopened, nobody knows how often they were solved.
  const isTold = all.tickets.some(({ reopens }) => reopens !== null);
  if (!isTold && options["variant"] === "every") return { ...nothing, sample: solved.length };
  const count = pick(options, "variant", {
    unique: solved.length,
    every: solved.length + sum(solved.map((ticket) => ticket.reopens)),
  });
  return counted(
    count,
    all.tickets.map((ticket) => ticket.solved_at),
    window,
    solved.length,
  );
};

export const ofTickets = {
  first_response_time: firstResponseTime,
  avg_resolution_time: avgResolutionTime,
  reopen_rate: reopenRate,
  backlog,
  resolved_issues: resolvedIssues,
} satisfies Readonly<Record<string, PlainKpi>>;
