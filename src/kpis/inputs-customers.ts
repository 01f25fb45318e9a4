import type { Input } from "./inputs.ts";

const customers = { kind: "customers" } as const;

/** Without an end anywhere, nobody ever seems to leave: then nothing is known of those who do. */
const ends = { hingesOn: ["ended_at"] } as const;

const standing = { ...customers, at: "started_at", until: "ended_at", take: "count" } as const;

export const customersAtStart: Input = { ...standing, id: "customers_at_start", asOf: "start" };

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
