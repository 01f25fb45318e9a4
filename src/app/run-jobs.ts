import type { App } from "../app.ts";
import { AppError } from "../errors.ts";
import { createScheduler } from "../scheduler/run.ts";
import type { Log } from "../slack/log.ts";
import { jobsOf } from "./jobs-of.ts";
import type { Metrics } from "./metrics.ts";

/** Starts the clockwork of an app. Gives the way to stop it, with what it has in hand. */
export function runJobs(app: App, metrics: Metrics | null, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  const pull = pullOf(app, stopping.signal, metrics, log);
  const scheduler = createScheduler(jobsOf(app, pull, log), app.turns, log);
  scheduler.start();
  return async () => {
    stopping.abort();
    await Promise.all([scheduler.stop(), app.ledger.stop()]);
  };
}

/** A pull that was refused is a fact for `doctor` and the answers, not a fault of ours. */
const pullOf =
  (app: App, signal: AbortSignal, metrics: Metrics | null, log: Log) =>
  async (source: string): Promise<void> => {
    try {
      const { rows, changed, badRows } = await app.pull(source, { signal });
      metrics?.pulled(source, "ok");
      log.info({ source, rows, changed, badRows }, "pulled");
    } catch (error) {
      if (signal.aborted) return;
      metrics?.pulled(source, error instanceof AppError ? "refused" : "failed");
      if (!(error instanceof AppError)) throw error;
      log.warn({ source, code: error.code, hint: error.hint }, error.message);
    }
  };
