import type { Input } from "./inputs.ts";
import type { Where } from "./where.ts";

/** The columns that say when a ticket counts: at its creation, its first reply, its first or last solution. */
export type TicketAt = "created_at" | "first_response_at" | "first_solved_at" | "solved_at";

const tickets = { kind: "tickets" } as const;
const created = { ...tickets, at: "created_at" } as const;
const solved = { ...tickets, at: "solved_at" } as const;
const isSolved: Where = { known: "solved_at" };
const wasHandled: Where = { any: [{ known: "first_response_at" }, isSolved] };

export const ticketsCreated: Input = { ...created, id: "tickets_created", take: "count" };

/** Created in the period and answered by a human or solved since. */
export const ticketsHandled: Input = {
  ...created,
  id: "tickets_handled",
  take: "count",
  hingesOn: ["first_response_at", "solved_at"],
  where: wasHandled,
};

export const ticketsSolved: Input = { ...solved, id: "tickets_solved", take: "count" };

export const ticketReopens: Input = {
  ...solved,
  id: "ticket_reopens",
  hingesOn: ["reopens"],
  take: { sum: "reopens" },
};

/** Open at the end of the period. */
export const ticketsOpen: Input = {
  ...created,
  id: "tickets_open",
  until: "solved_at",
  hingesOn: ["solved_at"],
  take: "count",
};

export const ticketsStillWaiting: Input = {
  ...created,
  id: "tickets_still_waiting",
  take: "count",
  hingesOn: ["first_response_at"],
  where: { all: [{ unknown: "first_response_at" }, { unknown: "solved_at" }] },
};

/** Tickets with a value in a duration column, and the sum of it: the parts of a mean. */
export const durationOf = (
  column: string,
  at: TicketAt,
  end: TicketAt,
): { readonly count: Input; readonly seconds: Input } => ({
  count: {
    ...tickets,
    at,
    id: `${column}_count_by_${at}`,
    take: "count",
    where: { known: column },
    hingesOn: [end],
  },
  seconds: { ...tickets, at, id: `${column}_by_${at}`, take: { sum: column }, hingesOn: [end] },
});

/** The same tickets without a value, though the event that ends the duration is there. */
export const durationMissing = (column: string, at: TicketAt, end: string): Input => ({
  ...tickets,
  at,
  id: `${column}_missing_by_${at}`,
  take: "count",
  where: { all: [{ unknown: column }, { known: end }] },
});

const repliesKnown: Where = { known: "agent_replies" };

/** Received tickets that say how many human replies they took. */
export const ticketsRepliesKnown: Input = {
  ...created,
  id: "tickets_replies_known",
  take: "count",
  where: repliesKnown,
};

export const ticketsSolvedRepliesKnown: Input = {
  ...created,
  id: "tickets_solved_replies_known",
  take: "count",
  where: { all: [repliesKnown, isSolved] },
};

export const ticketsRepliesUnknown: Input = {
  ...created,
  id: "tickets_replies_unknown",
  take: "count",
  where: { unknown: "agent_replies" },
};

/** One public human reply, one person, not passed on, not reopened. What a source does not know breaks no rule. */
export const ticketsOneTouch: Input = {
  ...created,
  id: "tickets_one_touch",
  take: "count",
  hingesOn: ["solved_at"],
  where: {
    all: [
      isSolved,
      { column: "agent_replies", is: 1 },
      { not: { column: "assignees", moreThan: 1 } },
      { not: { column: "transfers", atLeast: 1 } },
      { not: { column: "reopens", atLeast: 1 } },
    ],
  },
};

export const ticketsSolvedWithoutReply: Input = {
  ...created,
  id: "tickets_solved_without_reply",
  take: "count",
  where: { all: [isSolved, { column: "agent_replies", is: 0 }] },
};

export const ticketsReopened: Input = {
  ...solved,
  id: "tickets_reopened",
  take: "count",
  where: { column: "reopens", atLeast: 1 },
};

export const ticketsReopensKnown: Input = {
  ...solved,
  id: "tickets_reopens_known",
  take: "count",
  where: { known: "reopens" },
};

export const ticketsReopensUnknown: Input = {
  ...solved,
  id: "tickets_reopens_unknown",
  take: "count",
  where: { unknown: "reopens" },
};

export const ticketsTransferred: Input = {
  ...created,
  id: "tickets_transferred",
  take: "count",
  where: { all: [wasHandled, { column: "transfers", atLeast: 1 }] },
};

export const ticketsTransferKnown: Input = {
  ...created,
  id: "tickets_transfer_known",
  take: "count",
  where: { all: [wasHandled, { known: "transfers" }] },
};

export const ticketsTransferUnknown: Input = {
  ...created,
  id: "tickets_transfer_unknown",
  take: "count",
  where: { all: [wasHandled, { unknown: "transfers" }] },
};

export const ticketsOfCustomers: Input = {
  ...created,
  id: "tickets_of_customers",
  take: "count",
  where: { known: "customer" },
};

export const customersWithTickets: Input = {
  ...created,
  id: "customers_with_tickets",
  take: { distinct: "customer" },
};

export const openTicketsOfCustomers: Input = {
  ...created,
  id: "open_tickets_of_customers",
  until: "solved_at",
  hingesOn: ["solved_at"],
  take: "count",
  where: { known: "customer" },
};

export const customersWithOpenTickets: Input = {
  ...created,
  id: "customers_with_open_tickets",
  until: "solved_at",
  hingesOn: ["solved_at"],
  take: { distinct: "customer" },
};

export const ticketsWithoutCustomer: Input = {
  ...created,
  id: "tickets_without_customer",
  take: "count",
  where: { unknown: "customer" },
};

const withBot: Where = { column: "bot", is: true };

/** Conversations in which a bot took part. */
export const ticketsWithBot: Input = {
  ...created,
  id: "tickets_with_bot",
  take: "count",
  where: withBot,
};

/** Those that it solved; a solution that an agent had to give again is the agent's. */
export const ticketsSolvedByBot: Input = {
  ...created,
  id: "tickets_solved_by_bot",
  take: "count",
  hingesOn: ["solved_by"],
  where: { all: [withBot, isSolved, { column: "solved_by", is: "bot" }] },
};

export const ticketsBotUnknown: Input = {
  ...created,
  id: "tickets_bot_unknown",
  take: "count",
  where: { unknown: "bot" },
};
