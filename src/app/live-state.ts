import type { App } from "../app.ts";
import { slackAheadMs } from "../slack/slack-clock.ts";
import type { LiveState } from "../terminal/app.ts";
import type { Watched } from "./health.ts";

const weekMs = 7 * 86_400_000;
const over: ReadonlySet<string> = new Set(["sent", "skipped", "dead"]);

/** What the running bot knows of itself, and what other clocks say now. */
export async function liveState(
  { clock, documents }: App,
  watched: Watched,
  apiUrl: string,
): Promise<LiveState> {
  const nowMs = clock.now().getTime();
  const [deliveries, shared, slackMs] = await Promise.all([
    documents.deliveries.list(),
    documents.now().catch(() => null),
    slackAheadMs(apiUrl, () => clock.now().getTime()),
  ]);
  const dueMs = deliveries
    .filter(({ state }) => !over.has(state))
    .map(({ dueAt }) => new Date(dueAt).getTime());
  return {
    ...watched,
    nowMs,
    oldestDueAt: dueMs.length === 0 ? null : new Date(Math.min(...dueMs)),
    unknown: deliveries.filter(({ state }) => state === "unknown").length,
    dead: deliveries.filter(
      ({ state, dueAt }) => state === "dead" && new Date(dueAt).getTime() > nowMs - weekMs,
    ).length,
    slackAheadMs: slackMs,
    databaseAheadMs: shared === null ? null : shared.getTime() - clock.now().getTime(),
  };
}
