/** The units a period is made of. Weeks are ISO weeks unless the workspace starts them on Sunday. */
export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year";

/** A calendar day, `2026-11-16`, in whatever zone the reader stands in. */
export type LocalDay = `${number}-${number}-${number}`;

export type NamedDay = "today" | "yesterday" | "last-workday";

/** A period as a person names it, before it is laid on the calendar. */
export type PeriodSpec =
  | { readonly kind: "day"; readonly which: NamedDay }
  | { readonly kind: "this" | "last"; readonly unit: Exclude<PeriodUnit, "day"> }
  | { readonly kind: "last-n"; readonly count: number; readonly unit: "day" | "week" | "month" }
  | { readonly kind: "to-date"; readonly unit: Exclude<PeriodUnit, "day"> }
  | { readonly kind: "week"; readonly year: number; readonly week: number }
  | { readonly kind: "month"; readonly year: number | null; readonly month: number }
  | { readonly kind: "quarter"; readonly year: number | null; readonly quarter: number }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "range"; readonly from: LocalDay; readonly to: LocalDay }
  | { readonly kind: "since"; readonly day: LocalDay | NamedDay };

/** Half-open `[from, to)`. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/**
 * A named window in a zone. `to` is never later than now: an unfinished period ends now and is not
 * `complete`. `label` is the canonical word people can type again (`last-week`, `2026-W46`).
 */
export interface Period extends Window {
  readonly label: string;
  readonly zone: string;
  readonly complete: boolean;
  readonly unit: PeriodUnit | "range";
}

/** The workspace's way of counting time. */
export interface PeriodSettings {
  readonly zone: string;
  readonly weekStarts: "monday" | "sunday";
  /** 1 to 12. */
  readonly fiscalYearStarts: number;
  /** Whether people work on that day, for `last-workday`. */
  readonly isWorkday: (day: LocalDay) => boolean;
  /** The first days of schedules that took another's place, the oldest first; left out: there are none. */
  readonly changedOn?: readonly LocalDay[];
}

/** Why the words name no period that could be measured. */
export interface PeriodFault {
  readonly fault:
    | "future"
    | "reversed"
    | "no_such_day"
    | "no_such_week"
    | "no_such_month"
    | "no_such_quarter"
    | "too_long"
    | "empty"
    /** Cut into days, weeks or months there would be more than anybody reads. */
    | "too_many_pieces"
    /** Single agents are judged over months: this is shorter. */
    | "too_short_for_agents"
    | "why_of_agents"
    /** What people answer anonymously is not shown by their names. */
    | "anonymous"
    /** No figure, or no split, from which the mix of work could be taken out. */
    | "cannot_adjust"
    /** Compared with itself. */
    | "same_period"
    /** Abandons called short that wait longer than an answer in time. */
    | "short_above_within"
    /** To be spread by a key that nobody declared. */
    | "no_allocation_key"
    /** No count of events: nothing to lay on the hours of a week. */
    | "no_heat";
}
