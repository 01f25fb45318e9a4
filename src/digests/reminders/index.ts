import { checkpointReminder } from "./checkpoint.ts";
import { fellAlert } from "./fell.ts";
import { handOverReminder } from "./hand-over.ts";
import { renewedReminder } from "./renewed.ts";
import { reviewReminder } from "./review.ts";
import { staleAlert } from "./stale.ts";
import type { ReminderKind } from "./reminder.ts";

export const reminders: readonly ReminderKind[] = [
  checkpointReminder,
  fellAlert,
  handOverReminder,
  renewedReminder,
  reviewReminder,
  staleAlert,
];
