import type { App } from "../app.ts";
import { correctionsJob } from "../scheduler/jobs/corrections.ts";
import { digestJob } from "../scheduler/jobs/digest.ts";
import { fallenGoalsJob } from "../scheduler/jobs/fallen-goals.ts";
import type { Job } from "../scheduler/jobs/job.ts";
import { ownersJob } from "../scheduler/jobs/owners.ts";
import { pullJob } from "../scheduler/jobs/pull.ts";
import { remindersJob } from "../scheduler/jobs/reminders.ts";
import { renewalsJob } from "../scheduler/jobs/renewals.ts";
import { retentionJob } from "../scheduler/jobs/retention.ts";
import { reviewsJob } from "../scheduler/jobs/reviews.ts";
import { staleSourcesJob } from "../scheduler/jobs/stale-sources.ts";
import type { Log } from "../slack/log.ts";

/** What the clockwork does for an app: digests and everything unasked, and a pull for each schedule. */
export function jobsOf(
  app: App,
  pull: (source: string) => Promise<void>,
  log: Log,
): readonly Job[] {
  const { config, clock, ledger, zone } = app;
  const reminding = { ...app.desk, zone, profileOf: app.profileOf, remind: ledger.remind };
  const alerting = {
    ...reminding,
    ...app.watching,
    locale: app.locale,
    alert: ledger.alert,
    keepers: app.keepers,
  };
  const lastSuccess = async (source: string) =>
    (await app.sourceStates()).find((state) => state.source === source)?.succeededAt ?? null;
  return [
    digestJob(ledger),
    remindersJob(reminding),
    reviewsJob(reminding),
    renewalsJob(reminding),
    ownersJob({ ...reminding, leads: app.leads }),
    fallenGoalsJob(alerting),
    staleSourcesJob(alerting),
    correctionsJob({
      ...alerting,
      documents: app.documents,
      ask: ledger.ask,
      amend: ledger.amend,
      log,
    }),
    ...(config.privacy.keepRecordsSeconds === null ? [] : [retentionJob(zone, app.dropOldRecords)]),
    ...config.sources.flatMap(({ name, schedule }) =>
      schedule === null ? [] : [pullJob({ name, schedule, zone }, { clock, lastSuccess, pull })],
    ),
  ];
}
