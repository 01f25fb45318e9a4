import type { Input } from "./inputs.ts";
import type { Where } from "./where.ts";

const customers = { kind: "customers" } as const;

/** Without an end anywhere, nobody ever seems to leave: then nothing is known of those who do. */
const ends = { hingesOn: ["ended_at"] } as const;

const standing = { ...customers, at: "started_at", until: "ended_at", take: "count" } as const;

export const customersAtStart: Input = { ...standing, id: "customers_at_start", asOf: "start" };

/** Everybody at the start: why somebody left divides those who did, and not those who stayed. */
export const customersAtStartOfAll: Input = {
  ...customersAtStart,
  id: "customers_at_start_whatever_reason",
  ignores: ["topic"],
};

export const customersAtEnd: Input = { ...standing, ...ends, id: "customers_at_end" };

export const customersNew: Input = {
  ...customers,
  at: "started_at",
  id: "customers_new",
  take: "count",
};

/** Left in the period and was there before it: who came and went within it is in neither part. */
export const customersLost: Input = {
  ...customers,
  ...ends,
  at: "ended_at",
  id: "customers_lost",
  take: "count",
  where: { beforePeriod: "started_at" },
};

/** Who left in the period, whenever they came, and how many years they stayed. */
export const customersEnded: Input = {
  ...customers,
  ...ends,
  at: "ended_at",
  id: "customers_ended",
  take: "count",
};

export const customerYears: Input = {
  ...customers,
  ...ends,
  at: "ended_at",
  id: "customer_years",
  take: { sum: "lifetime_years" },
};

/** What the customers at the period's start pay a month, as far as their records say. */
export const customerRevenueAtStart: Input = {
  ...standing,
  id: "customer_revenue_at_start",
  asOf: "start",
  take: { sum: "monthly_revenue" },
};

/** A customer at some time of the period, from its first instant to its last. */
const wasActive: Where = { not: { beforePeriod: "ended_at" } };
const active = { ...customers, at: "started_at", asOf: "end", take: "count" } as const;

export const customersActive: Input = { ...active, id: "customers_active", where: wasActive };

const thanks = { ...active, hingesOn: ["thanked_at"] } as const;

export const customersThanked: Input = {
  ...thanks,
  id: "customers_thanked",
  where: { all: [wasActive, { inPeriod: "thanked_at" }] },
};

/** A record holds the last thanks alone: whether there were some in the period too, it cannot tell. */
export const customersThankedLater: Input = {
  ...thanks,
  id: "customers_thanked_later",
  where: {
    all: [
      wasActive,
      { known: "thanked_at" },
      { not: { beforePeriod: "thanked_at" } },
      { not: { inPeriod: "thanked_at" } },
    ],
  },
};

/** Whom a ticket's channel, team, agent, topic and priority say nothing about. */
const ofAllContacts = { ignores: ["channel", "team", "agent", "topic", "priority"] } as const;

export const customersActiveOfAll: Input = {
  ...customersActive,
  ...ofAllContacts,
  id: "customers_active_whoever_wrote",
};

export const customersAtEndOfAll: Input = {
  ...customersAtEnd,
  ...ofAllContacts,
  id: "customers_at_end_whoever_wrote",
};
