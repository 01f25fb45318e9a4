import type { Condition, RecordsMapping } from "../records/mapping.ts";

/** One source of `goalpost.yml`: its own settings, and what every source has. */
export interface SourceConfig {
  readonly name: string;
  readonly type: string;
  /** For `Source.read`, which parses them; secrets are resolved. */
  readonly settings: unknown;
  /** A cron expression; `null`: only pulled on request. */
  readonly schedule: string | null;
  /** `null`: never stale by age. */
  readonly staleAfterSeconds: number | null;
  /** The zone its times without an offset are in. */
  readonly zone: string;
  readonly records: RecordsMapping;
  /** Rows that are left out of every kind. */
  readonly exclude: readonly Condition[];
}
