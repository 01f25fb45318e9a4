import { createTask, type ScheduledTask } from "node-cron";
import type { Turns } from "../documents/turns.ts";
import type { Job } from "./jobs/job.ts";
import type { Log } from "./log.ts";

export interface Scheduler {
  /** Starts the clockwork, and what is due at once. */
  readonly start: () => void;
  /** Starts nothing more, and waits up to ten seconds for what runs. */
  readonly stop: () => Promise<void>;
}

const drainMs = 8_000;
/** A process that was killed or frozen over a job is replaced after this long. */
const turnMs = 120_000;

/**
 * node-cron only rings: what is due is decided from the calendar by each job itself. A run that
 * lasts longer than its interval is left alone and the next ones are passed over.
 */
export function createScheduler(jobs: readonly Job[], turns: Turns, log: Log): Scheduler {
  const running = new Map<string, Promise<void>>();
  let tasks: readonly ScheduledTask[] = [];
  let isStopped = false;

  const ring = (job: Job): void => {
    if (isStopped || running.has(job.name)) return;
    const run = job.everywhere ? job.run : () => inItsTurn(job);
    const work = attempt(job.name, run).finally(() => running.delete(job.name));
    running.set(job.name, work);
  };

  const inItsTurn = async ({ name, run }: Job): Promise<void> => {
    const turn = await turns.take(name, turnMs);
    if (turn === null) return;
    try {
      await run();
    } finally {
      await turn.release();
    }
  };

  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ error, job: name }, "a job failed; it runs again at its next time");
    }
  };

  const quiet = (message: string | Error) => log.warn({ message: String(message) }, "node-cron");
  const logger = { info: () => {}, debug: () => {}, warn: quiet, error: quiet };

  return {
    start: () => {
      tasks = jobs.map((job) =>
        createTask(job.schedule, () => ring(job), {
          name: job.name,
          timezone: job.zone,
          logger,
          suppressMissedWarning: true,
        }),
      );
      for (const task of tasks) void task.start();
      for (const job of jobs) {
        void attempt(job.name, async () => {
          if (await job.isDueAtStart()) ring(job);
        });
      }
    },
    stop: async () => {
      isStopped = true;
      for (const task of tasks) await task.destroy();
      const all = Promise.all(running.values());
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, drainMs);
      });
      await Promise.race([all, tooLong]);
      clearTimeout(timer);
      if (running.size > 0) log.warn({ jobs: [...running.keys()] }, "stopped with jobs unfinished");
    },
  };
}
