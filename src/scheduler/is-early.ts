import { reminders } from "../digests/reminders/index.ts";
import type { Delivery } from "../documents/shape.ts";

const noticed = reminders.flatMap(({ name, isNoticed = false }) => (isNoticed ? [`${name}:`] : []));

/**
 * Whether its day has not come: a clock that was ahead wrote it down. What somebody asked for or
 * something noticed has no day but that of the look, whatever the clock said.
 */
export const isEarly = (
  { kind, id, dueAt }: Pick<Delivery, "kind" | "id" | "dueAt">,
  now: Date,
): boolean =>
  new Date(dueAt) > now &&
  (kind === "scheduled" || (kind === "reminder" && !noticed.some((name) => id.startsWith(name))));
