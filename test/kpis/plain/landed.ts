import type { Filters } from "../../../src/kpis/where.ts";
import type { AnyDesk } from "../../fixtures/any-desk.ts";
import { daysOf, localDayOf } from "./days-of.ts";
import type { Season } from "../../fixtures/seasons.ts";
import type { AnyRecord, AnyRecords, AnySurvey, AnyTicket } from "../../fixtures/any-record.ts";

/** What is held after all pulls: the newest row of an id, and nothing of rows that contradict themselves. */
export function landed({ pulls }: AnyDesk): AnyRecords {
  return {
    tickets: newest(pulls.map((each) => each.tickets.filter(isPossible))),
    calls: newest(
      pulls.map((each) => each.calls.filter(({ wait_seconds: wait }) => (wait ?? 0) >= 0)),
    ),
    surveys: newest(
      pulls.map((each) => each.surveys.filter((row) => isOnItsScale(row) && isAsked(row))),
    ),
    costs: newest(pulls.map((each) => each.costs)),
    notices: newest(pulls.map((each) => each.notices.filter(isAsked))),
  };
}

function newest<T extends AnyRecord>(pulls: readonly (readonly T[])[]): readonly T[] {
  const held = new Map<string, T>();
  for (const rows of pulls) for (const row of rows) held.set(row.id, row);
  return [...held.values()];
}

const isPossible = (ticket: AnyTicket): boolean =>
  [ticket.first_response_at, ticket.first_solved_at, ticket.solved_at].every(
    (at) => at === null || at >= ticket.created_at,
  );

const isAsked = ({
  sent_at: sent,
  answered_at: answered,
}: Pick<AnySurvey, "sent_at" | "answered_at">): boolean =>
  sent === null || answered === null || answered >= sent;

function isOnItsScale({ score, scale_low: low, scale_high: high }: AnySurvey): boolean {
  if (score === null) return true;
  return (low === null || score >= low) && (high === null || score <= high);
}

/** What people saw at a moment: later events had not happened; a promise stood already. */
export function asOf(
  { tickets, calls, surveys, notices, costs }: AnyRecords,
  { now, ...season }: Season,
): AnyRecords {
  const today = localDayOf(now, season);
  const seen = (at: Date | null): Date | null => (at !== null && at > now ? null : at);
  return {
    tickets: tickets.flatMap((ticket) =>
      ticket.created_at > now
        ? []
        : {
            ...ticket,
            first_response_at: seen(ticket.first_response_at),
            first_solved_at: seen(ticket.first_solved_at),
            solved_at: seen(ticket.solved_at),
          },
    ),
    calls: calls.filter((call) => call.queued_at <= now),
    costs: costs.filter((cost) => daysOf(cost).first <= today),
    surveys: surveys.map((survey) => ({ ...survey, answered_at: seen(survey.answered_at) })),
    notices: notices
      .filter((notice) => notice.sent_at <= now)
      .map((notice) => ({ ...notice, answered_at: seen(notice.answered_at) })),
  };
}

/** Names are met in whatever case; who has none is left out by no `not`. */
export function filtered(records: AnyRecords, where: Filters): AnyRecords {
  const fits = (row: AnyRecord): boolean =>
    Object.entries(where).every(([segment, filter]) => {
      const own = row[segment as keyof AnyRecord];
      const isNamed = (names: readonly string[]): boolean =>
        own !== null && names.some((name) => name.toLowerCase() === own.toLowerCase());
      return "in" in filter ? isNamed(filter.in) : !isNamed(filter.not_in);
    });
  return only(records, fits);
}

export const only = (
  { tickets, calls, surveys, notices, costs }: AnyRecords,
  fits: (row: AnyRecord) => boolean,
): AnyRecords => ({
  tickets: tickets.filter(fits),
  calls: calls.filter(fits),
  surveys: surveys.filter(fits),
  notices: notices.filter(fits),
  costs: costs.filter(fits),
});
