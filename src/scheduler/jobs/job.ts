/** Something done again and again. It never overlaps itself, and its failures end in the log. */
export interface Job {
  readonly name: string;
  /** A cron expression; five fields, or six with seconds first. */
  readonly schedule: string;
  readonly zone: string;
  /** Whether it should also run at once when the program starts. */
  readonly isDueAtStart: () => Promise<boolean>;
  /** Every process runs it beside the others; any other job is done by one of them at a time. */
  readonly everywhere?: true;
  readonly run: () => Promise<void>;
}
