import type { Clock } from "../src/clock.ts";
import type { PeriodSettings } from "../src/periods/period.ts";
import type { Reports } from "../src/reports/reports.ts";
import type { Digests } from "../src/digests/digest.ts";
import type { GoalBook } from "../src/documents/goal-book.ts";
import type { NoteBook } from "../src/documents/note-book.ts";

/** What a command may use: handed over by `app.ts`, never imported. */
export interface Desk {
  readonly clock: Clock;
  readonly periods: PeriodSettings;
  readonly reports: Reports;
  readonly goals: GoalBook;
  readonly notes: NoteBook;
  readonly digests: Digests;
}
