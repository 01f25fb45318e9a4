import { teamOfCalls } from "./desk.ts";
import type { Customer, Team } from "./desk.ts";
import { createDice } from "./dice.ts";
import type { Dice } from "./dice.ts";
import { hoursOfTalking, pressureIn } from "./load.ts";
import type { Day } from "./tickets.ts";
import { secondsADay, weekdayOf } from "./wall-clock.ts";
import type { WallSeconds } from "./wall-clock.ts";

export interface Call {
  readonly id: string;
  readonly queuedAt: WallSeconds;
  readonly customer: Customer;
  readonly team: string;
  readonly topic: string;
  readonly outcome: "handled" | "abandoned" | "callback" | "voicemail";
  readonly waitSeconds: number;
  readonly isMobile: boolean;
  /** Null where nobody picked up. */
  readonly talk: Talk | null;
}

export interface Talk {
  readonly agent: string;
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly wrapSeconds: number;
  readonly transfers: number;
  readonly resolved: boolean;
  readonly scriptUsed: boolean;
  /** What the caller pressed at the end, 1 to 5; null where nothing. */
  readonly rating: number | null;
}

const callsADay = 82;

/** Remembers who rang last week, because some of them ring again. */
export function createSwitchboard(): (day: Day) => readonly Call[] {
  let recent: readonly (readonly Customer[])[] = [];
  return (day) => {
    const calls = callsOf(day, recent.flat());
    recent = [...recent.slice(-5), calls.map((call) => call.customer)];
    return calls;
  };
}

function callsOf(day: Day, recentCallers: readonly Customer[]): readonly Call[] {
  const dice = createDice(`calls ${day.number}`);
  const devices = createDice(`phones ${day.number}`);
  const isClosed = weekdayOf(day.number) === 0 || day.isOff(day.number);
  const expected = callsADay * day.load * day.surprise * (isClosed ? 0.15 : 1);
  const times = Array.from(
    { length: dice.count(expected) },
    () => dice.oneOf(hoursOfTalking) * 3600 + dice.between(0, 3599),
  );
  return times
    .toSorted((a, b) => a - b)
    .map((time, index): Call => {
      const again = dice.chance(0.11) ? recentCallers[dice.between(0, recentCallers.length)] : null;
      const team = dice.oneOf(teamOfCalls);
      const hour = Math.floor(time / 3600);
      const { outcome, waitSeconds } =
        isClosed || hour < 8 || hour >= 20
          ? voicemail
          : queue(pressureIn(hour) * day.load * day.surprise, dice);
      return {
        id: `${day.number - 19_000}-${String(index + 1).padStart(3, "0")}`,
        queuedAt: day.number * secondsADay + time,
        customer: again ?? day.someCustomer(dice),
        team: team.name,
        topic: dice.oneOf(team.topics),
        outcome,
        waitSeconds,
        isMobile: devices.chance(0.72),
        talk: outcome === "handled" ? talkWith(team, waitSeconds, dice) : null,
      };
    });
}

type Ending = Pick<Call, "outcome" | "waitSeconds">;

const voicemail: Ending = { outcome: "voicemail", waitSeconds: 15 };

/** The busier the hour, the more have to wait, and the longer; the longer they wait, the more give up. */
function queue(pressure: number, dice: Dice): Ending {
  if (dice.chance(0.008)) return { outcome: "abandoned", waitSeconds: dice.between(1, 5) };
  const hasToWait = dice.chance(Math.min(0.7, 0.21 * pressure));
  const wait = hasToWait ? 12 + dice.wait(165 * Math.sqrt(pressure)) : dice.between(1, 14);
  const patience = 6 + dice.wait(600);
  if (hasToWait && patience < wait) {
    return { outcome: "abandoned", waitSeconds: Math.round(patience) };
  }
  if (wait > 120 && dice.chance(0.12)) return { outcome: "callback", waitSeconds: 120 };
  return { outcome: "handled", waitSeconds: Math.round(wait) };
}

function talkWith(team: Team, waitSeconds: number, dice: Dice): Talk {
  const resolved = dice.chance(0.88);
  const pleased = dice.chance((resolved ? 0.885 : 0.57) - Math.min(waitSeconds / 1500, 0.15));
  return {
    agent: dice.oneOf(team.agents).name,
    talkSeconds: Math.round(dice.spread(team.talkSeconds, 0.5)),
    holdSeconds: dice.chance(0.34) ? Math.round(dice.wait(65)) : 0,
    wrapSeconds: 18 + Math.round(dice.wait(42)),
    transfers: Number(dice.chance(resolved ? 0.06 : 0.25)),
    resolved,
    scriptUsed: dice.chance(0.62),
    rating: dice.chance(0.2) ? scoreOf5(pleased, dice) : null,
  };
}

/** Satisfied is 4 or 5; the angry use the end of the scale. */
export function scoreOf5(pleased: boolean, dice: Dice): number {
  if (pleased) return dice.chance(0.6) ? 5 : 4;
  return dice.chance(0.4) ? 3 : 1 + Number(dice.chance(0.4));
}

/** When the last word of it was said, the notes of the agent included. */
export function endOf({ queuedAt, waitSeconds, talk }: Call): WallSeconds {
  const talked = talk === null ? 0 : talk.talkSeconds + talk.holdSeconds + talk.wrapSeconds;
  return queuedAt + waitSeconds + talked;
}
