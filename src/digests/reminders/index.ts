import { checkpointReminder } from "./checkpoint.ts";
import { handOverReminder } from "./hand-over.ts";
import { renewedReminder } from "./renewed.ts";
import { reviewReminder } from "./review.ts";
import type { ReminderKind } from "./reminder.ts";

export const reminders: readonly ReminderKind[] = [
  checkpointReminder,
  handOverReminder,
  renewedReminder,
  reviewReminder,
];
