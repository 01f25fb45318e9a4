/** What a bot that lives through a day is told when it starts. */
export interface DaySettings {
  readonly configPath: string;
  readonly dataFolder: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly startsAt: string;
}

/** How large it is, in bytes, once nothing is left to collect; and what it has done so far. */
export interface Hour {
  readonly heapUsed: number;
  readonly rss: number;
  readonly external: number;
  /** Deliveries, by kind and state. */
  readonly fates: Readonly<Record<string, number>>;
  readonly pulled: number;
  readonly refused: number;
}

/** What it says once it has lived through a minute. */
export interface Minute {
  /** At full hours. */
  readonly hour: Hour | null;
  readonly faults: readonly string[];
}
