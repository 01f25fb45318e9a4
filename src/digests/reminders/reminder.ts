import type { Delivery } from "../../documents/shape.ts";
import type { CardPorts } from "../goal-cards.ts";
import type { GoalBook } from "../../documents/goal-book.ts";
import type { Reminder } from "../outgoing.ts";

export interface ReminderPorts extends CardPorts {
  readonly goals: GoalBook;
}

/** What a reminder was written down as, when it came due. */
export type RemindedOf = Pick<Delivery, "id" | "about" | "channel" | "locale" | "occurrence">;

/** One kind of reminder: when it is not wanted any more, and what it says. */
export interface ReminderKind {
  /** How the keys of its deliveries begin. */
  readonly name: string;
  readonly isNeedless: (delivery: RemindedOf, ports: ReminderPorts) => Promise<boolean>;
  /** Throws where there is nothing to say it of: ask `isNeedless` first. */
  readonly compose: (delivery: RemindedOf, ports: ReminderPorts) => Promise<Reminder>;
}

export const defineReminder = (kind: ReminderKind): ReminderKind => kind;
