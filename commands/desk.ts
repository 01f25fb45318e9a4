import type { Clock } from "../src/clock.ts";
import type { PeriodSettings } from "../src/periods/period.ts";
import type { Reports } from "../src/reports/reports.ts";
import type { PastOdds } from "../src/digests/past-odds.ts";
import type { Digests } from "../src/digests/digest.ts";
import type { Workdays } from "../src/digests/occurrences.ts";
import type { GoalBook } from "../src/documents/goal-book.ts";
import type { NoteBook } from "../src/documents/note-book.ts";
import type { PeopleBook } from "../src/documents/people-book.ts";
import type { AgentRules } from "../src/people/agents.ts";
import type { MayRead } from "../src/people/may-see.ts";

/** What a command may use: handed over by `app.ts`, never imported. */
export interface Desk {
  readonly clock: Clock;
  readonly periods: PeriodSettings;
  /** Which days people work on in a channel. */
  readonly workdaysIn: (channel: string | null) => Workdays;
  /** The channel of each team that goalpost.yml names; null where it names none. */
  readonly teamChannels: ReadonlyMap<string, string | null>;
  readonly reports: Reports;
  readonly goals: GoalBook;
  readonly notes: NoteBook;
  readonly digests: Digests;
  readonly pastOdds: PastOdds;
  readonly people: PeopleBook;
  readonly agents: AgentRules;
  /** The team of a person, by its name in the records; null where nobody has said. */
  readonly teamOf: (person: string) => string | null;
  readonly mayRead: MayRead;
}
