import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionValue } from "../../src/kpis/options.ts";
import { type ByHand, isIn } from "./by-hand.ts";
import { dayOf, type MoneyDesk, type Span } from "./money-desk.ts";

type Loop = (desk: MoneyDesk, span: Span) => ByHand;

function total(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

const over = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
const times = (value: number | null, factor: number) => (value === null ? null : value * factor);

const atStart = ({ customers }: MoneyDesk, { from }: Span) =>
  customers.filter((each) => each.started_at < from && !(each.ended_at! && each.ended_at < from));

const lostOf = (desk: MoneyDesk, span: Span) =>
  atStart(desk, span).filter(({ ended_at }) => ended_at !== null && ended_at < span.to).length;

const churn: Loop = (desk, span) => {
  const sample = atStart(desk, span).length;
  return { value: times(over(lostOf(desk, span), sample), 100), sample };
};

const retention: Loop = (desk, span) => {
  const start = atStart(desk, span);
  const stayed = start.filter(({ ended_at }) => ended_at === null || ended_at >= span.to).length;
  return { value: times(over(stayed, start.length), 100), sample: start.length };
};

const retentionByCounts: Loop = (desk, span) => {
  const sample = atStart(desk, span).length;
  let end = 0;
  for (const { started_at, ended_at } of desk.customers) {
    if (started_at < span.to && (ended_at === null || ended_at >= span.to)) end += 1;
    if (isIn(started_at, span)) end -= 1;
  }
  return { value: times(over(end, sample), 100), sample };
};

function purchasesByCustomer({ purchases }: MoneyDesk, span: Span) {
  const by = new Map<string, { readonly at: Date; readonly amount: number }[]>();
  for (const { at, customer, amount } of purchases) {
    if (customer === null || !isIn(at, span)) continue;
    by.set(customer, [...(by.get(customer) ?? []), { at, amount }]);
  }
  return by;
}

const repeatBy =
  (thingOf: (at: Date, place: number) => string): Loop =>
  (desk, span) => {
    const all = [...purchasesByCustomer(desk, span).values()];
    const twice = all.filter(
      (each) => new Set(each.map(({ at }, place) => thingOf(at, place))).size > 1,
    );
    return { value: times(over(twice.length, all.length), 100), sample: all.length };
  };

/** What recurs at the start, and what came to it and went from it in the period. */
function revenueOf({ revenue }: MoneyDesk, { from, to }: Span) {
  const sums = { start: 0, records: 0, lost: 0, expanded: 0 };
  for (const { at, kind, amount } of revenue) {
    const isLoss = kind === "contraction" || kind === "churn";
    if (at < from) {
      sums.start += isLoss ? -amount : amount;
      sums.records += 1;
    } else if (at < to && isLoss) sums.lost += amount;
    else if (at < to && kind === "expansion") sums.expanded += amount;
  }
  return sums;
}

const revenueChurn =
  (base: "movements" | "customers", part: (lost: number, expanded: number) => number): Loop =>
  (desk, span) => {
    const { start, records, lost, expanded } = revenueOf(desk, span);
    const customers = atStart(desk, span);
    const paid = total(customers.map(({ monthly_revenue }) => monthly_revenue ?? 0));
    const share = over(part(lost, expanded), base === "movements" ? start : paid);
    return {
      value: times(share, 100),
      sample: base === "movements" ? records : customers.length,
    };
  };

const fromWhole =
  (base: "movements" | "customers", part: (lost: number, expanded: number) => number): Loop =>
  (desk, span) => {
    const { value, sample } = revenueChurn(base, part)(desk, span);
    return { value: value === null ? null : 100 - value, sample };
  };

/** Month by month, so far as whole ones fit; then the days of the one that does not. */
function yearsStayed(started: Date, ended: Date): number {
  const [from, to] = [dayOf(started), dayOf(ended)];
  let months = 0;
  while (monthsLater(from, months + 1) <= to) months += 1;
  const length = daysBetween(monthsLater(from, months), monthsLater(from, months + 1));
  return (months + daysBetween(monthsLater(from, months), to) / length) / 12;
}

function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

const lifetimeValue =
  (lifespan: "observed" | "churn"): Loop =>
  (desk, span) => {
    const bought = [...purchasesByCustomer(desk, span).values()];
    const amounts = bought.flat().map(({ amount }) => amount);
    const purchase = over(total(amounts), amounts.length);
    const aYear = over((amounts.length / span.months) * 12, bought.length);
    const ended = desk.customers.flatMap(({ started_at, ended_at }) =>
      ended_at !== null && isIn(ended_at, span) ? yearsStayed(started_at, ended_at) : [],
    );
    const churnAYear = over((lostOf(desk, span) / span.months) * 12, atStart(desk, span).length);
    const years =
      lifespan === "observed"
        ? over(total(ended), ended.length)
        : churnAYear === null || churnAYear === 0
          ? null
          : 1 / churnAYear;
    const isKnown = purchase !== null && aYear !== null && years !== null;
    return { value: isKnown ? purchase * aYear * years : null, sample: amounts.length };
  };

/** Day by day: a month's amount gives each of its days as much as the others. */
function costOf({ costs }: MoneyDesk, { firstDay, lastDay }: Span): number {
  let sum = 0;
  for (const { day, month, amount } of costs) {
    if (day !== null) sum += day >= firstDay && day <= lastDay ? amount : 0;
    else if (month !== null) {
      const [year = 0, number = 0] = month.split("-").map(Number);
      const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
      for (let date = 1; date <= days; date += 1) {
        const each = `${month.slice(0, 8)}${String(date).padStart(2, "0")}`;
        if (each >= firstDay && each <= lastDay) sum += amount / days;
      }
    }
  }
  return sum;
}

/** Costs of nothing are costs that nobody wrote down. */
const costOver =
  (wholeOf: (desk: MoneyDesk, span: Span) => { whole: number; sample: number }, factor = 1): Loop =>
  (desk, span) => {
    const cost = costOf(desk, span);
    const { whole, sample } = wholeOf(desk, span);
    return { value: cost === 0 ? null : times(over(cost, whole), factor), sample };
  };

const counted = (count: number) => ({ whole: count, sample: count });

/** Every KPI of money and customers with every option, in plain loops. */
export const moneyCases: readonly (readonly [
  KpiId,
  Readonly<Record<string, OptionValue>>,
  Loop,
])[] = [
  ["customer_churn_rate", {}, churn],
  ["customer_retention_rate", {}, retention],
  ["customer_retention_rate", { cohort: "counts" }, retentionByCounts],
  ["repeat_customer_rate", {}, repeatBy(dayOf)],
  ["repeat_customer_rate", { variant: "transactions" }, repeatBy((_, place) => String(place))],
  ["revenue_churn_rate", {}, revenueChurn("movements", (lost) => lost)],
  [
    "revenue_churn_rate",
    { variant: "net" },
    revenueChurn("movements", (lost, more) => lost - more),
  ],
  ["revenue_churn_rate", { variant: "grr" }, fromWhole("movements", (lost) => lost)],
  ["revenue_churn_rate", { variant: "nrr" }, fromWhole("movements", (lost, more) => lost - more)],
  ["revenue_churn_rate", { base: "customers" }, revenueChurn("customers", (lost) => lost)],
  [
    "revenue_churn_rate",
    { base: "customers", variant: "nrr" },
    fromWhole("customers", (lost, more) => lost - more),
  ],
  ["clv", {}, lifetimeValue("observed")],
  ["clv", { lifespan: "churn" }, lifetimeValue("churn")],
  [
    "support_cost_ratio",
    {},
    costOver(({ purchases }, span) => {
      const amounts = purchases.flatMap(({ at, amount }) => (isIn(at, span) ? amount : []));
      return { whole: total(amounts), sample: amounts.length };
    }, 100),
  ],
  [
    "support_cost_ratio",
    { revenue: "recurring" },
    costOver((desk, span) => {
      const { start, records } = revenueOf(desk, span);
      return { whole: start * span.months, sample: records };
    }, 100),
  ],
  [
    "cost_per_contact",
    { kind: "tickets" },
    costOver(({ tickets }, span) =>
      counted(tickets.filter((t) => isIn(t.created_at, span) && t.solved_at !== null).length),
    ),
  ],
  [
    "cost_per_contact",
    { kind: "tickets", denominator: "issues" },
    costOver(({ tickets }, span) =>
      counted(tickets.filter(({ created_at }) => isIn(created_at, span)).length),
    ),
  ],
  [
    "cost_per_contact",
    { kind: "calls" },
    costOver(({ calls }, span) =>
      counted(calls.filter((c) => isIn(c.queued_at, span) && c.outcome === "handled").length),
    ),
  ],
  [
    "cost_per_contact",
    { kind: "calls", denominator: "issues" },
    costOver(({ calls }, span) =>
      counted(calls.filter(({ queued_at }) => isIn(queued_at, span)).length),
    ),
  ],
];
