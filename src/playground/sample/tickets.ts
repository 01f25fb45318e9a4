import { prioritiesOf, teamOfTickets, billing } from "./desk.ts";
import type { Customer, Priority, Team } from "./desk.ts";
import { choices, createDice } from "./dice.ts";
import type { Choices, Dice } from "./dice.ts";
import { hoursOfTalking, hoursOfWriting } from "./load.ts";
import { layoutTopic } from "./story.ts";
import type { Story } from "./story.ts";
import { secondsADay } from "./wall-clock.ts";
import type { DayNumber, WallSeconds } from "./wall-clock.ts";
import { afterWork, liveWeek } from "./working-hours.ts";

export interface Ticket {
  readonly id: number;
  readonly createdAt: WallSeconds;
  readonly channel: string;
  readonly team: string;
  readonly topic: string;
  readonly priority: Priority;
  readonly customer: Customer;
  readonly slaDueAt: WallSeconds;
  readonly isMobile: boolean;
  /** A bot took part, whoever solved it. */
  readonly withBot: boolean;
  readonly life: Life;
}

/** What happened to a ticket after it came in. */
export interface Life {
  /** Empty where nobody took it yet, or a bot solved it. */
  readonly agent: string;
  readonly firstResponseAt: WallSeconds | null;
  readonly firstSolvedAt: WallSeconds | null;
  readonly solvedAt: WallSeconds | null;
  readonly solvedBy: "agent" | "bot" | null;
  readonly reopens: number;
  readonly replies: number;
  readonly assignees: number;
  readonly transfers: number;
  readonly pendingSeconds: number;
}

interface Channel {
  readonly name: string;
  /** Tickets on an ordinary Wednesday. */
  readonly aDay: number;
  readonly hours: Choices<number>;
  /** Somebody sits at it from eight to eight; the others wait for the team's own hours. */
  readonly live: boolean;
  /** Half of the first replies come within this much working time. */
  readonly replySeconds: number;
  /** Half of what takes more than one reply takes this much working time. */
  readonly workSeconds: number;
  readonly solvedAtOnce: number;
  readonly solvedByBot: number;
}

const minutes = 60;
const hours = 3600;

const channels: readonly Channel[] = [
  {
    name: "email",
    aDay: 45,
    hours: hoursOfWriting,
    live: false,
    replySeconds: 2.4 * hours,
    workSeconds: 11 * hours,
    solvedAtOnce: 0.745,
    solvedByBot: 0,
  },
  {
    name: "web",
    aDay: 20,
    hours: hoursOfWriting,
    live: false,
    replySeconds: 2.8 * hours,
    workSeconds: 11 * hours,
    solvedAtOnce: 0.715,
    solvedByBot: 0.03,
  },
  {
    name: "chat",
    aDay: 26,
    hours: hoursOfTalking,
    live: true,
    replySeconds: 1.3 * minutes,
    workSeconds: 3 * hours,
    solvedAtOnce: 0.775,
    solvedByBot: 0.09,
  },
  {
    name: "messenger",
    aDay: 12,
    hours: hoursOfWriting,
    live: true,
    replySeconds: 8 * minutes,
    workSeconds: 4 * hours,
    solvedAtOnce: 0.75,
    solvedByBot: 0.08,
  },
  {
    name: "social",
    aDay: 9,
    hours: hoursOfWriting,
    live: true,
    replySeconds: 32 * minutes,
    workSeconds: 5 * hours,
    solvedAtOnce: 0.73,
    solvedByBot: 0,
  },
  {
    name: "phone",
    aDay: 9,
    hours: hoursOfTalking,
    live: true,
    replySeconds: 0.5 * minutes,
    workSeconds: 4 * hours,
    solvedAtOnce: 0.75,
    solvedByBot: 0,
  },
];

/** Working time until the first reply is due, and how much sooner than usual it comes. */
const urgency: Readonly<Record<Priority, { readonly due: number; readonly pace: number }>> = {
  urgent: { due: 1 * hours, pace: 0.3 },
  high: { due: 4 * hours, pace: 0.75 },
  normal: { due: 8 * hours, pace: 1 },
  low: { due: 16 * hours, pace: 1.4 },
};

export interface Day {
  readonly number: DayNumber;
  readonly load: number;
  readonly surprise: number;
  readonly story: Story;
  readonly isOff: (day: DayNumber) => boolean;
  readonly someCustomer: (dice: Dice) => Customer;
}

/** A day's tickets with all that ever happens to them, oldest first. */
export function ticketsOf(day: Day): readonly Ticket[] {
  const dice = createDice(`tickets ${day.number}`);
  const devices = createDice(`devices ${day.number}`);
  const arrivals = channels.flatMap((channel) => {
    const extra = channel.name === "chat" ? day.story.chatsOn(day.number) : 1;
    const count = dice.count(channel.aDay * day.load * day.surprise * extra);
    return Array.from({ length: count }, () => ({
      channel,
      createdAt:
        day.number * secondsADay + dice.oneOf(channel.hours) * 3600 + dice.between(0, 3599),
    }));
  });
  return arrivals
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ channel, createdAt }, index) =>
      ticketOf(index + 1, createdAt, channel, day, { dice, devices }),
    );
}

function ticketOf(
  number: number,
  createdAt: WallSeconds,
  channel: Channel,
  day: Day,
  { dice, devices }: { readonly dice: Dice; readonly devices: Dice },
): Ticket {
  const team = dice.oneOf(teamOfTickets);
  const customer = day.someCustomer(dice);
  const priority = dice.oneOf(prioritiesOf[customer.segment] ?? normalPriority);
  const isLayout =
    team === billing &&
    channel.name === "email" &&
    dice.chance(day.story.layoutShareOn(day.number));
  const isByBot = dice.chance(channel.solvedByBot);
  return {
    // A number that says the day: the same day counts from the same number whenever the desk ends.
    id: (day.number - 19_000) * 1000 + number,
    createdAt,
    channel: channel.name,
    team: team.name,
    topic: isLayout ? layoutTopic : dice.oneOf(team.topics),
    priority,
    customer,
    slaDueAt: afterWork(createdAt, urgency[priority].due, team.week, day.isOff),
    isMobile: devices.chance(channel.live ? 0.64 : 0.41),
    withBot: devices.chance(channel.solvedByBot * 2.2) || isByBot,
    life: isByBot
      ? solvedByBot(createdAt, dice)
      : solvedByAgent({ createdAt, channel, team, priority, isLayout, day }, dice),
  };
}

const normalPriority = choices<Priority>(["normal", 1]);

function solvedByBot(createdAt: WallSeconds, dice: Dice): Life {
  const solvedAt = createdAt + dice.between(40, 300);
  return {
    agent: "",
    firstResponseAt: null,
    firstSolvedAt: solvedAt,
    solvedAt,
    solvedBy: "bot",
    reopens: 0,
    replies: 0,
    assignees: 0,
    transfers: 0,
    pendingSeconds: 0,
  };
}

interface Arrival {
  readonly createdAt: WallSeconds;
  readonly channel: Channel;
  readonly team: Team;
  readonly priority: Priority;
  readonly isLayout: boolean;
  readonly day: Day;
}

function solvedByAgent(arrival: Arrival, dice: Dice): Life {
  const { createdAt, channel, team, priority, isLayout, day } = arrival;
  const agent = dice.oneOf(team.agents);
  const pace = channel.live ? 1 : urgency[priority].pace;
  const reply = dice.spread(channel.replySeconds * pace * Math.sqrt(day.load * day.surprise), 0.9);
  const firstResponseAt = channel.live
    ? afterWork(createdAt, reply, liveWeek, never)
    : afterWork(createdAt, reply, team.week, day.isOff);

  if (dice.chance(isLayout ? 0.2 : channel.solvedAtOnce + agent.skill)) {
    const solvedAt = firstResponseAt + (channel.live ? Math.round(dice.spread(300, 0.6)) : 0);
    return {
      agent: agent.name,
      firstResponseAt,
      firstSolvedAt: solvedAt,
      solvedAt,
      solvedBy: "agent",
      reopens: 0,
      replies: 1,
      assignees: 1,
      transfers: 0,
      pendingSeconds: 0,
    };
  }

  const work = (from: WallSeconds, seconds: number): WallSeconds =>
    afterWork(from, seconds, team.week, day.isOff);
  const firstSolvedAt = work(firstResponseAt, dice.spread(channel.workSeconds, 0.8));
  const reopens = dice.chance(0.24) ? 1 + Number(dice.chance(0.12)) : 0;
  const transfers = dice.chance(0.36) ? 1 + Number(dice.chance(0.1)) : 0;
  const solvedAt =
    reopens === 0 ? firstSolvedAt : work(firstSolvedAt, dice.spread(10 * hours, 0.7));
  return {
    agent: agent.name,
    firstResponseAt,
    firstSolvedAt,
    solvedAt,
    solvedBy: "agent",
    reopens,
    replies: 2 + reopens + dice.count(0.7),
    assignees: 1 + transfers + Number(dice.chance(0.1)),
    transfers,
    pendingSeconds: Math.round((solvedAt - firstResponseAt) * (0.2 + 0.5 * dice.roll())),
  };
}

const never = (): boolean => false;

/** The ticket as it stood at `until`; null where it did not exist yet. */
export function asOf(ticket: Ticket, until: WallSeconds): Ticket | null {
  if (ticket.createdAt > until) return null;
  const { life } = ticket;
  const known = (at: WallSeconds | null) => (at !== null && at <= until ? at : null);
  if (known(life.solvedAt) !== null) return ticket;
  const firstResponseAt = known(life.firstResponseAt);
  const firstSolvedAt = known(life.firstSolvedAt);
  const isAnswered = firstResponseAt !== null;
  return {
    ...ticket,
    life: {
      agent: isAnswered ? life.agent : "",
      firstResponseAt,
      firstSolvedAt,
      solvedAt: null,
      solvedBy: null,
      reopens: firstSolvedAt === null ? 0 : life.reopens,
      replies: isAnswered ? Math.min(life.replies, 1) : 0,
      assignees: isAnswered ? 1 : 0,
      transfers: 0,
      pendingSeconds: 0,
    },
  };
}
