import type { Clock } from "../../clock.ts";
import { staleOn } from "../../digests/reminders/stale.ts";
import type { Profile } from "../../people/profile.ts";
import { isPersonId } from "../../people/profile.ts";
import { localDay } from "../../periods/local-day.ts";
import type { Freshness } from "../../reports/answer.ts";
import type { Finding } from "../alerts.ts";
import type { Ledger } from "../ledger.ts";
import type { Job } from "./job.ts";

export interface StaleSourcesPorts {
  readonly clock: Clock;
  readonly zone: string;
  readonly freshness: () => Promise<readonly Freshness[]>;
  /** Who looks after Goalpost. */
  readonly keepers: () => Promise<readonly string[]>;
  readonly profileOf: (person: string) => Promise<Profile>;
  readonly alert: Ledger["alert"];
}

/** Looks for sources whose data are no longer current: whoever looks after Goalpost hears of each, once. */
export const staleSourcesJob = (ports: StaleSourcesPorts): Job => ({
  name: "stale sources",
  schedule: "45 */5 * * * *",
  zone: "UTC",
  isDueAtStart: async () => false,
  run: async () => {
    const found = await ports.freshness();
    const findings = await Promise.all(found.map((each) => findingOf(each, ports)));
    await ports.alert("sources", findings);
  },
});

async function findingOf(
  { source, state }: Freshness,
  { clock, zone, keepers, profileOf }: StaleSourcesPorts,
): Promise<Finding> {
  const isStale = state === "stale";
  const today = localDay(clock.now(), zone);
  const people = isStale ? (await keepers().catch(() => [])).filter(isPersonId) : [];
  // Slack may not say now who they are: what nobody can be told is news at the next look as well.
  const isSo = isStale && people.length === 0 ? null : isStale;
  const alerts = people.map(async (person) => ({
    id: `stale:${source}:${today}:${person}`,
    about: null,
    channel: person,
    owner: person,
    locale: (await profileOf(person)).locale,
    occurrence: staleOn(source, today),
  }));
  return { id: `stale:${source}`, isSo, alerts: await Promise.all(alerts) };
}
