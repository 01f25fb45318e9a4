import type { Outgoing } from "../outgoing.ts";
import { reminders } from "./index.ts";
import type { RemindedOf, ReminderKind, ReminderPorts } from "./reminder.ts";

const kindOf = ({ id }: RemindedOf): ReminderKind | null =>
  reminders.find(({ name }) => id.startsWith(`${name}:`)) ?? null;

/** One of a kind that is no longer known is not sent. */
export const isNeedless = async (delivery: RemindedOf, ports: ReminderPorts): Promise<boolean> =>
  (await kindOf(delivery)?.isNeedless(delivery, ports)) ?? true;

export async function composeReminder(
  delivery: RemindedOf,
  ports: ReminderPorts,
): Promise<Outgoing> {
  const kind = kindOf(delivery);
  if (kind === null) throw new Error(`no reminder is called as ${delivery.id}`);
  return { kind: "reminder", reminder: await kind.compose(delivery, ports) };
}
