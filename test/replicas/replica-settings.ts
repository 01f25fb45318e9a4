/** What a replica of a test is told when it starts. */
export interface ReplicaSettings {
  readonly url: string;
  readonly slackUrl: string;
  /** How many seconds of its clock pass in one. */
  readonly speed: number;
  /** When the clock stood at `startsAt`, in real milliseconds. */
  readonly startedMs: number;
  readonly startsAt: string;
}
