import { checkpointReminder } from "./checkpoint.ts";
import type { ReminderKind } from "./reminder.ts";

export const reminders: readonly ReminderKind[] = [checkpointReminder];
