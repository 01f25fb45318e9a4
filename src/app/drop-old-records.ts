import type { Documents } from "../documents/store.ts";
import { localDay } from "../periods/local-day.ts";
import type { Records } from "../records/store.ts";
import type { Log } from "../slack/log.ts";

export interface DropParts {
  readonly records: Pick<Records, "dropBefore">;
  readonly documents: Pick<Documents, "record">;
  readonly log: Pick<Log, "info">;
  readonly zone: string;
}

/** Drops records from before the instant, and says in the audit log how many of which kind. */
export async function dropOldRecords(
  { records, documents, log, zone }: DropParts,
  from: Date,
): Promise<void> {
  const dropped = Object.fromEntries(await records.dropBefore(from));
  if (Object.keys(dropped).length === 0) return;
  const olderThan = localDay(from, zone);
  log.info({ olderThan, dropped }, "old records dropped");
  await documents.record(
    { who: "scheduler", via: "retention" },
    Object.entries(dropped).map(([kind, count]) => ({
      collection: "records",
      id: kind,
      before: { records: count },
      after: { records: 0, olderThan },
    })),
  );
}
