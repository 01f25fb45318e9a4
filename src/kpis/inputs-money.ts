import { sumOf, type Input, type Spread, type Terms } from "./inputs.ts";
import type { Where } from "./where.ts";

const amount = { sum: "amount" } as const;
const purchases = { kind: "purchases", at: "at" } as const;
const ofCustomer: Where = { known: "customer" };

export const purchaseCount: Input = { ...purchases, id: "purchases", take: "count" };

export const purchaseAmount: Input = { ...purchases, id: "purchase_amount", take: amount };

/** Purchases of a known customer: only they say how often one buys. */
export const purchasesOfCustomers: Input = {
  ...purchases,
  id: "purchases_of_customers",
  take: "count",
  where: ofCustomer,
};

export const amountOfCustomers: Input = {
  ...purchases,
  id: "purchase_amount_of_customers",
  take: amount,
  where: ofCustomer,
};

export const purchasesWithoutCustomer: Input = {
  ...purchases,
  id: "purchases_without_customer",
  take: "count",
  where: { unknown: "customer" },
};

export const buyers: Input = { ...purchases, id: "buyers", take: { distinct: "customer" } };

/** Customers with a second purchase in the period, or with one on a second day. */
export const repeatBuyers = (by: "record" | "day"): Input => ({
  ...purchases,
  id: by === "day" ? "buyers_on_two_days" : "buyers_twice",
  take: { distinct: "customer" },
  where: { againBy: by },
});

const revenue = { kind: "revenue", at: "at" } as const;

type Movement = "new" | "expansion" | "contraction" | "churn";

const moved = (kind: Movement): Input => ({
  ...revenue,
  id: `revenue_${kind}`,
  take: amount,
  where: { column: "kind", is: kind },
});

const movedBefore = (kind: Movement): Input => ({
  ...moved(kind),
  id: `revenue_${kind}_before`,
  asOf: "start",
});

export const revenueChurned = moved("churn");
export const revenueContracted = moved("contraction");
export const revenueExpanded = moved("expansion");

/** The monthly recurring revenue that the period began with: all that had changed it before. */
export const revenueAtStart: Terms = [
  ...sumOf(movedBefore("new"), movedBefore("expansion")),
  { times: -1, input: movedBefore("contraction") },
  { times: -1, input: movedBefore("churn") },
];

/** The records that revenue is the sum of. */
export const revenueRecordsBefore: Input = {
  ...revenue,
  id: "revenue_records_before",
  asOf: "start",
  take: "count",
};

/** The part of the costs that falls on the days of the period. */
export const costAmount: Input = {
  kind: "costs",
  at: "first_day",
  through: "last_day",
  id: "cost_amount",
  take: amount,
};

/** The same, with what all channels share spread over them. */
export const costSpread = (spread: Spread): Input => ({ ...costAmount, spread });

/** What belongs to no single channel. */
export const costShared: Input = {
  ...costAmount,
  id: "cost_amount_shared",
  where: { unknown: "channel" },
};
