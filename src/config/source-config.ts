/** One source of `goalpost.yml`: its own settings, and what every source has. */
export interface SourceConfig {
  readonly name: string;
  readonly type: string;
  /** As the source's own schema parsed it; secrets resolved. */
  readonly settings: unknown;
  /** A cron expression; `null`: only pulled on request. */
  readonly schedule: string | null;
  /** `null`: never stale by age. */
  readonly staleAfterSeconds: number | null;
  /** The zone its times without an offset are in. */
  readonly zone: string;
  /** Kind → mapping, as `records/mapping.ts` parsed it. */
  readonly records: unknown;
  readonly exclude: unknown;
}
