import { customersOf } from "./desk.ts";
import type { Customer } from "./desk.ts";
import { choices, createDice } from "./dice.ts";
import type { Dice } from "./dice.ts";
import type { Day } from "./tickets.ts";
import { dayOf, secondsADay, toDayNumber, toLocalDay } from "./wall-clock.ts";
import type { DayNumber, WallSeconds } from "./wall-clock.ts";

/** A customer's time with the company as it stands at a moment. */
export interface Account {
  readonly customer: Customer;
  readonly startedAt: WallSeconds;
  readonly endedAt: WallSeconds | null;
  readonly reason: string;
  readonly thankedAt: WallSeconds | null;
  /** In euros a month. */
  readonly fee: number;
  readonly movements: readonly Movement[];
}

export interface Movement {
  readonly at: WallSeconds;
  readonly kind: "new" | "expansion" | "contraction" | "churn";
  readonly amount: number;
}

const firstDay = toDayNumber("2019-01-01");
/** The last of the customers comes eleven years after the first. */
const daysOfComing = 4_000;

/** What people of a segment pay a month at first, how many days they stay on average, what they buy for. */
const habits: Readonly<Record<string, { fee: number; stay: number; purchase: number }>> = {
  Private: { fee: 15, stay: 800, purchase: 60 },
  Business: { fee: 110, stay: 1_400, purchase: 700 },
  Enterprise: { fee: 1_150, stay: 2_100, purchase: 7_000 },
};

const habitsOf = ({ segment }: Customer) => habits[segment] ?? { fee: 15, stay: 800, purchase: 60 };

const reasons = choices(
  ["Too expensive", 34],
  ["Not used any more", 27],
  ["Another provider", 22],
  ["Dissatisfied with support", 10],
  ["Company closed", 7],
);

/** Everybody who had come by then, in the order they came. */
export function accountsAt(until: WallSeconds): readonly Account[] {
  const customers = customersOf();
  return customers.flatMap((customer, index) => {
    const dice = createDice(`account ${customer.id}`);
    const day = firstDay + Math.floor(daysOfComing * (index / customers.length) ** 0.8);
    const startedAt = day * secondsADay + dice.between(8, 19) * 3600 + dice.between(0, 3599);
    return startedAt > until ? [] : [accountOf(customer, startedAt, until, dice)];
  });
}

/** All chances are taken before anything is left out, so that a life is the same whenever it is told. */
function accountOf(
  customer: Customer,
  startedAt: WallSeconds,
  until: WallSeconds,
  dice: Dice,
): Account {
  const { fee, stay } = habitsOf(customer);
  const known = (at: WallSeconds): WallSeconds | null => (at <= until ? at : null);
  const end = startedAt + Math.round((30 + dice.wait(stay)) * secondsADay);
  const reason = dice.oneOf(reasons);
  const thanked = startedAt + Math.round(dice.wait(500) * secondsADay);
  const first = Math.round(dice.spread(fee, 0.4));
  const movements: Movement[] = [{ at: startedAt, kind: "new", amount: first }];
  let current = first;
  let at = startedAt;
  for (;;) {
    at += Math.round((60 + dice.wait(600)) * secondsADay);
    if (at >= Math.min(end, until)) break;
    const isMore = dice.chance(0.72);
    const amount = Math.max(1, Math.round(current * (isMore ? 0.3 : 0.2)));
    if (!isMore && amount >= current) continue;
    current += isMore ? amount : -amount;
    movements.push({ at, kind: isMore ? "expansion" : "contraction", amount });
  }
  if (end <= until) movements.push({ at: end, kind: "churn", amount: current });
  return {
    customer,
    startedAt,
    endedAt: known(end),
    reason: end <= until ? reason : "",
    thankedAt: thanked < end ? known(thanked) : null,
    fee: current,
    movements,
  };
}

export interface Purchase {
  readonly id: string;
  readonly at: WallSeconds;
  readonly customer: Customer;
  /** In euros, with cents. */
  readonly amount: number;
}

const purchasesADay = 22;

/** What the shop sells on a day; on busy days more. */
export function purchasesOf(
  day: Pick<Day, "number" | "load" | "someCustomer">,
): readonly Purchase[] {
  const dice = createDice(`shop ${day.number}`);
  return Array.from({ length: dice.count(purchasesADay * day.load) }, (_, index): Purchase => {
    const customer = day.someCustomer(dice);
    const at = day.number * secondsADay + dice.between(7 * 3600, 23 * 3600);
    const amount = Math.round(dice.spread(habitsOf(customer).purchase, 0.6) * 100) / 100;
    return { id: `${day.number - 19_000}-${index + 1}`, at, customer, amount };
  });
}

export interface Cost {
  /** `2026-11`. */
  readonly month: string;
  readonly kind: string;
  /** Empty where all channels share it. */
  readonly channel: string;
  readonly amount: number;
}

/** What a month costs in euros: people by the channel they sit at, and what all of them use. */
const posts = [
  ["Salaries", "email", 21_000],
  ["Salaries", "web", 9_500],
  ["Salaries", "chat", 10_500],
  ["Salaries", "messenger", 4_800],
  ["Salaries", "social", 4_200],
  ["Salaries", "phone", 14_500],
  ["Telephony", "phone", 1_300],
  ["Software", "", 4_600],
  ["Rent", "", 3_900],
] as const;

/** Month by month, the current one as it is planned. */
export function costsBetween(from: DayNumber, until: WallSeconds): readonly Cost[] {
  const months = new Set<string>();
  for (let day = from; day <= dayOf(until); day += 1) months.add(toLocalDay(day).slice(0, 7));
  return [...months].flatMap((month) => {
    const dice = createDice(`costs ${month}`);
    return posts.map(([kind, channel, usual]): Cost => ({
      month,
      kind,
      channel,
      amount: Math.round(dice.spread(usual, 0.03)),
    }));
  });
}
