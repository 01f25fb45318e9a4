import type { Clock } from "../../clock.ts";
import { isOverdue } from "../overdue.ts";
import type { Job } from "./job.ts";

export interface PulledSource {
  readonly name: string;
  readonly schedule: string;
  /** The zone its schedule is written in. */
  readonly zone: string;
}

export interface PullPorts {
  readonly clock: Clock;
  /** Reads the source. It keeps its own record of what came and what failed. */
  readonly pull: (source: string) => Promise<void>;
  /** The end of the last pull that succeeded. */
  readonly lastSuccess: (source: string) => Promise<Date | null>;
}

/** Bells may ring a little before their time. */
const earlyMs = 1_000;

/**
 * Reads a source by its schedule, and at the start when a reading was missed. Another process may
 * have read it in the moment before: then it is not read again.
 */
export function pullJob(source: PulledSource, { clock, pull, lastSuccess }: PullPorts): Job {
  const isDue = async (graceMs: number) =>
    isOverdue(source, await lastSuccess(source.name), clock.now(), graceMs);
  return {
    name: `pull ${source.name}`,
    schedule: source.schedule,
    zone: source.zone,
    isDueAtStart: () => isDue(0),
    run: async () => {
      if (await isDue(-earlyMs)) await pull(source.name);
    },
  };
}
