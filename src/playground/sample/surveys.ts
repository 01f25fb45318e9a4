import { scoreOf5 } from "./calls.ts";
import { teams } from "./desk.ts";
import type { Customer } from "./desk.ts";
import { createDice } from "./dice.ts";
import type { Dice } from "./dice.ts";
import type { Day, Ticket } from "./tickets.ts";
import { partsOf, secondsADay, weekdayOf } from "./wall-clock.ts";
import type { WallSeconds } from "./wall-clock.ts";

export interface Survey {
  readonly id: string;
  readonly kind: "csat" | "nps" | "ces" | "esat";
  readonly low: number;
  readonly high: number;
  readonly sentAt: WallSeconds;
  readonly answeredAt: WallSeconds | null;
  readonly score: number | null;
  readonly customer: Customer | null;
  readonly team: string;
  readonly ticket: Ticket | null;
}

/** After every second solved ticket somebody is asked, and one in five answers. */
export function surveysAfter(tickets: readonly Ticket[], day: Day): readonly Survey[] {
  const dice = createDice(`surveys ${day.number}`);
  return tickets.flatMap((ticket) =>
    ticket.life.solvedAt !== null && dice.chance(0.5)
      ? surveyAfter(ticket, ticket.life.solvedAt, dice)
      : [],
  );
}

function surveyAfter(ticket: Ticket, solvedAt: WallSeconds, dice: Dice): Survey {
  const sentAt = solvedAt + 1800;
  const asksForEffort = dice.chance(0.2);
  const atOnce = ticket.life.replies <= 1 && ticket.life.reopens === 0;
  const answeredAt = answerAt(dice, sentAt, 0.21, 5 * 3600);
  const score = asksForEffort
    ? effort(atOnce, dice)
    : scoreOf5(dice.chance(atOnce ? 0.878 : 0.73), dice);
  return {
    id: `${ticket.id}-1`,
    kind: asksForEffort ? "ces" : "csat",
    low: 1,
    high: asksForEffort ? 7 : 5,
    sentAt,
    answeredAt,
    score: answeredAt === null ? null : score,
    customer: ticket.customer,
    team: ticket.team,
    ticket,
  };
}

/** Once a quarter customers are asked whether they would recommend us: on its second Tuesday. */
export function npsWave(day: Day): readonly Survey[] {
  const { month, date } = partsOf(day.number);
  const isSecondTuesday = weekdayOf(day.number) === 2 && date > 7 && date <= 14;
  if (!isSecondTuesday || month % 3 !== 2) return [];
  const dice = createDice(`nps ${day.number}`);
  return Array.from({ length: 1500 }, (_, index): Survey => {
    const sentAt = day.number * secondsADay + 10 * 3600 + index;
    const answeredAt = answerAt(dice, sentAt, 0.22, 2.5 * secondsADay);
    const score = recommendation(dice);
    return {
      id: `nps-${day.number}-${index + 1}`,
      kind: "nps",
      low: 0,
      high: 10,
      sentAt,
      answeredAt,
      score: answeredAt === null ? null : score,
      customer: day.someCustomer(dice),
      team: "",
      ticket: null,
    };
  });
}

/** On the first Wednesday of a month the team itself is asked: by team, never by name. */
export function staffPulse(day: Day): readonly Survey[] {
  if (weekdayOf(day.number) !== 3 || partsOf(day.number).date > 7) return [];
  const dice = createDice(`staff ${day.number}`);
  return teams.flatMap((team) =>
    team.agents.items.map((_, index): Survey => {
      const sentAt = day.number * secondsADay + 9 * 3600;
      const answeredAt = answerAt(dice, sentAt, 0.86, 6 * 3600);
      const score = scoreOf5(dice.chance(0.8), dice);
      return {
        id: `pulse-${day.number}-${team.name}-${index + 1}`,
        kind: "esat",
        low: 1,
        high: 5,
        sentAt,
        answeredAt,
        score: answeredAt === null ? null : score,
        customer: null,
        team: team.name,
        ticket: null,
      };
    }),
  );
}

/** The survey as it stood at `until`; null where it was not sent yet. */
export function surveyAsOf(survey: Survey, until: WallSeconds): Survey | null {
  if (survey.sentAt > until) return null;
  const isLater = survey.answeredAt !== null && survey.answeredAt > until;
  return isLater ? { ...survey, answeredAt: null, score: null } : survey;
}

/** When an answer came, if it came. */
function answerAt(
  dice: Dice,
  sentAt: WallSeconds,
  share: number,
  usualSeconds: number,
): WallSeconds | null {
  const delay = Math.round(30 + dice.wait(usualSeconds));
  return dice.chance(share) ? sentAt + delay : null;
}

/** 7 is "very easy". */
const effort = (atOnce: boolean, dice: Dice): number =>
  Math.max(
    1,
    Math.min(7, Math.round((atOnce ? 5.9 : 4.6) + (dice.roll() + dice.roll() - 1) * 2.6)),
  );

function recommendation(dice: Dice): number {
  if (dice.chance(0.525)) return dice.between(9, 10);
  return dice.chance(0.7) ? dice.between(7, 8) : dice.between(0, 6);
}
