import { endOf, createSwitchboard } from "./calls.ts";
import type { Call } from "./calls.ts";
import { createCustomers } from "./desk.ts";
import { lifeAsOf, lifeOf, type DeskLife } from "./life.ts";
import { loadOn, surpriseOn } from "./load.ts";
import { tellStory } from "./story.ts";
import { npsWave, staffPulse, surveysAfter, surveyAsOf } from "./surveys.ts";
import type { Survey } from "./surveys.ts";
import { asOf, ticketsOf } from "./tickets.ts";
import type { Day, Ticket } from "./tickets.ts";
import { dayOf } from "./wall-clock.ts";
import type { DayNumber, WallSeconds } from "./wall-clock.ts";
import { createDaysOff } from "./working-hours.ts";

export interface DeskDay {
  readonly day: DayNumber;
  readonly tickets: readonly Ticket[];
  readonly calls: readonly Call[];
  readonly surveys: readonly Survey[];
  readonly life: DeskLife;
}

/** Before today. */
export const daysOfDesk = 730;

/** Two years of a support desk as they stand at `until`, day by day. */
export function* sampleDesk(until: WallSeconds): Generator<DeskDay> {
  const today = dayOf(until);
  const isOff = createDaysOff();
  const someCustomer = createCustomers();
  const switchboard = createSwitchboard();
  const loadOf = (day: DayNumber): number => loadOn(day, isOff);
  const story = tellStory(today, loadOf);

  for (let number = today - daysOfDesk; number <= today; number += 1) {
    const load = loadOf(number);
    const day: Day = { number, load, surprise: surpriseOn(number), story, isOff, someCustomer };
    const tickets = ticketsOf(day);
    const life = lifeOf(day, tickets, number === today);
    const surveys = [...surveysAfter(tickets, day), ...npsWave(day), ...staffPulse(day)];
    yield {
      day: number,
      tickets: tickets.flatMap((each) => asOf(each, until) ?? []),
      calls: switchboard(day).filter((each) => endOf(each) <= until),
      surveys: surveys.flatMap((each) => surveyAsOf(each, until) ?? []),
      life: lifeAsOf(life, until),
    };
  }
}
