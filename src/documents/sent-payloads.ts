import type { AuditEdit } from "./audit-log.ts";
import type { Documents } from "./store.ts";

/**
 * What messages were drawn from, by their deliveries' ids: the ledger lets go of it once they are sent,
 * and the audit log keeps the change that did.
 */
export async function sentPayloads(
  { history }: Pick<Documents, "history">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map();
  const wanted = new Set(ids);
  const isSending = ({ collection, id, after }: AuditEdit): boolean =>
    collection === "deliveries" && wanted.has(id) && after?.["state"] === "sent";
  // Each is sent once, in a change of its own.
  const lines = await history(isSending, wanted.size);
  return new Map(
    lines.flatMap(({ edits }) => edits.map(({ id, before }) => [id, before?.["payload"] ?? null])),
  );
}
