import type { Config } from "../config/config.ts";
import { localDay, startOfDay } from "../periods/local-day.ts";

/**
 * From when on records are kept, as `privacy.keep_records` says: the start of a day, so that no day
 * is kept by half. Null: for ever.
 */
export const createKeptFrom =
  ({ privacy, workspace: { zone } }: Pick<Config, "privacy" | "workspace">) =>
  (now: Date): Date | null => {
    const { keepRecordsSeconds } = privacy;
    if (keepRecordsSeconds === null) return null;
    const oldest = new Date(now.getTime() - keepRecordsSeconds * 1_000);
    return startOfDay(localDay(oldest, zone), zone);
  };
