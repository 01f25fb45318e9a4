import { choices, createDice } from "./dice.ts";
import type { Choices, Dice } from "./dice.ts";
import { deskWeek, ordersWeek, technicalWeek } from "./working-hours.ts";
import type { WorkingWeek } from "./working-hours.ts";

export interface Team {
  readonly name: string;
  readonly week: WorkingWeek;
  readonly agents: Choices<Agent>;
  readonly topics: Choices<string>;
  /** Half of this team's phone talks are shorter. */
  readonly talkSeconds: number;
}

export interface Agent {
  readonly name: string;
  /** Added to the chance of solving something at once: people differ, most only a little. */
  readonly skill: number;
}

export interface Customer {
  readonly id: string;
  readonly segment: string;
  readonly language: string;
}

function agents(names: readonly [string, ...string[]]): Choices<Agent> {
  const [first, ...others] = names.map((name) => {
    const dice = createDice(`agent ${name}`);
    return [{ name, skill: (dice.roll() - 0.5) * 0.12 }, 0.7 + dice.roll() * 0.6] as const;
  });
  if (first === undefined) throw new RangeError("A team needs somebody.");
  return choices(first, ...others);
}

/** The team the planted story happens to. */
export const billing: Team = {
  name: "Billing",
  week: deskWeek,
  agents: agents([
    "Andrei Volkov",
    "Mei-Ling Chen",
    "Fatima Zahra Alaoui",
    "Jonas Weber",
    "Olena Kovalenko",
    "Priya Raman",
    "Kwame Mensah",
  ]),
  topics: choices(
    ["Invoice question", 40],
    ["Payment failed", 25],
    ["Refund", 20],
    ["Payment method", 15],
  ),
  talkSeconds: 230,
};

const technical: Team = {
  name: "Technical",
  week: technicalWeek,
  agents: agents([
    "Kim Ji-woo",
    "Dmitri Sokolov",
    "Aisha Bello",
    "Lukas Brandt",
    "Noor Haddad",
    "Tomasz Wiśniewski",
    "Sakura Tanaka",
    "Rafael Oliveira",
    "Freya Lindqvist",
  ]),
  topics: choices(
    ["Login", 30],
    ["Error message", 26],
    ["Mobile app", 20],
    ["Slow pages", 12],
    ["Integration", 12],
  ),
  talkSeconds: 310,
};

const orders: Team = {
  name: "Orders",
  week: ordersWeek,
  agents: agents([
    "Sofia Rossi",
    "Mehmet Yılmaz",
    "Hannah Schulz",
    "Thabo Nkosi",
    "Camille Laurent",
    "Ivan Petrov",
    "Linh Nguyen",
    "Diego Fernández",
  ]),
  topics: choices(
    ["Where is my order", 42],
    ["Return", 22],
    ["Damaged delivery", 14],
    ["Change an order", 12],
    ["Out of stock", 10],
  ),
  talkSeconds: 195,
};

const onboarding: Team = {
  name: "Onboarding",
  week: deskWeek,
  agents: agents([
    "Emma Novak",
    "Park Seo-yeon",
    "Yusuf Demir",
    "Chen Wei",
    "Marta Kowalczyk",
    "Liam O'Connor",
  ]),
  topics: choices(
    ["Account setup", 38],
    ["Data import", 26],
    ["Permissions", 20],
    ["Training", 16],
  ),
  talkSeconds: 285,
};

export const teams = [billing, technical, orders, onboarding] as const;

export const teamOfTickets = choices(
  [billing, 27],
  [technical, 31],
  [orders, 28],
  [onboarding, 14],
);
export const teamOfCalls = choices([billing, 29], [technical, 25], [orders, 36], [onboarding, 10]);

const segmentsOfCustomers = choices(["Private", 70], ["Business", 23], ["Enterprise", 7]);
const languagesOfCustomers = choices(
  ["de", 52],
  ["en", 24],
  ["pl", 8],
  ["fr", 7],
  ["tr", 5],
  ["es", 4],
);

/** Everybody who ever writes, calls or buys. */
export function customersOf(): readonly Customer[] {
  const dice = createDice("customers");
  return Array.from({ length: 14_000 }, (_, index): Customer => ({
    id: `C-${String(10_000 + index)}`,
    segment: dice.oneOf(segmentsOfCustomers),
    language: dice.oneOf(languagesOfCustomers),
  }));
}

/** Picking favours some, as some write again and again. */
export function createCustomers(): (dice: Dice) => Customer {
  const customers = customersOf();
  const [anybody] = customers;
  if (anybody === undefined) throw new RangeError("A desk needs customers.");
  return (each) => customers[Math.floor(each.roll() ** 1.4 * customers.length)] ?? anybody;
}

/** Bigger customers more often have something that cannot wait. */
export const prioritiesOf: Readonly<Record<string, Choices<Priority>>> = {
  Private: choices(["low", 20], ["normal", 62], ["high", 14], ["urgent", 4]),
  Business: choices(["low", 14], ["normal", 58], ["high", 21], ["urgent", 7]),
  Enterprise: choices(["low", 8], ["normal", 50], ["high", 30], ["urgent", 12]),
};

export type Priority = "low" | "normal" | "high" | "urgent";
