import type { Input } from "./inputs.ts";

const sessions = { kind: "sessions", at: "at", take: "count" } as const;
const untold = { unknown: "ticket_followed" };
const traceable = { all: [untold, { known: "customer" }] };
const looked = { ...sessions, looksIn: "tickets", mayLack: true } as const;

/** Sessions of which the source says whether a ticket followed. */
export const sessionsTold: Input = {
  ...sessions,
  id: "sessions_told",
  mayLack: true,
  where: { known: "ticket_followed" },
};

export const sessionsToldSolved: Input = {
  ...sessions,
  id: "sessions_told_solved",
  mayLack: true,
  where: { column: "ticket_followed", is: false },
};

/** The others, where the customer is known and there are tickets to look into. */
export const sessionsTraced: Input = { ...looked, id: "sessions_traced", where: traceable };

export const sessionsTracedSolved: Input = {
  ...looked,
  id: "sessions_traced_solved",
  where: {
    all: [
      traceable,
      { not: { met: "tickets", at: "created_at", on: "customer", within: { days: 2 } } },
    ],
  },
};

export const sessionsOfNobody: Input = {
  ...sessions,
  id: "sessions_of_nobody",
  where: { all: [untold, { unknown: "customer" }] },
};
