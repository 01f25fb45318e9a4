export interface MoneyDesk {
  readonly customers: readonly {
    readonly started_at: Date;
    readonly ended_at: Date | null;
    readonly monthly_revenue: number | null;
    readonly channel: string | null;
  }[];
  readonly revenue: readonly {
    readonly at: Date;
    readonly kind: "new" | "expansion" | "contraction" | "churn";
    readonly amount: number;
    readonly channel: string | null;
  }[];
  readonly purchases: readonly {
    readonly at: Date;
    readonly customer: string | null;
    readonly amount: number;
    readonly channel: string | null;
  }[];
  /** A day or any day of a month, as `2026-10-25`. */
  readonly costs: readonly {
    readonly day: string | null;
    readonly month: string | null;
    readonly amount: number;
    readonly channel: string | null;
  }[];
  readonly tickets: readonly {
    readonly created_at: Date;
    readonly solved_at: Date | null;
    readonly channel: string | null;
  }[];
  readonly calls: readonly {
    readonly queued_at: Date;
    readonly outcome: "handled" | "abandoned";
    readonly channel: string | null;
  }[];
}

/** A window with its local days and its length, written down rather than computed. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly months: number;
}

const berlin = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Berlin", dateStyle: "short" });
export const dayOf = (at: Date): string => berlin.format(at);

/** The desk as it was known at an instant: what came later has not happened. */
export function asKnownAt(desk: MoneyDesk, at: Date): MoneyDesk {
  const known = (each: Date | null): Date | null => (each !== null && each <= at ? each : null);
  const firstDay = ({ day, month }: MoneyDesk["costs"][number]): string =>
    day ?? `${month?.slice(0, 8)}01`;
  return {
    customers: desk.customers
      .filter(({ started_at }) => started_at <= at)
      .map((each) => ({ ...each, ended_at: known(each.ended_at) })),
    revenue: desk.revenue.filter((each) => each.at <= at),
    purchases: desk.purchases.filter((each) => each.at <= at),
    costs: desk.costs.filter((each) => firstDay(each) <= dayOf(at)),
    tickets: desk.tickets
      .filter(({ created_at }) => created_at <= at)
      .map((each) => ({ ...each, solved_at: known(each.solved_at) })),
    calls: desk.calls.filter(({ queued_at }) => queued_at <= at),
  };
}

/** Only what belongs to a channel. */
export function ofChannel(desk: MoneyDesk, channel: string): MoneyDesk {
  const own = (each: { readonly channel: string | null }): boolean => each.channel === channel;
  return {
    customers: desk.customers.filter(own),
    revenue: desk.revenue.filter(own),
    purchases: desk.purchases.filter(own),
    costs: desk.costs.filter(own),
    tickets: desk.tickets.filter(own),
    calls: desk.calls.filter(own),
  };
}
