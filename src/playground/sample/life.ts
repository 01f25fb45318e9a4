import { teams } from "./desk.ts";
import type { Customer } from "./desk.ts";
import { choices, createDice } from "./dice.ts";
import { hoursOfWriting } from "./load.ts";
import type { Day, Ticket } from "./tickets.ts";
import { plansUntil, type Milestone } from "./plans.ts";
import { secondsADay, weekdayOf } from "./wall-clock.ts";
import type { WallSeconds } from "./wall-clock.ts";

/** What goes on around the tickets: people at work, customers who begin, posts, visits, plans. */
export interface DeskLife {
  readonly shifts: readonly Shift[];
  readonly coaching: readonly Coaching[];
  readonly onboardings: readonly Onboarding[];
  readonly mentions: readonly Mention[];
  readonly notices: readonly Notice[];
  readonly sessions: readonly Session[];
  readonly milestones: readonly Milestone[];
}

interface Shift {
  readonly id: string;
  readonly agent: string;
  readonly team: string;
  readonly from: WallSeconds;
  readonly to: WallSeconds;
  readonly scheduledSeconds: number;
  readonly loggedSeconds: number;
  readonly waitingSeconds: number;
  readonly adherentSeconds: number;
}

interface Coaching {
  readonly id: string;
  readonly agent: string;
  readonly team: string;
  readonly at: WallSeconds;
}

interface Onboarding {
  readonly id: string;
  readonly customer: Customer;
  readonly signedAt: WallSeconds;
  readonly firstValueAt: WallSeconds | null;
}

interface Mention {
  readonly id: string;
  readonly network: string;
  readonly at: WallSeconds;
  readonly answeredAt: WallSeconds | null;
}

interface Notice {
  readonly id: string;
  readonly customer: Customer;
  readonly about: string;
  readonly sentAt: WallSeconds;
  readonly answeredAt: WallSeconds | null;
}

interface Session {
  readonly id: string;
  readonly at: WallSeconds;
  /** Null where nobody was signed in. */
  readonly customer: Customer | null;
  readonly language: string;
}

const hours = 3600;
const frontLine = 4 * hours;

export function lifeOf(day: Day, tickets: readonly Ticket[], isToday: boolean): DeskLife {
  return {
    ...peopleOn(day),
    onboardings: onboardingsOn(day),
    mentions: mentionsOn(day),
    notices: noticesOn(day),
    sessions: sessionsOn(day, tickets),
    milestones: isToday ? plansUntil(day.number) : [],
  };
}

/** Everybody is on the front line for four hours of their day; now and then there is a 1:1. */
function peopleOn(day: Day): Pick<DeskLife, "shifts" | "coaching"> {
  const dice = createDice(`shifts ${day.number}`);
  const weekday = weekdayOf(day.number);
  const share = weekday === 0 || day.isOff(day.number) ? 0 : weekday === 6 ? 0.3 : 0.88;
  const shifts: Shift[] = [];
  const coaching: Coaching[] = [];
  for (const { name: team, agents } of teams) {
    for (const [index, { name: agent }] of agents.items.entries()) {
      if (!dice.chance(share)) continue;
      const who = { id: `${day.number}-${team}-${index + 1}`, agent, team };
      const from = day.number * secondsADay + (dice.chance(0.55) ? 9 : 13) * hours;
      const worked = Math.round(frontLine * (0.9 + 0.14 * dice.roll()));
      shifts.push({
        ...who,
        from,
        to: from + frontLine,
        scheduledSeconds: frontLine,
        loggedSeconds: worked,
        waitingSeconds: Math.round(dice.spread(260 / Math.sqrt(day.load), 0.5)),
        adherentSeconds: Math.min(frontLine, Math.round(worked * (0.88 + 0.11 * dice.roll()))),
      });
      if (dice.chance(0.055)) coaching.push({ ...who, at: from + frontLine + 1_800 });
    }
  }
  return { shifts, coaching };
}

function onboardingsOn(day: Day): readonly Onboarding[] {
  const weekday = weekdayOf(day.number);
  if (weekday === 0 || weekday === 6) return [];
  const dice = createDice(`onboardings ${day.number}`);
  return Array.from({ length: dice.count(0.9) }, (_, index): Onboarding => {
    const signedAt = day.number * secondsADay + dice.between(9, 17) * hours;
    const needs = Math.round(dice.spread(17 * secondsADay, 0.5));
    return {
      id: `${day.number}-${index + 1}`,
      customer: day.someCustomer(dice),
      signedAt,
      firstValueAt: dice.chance(0.94) ? signedAt + needs : null,
    };
  });
}

const networks = choices(["Facebook", 44], ["Instagram", 33], ["X", 23]);

function mentionsOn(day: Day): readonly Mention[] {
  const dice = createDice(`mentions ${day.number}`);
  return Array.from({ length: dice.count(9 * day.surprise) }, (_, index): Mention => {
    const hour = dice.oneOf(hoursOfWriting);
    const at = day.number * secondsADay + hour * hours + dice.between(0, 3599);
    // What is posted at night waits for the morning.
    const opens = day.number * secondsADay + 8 * hours;
    const answer = Math.max(at, opens) + Math.round(dice.spread(21 * 60, 0.9));
    return {
      id: `${day.number}-${index + 1}`,
      network: dice.oneOf(networks),
      at,
      answeredAt: dice.chance(0.93) ? answer : null,
    };
  });
}

const mattersOfNotices = choices(["Card expires", 45], ["Payment overdue", 35], ["New terms", 20]);

/** On working days, what a customer has to decide goes out; most answer in a day or two, some never. */
function noticesOn(day: Day): readonly Notice[] {
  const weekday = weekdayOf(day.number);
  if (weekday === 0 || weekday === 6) return [];
  const dice = createDice(`notices ${day.number}`);
  return Array.from({ length: dice.count(12) }, (_, index): Notice => {
    const sentAt = day.number * secondsADay + 10 * hours + index * 60;
    const answer = sentAt + Math.round(dice.wait(1.6 * secondsADay));
    return {
      id: `${day.number}-${index + 1}`,
      customer: day.someCustomer(dice),
      about: dice.oneOf(mattersOfNotices),
      sentAt,
      answeredAt: dice.chance(0.83) ? answer : null,
    };
  });
}

/** Some look it up and write anyway; most find it and stay away. */
function sessionsOn(day: Day, tickets: readonly Ticket[]): readonly Session[] {
  const dice = createDice(`sessions ${day.number}`);
  const start = day.number * secondsADay;
  const inVain = tickets
    .filter(() => dice.chance(0.08))
    .map(({ customer, createdAt }) => ({
      at: Math.max(start, createdAt - dice.between(120, 2 * hours)),
      customer,
    }));
  const others = Array.from({ length: dice.count(21 * day.load) }, () => ({
    at: start + dice.oneOf(hoursOfWriting) * hours + dice.between(0, 3599),
    customer: day.someCustomer(dice),
  }));
  return [...inVain, ...others].map(({ at, customer }, index): Session => ({
    id: `${day.number}-${index + 1}`,
    at,
    customer: dice.chance(0.8) ? customer : null,
    language: customer.language,
  }));
}

/** What of it had happened at `until`. */
export function lifeAsOf(life: DeskLife, until: WallSeconds): DeskLife {
  const known = (at: WallSeconds | null) => (at !== null && at <= until ? at : null);
  return {
    shifts: life.shifts.filter(({ to }) => to <= until),
    coaching: life.coaching.filter(({ at }) => at <= until),
    onboardings: life.onboardings
      .filter(({ signedAt }) => signedAt <= until)
      .map((each) => ({ ...each, firstValueAt: known(each.firstValueAt) })),
    mentions: life.mentions
      .filter(({ at }) => at <= until)
      .map((each) => ({ ...each, answeredAt: known(each.answeredAt) })),
    notices: life.notices
      .filter(({ sentAt }) => sentAt <= until)
      .map((each) => ({ ...each, answeredAt: known(each.answeredAt) })),
    sessions: life.sessions.filter(({ at }) => at <= until),
    milestones: life.milestones,
  };
}
