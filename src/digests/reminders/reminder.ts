import type { Goal } from "../../../goals/goal.ts";
import type { Delivery } from "../../documents/shape.ts";
import type { CardPorts } from "../goal-cards.ts";
import type { GoalBook } from "../../documents/goal-book.ts";
import type { Freshness } from "../../reports/answer.ts";
import type { Reminder } from "../outgoing.ts";

export interface ReminderPorts extends CardPorts {
  readonly goals: GoalBook;
  readonly freshness: () => Promise<readonly Freshness[]>;
}

/** What a reminder was written down as, when it came due. */
export type RemindedOf = Pick<Delivery, "id" | "about" | "channel" | "locale" | "occurrence">;

/** One kind of reminder: when it is not wanted any more, and what it says. */
export interface ReminderKind {
  /** How the keys of its deliveries begin. */
  readonly name: string;
  /** It says what was found out, and is not due on any day of the calendar. */
  readonly isNoticed?: true;
  readonly isNeedless: (delivery: RemindedOf, ports: ReminderPorts) => Promise<boolean>;
  /** Throws where there is nothing to say it of: ask `isNeedless` first. */
  readonly compose: (delivery: RemindedOf, ports: ReminderPorts) => Promise<Reminder>;
}

/** The goal it is about. */
export async function goalOf({ id, about }: RemindedOf, { goals }: ReminderPorts): Promise<Goal> {
  const goal = about === null ? null : await goals.find(about);
  if (goal === null) throw new Error(`${id} is about a goal that is gone`);
  return goal;
}

export const defineReminder = (kind: ReminderKind): ReminderKind => kind;
